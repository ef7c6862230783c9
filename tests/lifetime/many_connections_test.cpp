// Very many connections, one after the other and side by side.
#include <gtest/gtest.h>
#include <malloc.h>

#include <filesystem>
#include <latch>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "shop.hpp"
#include "support/host/files.hpp"

namespace softoptin::lifetime {
namespace {

constexpr bool sanitized = !std::string_view{SOFTOPTIN_SANITIZE}.empty();

// Every question to its last row.
void use(sqlite3* db) {
  for (const char* question : questions()) {
    auto* statement = prepare(db, question);
    while (sqlite3_step(statement) == SQLITE_ROW) {
    }
    EXPECT_EQ(sqlite3_finalize(statement), SQLITE_OK) << sqlite3_errmsg(db);
  }
}

TEST(ManyConnections, one_after_the_other_do_not_grow) {
  const int rounds = sanitized ? 500 : 10'000;
  const Shop shop;
  // Keeps the library in the process, so that what it holds itself is seen as well.
  sqlite3* first = shop.connect();
  const auto connections = [&](int count) {
    for (int round = 0; round < count; ++round) {
      sqlite3* db = shop.connect();
      auto* statement =
          prepare(db, questions()[static_cast<std::size_t>(round) % questions().size()]);
      while (sqlite3_step(statement) == SQLITE_ROW) {
      }
      ASSERT_EQ(sqlite3_finalize(statement), SQLITE_OK);
      ASSERT_EQ(sqlite3_close(db), SQLITE_OK);
    }
  };
  connections(rounds / 10);
  const auto held_by_sqlite = sqlite3_memory_used();
  const auto held_by_process = mallinfo2().uordblks;
  const int files = shop.open_files();
  connections(rounds - rounds / 10);
  EXPECT_EQ(sqlite3_memory_used(), held_by_sqlite);
  EXPECT_EQ(shop.open_files(), files);
  // The least that a leak a connection costs on the heap is 32 bytes; half of that for what the
  // allocator keeps at hand. A sanitizer has its own heap, and sees leaks by itself.
  if (!sanitized) {
    EXPECT_LT(mallinfo2().uordblks, held_by_process + 16 * static_cast<std::size_t>(rounds));
  }
  EXPECT_EQ(sqlite3_close(first), SQLITE_OK);
  EXPECT_EQ(shop.open_files(), 0);
}

// The library is loaded and left by threads that know nothing of each other.
TEST(ManyConnections, side_by_side_do_not_meet) {
  if (sqlite3_threadsafe() == 0) GTEST_SKIP() << "this SQLite is built for one thread";
  const int rounds = sanitized ? 3 : 15;
  const Shop shop;
  std::latch all_are_there{8};
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 8; ++thread) {
    threads.emplace_back([&] {
      all_are_there.arrive_and_wait();
      for (int round = 0; round < rounds; ++round) {
        sqlite3* db = shop.connect();
        use(db);
        EXPECT_EQ(sqlite3_close(db), SQLITE_OK);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(shop.open_files(), 0);
}

// A copy of the library is another one, so that the first loading of all can be tried many times.
// The thread sanitizer sees it where two threads meet within.
TEST(ManyConnections, that_load_at_one_moment_do_not_meet) {
  if (sqlite3_threadsafe() == 0) GTEST_SKIP() << "this SQLite is built for one thread";
  const host::ScratchFolder scratch;
  for (int copy = 0; copy < 20; ++copy) {
    const auto file = scratch.path() / ("copy" + std::to_string(copy) + ".so");
    std::filesystem::copy_file(host::extension(), file);
    std::latch all_are_there{4};
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread) {
      threads.emplace_back([&] {
        sqlite3* db = nullptr;
        ASSERT_EQ(sqlite3_open(":memory:", &db), SQLITE_OK);
        sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, nullptr);
        all_are_there.arrive_and_wait();
        EXPECT_EQ(sqlite3_load_extension(db, file.c_str(), "sqlite3_softoptin_init", nullptr),
                  SQLITE_OK);
        EXPECT_EQ(sqlite3_close(db), SQLITE_OK);
      });
    }
    for (std::thread& thread : threads) thread.join();
  }
}

}  // namespace
}  // namespace softoptin::lifetime
