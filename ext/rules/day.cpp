#include "rules/day.hpp"

#include <array>
#include <cmath>
#include <cstdio>

#include "rules/text.hpp"
#include "rules/zone.hpp"

namespace softoptin::rules {
namespace {

constexpr std::int64_t microseconds_per_second = 1'000'000;
constexpr std::int64_t microseconds_per_day = 86'400 * microseconds_per_second;

// Since 1970-01-01T00:00 of a clock, when the day begins by it.
constexpr std::int64_t start_of(Day day) {
  return day.sys_days().time_since_epoch().count() * microseconds_per_day;
}

// What a clock that shows this many microseconds since 1970-01-01T00:00 has as its day.
Day day_shown(std::int64_t microsecond) {
  const date::sys_time<std::chrono::microseconds> time{std::chrono::microseconds{microsecond}};
  return Day{date::floor<date::days>(time)};
}

// Reads a text from left to right; every step that does not fit leaves `ok` false.
struct Scanner {
  std::string_view rest;
  bool ok = true;

  bool accept(char wanted) {
    if (rest.empty() || rest.front() != wanted) return false;
    rest.remove_prefix(1);
    return true;
  }
  void expect(char wanted) { ok = accept(wanted) && ok; }
  int digits(std::size_t count) {
    if (rest.size() < count) {
      ok = false;
      return {};
    }
    int value = 0;
    for (const char digit : rest.substr(0, count)) {
      if (digit < '0' || digit > '9') ok = false;
      value = value * 10 + (digit - '0');
    }
    rest.remove_prefix(count);
    return value;
  }
  [[nodiscard]] bool digit_ahead() const {
    return !rest.empty() && rest.front() >= '0' && rest.front() <= '9';
  }
};

// .f to .fffffffff and longer: digits beyond the microsecond are dropped.
std::int64_t read_fraction(Scanner& scanner) {
  if (!scanner.digit_ahead()) scanner.ok = false;
  std::int64_t value = 0;
  std::int64_t unit = microseconds_per_second / 10;
  while (scanner.digit_ahead()) {
    value += unit * scanner.digits(1);
    unit /= 10;
  }
  return value;
}

// Seconds east of UTC, or nothing where the text ends without an offset.
std::optional<int> read_offset(Scanner& scanner) {
  if (scanner.rest.empty()) return std::nullopt;
  scanner.accept(' ');
  if (scanner.accept('Z') || scanner.accept('z')) return 0;
  const bool west = scanner.accept('-');
  if (!west) scanner.expect('+');
  const int hours = scanner.digits(2);
  const bool colon = scanner.accept(':');
  const int minutes = colon || scanner.digit_ahead() ? scanner.digits(2) : 0;
  if (hours > 14 || minutes > 59) scanner.ok = false;
  const int seconds = (hours * 60 + minutes) * 60;
  return west ? -seconds : seconds;
}

// 20240131 or an Excel serial kept as a number is some hour of 1970 when read as unix seconds.
// Nobody means that: it is a date in a form that is not accepted.
bool looks_like_another_form(double number) {
  const bool excel_serial = number >= 25'569 && number < 73'051;  // 1970-01-01 to 2100-01-01.
  const bool compact_date = number >= 19'000'101 && number < 21'001'232;
  return excel_serial || compact_date;
}

}  // namespace

std::optional<Day> Day::of_civil(int year, unsigned month, unsigned day) {
  // Checked first: date.h keeps a month and a day in a byte.
  if (year < 1 || year > 9999 || month > 12 || day > 31) return std::nullopt;
  const date::year_month_day civil{date::year{year}, date::month{month}, date::day{day}};
  if (!civil.ok()) return std::nullopt;
  return Day{date::sys_days{civil}};
}

std::string Day::text() const {
  const date::year_month_day civil{day_};
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u", static_cast<int>(civil.year()),
                static_cast<unsigned>(civil.month()), static_cast<unsigned>(civil.day()));
  return buffer.data();
}

Day months_later(Day day, Months months) {
  const date::year_month_day civil{day.sys_days()};
  // Counted in 64 bits: date.h keeps a year in 16.
  const std::int64_t count = std::int64_t{static_cast<int>(civil.year())} * 12 +
                             static_cast<unsigned>(civil.month()) - 1 + months.count;
  if (count >= std::int64_t{10'000} * 12) return Day::latest();
  const date::year year{static_cast<int>(count / 12)};
  const date::month month{static_cast<unsigned>(count % 12) + 1};
  const auto same_day = year / month / civil.day();
  return Day{same_day.ok() ? date::sys_days{same_day} : date::sys_days{year / month / date::last}};
}

Day day_before(Day day) { return Day{day.sys_days() - date::days{1}}; }

Day earlier_of(Day left, Day right) { return left < right ? left : right; }

std::string Moment::text() const {
  if (!timed) return day.text();
  const Day utc_day = day_shown(microsecond);
  const std::int64_t of_day = microsecond - start_of(utc_day);
  const auto second = static_cast<int>(of_day / microseconds_per_second);
  const auto fraction = static_cast<int>(of_day % microseconds_per_second);
  std::array<char, 48> buffer{};
  int written = std::snprintf(buffer.data(), buffer.size(), "%sT%02d:%02d:%02d",
                              utc_day.text().c_str(), second / 3600, second / 60 % 60, second % 60);
  std::string result(buffer.data(), static_cast<std::size_t>(written));
  if (fraction != 0) {
    written = std::snprintf(buffer.data(), buffer.size(), ".%06d", fraction);
    result.append(buffer.data(), static_cast<std::size_t>(written));
  }
  return result + "Z";
}

std::optional<Stamp> Stamp::of(Form form, std::int64_t microsecond) {
  constexpr std::int64_t first = start_of(Day::earliest());
  constexpr std::int64_t last = start_of(Day::latest()) + microseconds_per_day - 1;
  if (microsecond < first || microsecond > last) return std::nullopt;
  return Stamp{(microsecond << form_width) | static_cast<std::int64_t>(form)};
}

Stamp Stamp::date(Day day) { return *of(Form::date, start_of(day)); }

std::optional<Stamp> Stamp::instant(std::int64_t microsecond) {
  return of(Form::instant, microsecond);
}

std::optional<Stamp> Stamp::local_time(std::int64_t microsecond) {
  return of(Form::local_time, microsecond);
}

Day Stamp::day_in(const Zone& zone) const {
  return form() == Form::instant ? zone.day_of(microsecond()) : day_shown(microsecond());
}

Moment Stamp::in(const Zone& zone) const {
  const bool is_instant = form() == Form::instant;
  return {day_in(zone), form() != Form::date,
          is_instant ? microsecond() : zone.instant_of_local(microsecond())};
}

std::int64_t Stamp::packed(const std::optional<Stamp>& stamp) {
  return stamp ? stamp->bits_ : nothing;
}

std::optional<Stamp> Stamp::unpacked(std::int64_t number) {
  if (number == nothing) return std::nullopt;
  return Stamp{number};
}

std::optional<Stamp> read_text(std::string_view text) {
  Scanner scanner{trimmed(text)};
  const int year = scanner.digits(4);
  scanner.expect('-');
  const int month = scanner.digits(2);
  scanner.expect('-');
  const int day_of_month = scanner.digits(2);
  if (!scanner.ok) return std::nullopt;
  const auto day =
      Day::of_civil(year, static_cast<unsigned>(month), static_cast<unsigned>(day_of_month));
  if (!day) return std::nullopt;
  if (scanner.rest.empty()) return Stamp::date(*day);

  if (!scanner.accept('T') && !scanner.accept('t')) scanner.expect(' ');
  const int hour = scanner.digits(2);
  scanner.expect(':');
  const int minute = scanner.digits(2);
  const bool has_seconds = scanner.accept(':');
  const int second = has_seconds ? scanner.digits(2) : 0;
  const std::int64_t fraction = has_seconds && scanner.accept('.') ? read_fraction(scanner) : 0;
  const auto offset = read_offset(scanner);
  const bool possible = hour < 24 && minute < 60 && second < 60;
  if (!scanner.ok || !scanner.rest.empty() || !possible) return std::nullopt;
  const std::int64_t seconds = (hour * 60 + minute) * 60 + second - offset.value_or(0);
  const std::int64_t microsecond = start_of(*day) + seconds * microseconds_per_second + fraction;
  return offset ? Stamp::instant(microsecond) : Stamp::local_time(microsecond);
}

std::optional<Stamp> read_integer(std::int64_t number) {
  constexpr std::int64_t first_millisecond = 100'000'000'000;
  if (looks_like_another_form(static_cast<double>(number))) return std::nullopt;
  const std::int64_t unit = number >= first_millisecond ? 1000 : microseconds_per_second;
  std::int64_t microsecond{};
  // What does not fit is in no year that can be written.
  if (__builtin_mul_overflow(number, unit, &microsecond)) return std::nullopt;
  return Stamp::instant(microsecond);
}

std::optional<Stamp> read_real(double number) {
  constexpr double julian_end = 5'373'484.5;   // 9999-12-31T24:00Z, as SQLite's 'auto'.
  constexpr double julian_1970 = 2'440'587.5;  // 1970-01-01T00:00Z.
  constexpr double first_second = -62'135'596'800.0;
  constexpr double last_second = 253'402'300'799.0;
  if (number >= 0 && number < julian_end) {
    // SQLite keeps Julian days to the millisecond; a finer reading would only show rounding noise.
    const double milliseconds = std::round((number - julian_1970) * 86'400'000.0);
    return Stamp::instant(static_cast<std::int64_t>(milliseconds) * 1000);
  }
  if (looks_like_another_form(number)) return std::nullopt;
  if (!(number >= first_second && number <= last_second)) return std::nullopt;  // And NaN.
  return Stamp::instant(static_cast<std::int64_t>(std::round(number * 1000.0)) * 1000);
}

}  // namespace softoptin::rules
