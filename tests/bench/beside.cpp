#include "bench/beside.hpp"

#include <sqlite3.h>

#include "bench/audience_statements.hpp"
#include "bench/statement_run.hpp"

namespace softoptin::bench {

Times beside(const World& world, int rounds) {
  const auto with = world.open();
  const auto without = world.open_without_extension();
  const auto small_statements = [](host::Database& db) {
    for (int round = 0; round < 100'000; ++round) db.run("SELECT 1");
  };
  Times times;
  for (int round = 0; round < rounds; ++round) {
    keep_least(times, "a scan, loaded", time_of(*with, by_hand("scan")));
    keep_least(times, "a scan, not loaded", time_of(*without, by_hand("scan")));
    keep_least(times, "100,000 small statements, loaded",
               processor_seconds([&] { small_statements(*with); }));
    keep_least(times, "100,000 small statements, not loaded",
               processor_seconds([&] { small_statements(*without); }));
    keep_least(times, "open and load", processor_seconds([&] { (void)world.open(); }));
    keep_least(times, "open", processor_seconds([&] { (void)world.open_without_extension(); }));
  }
  return times;
}

int pages_read_by_loading(const World& world) {
  const auto db = world.open();
  int pages = 0;
  for (const int what : {SQLITE_DBSTATUS_CACHE_HIT, SQLITE_DBSTATUS_CACHE_MISS}) {
    int now = 0;
    int most = 0;
    sqlite3_db_status(db->handle(), what, &now, &most, 0);
    pages += now;
  }
  return pages;
}

}  // namespace softoptin::bench
