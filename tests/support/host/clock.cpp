#include "support/host/clock.hpp"

#include <string>

#include "support/host/database.hpp"

namespace softoptin::host {
namespace {

constexpr double milliseconds_per_day = 86'400'000.0;
sqlite3_int64 julian_milliseconds = 0;  // What every connection of this VFS reads.

int read_milliseconds(sqlite3_vfs*, sqlite3_int64* time) {
  *time = julian_milliseconds;
  return SQLITE_OK;
}

int read_days(sqlite3_vfs*, double* time) {
  *time = static_cast<double>(julian_milliseconds) / milliseconds_per_day;
  return SQLITE_OK;
}

sqlite3_vfs with_still_clock(sqlite3_vfs vfs) {
  vfs.zName = "still clock";
  vfs.pNext = nullptr;
  vfs.xCurrentTime = read_days;
  vfs.xCurrentTimeInt64 = read_milliseconds;
  return vfs;
}

}  // namespace

const char* still_clock() {
  static sqlite3_vfs vfs = with_still_clock(*sqlite3_vfs_find(nullptr));
  static const int registered = sqlite3_vfs_register(&vfs, 0);
  if (registered != SQLITE_OK) throw Error(registered, "the still clock could not be registered");
  return vfs.zName;
}

void set_still_clock(std::string_view date) {
  Database reader(":memory:");
  Statement statement(reader.handle(), "SELECT round(julianday(?) * 86400000)");
  statement.bind(1, date);
  statement.step();
  if (statement.shown(0) == "NULL") throw Error(SQLITE_MISMATCH, "no date: " + std::string{date});
  julian_milliseconds = statement.number(0);
}

}  // namespace softoptin::host
