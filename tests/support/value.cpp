#include "support/value.hpp"

#include <array>
#include <cstdio>
#include <optional>

namespace softoptin::tests {
namespace {

std::optional<double> number_in(const Value& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  if (const auto* real = std::get_if<double>(&value)) return *real;
  return std::nullopt;
}

}  // namespace

bool equal(const Value& left, const Value& right) {
  if (is_null(left) || is_null(right)) return false;
  if (left.index() == right.index()) return left == right;
  const auto left_number = number_in(left);
  return left_number && left_number == number_in(right);
}

std::string text_of(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
  const auto* real = std::get_if<double>(&value);
  if (real == nullptr) return {};
  std::array<char, 64> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.15g", *real);
  std::string text{buffer.data()};
  if (text.find_first_not_of("-0123456789") == std::string::npos) text += ".0";
  return text;
}

std::string shown(const Value& value) {
  if (is_null(value)) return "NULL";
  return std::holds_alternative<std::string>(value) ? "'" + text_of(value) + "'" : text_of(value);
}

}  // namespace softoptin::tests
