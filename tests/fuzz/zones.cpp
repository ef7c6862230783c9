// Zones: the time zone data of the system, read by the C library, at instants and local times of
// the fuzzer's choice from 1996 to 2037; outside of them, what holds of every clock.
#include <unistd.h>

#include <cstdlib>
#include <ctime>

#include "bytes.hpp"
#include "rules/zone.hpp"

namespace softoptin::fuzz {
namespace {

using rules::Day;
using rules::Zone;

constexpr std::int64_t second_length = 1'000'000;
constexpr std::int64_t hour_length = 3'600;
constexpr std::int64_t day_length = 24 * hour_length;
constexpr std::int64_t first = 820'454'400;   // 1996-01-01T00:00:00Z.
constexpr std::int64_t last = 2'145'916'799;  // 2037-12-31T23:59:59Z.
constexpr std::int64_t year_1 = -62'135'596'800;
constexpr std::int64_t year_10000 = 253'402'300'800;

// The C library takes a zone that is not there for UTC.
bool use_system_zone(std::string_view name) {
  const char* named = std::getenv("TZDIR");
  const std::string path =
      std::string{named == nullptr ? "/usr/share/zoneinfo" : named} + "/" + std::string{name};
  if (access(path.c_str(), R_OK) != 0) return false;
  setenv("TZ", (":" + path).c_str(), 1);
  tzset();
  return true;
}

std::int64_t offset_at(std::int64_t second) {
  const std::time_t time = second;
  std::tm parts{};
  localtime_r(&time, &parts);
  return parts.tm_gmtoff;
}

// The earliest second at which clocks show that; where they never do, what would show it had the
// change not been made.
std::int64_t second_of_local(std::int64_t local) {
  for (std::int64_t offset = 14 * hour_length; offset >= 0; offset -= hour_length) {
    if (offset_at(local - offset) == offset) return local - offset;
  }
  return local - offset_at(local - day_length);
}

std::int64_t floored(std::int64_t number, std::int64_t divisor) {
  return number / divisor - (number % divisor < 0 ? 1 : 0);
}

std::int64_t day_of(const Zone& zone, std::int64_t second) {
  return zone.day_of(second * second_length).sys_days().time_since_epoch().count();
}

void expect_system(const Zone& zone, std::int64_t second) {
  const std::string what = std::string{zone.name()} + " at second " + std::to_string(second);
  expect(day_of(zone, second) == floored(second + offset_at(second), day_length),
         what + ": the day is not that of the system");
  expect(zone.instant_of_local(second * second_length) == second_of_local(second) * second_length,
         what + " of a clock: the instant is not that of the system");
}

void expect_clock(const Zone& zone, std::int64_t second) {
  const std::string what = std::string{zone.name()} + " at second " + std::to_string(second);
  const std::int64_t day = day_of(zone, second);
  const std::int64_t utc = floored(second, day_length);
  expect(utc <= day && day <= utc + 1, what + ": the day is not that of UTC or the next");
  expect(day_of(zone, second + hour_length) >= day, what + ": days go backwards");
  const std::int64_t ahead = second - zone.instant_of_local(second * second_length) / second_length;
  expect(0 <= ahead && ahead <= 14 * hour_length && ahead % hour_length == 0,
         what + " of a clock: the offset is not one of a zone that is ahead of UTC");
}

}  // namespace
}  // namespace softoptin::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace softoptin::fuzz;
  Bytes bytes{data, size};
  const Zone& zone = bytes.one_of(Zone::all());
  const bool system = use_system_zone(zone.name());
  while (!bytes.empty()) {
    const auto number = static_cast<std::uint64_t>(bytes.number());
    if (bytes.either()) {
      const auto span = static_cast<std::uint64_t>(last - first - 2 * day_length);
      const auto second = first + day_length + static_cast<std::int64_t>(number % span);
      if (system) expect_system(zone, second);
    } else {
      // Two days from the ends, beyond which there are no days.
      const auto span = static_cast<std::uint64_t>(year_10000 - year_1 - 4 * day_length);
      expect_clock(zone, year_1 + 2 * day_length + static_cast<std::int64_t>(number % span));
    }
  }
  return 0;
}
