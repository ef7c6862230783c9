#include "sqlite/value.hpp"

#include <array>
#include <cstdio>
#include <new>

namespace softoptin::sqlite {
namespace {

std::string text_of_blob(const Blob& blob) {
  std::string text = "x'";
  for (const char byte : blob.bytes) {
    std::array<char, 3> digits{};
    std::snprintf(digits.data(), digits.size(), "%02x", static_cast<unsigned char>(byte));
    text += digits.data();
  }
  return text + "'";
}

}  // namespace

std::string text_of(const Value& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return std::to_string(*integer);
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* blob = std::get_if<Blob>(&value)) return text_of_blob(*blob);
  if (const auto* real = std::get_if<double>(&value)) {
    std::array<char, 32> digits{};
    std::snprintf(digits.data(), digits.size(), "%.15g", *real);
    return digits.data();
  }
  return "NULL";
}

std::string_view Cell::no_text() const {
  const bool empty = type() == SQLITE_BLOB && sqlite3_value_bytes(value_) == 0;
  if (empty || is_null()) return {};
  throw std::bad_alloc{};
}

Value Cell::copy() const {
  switch (type()) {
    case SQLITE_INTEGER:
      return integer();
    case SQLITE_FLOAT:
      return real();
    case SQLITE_TEXT:
      return std::string{text()};
    case SQLITE_BLOB: {
      const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value_));
      const auto size = static_cast<std::size_t>(sqlite3_value_bytes(value_));
      if (bytes == nullptr && size > 0) throw std::bad_alloc{};
      return size == 0 ? Blob{} : Blob{std::string{bytes, size}};
    }
    default:
      return {};
  }
}

}  // namespace softoptin::sqlite
