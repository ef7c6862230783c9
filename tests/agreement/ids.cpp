#include "ids.hpp"

#include <cctype>
#include <set>

#include "rules/text.hpp"

namespace softoptin::agreement {
namespace {

using tests::text_of;
using Values = std::vector<Value>;
using Words = std::vector<std::string>;

bool of_digits(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

// The same for ids that a column of that declared type takes for the same, or may.
std::string distinct_form(const Value& id, const std::string& type) {
  std::string text = text_of(id);
  const bool number = !std::holds_alternative<std::string>(id);
  if (number && text.ends_with(".0") && !type.starts_with("TEXT")) text.resize(text.size() - 2);
  if (type.empty()) return (number ? "number " : "text ") + text;
  while (!text.empty() && text.back() == ' ') text.pop_back();
  if (!type.starts_with("TEXT")) return of_digits(text) ? std::to_string(std::stoll(text)) : text;
  for (char& letter : text) letter = rules::ascii_lower(letter);
  return text;
}

}  // namespace

Value nearly(const Value& id, Dice& dice) {
  if (const auto* number = std::get_if<std::int64_t>(&id)) {
    if (dice.chance(50)) return std::to_string(*number);
    return dice.chance(50) ? Value{static_cast<double>(*number)}
                           : Value{"0" + std::to_string(*number)};
  }
  const auto* text = std::get_if<std::string>(&id);
  if (text == nullptr) return id;
  if (of_digits(*text) && dice.chance(60)) return std::int64_t{std::stoll(*text)};
  if (dice.chance(30)) return *text + " ";
  std::string other = *text;
  for (char& letter : other) {
    if (std::isalpha(static_cast<unsigned char>(letter)) != 0)
      letter = static_cast<char>(letter ^ 32);
  }
  return other;
}

Ids contact_ids(Dice& dice) {
  const std::vector<Values> lists = {
      {std::int64_t{1}, std::int64_t{2}, std::int64_t{3}, std::int64_t{4}, std::int64_t{5}},
      {std::int64_t{-7}, std::int64_t{0}, std::int64_t{90'000'000'000}, std::int64_t{12},
       std::int64_t{9'007'199'254'740'993}},
      {"c1", "c2", "c3", "c4", "c5"},
      {"Ann", "bob", "BOB", "ann", "Cy "},
      {"1", "2", "02", "3 ", "x"},
      {std::int64_t{1}, "1", 2.0, "2", "two", std::int64_t{3}},
      {1.5, 2.0, std::int64_t{3}, "three", "3"},
      {"1", "2 ", "3"}};
  const std::vector<Words> types = {{"", "INTEGER", "INTEGER PRIMARY KEY"},
                                    {"", "INTEGER", "NUMERIC"},
                                    {"", "TEXT"},
                                    {"", "TEXT", "TEXT COLLATE NOCASE"},
                                    {"", "TEXT", "TEXT COLLATE RTRIM", "TEXT COLLATE NOCASE"},
                                    {"", "TEXT", "INTEGER"},
                                    {"", "REAL", "NUMERIC"},
                                    {"TEXT COLLATE RTRIM"}};
  const std::vector<std::size_t> often = {0, 0, 0, 0, 1, 2, 2, 2, 2, 3, 4, 5, 6, 7};
  const std::size_t list = dice.one_of(often);
  Ids ids{dice.one_of(types[list]), {}};
  std::set<std::string> seen;
  for (const Value& id : lists[list]) {
    if (seen.insert(distinct_form(id, ids.type)).second) ids.values.push_back(id);
  }
  return ids;
}

}  // namespace softoptin::agreement
