// Reading dates, against SQLite's own reading of the same values, wherever SQLite is right.
//
// Both count to the millisecond here: SQLite keeps no more.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <memory>
#include <random>
#include <stdexcept>

#include "written_dates.hpp"

namespace softoptin::rules {
namespace {

// SQLite in memory, asked for the milliseconds since 1970 that a value names.
class SecondOpinion {
 public:
  SecondOpinion() {
    // strftime has no format for milliseconds: whole seconds, and the three digits after SS.
    constexpr const char* sql =
        "SELECT strftime('%s', ?1, ?2) * 1000 + substr(strftime('%f', ?1, ?2), 4),"
        " strftime('%Y-%m-%d', ?1, ?2)";
    sqlite3* opened = nullptr;
    sqlite3_stmt* prepared = nullptr;
    const int status = sqlite3_open(":memory:", &opened);
    database_.reset(opened);
    if (status != SQLITE_OK ||
        sqlite3_prepare_v2(opened, sql, -1, &prepared, nullptr) != SQLITE_OK) {
      throw std::runtime_error{sqlite3_errmsg(opened)};
    }
    statement_.reset(prepared);
  }

  void expect_same(const std::string& text) {
    sqlite3_bind_text(statement_.get(), 1, text.c_str(), -1, SQLITE_TRANSIENT);
    SCOPED_TRACE(text);
    compare(read_text(text), "+0 days");  // A modifier that changes nothing.
  }
  void expect_same(double number) {
    sqlite3_bind_double(statement_.get(), 1, number);
    SCOPED_TRACE(number);
    compare(read_real(number), "auto");
  }
  void expect_same_seconds(std::int64_t number) {
    sqlite3_bind_int64(statement_.get(), 1, number);
    SCOPED_TRACE(number);
    compare(read_integer(number), "unixepoch");
  }

 private:
  void compare(const std::optional<Stamp>& stamp, const char* modifier) {
    sqlite3_stmt* statement = statement_.get();
    sqlite3_bind_text(statement, 2, modifier, -1, SQLITE_STATIC);
    ASSERT_EQ(sqlite3_step(statement), SQLITE_ROW);
    ASSERT_NE(sqlite3_column_type(statement, 0), SQLITE_NULL) << "SQLite does not read it";
    ASSERT_TRUE(stamp) << "not read, though SQLite does";
    const Moment read = stamp->in(Zone::utc());
    EXPECT_EQ(read.microsecond, sqlite3_column_int64(statement, 0) * 1000);
    EXPECT_EQ(read.day.text(), reinterpret_cast<const char*>(sqlite3_column_text(statement, 1)));
    sqlite3_reset(statement);
  }

  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  std::unique_ptr<sqlite3, Close> database_;
  std::unique_ptr<sqlite3_stmt, Close> statement_;
};

constexpr std::int64_t milliseconds_per_day = 86'400'000;

// Whole milliseconds of the years 1 to 9999, the same on every run.
std::int64_t some_millisecond(std::mt19937_64& random) {
  const std::int64_t first = moment("0001-01-01").microsecond / 1000;
  const std::int64_t last = moment("9999-12-31T23:59:59.999").microsecond / 1000;
  return std::uniform_int_distribution<std::int64_t>{first, last}(random);
}

TEST(dates_by_sqlite, agree_on_each_day_of_2024_to_2032_with_any_offset) {
  SecondOpinion sqlite;
  for (Day at = day("2032-12-31"); at >= day("2024-01-01"); at = day_before(at)) {
    sqlite.expect_same(at.text());
    for (const char* time : {"T00:00", " 23:59:59.999", "T12:30:15"}) {
      for (const char* offset : {"", "Z", "+01:00", "-01:00", "+14:00", "-12:00", "+05:45"}) {
        sqlite.expect_same(at.text() + time + offset);
      }
    }
  }
}

TEST(dates_by_sqlite, agree_on_julian_days) {
  if (sqlite3_libversion_number() < 3'038'000) GTEST_SKIP() << "no modifier 'auto' before 3.38";
  SecondOpinion sqlite;
  std::mt19937_64 random{1};
  for (int count = 0; count < 20'000; ++count) {
    const auto days = static_cast<double>(some_millisecond(random)) / milliseconds_per_day;
    sqlite.expect_same(2'440'587.5 + days);
  }
}

TEST(dates_by_sqlite, agree_on_julian_days_at_midnight_and_beside_it) {
  if (sqlite3_libversion_number() < 3'038'000) GTEST_SKIP() << "no modifier 'auto' before 3.38";
  SecondOpinion sqlite;
  constexpr double millisecond = 1.0 / milliseconds_per_day;
  for (double midnight = 2'460'310.5; midnight < 2'463'598.5; ++midnight) {
    sqlite.expect_same(midnight);
    sqlite.expect_same(midnight - millisecond);
    sqlite.expect_same(midnight + millisecond);
  }
}

TEST(dates_by_sqlite, agree_on_unix_seconds) {
  if (sqlite3_libversion_number() < 3'038'000) GTEST_SKIP() << "no modifier 'auto' before 3.38";
  SecondOpinion sqlite;
  std::mt19937_64 random{2};
  std::uniform_int_distribution<std::int64_t> later_than_other_forms{100'000'000, 99'999'999'999};
  for (int count = 0; count < 20'000; ++count) {
    const std::int64_t seconds = later_than_other_forms(random);
    sqlite.expect_same_seconds(seconds);
    sqlite.expect_same_seconds(-(seconds % 62'135'596'800));
    sqlite.expect_same(static_cast<double>(seconds) + 0.125);
    sqlite.expect_same(static_cast<double>(-(seconds % 62'135'596'800)));
  }
}

}  // namespace
}  // namespace softoptin::rules
