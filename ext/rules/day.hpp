// Days and moments: how the rule counts time.
//
// Days, not moments, decide. A Day is a civil day of the policy's time zone; a Moment is a day
// with, where it was recorded, the instant within it. Both are values; nothing here reads a clock.
// A Day is a type, not a number: a day plus an integer or plus a duration does not compile, since
// "twelve months later" is a civil date, never a number of seconds.
#pragma once

#include <date/date.h>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace softoptin::rules {

// A number of calendar months ("month" is the calendar month: Interpretation Act 2005 (IE),
// Schedule).
struct Months {
  int count = 0;
  friend constexpr bool operator==(Months, Months) = default;
};

// A civil day from 0001-01-01 to 9999-12-31 (the days that SQLite and ISO 8601 can write).
class Day {
 public:
  constexpr explicit Day(date::sys_days day) : day_(day) {}

  // The day of that date, or nothing when there is no such date (2025-02-30, 0000-00-00).
  static std::optional<Day> of_civil(int year, unsigned month, unsigned day);
  // The UTC day of an instant, or nothing outside the years 1 to 9999.
  static std::optional<Day> of_instant(std::int64_t microseconds_since_1970);

  [[nodiscard]] constexpr date::sys_days sys_days() const { return day_; }
  // The first microsecond of the day, UTC, since 1970-01-01.
  [[nodiscard]] std::int64_t first_microsecond() const;
  [[nodiscard]] std::int64_t last_microsecond() const;
  // YYYY-MM-DD.
  [[nodiscard]] std::string text() const;

  friend constexpr auto operator<=>(Day, Day) = default;

 private:
  date::sys_days day_;
};

// The same day of the month, that many months later; the month's last day where it has no such day:
// 2028-02-29 plus 12 months is 2029-02-28, 2027-02-28 plus 12 months is 2028-02-28.
// Added forward from the event, as the window is; the latest result is 9999-12-31.
Day months_later(Day day, Months months);
Day day_before(Day day);
Day earlier_of(Day left, Day right);

// A day, with the instant where a time of day was recorded.
// Without a time (timed == false) `microsecond` is the first of the day.
struct Moment {
  Day day;
  bool timed;
  std::int64_t microsecond;  // UTC, since 1970-01-01.

  static Moment on(Day day) { return {day, false, day.first_microsecond()}; }
  // YYYY-MM-DD, and THH:MM:SS[.ffffff]Z where there is a time.
  [[nodiscard]] std::string text() const;
};

// What the database may hold as a date, read into a Moment; nothing when it is not one of:
//   text     ISO 8601: YYYY-MM-DD alone, or T or a blank, HH:MM[:SS[.fraction]], and nothing, Z or
//            an offset ±HH, ±HHMM or ±HH:MM behind it, perhaps after a blank. With an offset or Z
//            it is an instant, and its day is the UTC day; without, a civil date or time. Blanks
//            around it do not matter.
//   integer  unix seconds, or milliseconds from 10^11. Integers that are plainly a date written
//            another way (20240131, or an Excel serial: 25569 to 73050) are not read.
//   real     as SQLite's 'auto': a Julian day in its range, else unix seconds.
// Impossible dates, other orders of day and month, 24:00 and second 60 are not read. No error, no
// heap.
std::optional<Moment> read_text(std::string_view text);
std::optional<Moment> read_integer(std::int64_t number);
std::optional<Moment> read_real(double number);

}  // namespace softoptin::rules
