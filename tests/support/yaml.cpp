#include "support/yaml.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "rules/text.hpp"

namespace softoptin::tests {
namespace {

constexpr std::string_view digits = "0123456789";

bool quoted(const YAML::Node& node) { return node.Tag() == "!"; }

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of(digits) == std::string_view::npos;
}

std::string_view without_sign(std::string_view text) {
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  return text;
}

bool whole_number(std::string_view text) { return all_digits(without_sign(text)); }

bool decimal(std::string_view text) {
  text = without_sign(text);
  const auto point = text.find('.');
  return point != std::string_view::npos && all_digits(text.substr(0, point)) &&
         all_digits(text.substr(point + 1));
}

template <typename Number>
Number number(const YAML::Node& node, std::string_view text) {
  const auto unsigned_text = without_sign(text);
  const bool leading_zero = whole_number(text) && unsigned_text.size() > 1 && text.front() == '0';
  if (text.front() == '+' || leading_zero) {
    refuse(node, "put " + std::string{text} + " in quotes, or leave out its plus or leading zero");
  }
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{}) refuse(node, std::string{text} + " is too large a number");
  return value;
}

}  // namespace

int line_of(const YAML::Node& node) { return node.Mark().line + 1; }

void refuse(const YAML::Node& node, const std::string& why) {
  throw Fault("line " + std::to_string(line_of(node)) + ": " + why);
}

std::vector<std::string> keys_of(const YAML::Node& node) {
  if (!node.IsMap()) refuse(node, "expected `name: value` pairs here");
  std::vector<std::string> keys;
  for (const auto& entry : node) {
    const auto& key = entry.first.Scalar();
    if (std::ranges::find(keys, key) != keys.end()) {
      refuse(entry.first, "`" + key + "` stands here twice");
    }
    keys.push_back(key);
  }
  return keys;
}

void allow_only(const YAML::Node& node, std::span<const std::string_view> known) {
  for (const auto& key : keys_of(node)) {
    if (std::ranges::find(known, key) != known.end()) continue;
    std::string list;
    for (const auto name : known) list += (list.empty() ? "" : ", ") + std::string{name};
    refuse(node, "`" + key + "` is not known here; known are: " + list);
  }
}

std::string sentence(const YAML::Node& node, std::string_view what) {
  if (!node || !node.IsScalar() || rules::blank(node.Scalar())) {
    throw Fault("line " + std::to_string(node ? line_of(node) : 1) + ": `" + std::string{what} +
                "` must say something");
  }
  return node.Scalar();
}

std::vector<std::string> words(const YAML::Node& node, std::string_view what) {
  if (!node.IsSequence()) refuse(node, "`" + std::string{what} + "` must be a list: [a, b], or []");
  std::vector<std::string> result;
  for (const auto& entry : node) result.push_back(sentence(entry, what));
  return result;
}

Value cell(const YAML::Node& node) {
  if (node.IsNull()) return {};
  if (!node.IsScalar()) refuse(node, "expected one value here");
  const std::string& text = node.Scalar();
  if (quoted(node)) return text;
  if (whole_number(text)) return number<std::int64_t>(node, text);
  if (decimal(text)) return number<double>(node, text);
  constexpr std::array<std::string_view, 4> ambiguous = {"yes", "no", "true", "false"};
  if (std::ranges::any_of(ambiguous, [&](auto word) { return rules::same_word(word, text); })) {
    refuse(node, "write 1 or 0 for " + text + ", or put it in quotes where the text is meant");
  }
  return text;
}

Row row(const YAML::Node& node) {
  Row result;
  for (const auto& column : keys_of(node)) result[column] = cell(node[column]);
  return result;
}

}  // namespace softoptin::tests
