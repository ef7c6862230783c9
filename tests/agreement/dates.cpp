#include "dates.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <regex>

namespace softoptin::agreement {
namespace {

using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr std::int64_t microseconds_per_second = 1'000'000;
constexpr std::int64_t microseconds_per_day = 86'400 * microseconds_per_second;
constexpr std::int64_t julian_milliseconds_1970 = 210'866'760'000'000;

template <class... Arguments>
std::string formatted(const char* format, Arguments... arguments) {
  std::array<char, 64> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), format, arguments...);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

std::int64_t first_microsecond(sys_days day) {
  return day.time_since_epoch().count() * microseconds_per_day;
}

// Nothing outside the years 1 to 9999.
std::optional<Reading> instant(std::int64_t microsecond) {
  const auto day = std::chrono::floor<std::chrono::days>(
      std::chrono::sys_time<std::chrono::microseconds>{std::chrono::microseconds{microsecond}});
  if (day < sys_days{year{1} / 1 / 1} || day > sys_days{year{9999} / 12 / 31}) return std::nullopt;
  return Reading{.day = {}, .clock = {}, .instant = microsecond};
}

int number(const std::ssub_match& digits) { return digits.matched ? std::stoi(digits) : 0; }

std::optional<sys_days> day_in(const std::smatch& parts) {
  const year_month_day civil{year{number(parts[1])},
                             std::chrono::month{static_cast<unsigned>(number(parts[2]))},
                             std::chrono::day{static_cast<unsigned>(number(parts[3]))}};
  if (!civil.ok() || civil.year() < year{1}) return std::nullopt;
  return sys_days{civil};
}

// ISO 8601: a date; T or a blank and a time; Z or an offset.
std::optional<Reading> read_text(const std::string& text) {
  static const std::regex form{
      " *([0-9]{4})-([0-9]{2})-([0-9]{2})"
      "([Tt ]([0-9]{2}):([0-9]{2})(:([0-9]{2})([.]([0-9]+))?)?"
      "( ?([Zz]|([+-])([0-9]{2})(:?([0-9]{2}))?))?)? *"};
  std::smatch parts;
  if (!std::regex_match(text, parts, form)) return std::nullopt;
  const auto day = day_in(parts);
  if (!day) return std::nullopt;
  if (!parts[4].matched) return Reading{.day = date_text(*day), .clock = {}, .instant = {}};
  const int hour = number(parts[5]);
  const int minute = number(parts[6]);
  const int second = number(parts[8]);
  const int offset = (number(parts[14]) * 60 + number(parts[16])) * (parts[13] == "-" ? -60 : 60);
  if (hour > 23 || minute > 59 || second > 59 || number(parts[14]) > 14) return std::nullopt;
  if (number(parts[16]) > 59) return std::nullopt;
  const std::string fraction = (parts[10].str() + "000000").substr(0, 6);
  const std::int64_t clock = first_microsecond(*day) + std::stoi(fraction) +
                             ((hour * 60 + minute) * 60 + second) * microseconds_per_second;
  if (!parts[11].matched) return Reading{.day = date_text(*day), .clock = clock, .instant = {}};
  return instant(clock - offset * microseconds_per_second);
}

// A date written as a number, or the serial of a spreadsheet: "not accepted, hence unreadable".
bool another_form(double number) {
  return (number >= 19'000'101 && number <= 21'001'231) || (number >= 25'569 && number <= 73'050);
}

std::optional<Reading> read_integer(std::int64_t number) {
  if (another_form(static_cast<double>(number))) return std::nullopt;
  const bool milliseconds = number >= 100'000'000'000;
  constexpr std::int64_t beyond_any_date = 1'000'000'000'000'000;
  if (number > beyond_any_date || number < -beyond_any_date) return std::nullopt;
  const std::int64_t unit = milliseconds ? 1000 : microseconds_per_second;
  if (number > INT64_MAX / unit || number < INT64_MIN / unit) return std::nullopt;
  return instant(number * unit);
}

// "REAL as SQLite's `auto` (Julian day in its range)", else unix seconds; to the millisecond.
std::optional<Reading> read_real(double number) {
  if (number >= 0 && number < 5'373'484.5) {
    const auto milliseconds = std::llround(number * 86'400'000.0) - julian_milliseconds_1970;
    return instant(milliseconds * 1000);
  }
  if (another_form(number) || number < -1e12 || number > 1e12) return std::nullopt;
  return instant(std::llround(number * 1000.0) * 1000);
}

// The instant as local time of an offset, in ISO 8601.
std::string local(std::int64_t microsecond, int offset_minutes, const std::string& offset,
                  Dice& dice) {
  const std::int64_t there = microsecond + offset_minutes * 60 * microseconds_per_second;
  const auto whole = std::chrono::floor<std::chrono::days>(
      std::chrono::sys_time<std::chrono::microseconds>{std::chrono::microseconds{there}});
  const std::int64_t rest = there - first_microsecond(whole);
  const auto second = static_cast<int>(rest / microseconds_per_second);
  const auto fraction = static_cast<int>(rest % microseconds_per_second);
  std::string text = date_text(whole) + (dice.chance(50) ? "T" : " ") +
                     formatted("%02d:%02d", second / 3600, second / 60 % 60);
  if (second % 60 != 0 || fraction != 0 || dice.chance(70)) text += formatted(":%02d", second % 60);
  if (fraction != 0) text += formatted(".%06d", fraction);
  return text + offset;
}

std::string as_text(std::int64_t microsecond, Dice& dice) {
  struct Offset {
    int minutes;
    const char* text;
  };
  constexpr std::array<Offset, 8> offsets = {Offset{0, ""},
                                             {0, "Z"},
                                             {0, " z"},
                                             {60, "+01:00"},
                                             {60, "+0100"},
                                             {-120, "-02"},
                                             {5 * 60 + 45, "+05:45"},
                                             {14 * 60, " +14:00"}};
  const Offset& offset = offsets.at(dice.below(offsets.size()));
  return local(microsecond, offset.minutes, offset.text, dice);
}

// Times of day that meet again, so that instants are equal often, and such that are another day, or
// another hour, in another zone; whole milliseconds where the form knows no less.
std::int64_t time_of_day(bool whole_milliseconds, Dice& dice) {
  constexpr std::array<std::int64_t, 11> seconds = {0,      3'600,  5'400,  7'200,  9'000, 34'200,
                                                    34'200, 43'200, 79'200, 82'800, 86'399};
  const std::int64_t at = seconds.at(dice.below(seconds.size())) * microseconds_per_second;
  if (!dice.chance(15)) return at;
  return at + (whole_milliseconds ? 999'000 : 999'999);
}

}  // namespace

std::string date_text(sys_days day) {
  const year_month_day civil{day};
  return formatted("%04d-%02u-%02u", static_cast<int>(civil.year()),
                   static_cast<unsigned>(civil.month()), static_cast<unsigned>(civil.day()));
}

std::optional<Reading> read(const Value& written) {
  if (const auto* text = std::get_if<std::string>(&written)) return read_text(*text);
  if (const auto* whole = std::get_if<std::int64_t>(&written)) return read_integer(*whole);
  if (const auto* real = std::get_if<double>(&written)) return read_real(*real);
  return std::nullopt;
}

Value written_somehow(sys_days day, Dice& dice) {
  const int form = dice.between(1, 100);
  if (form <= 45) return date_text(day);
  if (form <= 48) return " " + date_text(day) + " ";
  const std::int64_t microsecond = first_microsecond(day) + time_of_day(form > 85, dice);
  if (form <= 85) return as_text(microsecond, dice);
  const std::int64_t milliseconds = microsecond / 1000;
  if (form <= 90) return milliseconds / 1000;
  if (form <= 94) return milliseconds;
  if (form <= 97) {
    return static_cast<double>(milliseconds + julian_milliseconds_1970) / 86'400'000.0;
  }
  return static_cast<double>(milliseconds) / 1000.0;
}

Value no_date(Dice& dice) {
  static const std::vector<Value> values = {"",
                                            " ",
                                            "2026-02-30",
                                            "0000-00-00",
                                            "31/12/2025",
                                            "20260131",
                                            "2026-6-1",
                                            "2026-06-01T24:00",
                                            "tomorrow",
                                            "2026-06-01T10:00:60",
                                            "2026-06-01T10:00+1",
                                            "1781515800",
                                            "2026-13-01",
                                            "2026-06-01T",
                                            "2025-02-29T10:00:00Z",
                                            std::int64_t{20'260'131},
                                            std::int64_t{46'053},
                                            46'053.0,
                                            20'260'131.0,
                                            1.7815158e12,
                                            std::int64_t{999'999'999'999'999'999},
                                            -1e15};
  return dice.one_of(values);
}

}  // namespace softoptin::agreement
