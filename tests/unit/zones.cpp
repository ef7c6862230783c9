// Zones against the time zone data of the system, read by the C library: the second opinion on
// every change of a clock.
#include "rules/zone.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <span>
#include <vector>

#include "written_dates.hpp"

namespace softoptin::rules {

// GoogleTest finds it by the namespace of the type, and asks for this very name.
void PrintTo(const Zone& zone, std::ostream* out) { *out << zone.name(); }

namespace {

constexpr std::int64_t microseconds_per_second = 1'000'000;
constexpr std::int64_t hour = 3'600;
constexpr std::int64_t day_length = 24 * hour;

std::int64_t second_of(std::string_view instant) {
  return moment(instant).microsecond / microseconds_per_second;
}

const std::int64_t first = second_of("1996-01-01T00:00:00Z");
const std::int64_t last = second_of("2037-12-31T23:59:59Z");

std::string path_of(std::string_view zone) {
  const char* named = std::getenv("TZDIR");
  const std::string directory = named == nullptr ? "/usr/share/zoneinfo" : named;
  return directory + "/" + std::string{zone};
}

// The offsets of a zone from 1996 to 2037, in seconds, as the C library knows them.
class SystemZone {
 public:
  struct Change {
    std::int64_t at;  // The first second of the offset.
    std::int64_t offset;
  };

  explicit SystemZone(std::string_view name) {
    setenv("TZ", (":" + path_of(name)).c_str(), 1);
    tzset();
    offsets_.push_back({INT64_MIN, asked(first - day_length)});
    for (std::int64_t at = first - day_length; at < last + day_length; at += 6 * hour) {
      if (asked(at + 6 * hour) != offsets_.back().offset) offsets_.push_back(next_after(at));
    }
    unsetenv("TZ");
    tzset();
  }

  [[nodiscard]] std::span<const Change> changes() const { return std::span{offsets_}.subspan(1); }

  [[nodiscard]] std::int64_t offset_at(std::int64_t second) const {
    const auto later = std::ranges::upper_bound(offsets_, second, {}, &Change::at);
    return std::prev(later)->offset;
  }
  [[nodiscard]] Day day_at(std::int64_t second) const {
    const std::int64_t local = second + offset_at(second);
    return Day{date::sys_days{date::days{local / day_length}}};
  }
  // The earliest second at which clocks show that; where they never do, what would show it had the
  // change not been made.
  [[nodiscard]] std::int64_t second_of_local(std::int64_t local) const {
    for (std::int64_t offset = 14 * hour; offset >= 0; offset -= hour) {
      if (offset_at(local - offset) == offset) return local - offset;
    }
    return local - offset_at(local - day_length);
  }

 private:
  static std::int64_t asked(std::int64_t second) {
    const std::time_t time = second;
    std::tm parts{};
    localtime_r(&time, &parts);
    return parts.tm_gmtoff;
  }
  // Found by halving the six hours in which it lies.
  static Change next_after(std::int64_t before) {
    std::int64_t after = before + 6 * hour;
    const std::int64_t offset = asked(after);
    while (after - before > 1) {
      const std::int64_t middle = before + (after - before) / 2;
      (asked(middle) == offset ? after : before) = middle;
    }
    return {after, offset};
  }

  std::vector<Change> offsets_;  // The first is of no change.
};

// Says the first few that differ; a zone that is wrong is wrong on thousands of days.
class Differences {
 public:
  template <typename Value>
  void compare(Value found, Value expected, std::int64_t at) {
    if (found == expected || ++count_ > 3) return;
    EXPECT_EQ(found, expected) << "at second " << at;
  }

 private:
  int count_ = 0;
};

class Zones : public testing::TestWithParam<Zone> {
 protected:
  void SetUp() override {
    const std::string path = path_of(GetParam().name());
    // The C library takes a zone that is not there for UTC.
    if (access(path.c_str(), R_OK) == 0) return;
    GTEST_SKIP() << path << " is not there to compare with: apt-get install tzdata";
  }

  void compare_day(std::int64_t second, const SystemZone& system) {
    const Day found = GetParam().day_of(second * microseconds_per_second);
    differences_.compare(found, system.day_at(second), second);
  }
  void compare_local(std::int64_t local, const SystemZone& system) {
    const std::int64_t found = GetParam().instant_of_local(local * microseconds_per_second);
    const std::int64_t expected = system.second_of_local(local) * microseconds_per_second;
    differences_.compare(found, expected, local);
  }

  Differences differences_;
};

TEST_P(Zones, have_the_days_of_the_system) {
  const SystemZone system{GetParam().name()};
  for (std::int64_t second = first; second <= last; second += hour) compare_day(second, system);
  for (std::int64_t day = first; day < last; day += day_length) {
    const std::int64_t midnight = system.second_of_local(day);
    for (const int beside : {-1, 0, 1}) compare_day(midnight + beside, system);
  }
  for (const SystemZone::Change& change : system.changes()) {
    for (const int beside : {-1, 0, 1}) compare_day(change.at + beside, system);
  }
}

TEST_P(Zones, find_the_instants_of_the_system) {
  const SystemZone system{GetParam().name()};
  for (std::int64_t local = first; local < last; local += hour) compare_local(local, system);
  // What clocks show in the hours about a change, to the second beside each half hour.
  for (const SystemZone::Change& change : system.changes()) {
    const std::int64_t shown = change.at + change.offset;
    for (std::int64_t local = shown - 4 * hour; local <= shown + 4 * hour; local += hour / 2) {
      for (const int beside : {-1, 0, 1}) compare_local(local + beside, system);
    }
  }
}

// A day is an unbroken stretch of time: the order of days is the order of instants.
TEST_P(Zones, never_go_back_to_the_day_before) {
  const SystemZone system{GetParam().name()};
  for (const SystemZone::Change& change : system.changes()) {
    const auto day_at = [&](std::int64_t second) {
      return GetParam().day_of(second * microseconds_per_second);
    };
    for (std::int64_t at = change.at - day_length; at < change.at + day_length; at += 900) {
      EXPECT_LE(day_at(at - 900), day_at(at)) << "at second " << at;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(all, Zones, testing::ValuesIn(Zone::all().begin(), Zone::all().end()),
                         [](const testing::TestParamInfo<Zone>& zone) {
                           std::string name{zone.param.name()};
                           std::ranges::replace(name, '/', '_');
                           return name;
                         });

// The time zones of the jurisdictions in the policy data.
constexpr auto named_by_policies = std::to_array<std::string_view>(
    {"Africa/Johannesburg", "Asia/Jerusalem",   "Asia/Nicosia",       "Asia/Singapore",
     "Asia/Tokyo",          "Atlantic/Faroe",   "Atlantic/Reykjavik", "Europe/Amsterdam",
     "Europe/Athens",       "Europe/Berlin",    "Europe/Bratislava",  "Europe/Brussels",
     "Europe/Bucharest",    "Europe/Budapest",  "Europe/Copenhagen",  "Europe/Dublin",
     "Europe/Helsinki",     "Europe/Lisbon",    "Europe/Ljubljana",   "Europe/London",
     "Europe/Luxembourg",   "Europe/Madrid",    "Europe/Malta",       "Europe/Oslo",
     "Europe/Paris",        "Europe/Prague",    "Europe/Riga",        "Europe/Rome",
     "Europe/Sofia",        "Europe/Stockholm", "Europe/Tallinn",     "Europe/Vaduz",
     "Europe/Vienna",       "Europe/Vilnius",   "Europe/Warsaw",      "Europe/Zagreb",
     "Europe/Zurich",       "Pacific/Auckland"});

TEST(zones, are_those_of_the_policies_and_utc) {
  for (const std::string_view name : named_by_policies) {
    const Zone* zone = Zone::named(name);
    ASSERT_NE(zone, nullptr) << name;
    EXPECT_EQ(zone->name(), name);
  }
  EXPECT_EQ(Zone::all().size(), named_by_policies.size() + 1);
  EXPECT_EQ(Zone::named("UTC"), &Zone::utc());
}

TEST(zones, are_named_in_any_case) {
  EXPECT_EQ(Zone::named(" europe/dublin "), Zone::named("Europe/Dublin"));
  for (const char* unknown : {"", "Europe", "Dublin", "Europe/Atlantis", "America/New_York",
                              "Europe/Dublin2", "GMT", "+01:00", "local"}) {
    EXPECT_EQ(Zone::named(unknown), nullptr) << unknown;
  }
}

// "Before and after, the first and the last rule go on": clocks are put forward on the last Sunday
// of March and back on that of October, so that 22:30 UTC is another day from the former on.
TEST(zones, change_their_clocks_in_every_year) {
  const Zone& zone = *Zone::named("Europe/Berlin");
  const auto days_ahead_at_2230 = [&](date::sys_days utc) {
    const std::int64_t second = utc.time_since_epoch().count() * day_length + 22 * hour + hour / 2;
    return (zone.day_of(second * microseconds_per_second).sys_days() - utc).count();
  };
  for (const int year : {2, 1500, 1969, 1970, 1971, 2038, 2069, 2070, 2071, 9998}) {
    const date::sys_days forward{date::year{year} / date::March / date::Sunday[date::last]};
    const date::sys_days back{date::year{year} / date::October / date::Sunday[date::last]};
    EXPECT_EQ(days_ahead_at_2230(forward - date::days{1}), 0) << year;
    EXPECT_EQ(days_ahead_at_2230(forward), 1) << year;
    EXPECT_EQ(days_ahead_at_2230(back - date::days{1}), 1) << year;
    EXPECT_EQ(days_ahead_at_2230(back), 0) << year;
  }
}

struct Reading {
  const char* written;
  const char* zone;
  const char* day;
  const char* instant;  // YYYY-MM-DDTHH:MM:SS[.ffffff]Z.
};

void PrintTo(const Reading& reading, std::ostream* out) {
  *out << reading.written << " in " << reading.zone;
}

class Readings : public testing::TestWithParam<Reading> {};

TEST_P(Readings, are_the_day_and_the_instant) {
  const Stamp stamp = read_text(GetParam().written).value();
  const Zone& zone = *Zone::named(GetParam().zone);
  const Moment found = stamp.in(zone);
  EXPECT_EQ(found.day.text(), GetParam().day);
  EXPECT_EQ(found.microsecond, moment(GetParam().instant).microsecond);
  EXPECT_EQ(stamp.day_in(zone), found.day);
  EXPECT_EQ(found.timed, stamp.form() != Stamp::Form::date);
  EXPECT_EQ(found.text(), found.timed ? GetParam().instant : GetParam().day);
}

constexpr const char* dublin = "Europe/Dublin";
constexpr const char* jerusalem = "Asia/Jerusalem";
constexpr const char* auckland = "Pacific/Auckland";

INSTANTIATE_TEST_SUITE_P(
    instants, Readings,
    testing::Values(Reading{"2026-06-30T22:59:59.999999Z", dublin, "2026-06-30",
                            "2026-06-30T22:59:59.999999Z"},
                    Reading{"2026-06-30T23:00Z", dublin, "2026-07-01", "2026-06-30T23:00:00Z"},
                    Reading{"2026-06-30T23:30Z", dublin, "2026-07-01", "2026-06-30T23:30:00Z"},
                    Reading{"2026-12-31T23:30Z", dublin, "2026-12-31", "2026-12-31T23:30:00Z"},
                    Reading{"2026-07-01T00:30+01:00", dublin, "2026-07-01", "2026-06-30T23:30:00Z"},
                    Reading{"2026-07-01T00:30+01:00", "UTC", "2026-06-30", "2026-06-30T23:30:00Z"},
                    Reading{"2026-06-30T11:59:59Z", auckland, "2026-06-30", "2026-06-30T11:59:59Z"},
                    Reading{"2026-06-30T12:00Z", auckland, "2026-07-01", "2026-06-30T12:00:00Z"},
                    Reading{"1960-06-30T23:30Z", dublin, "1960-07-01", "1960-06-30T23:30:00Z"},
                    Reading{"2090-06-30T23:30Z", dublin, "2090-07-01", "2090-06-30T23:30:00Z"},
                    Reading{"0002-06-30T23:30Z", dublin, "0002-07-01", "0002-06-30T23:30:00Z"},
                    Reading{"9998-06-30T23:30Z", dublin, "9998-07-01", "9998-06-30T23:30:00Z"}));

// The day is the one that is written, everywhere; the instant is not.
INSTANTIATE_TEST_SUITE_P(
    local_times, Readings,
    testing::Values(Reading{"2026-06-30T23:30", dublin, "2026-06-30", "2026-06-30T22:30:00Z"},
                    Reading{"2026-01-01T00:15", dublin, "2026-01-01", "2026-01-01T00:15:00Z"},
                    Reading{"2026-07-01T00:30", auckland, "2026-07-01", "2026-06-30T12:30:00Z"},
                    Reading{"2026-07-01T00:30:00.25", "Europe/Vienna", "2026-07-01",
                            "2026-06-30T22:30:00.250000Z"}));

INSTANTIATE_TEST_SUITE_P(
    dates_begin_with_the_day_of_the_zone, Readings,
    testing::Values(Reading{"2026-06-30", "UTC", "2026-06-30", "2026-06-30T00:00:00Z"},
                    Reading{"2026-06-30", dublin, "2026-06-30", "2026-06-29T23:00:00Z"},
                    Reading{"2026-01-30", dublin, "2026-01-30", "2026-01-30T00:00:00Z"},
                    Reading{"2026-06-30", auckland, "2026-06-30", "2026-06-29T12:00:00Z"},
                    // There the clock went from midnight to one.
                    Reading{"1996-03-15", jerusalem, "1996-03-15", "1996-03-14T22:00:00Z"}));

// Put forward at one: half past never came. Put back at two: half past one came twice.
INSTANTIATE_TEST_SUITE_P(
    changes_of_the_clock, Readings,
    testing::Values(Reading{"2026-03-29T00:59:59", dublin, "2026-03-29", "2026-03-29T00:59:59Z"},
                    Reading{"2026-03-29T01:30", dublin, "2026-03-29", "2026-03-29T01:30:00Z"},
                    Reading{"2026-03-29T02:00", dublin, "2026-03-29", "2026-03-29T01:00:00Z"},
                    Reading{"2026-10-25T00:59:59", dublin, "2026-10-25", "2026-10-24T23:59:59Z"},
                    Reading{"2026-10-25T01:30", dublin, "2026-10-25", "2026-10-25T00:30:00Z"},
                    Reading{"2026-10-25T02:00", dublin, "2026-10-25", "2026-10-25T02:00:00Z"}));

// Instants and local times at the ends of the years that can be written.
INSTANTIATE_TEST_SUITE_P(
    ends, Readings,
    testing::Values(Reading{"9999-12-31T23:30Z", auckland, "9999-12-31", "9999-12-31T23:30:00Z"},
                    Reading{"9999-12-31", auckland, "9999-12-31", "9999-12-30T11:00:00Z"},
                    Reading{"0001-01-01T00:00Z", auckland, "0001-01-01", "0001-01-01T00:00:00Z"}));

TEST(stamps, are_kept_as_numbers) {
  for (const char* written :
       {"0001-01-01", "0001-01-01T00:00", "0001-01-01T00:00Z", "1969-12-31T23:59:59.999999",
        "1970-01-01", "1970-01-01T00:00", "1970-01-01T00:00Z", "2026-06-30T23:30:15.25+01:00",
        "9999-12-31", "9999-12-31T23:59:59.999999", "9999-12-31T23:59:59.999999Z"}) {
    SCOPED_TRACE(written);
    const auto stamp = read_text(written);
    const auto again = Stamp::unpacked(Stamp::packed(stamp));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->form(), stamp->form());
    EXPECT_EQ(again->microsecond(), stamp->microsecond());
  }
  EXPECT_FALSE(Stamp::unpacked(Stamp::packed(std::nullopt)));
}

}  // namespace
}  // namespace softoptin::rules
