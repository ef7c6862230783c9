// Days and moments: how the rule counts time.
//
// Days, not moments, decide. A Day is a civil day; a Stamp is a date as somebody wrote it, of which
// nobody knows yet where it counts; a Moment is what it means in a time zone: a day with, where it
// was recorded, the instant within it. All are values; nothing here reads a clock.
// A Day is a type, not a number: a day plus an integer or plus a duration does not compile, since
// "twelve months later" is a civil date, never a number of seconds. Nor does a Day become an
// instant or an instant a Day without a Zone (zone.hpp).
#pragma once

#include <date/date.h>

#include <bit>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace softoptin::rules {

class Zone;

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
  static constexpr Day earliest() { return Day{date::sys_days{date::year{1} / 1 / 1}}; }
  static constexpr Day latest() { return Day{date::sys_days{date::year{9999} / 12 / 31}}; }

  [[nodiscard]] constexpr date::sys_days sys_days() const { return day_; }
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

// Where something stands in the order of events: by day, then by instant.
struct Place {
  Day day;
  std::int64_t microsecond;
  friend constexpr auto operator<=>(const Place&, const Place&) = default;
};

// A day, with the instant where a time of day was recorded.
// Without a time (timed == false) `microsecond` is the first of the day in its zone.
struct Moment {
  Day day;
  bool timed;
  std::int64_t microsecond;  // UTC, since 1970-01-01.

  // The places of what counts from the day's start, and of what stands at its end, where there is
  // no time; else both are that of the instant.
  [[nodiscard]] Place from_start() const { return {day, microsecond}; }
  [[nodiscard]] Place at_end() const { return {day, timed ? microsecond : INT64_MAX}; }
  // YYYY-MM-DD of the day, or where there is a time the instant: YYYY-MM-DDTHH:MM:SS[.ffffff]Z.
  [[nodiscard]] std::string text() const;
};

// A date as it is written, before anybody says in which zone it counts. Eight bytes.
class Stamp {
 public:
  enum class Form : std::uint8_t { date, local_time, instant };

  static Stamp date(Day day);
  // Microseconds since 1970-01-01T00:00: UTC, or of a clock that shows that. Nothing outside the
  // years 1 to 9999.
  static std::optional<Stamp> instant(std::int64_t microsecond);
  static std::optional<Stamp> local_time(std::int64_t microsecond);

  [[nodiscard]] Form form() const { return static_cast<Form>(bits_ & form_bits); }
  // As written: UTC for an instant; else of a clock, 00:00 of it for a date.
  [[nodiscard]] std::int64_t microsecond() const { return bits_ >> form_width; }

  // A date or a local time means the day that is written, and times of the zone; an instant the day
  // that it is in the zone.
  [[nodiscard]] Moment in(const Zone& zone) const;
  // in(zone).day, for less.
  [[nodiscard]] Day day_in(const Zone& zone) const;

  // As a number, to be kept by the million; nothing has a number too.
  static std::int64_t packed(const std::optional<Stamp>& stamp);
  static std::optional<Stamp> unpacked(std::int64_t number);

 private:
  // The form in the low bits; the years 1 to 9999 leave room for it.
  static constexpr std::int64_t form_bits = 3;
  static constexpr int form_width = std::bit_width(static_cast<std::uint64_t>(form_bits));
  static constexpr std::int64_t nothing = form_bits;  // No form.

  explicit Stamp(std::int64_t bits) : bits_(bits) {}
  static std::optional<Stamp> of(Form form, std::int64_t microsecond);

  std::int64_t bits_;
};

// What the database may hold as a date; nothing when it is not one of:
//   text     ISO 8601: YYYY-MM-DD alone, or T or a blank, HH:MM[:SS[.fraction]], and nothing, Z or
//            an offset ±HH, ±HHMM or ±HH:MM behind it, perhaps after a blank. With an offset or Z
//            it is an instant; without, a civil date or a local time. Blanks around it do not
//            matter.
//   integer  unix seconds, or milliseconds from 10^11: an instant. Integers that are plainly a date
//            written another way (20240131, or an Excel serial: 25569 to 73050) are not read.
//   real     as SQLite's 'auto': a Julian day in its range, else unix seconds; an instant.
// Impossible dates, other orders of day and month, 24:00 and second 60 are not read. No error, no
// heap.
std::optional<Stamp> read_text(std::string_view text);
std::optional<Stamp> read_integer(std::int64_t number);
std::optional<Stamp> read_real(double number);

}  // namespace softoptin::rules
