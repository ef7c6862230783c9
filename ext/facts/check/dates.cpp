#include "facts/check/dates.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "rules/day.hpp"
#include "rules/text.hpp"

namespace softoptin::facts::check {
namespace {

constexpr DateForm excel_serial{
    "excel_serial_date",
    "Write {column} as an ISO 8601 date: these are Excel serials, which "
    "date(({column} - 25569) * 86400, 'unixepoch') turns into dates."};
constexpr DateForm day_month_year{
    "day_month_year_date",
    "Write {column} as 2025-12-31, not as 31/12/2025, 31.12.2025 or 12/31/2025: take year, month "
    "and day apart with substr({column}, ...) and put them together in that order."};
constexpr DateForm compact{
    "compact_date",
    "Write {column} as 2024-01-31, not as 20240131: substr({column}, 1, 4) || '-' || "
    "substr({column}, 5, 2) || '-' || substr({column}, 7, 2) does so."};
constexpr DateForm zero{
    "zero_date",
    "Write NULL in place of 0000-00-00 in {column}: CASE WHEN {column} NOT LIKE '0000-%' THEN "
    "{column} END does so."};
constexpr DateForm impossible{
    "impossible_date",
    "Correct {column} at its source: it names a day or a time that does not exist, such as "
    "2025-02-30 or 24:00."};
constexpr DateForm epoch_text{"epoch_text_date",
                              "Write CAST({column} AS INTEGER) in place of {column}: it is a unix "
                              "time that is kept as text."};
constexpr DateForm other{
    "unreadable_date",
    "Write {column} as an ISO 8601 date such as 2025-12-31 or 2025-12-31T09:30:00Z: the form that "
    "stands there is none that is read."};

bool digit(char sign) { return sign >= '0' && sign <= '9'; }

// Whether the text begins as the pattern says: 9 stands for a digit, T for T, t or a blank, all
// else for itself.
bool begins_as(std::string_view text, std::string_view pattern) {
  if (text.size() < pattern.size()) return false;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const char sign = text[at];
    const char wanted = pattern[at];
    if (wanted == '9'   ? !digit(sign)
        : wanted == 'T' ? sign != 'T' && sign != 't' && sign != ' '
                        : sign != wanted) {
      return false;
    }
  }
  return true;
}

// One or two digits, a slash, dot or hyphen, one or two digits, the same again, a year.
bool begins_with_day_and_month(std::string_view text) {
  constexpr auto patterns = std::to_array<std::string_view>(
      {"9/9/9", "99/9/9", "9/99/9", "99/99/9", "9.9.9", "99.9.9", "9.99.9", "99.99.9", "9-9-9",
       "99-9-9", "9-99-9", "99-99-9"});
  return std::ranges::any_of(patterns,
                             [&](std::string_view pattern) { return begins_as(text, pattern); });
}

std::optional<double> number_of(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// The day numbers of Excel from 1970 to 2099, as rules/day.cpp takes them.
bool excel_day(double number) { return number >= 25'569 && number < 73'051; }

bool compact_day(double number) { return number >= 19'000'101 && number < 21'001'232; }

// Whether the day, and the time where there is one, exist; the text begins as 2025-12-31.
bool names_what_exists(std::string_view text) {
  std::size_t size = 10;
  if (begins_as(text.substr(10), "T99:99")) size = 16;
  if (begins_as(text.substr(10), "T99:99:99")) size = 19;
  return rules::read_text(text.substr(0, size)).has_value();
}

const DateForm& form_of_number(double number) {
  if (excel_day(number)) return excel_serial;
  return compact_day(number) ? compact : other;
}

const DateForm& form_of_text(std::string_view text) {
  if (begins_as(text, "0000-00-00")) return zero;
  if (begins_as(text, "9999-99-99")) return names_what_exists(text) ? other : impossible;
  if (begins_with_day_and_month(text)) return day_month_year;
  if (begins_as(text, "99999999T") || (begins_as(text, "99999999999999") && text.size() == 14)) {
    return compact;
  }
  const auto number = number_of(text);
  if (!number) return other;
  if (excel_day(*number) || compact_day(*number)) return form_of_number(*number);
  return *number >= 86'400'000 ? epoch_text : other;  // From 1972-09-27 on.
}

}  // namespace

const DateForm& form_of(sqlite::Cell cell) {
  switch (cell.type()) {
    case SQLITE_INTEGER:
    case SQLITE_FLOAT:
      return form_of_number(cell.real());
    case SQLITE_TEXT:
      return form_of_text(rules::trimmed(cell.text()));
    default:
      return other;
  }
}

}  // namespace softoptin::facts::check
