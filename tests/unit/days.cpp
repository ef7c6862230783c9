// Days against two independent ways of counting: a calendar stepped day by day, and the C
// library's.
#include <gtest/gtest.h>

#include <climits>
#include <ctime>

#include "counted_calendar.hpp"
#include "written_dates.hpp"

namespace softoptin::rules {
namespace {

constexpr std::int64_t microseconds_per_day = 86'400'000'000;

std::optional<Day> civil_day(counted::Civil civil) {
  return Day::of_civil(civil.year, static_cast<unsigned>(civil.month),
                       static_cast<unsigned>(civil.day));
}

// The day of an instant, or nothing where none can be written.
std::optional<Day> utc_day(std::int64_t microsecond) {
  const auto stamp = Stamp::instant(microsecond);
  return stamp ? std::optional{stamp->day_in(Zone::utc())} : std::nullopt;
}

std::int64_t start_of(Day day) { return Stamp::date(day).in(Zone::utc()).microsecond; }

std::int64_t days_by_c_library(counted::Civil civil) {
  std::tm broken_down{};
  broken_down.tm_year = civil.year - 1900;
  broken_down.tm_mon = civil.month - 1;
  broken_down.tm_mday = civil.day;
  return timegm(&broken_down) / 86'400;
}

TEST(days, of_each_date_of_2024_to_2032_are_as_counted) {
  int seen = 0;
  counted::each_day(2024, 2032, [&](counted::Civil civil, std::int64_t number) {
    SCOPED_TRACE(counted::text(civil));
    const auto found = civil_day(civil);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->text(), counted::text(civil));
    EXPECT_EQ(start_of(*found), number * microseconds_per_day);
    EXPECT_EQ(days_by_c_library(civil), number);
    EXPECT_EQ(utc_day(number * microseconds_per_day), found);
    EXPECT_EQ(utc_day((number + 1) * microseconds_per_day - 1), found);
    EXPECT_EQ(day_before(*civil_day(counted::next_day(civil))), *found);
    ++seen;
  });
  EXPECT_EQ(seen, 9 * 365 + 3);
}

// Every day that can be written, by its number only; the years before 1970 by the C library.
TEST(days, of_all_years_follow_one_another_without_gap) {
  std::int64_t number = days_by_c_library({1, 1, 1});
  int gaps = 0;
  for (counted::Civil civil{1, 1, 1}; civil.year <= 9999; civil = counted::next_day(civil)) {
    const auto found = civil_day(civil);
    if (!found || start_of(*found) != number * microseconds_per_day) ++gaps;
    ++number;
  }
  EXPECT_EQ(gaps, 0);
  EXPECT_EQ(number, days_by_c_library({10000, 1, 1}));
}

TEST(days, that_no_calendar_has_are_refused) {
  int accepted = 0;
  for (int year = 1896; year <= 2104; ++year) {
    for (int month = 1; month <= 12; ++month) {
      const int length = counted::length_of_month(year, month);
      for (int past = length + 1; past <= 32; ++past)
        accepted += civil_day({year, month, past}) ? 1 : 0;
      EXPECT_TRUE(civil_day({year, month, length})) << counted::text({year, month, length});
      EXPECT_FALSE(civil_day({year, month, 0})) << counted::text({year, month, 0});
    }
  }
  EXPECT_EQ(accepted, 0);
  EXPECT_FALSE(Day::of_civil(2025, 0, 10));
  EXPECT_FALSE(Day::of_civil(2025, 13, 10));
  EXPECT_FALSE(Day::of_civil(0, 1, 1));
  EXPECT_FALSE(Day::of_civil(-1, 1, 1));
  EXPECT_FALSE(Day::of_civil(10'000, 1, 1));
  EXPECT_FALSE(Day::of_civil(2025, 1, UINT_MAX));
  EXPECT_FALSE(Day::of_civil(INT_MAX, 1, 1));
  EXPECT_FALSE(Day::of_civil(INT_MIN, 1, 1));
}

// A date type that keeps the month in eight bits would read 257 as January.
TEST(days, do_not_wrap_around_in_a_small_type) {
  EXPECT_FALSE(Day::of_civil(2025, 257, 10));
  EXPECT_FALSE(Day::of_civil(2025, 1, 257));
  EXPECT_FALSE(Day::of_civil(65'536 + 2025, 1, 10));
}

TEST(days, of_instants_change_at_midnight_on_both_sides_of_1970) {
  EXPECT_EQ(utc_day(0), day("1970-01-01"));
  EXPECT_EQ(utc_day(-1), day("1969-12-31"));
  EXPECT_EQ(utc_day(microseconds_per_day - 1), day("1970-01-01"));
  EXPECT_EQ(utc_day(microseconds_per_day), day("1970-01-02"));
  EXPECT_EQ(utc_day(-microseconds_per_day), day("1969-12-31"));
  EXPECT_EQ(utc_day(-microseconds_per_day - 1), day("1969-12-30"));
}

TEST(days, of_instants_end_with_the_years_that_can_be_written) {
  const std::int64_t first = start_of(day("0001-01-01"));
  const std::int64_t last = start_of(day("9999-12-31")) + microseconds_per_day - 1;
  EXPECT_EQ(utc_day(first), day("0001-01-01"));
  EXPECT_EQ(utc_day(last), day("9999-12-31"));
  for (const std::int64_t outside : {first - 1, last + 1, INT64_MIN, INT64_MAX}) {
    EXPECT_FALSE(Stamp::instant(outside)) << outside;
    EXPECT_FALSE(Stamp::local_time(outside)) << outside;
  }
}

TEST(days, compare_by_the_calendar) {
  EXPECT_LT(day("2026-03-15"), day("2026-03-16"));
  EXPECT_LT(day("1969-12-31"), day("1970-01-01"));
  EXPECT_EQ(day("2026-03-15T23:59Z"), day("2026-03-15"));
  EXPECT_EQ(earlier_of(day("2026-03-15"), day("2026-03-16")), day("2026-03-15"));
  EXPECT_EQ(earlier_of(day("2026-03-16"), day("2026-03-15")), day("2026-03-15"));
}

TEST(months_later, is_as_counted_from_each_day_of_2024_to_2032) {
  for (const int months : {1, 2, 6, 12, 24}) {
    counted::each_day(2024, 2032, [&](counted::Civil civil, std::int64_t) {
      EXPECT_EQ(months_later(*civil_day(civil), Months{months}).text(),
                counted::text(counted::months_later(civil, months)))
          << counted::text(civil) << " plus " << months << " months";
    });
  }
}

struct Clamped {
  const char* from;
  int months;
  const char* last;
};

class MonthEnds : public testing::TestWithParam<Clamped> {};

TEST_P(MonthEnds, clamp_to_the_last_day_of_the_month) {
  const auto& [from, months, last] = GetParam();
  EXPECT_EQ(months_later(day(from), Months{months}).text(), last);
}

INSTANTIATE_TEST_SUITE_P(
    law, MonthEnds,
    testing::Values(Clamped{"2028-02-29", 12, "2029-02-28"},
                    Clamped{"2027-02-28", 12, "2028-02-28"},
                    Clamped{"2028-02-29", 48, "2032-02-29"}, Clamped{"2026-01-31", 1, "2026-02-28"},
                    Clamped{"2028-01-31", 1, "2028-02-29"}, Clamped{"2026-03-31", 1, "2026-04-30"},
                    Clamped{"2026-08-31", 6, "2027-02-28"}, Clamped{"2026-12-31", 2, "2027-02-28"},
                    Clamped{"2026-11-30", 1, "2026-12-30"}, Clamped{"2026-12-31", 12, "2027-12-31"},
                    Clamped{"2099-02-28", 12, "2100-02-28"},
                    Clamped{"2096-02-29", 48, "2100-02-28"}));

TEST(months_later, of_none_is_the_day_itself) {
  EXPECT_EQ(months_later(day("2028-02-29"), Months{0}), day("2028-02-29"));
}

TEST(months_later, ends_with_the_year_9999) {
  EXPECT_EQ(months_later(day("9998-12-31"), Months{12}), day("9999-12-31"));
  EXPECT_EQ(months_later(day("9999-01-31"), Months{12}), day("9999-12-31"));
  EXPECT_EQ(months_later(day("9998-06-15"), Months{12}), day("9999-06-15"));
  EXPECT_EQ(months_later(day("2026-01-01"), Months{12 * 8'000}), day("9999-12-31"));
}

// A year type of sixteen bits wraps at 32,767 and would make the window end before the sale.
TEST(months_later, never_comes_before_the_day_itself) {
  EXPECT_EQ(months_later(day("2026-01-01"), Months{12 * 32'000}), day("9999-12-31"));
  EXPECT_EQ(months_later(day("2026-01-01"), Months{12 * 65'536}), day("9999-12-31"));
  EXPECT_EQ(months_later(day("2026-12-01"), Months{INT_MAX}), day("9999-12-31"));
}

}  // namespace
}  // namespace softoptin::rules
