#include "policies/compiler/value.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>

#include "policies/compiler/keys.hpp"
#include "rules/policy_row.hpp"
#include "rules/text.hpp"
#include "rules/zone.hpp"

namespace softoptin::policies {
namespace {

constexpr std::string_view nothing = "none";

std::string in_backticks(std::string_view word) { return "`" + std::string{word} + "`"; }

[[noreturn]] void refuse(std::string_view key, const YAML::Node& node, const std::string& why) {
  throw Fault{line_of(node), in_backticks(key) + " " + why};
}

std::string scalar(std::string_view key, const YAML::Node& node) {
  if (!node.IsScalar()) {
    refuse(key, node, node.IsNull() ? "says nothing" : "is to be one value, not a list");
  }
  const std::string& text = node.Scalar();
  if (rules::blank(text)) refuse(key, node, "says nothing");
  if (rules::trimmed(text) != text) refuse(key, node, "has blanks around it: take them away");
  if (text.find_first_of("\r\n\t") != std::string::npos) {
    refuse(key, node, "has a line break or a tab in it: fold it into one paragraph by >-");
  }
  return text;
}

bool is_none(const YAML::Node& node) { return node.IsScalar() && node.Scalar() == nothing; }

std::string literal(std::string_view text) {
  std::string quoted = "\"";
  for (const char sign : text) {
    if (sign == '"' || sign == '\\') quoted += '\\';
    quoted += sign;
  }
  return quoted + "\"";
}

std::string listed(std::span<const std::string_view> words) {
  std::string text;
  for (const std::string_view word : words) text += (text.empty() ? "" : ", ") + std::string{word};
  return text;
}

// One of the words.
std::string word(std::string_view key, const YAML::Node& node,
                 std::span<const std::string_view> words) {
  std::string text = scalar(key, node);
  if (std::ranges::find(words, text) != words.end()) return text;
  refuse(key, node, "is " + text + ": write one of " + listed(words));
}

Value enumerator(std::string_view key, const YAML::Node& node,
                 std::span<const std::string_view> words, const std::string& type) {
  const std::string written = word(key, node, words);
  return {written, type + "::" + written};
}

std::optional<int> number_of(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// A number from 1 to the largest, in its one spelling.
int number(std::string_view key, const YAML::Node& node, int largest) {
  const std::string text = scalar(key, node);
  const std::optional<int> number = number_of(text);
  if (number && *number >= 1 && *number <= largest && std::to_string(*number) == text) {
    return *number;
  }
  refuse(key, node,
         "is " + text + ": write a number from 1 to " + std::to_string(largest) + ", or none");
}

Value date_or(std::string_view key, const YAML::Node& node, const std::string& otherwise) {
  const std::string text = scalar(key, node);
  if (text == otherwise) return {text, "std::nullopt"};
  if (!day_of(text)) refuse(key, node, "is " + text + ": write YYYY-MM-DD, or " + otherwise);
  const auto part = [&](std::size_t at, std::size_t length) {
    return std::to_string(*number_of(std::string_view{text}.substr(at, length)));
  };
  return {text, "day(" + part(0, 4) + ", " + part(5, 2) + ", " + part(8, 2) + ")"};
}

// The values of a list that is not empty, as one.
Value list(std::string_view key, const YAML::Node& node, Reader reader, std::string_view type) {
  if (!node.IsSequence() || node.size() == 0) {
    refuse(key, node, "is to be a list, each entry behind a hyphen");
  }
  Value all{"", "", type};
  for (const auto& entry : node) {
    const Value value = reader(key, entry);
    all.written += "\n- " + value.written;
    all.cpp += (all.cpp.empty() ? "" : ", ") + value.cpp;
  }
  return {all.written, "{" + all.cpp + "}", type};
}

Value address(std::string_view key, const YAML::Node& node) {
  Value value = text(key, node);
  const bool of_the_web =
      value.written.starts_with("https://") || value.written.starts_with("http://");
  if (of_the_web && value.written.find(' ') == std::string::npos) return value;
  refuse(key, node, "holds " + value.written + ": write an address that begins with https://");
}

Value one_register(std::string_view key, const YAML::Node& node) {
  const Keys keys{node, "a register of " + in_backticks(key)};
  keys.allow_only(std::array<std::string_view, 3>{"name", "legal_persons_only", "note"});
  const Value name = text("name", keys.need("name", "as soft_optin_register_checks writes it"));
  const Value legal = yes_or_no("legal_persons_only", keys.need("legal_persons_only", "yes or no"));
  const Value note = text_or_none("note", keys.need("note", "what it is, or none"));
  return {name.written + "|" + legal.written + "|" + note.written,
          "{" + name.cpp + ", " + legal.cpp + ", " + note.cpp + "}"};
}

}  // namespace

int line_of(const YAML::Node& node) { return node.Mark().line + 1; }

std::optional<rules::Day> day_of(std::string_view text) {
  constexpr std::string_view form = "dddd-dd-dd";
  const bool formed = std::ranges::equal(text, form, [](char sign, char wanted) {
    return wanted == '-' ? sign == '-' : sign >= '0' && sign <= '9';
  });
  if (!formed) return std::nullopt;
  const auto part = [&](std::size_t at, std::size_t length) {
    return *number_of(text.substr(at, length));
  };
  return rules::Day::of_civil(part(0, 4), static_cast<unsigned>(part(5, 2)),
                              static_cast<unsigned>(part(8, 2)));
}

Value text(std::string_view key, const YAML::Node& node) {
  std::string written = scalar(key, node);
  if (written == nothing) refuse(key, node, "is none: every row needs one");
  return {written, literal(written)};
}

Value text_or_none(std::string_view key, const YAML::Node& node) {
  const std::string written = scalar(key, node);
  return {written, written == nothing ? "\"\"" : literal(written)};
}

Value texts_or_none(std::string_view key, const YAML::Node& node) {
  if (is_none(node)) return {std::string{nothing}, "{}"};
  return list(key, node, text, "std::string_view");
}

Value addresses(std::string_view key, const YAML::Node& node) {
  return list(key, node, address, "std::string_view");
}

Value jurisdiction(std::string_view key, const YAML::Node& node) {
  const std::string written = scalar(key, node);
  if (written == "UK") refuse(key, node, "is UK: the ISO code is GB");
  const auto capital = [](char sign) { return sign >= 'A' && sign <= 'Z'; };
  if (written.size() != 2 || !std::ranges::all_of(written, capital)) {
    refuse(key, node, "is " + written + ": write an ISO 3166-1 alpha-2 code");
  }
  return {written, literal(written)};
}

Value zone_or_none(std::string_view key, const YAML::Node& node) {
  const std::string written = scalar(key, node);
  if (written == nothing) return {written, "\"\""};
  const rules::Zone* const zone = rules::Zone::named(written);
  if (zone == nullptr || zone->name() != written) {
    refuse(key, node, "is " + written + ", a time zone that is not known");
  }
  return {written, literal(written)};
}

Value variant(std::string_view key, const YAML::Node& node) {
  constexpr std::array<std::string_view, 2> words = {"commercial", "charity"};
  const std::string written = word(key, node, words);
  return {written, literal(written)};
}

Value soft_optin(std::string_view key, const YAML::Node& node) {
  return enumerator(key, node, rules::soft_optin_names, "SoftOptIn");
}

Value said(std::string_view key, const YAML::Node& node) {
  return enumerator(key, node, rules::said_names, "Said");
}

Value corporates(std::string_view key, const YAML::Node& node) {
  return enumerator(key, node, rules::corporates_names, "Corporates");
}

Value confidence(std::string_view key, const YAML::Node& node) {
  return enumerator(key, node, rules::confidence_names, "Confidence");
}

Value yes_or_no(std::string_view key, const YAML::Node& node) {
  constexpr std::array<std::string_view, 2> words = {"yes", "no"};
  const std::string written = word(key, node, words);
  return {written, written == "yes" ? "true" : "false"};
}

Value date(std::string_view key, const YAML::Node& node) {
  std::string written = scalar(key, node);
  if (!day_of(written)) refuse(key, node, "is " + written + ": write YYYY-MM-DD");
  return {written, literal(written)};
}

Value date_or_none(std::string_view key, const YAML::Node& node) {
  return date_or(key, node, "none");
}

Value date_or_unknown(std::string_view key, const YAML::Node& node) {
  return date_or(key, node, "unknown");
}

Value months_or_none(std::string_view key, const YAML::Node& node) {
  if (is_none(node)) return {std::string{nothing}, "std::nullopt"};
  const std::string months = std::to_string(number(key, node, 1200));
  return {months, "Months{" + months + "}"};
}

Value days_or_none(std::string_view key, const YAML::Node& node) {
  if (is_none(node)) return {std::string{nothing}, "std::nullopt"};
  const std::string days = std::to_string(number(key, node, 365));
  return {days, days};
}

Value registers_or_none(std::string_view key, const YAML::Node& node) {
  if (is_none(node)) return {std::string{nothing}, "{}"};
  return list(key, node, one_register, "Register");
}

}  // namespace softoptin::policies
