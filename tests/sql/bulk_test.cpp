// What a host may do to a statement about everybody: stop it, starve it of memory, and go on.
//
// The database is made in memory, of a size at which SQLite gets its turn many times in each stage.
#include <gtest/gtest.h>
#include <malloc.h>
#include <pthread.h>

#include <array>
#include <atomic>
#include <chrono>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "support/host/database.hpp"

namespace {

// Counts down to the allocation with `new` that fails, alone or with all that follow it; 0 fails
// none. The extension's own `new` is this one, because the program exports it.
std::atomic<long> until_failure{0};
std::atomic<bool> fails_from_then_on{false};
std::atomic<long> allocations{0};

bool fails() {
  ++allocations;
  if (until_failure == 0) return false;
  if (until_failure > 1) return --until_failure, false;
  if (!fails_from_then_on) until_failure = 0;
  return true;
}

void* allocated(std::size_t size) {
  void* const memory = fails() ? nullptr : std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc{};
  return memory;
}

}  // namespace

void* operator new(std::size_t size) { return allocated(size); }
void* operator new[](std::size_t size) { return allocated(size); }
// Whoever asks in this way goes on without (std::stable_sort does): it always gets what it asks
// for.
void* operator new(std::size_t size, const std::nothrow_t& /*tag*/) noexcept {
  return std::malloc(size);
}
void* operator new[](std::size_t size, const std::nothrow_t& /*tag*/) noexcept {
  return std::malloc(size);
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t /*size*/) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t /*size*/) noexcept { std::free(memory); }

namespace softoptin {
namespace {

using host::Database;

struct Bulk {
  const char* name;
  const char* sql;
};

void PrintTo(const Bulk& bulk, std::ostream* out) { *out << bulk.name; }

constexpr std::array statements = {
    Bulk{"audience",
         "SELECT count(*), max(expires_on), max(address) FROM"
         " soft_optin_audience('p3', 'email', '2026-06-15')"},
    Bulk{"eligibility",
         "SELECT count(*), sum(eligible), max(sale_id) FROM"
         " soft_optin_eligibility('p3', 'email', '2026-06-15')"},
    Bulk{"funnel",
         "SELECT group_concat(code || remaining) FROM"
         " soft_optin_funnel('p3', 'email', '2026-06-15')"},
    Bulk{"audit", "SELECT count(*), sum(lawful), max(reason) FROM soft_optin_audit"},
    Bulk{"scalar",
         "SELECT sum(soft_optin_eligible(contact_id, 'p3', 'email', '2026-06-15'))"
         " FROM soft_optin_contacts"},
    Bulk{"check", "SELECT count(*), group_concat(finding) FROM soft_optin_check"},
};

// A shop of so many contacts, with three sales each, a message each, and every tenth opted out.
std::string shop(int contacts) {
  const std::string size = std::to_string(contacts);
  return "PRAGMA page_size = 4096;"
         "CREATE TABLE soft_optin_contacts(contact_id INTEGER PRIMARY KEY, email TEXT);"
         "CREATE TABLE soft_optin_products(product_id TEXT PRIMARY KEY, category TEXT);"
         "CREATE TABLE soft_optin_sales(sale_id INTEGER PRIMARY KEY, contact_id INT, product_id "
         "TEXT,"
         " occurred_at TEXT, opt_out_offered INT);"
         "CREATE TABLE soft_optin_preferences(contact_id INT, address TEXT, state TEXT,"
         " changed_at TEXT);"
         "CREATE TABLE soft_optin_messages(contact_id INT, channel TEXT, sent_at TEXT,"
         " product_id TEXT, opt_out_included INT);"
         "CREATE TABLE soft_optin_assessments(approved_at, outcome, review_due_at);"
         "INSERT INTO soft_optin_assessments VALUES ('2026-01-01', 'approved', '2030-01-01');"
         "WITH RECURSIVE n(i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < 19)"
         " INSERT INTO soft_optin_products SELECT 'p' || i, 'goods/' || (i % 5) FROM n;"
         "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < " +
         size +
         ")"
         " INSERT INTO soft_optin_contacts SELECT i, 'c' || i || '@example.org' FROM n;"
         "WITH RECURSIVE n(i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < 3 * " +
         size + ") INSERT INTO soft_optin_sales SELECT i, i * 7919 % " + size +
         " + 1,"
         " 'p' || (i % 20), date('2025-01-01', (i % 500) || ' days'), i % 9 > 0 FROM n;"
         "INSERT INTO soft_optin_messages SELECT contact_id, 'email', '2026-05-01', 'p3', 1"
         " FROM soft_optin_contacts;"
         "INSERT INTO soft_optin_preferences SELECT contact_id, NULL, 'opt_out', '2026-03-01'"
         " FROM soft_optin_contacts WHERE contact_id % 20 = 0;"
         "INSERT INTO soft_optin_preferences SELECT NULL, upper(email), 'opt_out', '2026-03-01'"
         " FROM soft_optin_contacts WHERE contact_id % 20 = 1;";
}

std::unique_ptr<Database> made(int contacts) {
  auto db = std::make_unique<Database>(":memory:");
  db->load_extension();
  db->run(shop(contacts));
  return db;
}

// What a statement came to: its row, or SQLite's code.
struct Outcome {
  std::string row;
  int code = SQLITE_OK;
  long allocations = 0;  // With `new`, until the row was there.
};

// The nth allocation meanwhile fails. None of them is this function's own, so that an exception
// that gets here has crossed SQLite.
Outcome outcome_of(Database& db, const char* sql, long nth = 0) {
  sqlite3_stmt* statement = nullptr;
  const long before = allocations;
  until_failure = nth;
  int code = sqlite3_prepare_v2(db.handle(), sql, -1, &statement, nullptr);
  if (code == SQLITE_OK) code = sqlite3_step(statement);
  until_failure = 0;
  Outcome outcome{{}, code == SQLITE_ROW ? SQLITE_OK : code & 0xff, allocations - before};
  for (int column = 0; code == SQLITE_ROW && column < sqlite3_column_count(statement); ++column) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
    outcome.row += (column > 0 ? " | " : "") + std::string{text == nullptr ? "NULL" : text};
  }
  sqlite3_finalize(statement);
  return outcome;
}

// One shop for all tests that only read it. 1,000,000 contacts by SOFTOPTIN_BULK_CONTACTS, when the
// time to stop is measured.
int contacts() {
  const char* chosen = std::getenv("SOFTOPTIN_BULK_CONTACTS");
  return chosen == nullptr ? 20'000 : std::atoi(chosen);
}

Database& large_shop() {
  static const auto db = made(contacts());
  return *db;
}

class BulkStatement : public testing::TestWithParam<Bulk> {};

// Says stop at one call and counts those after it: a statement that hears it asks no more.
struct Stop {
  long at = 0;
  long calls = 0;
};

int count_and_stop(void* data) {
  auto* stop = static_cast<Stop*>(data);
  return ++stop->calls >= stop->at ? 1 : 0;
}

long calls_of_a_whole_run(Database& db, const char* sql, int operations) {
  Stop stop{LONG_MAX};
  sqlite3_progress_handler(db.handle(), operations, count_and_stop, &stop);
  db.run(sql);
  sqlite3_progress_handler(db.handle(), 0, nullptr, nullptr);
  return stop.calls;
}

// At a spread of moments: while it scans, sorts, decides and shows.
TEST_P(BulkStatement, stops_when_the_progress_handler_says_so) {
  Database& db = large_shop();
  constexpr int operations = 1'000;
  const std::string answer = outcome_of(db, GetParam().sql).row;
  const long calls = calls_of_a_whole_run(db, GetParam().sql, operations);
  ASSERT_GT(calls, 100) << "too few to tell";
  for (int part = 0; part < 8; ++part) {
    Stop stop{1 + calls * part / 8};
    sqlite3_progress_handler(db.handle(), operations, count_and_stop, &stop);
    EXPECT_EQ(outcome_of(db, GetParam().sql).code, SQLITE_INTERRUPT) << part << " of 8";
    // Inner statements that are abandoned may each hear it once.
    EXPECT_LE(stop.calls, stop.at + 2) << part << " of 8";
    sqlite3_progress_handler(db.handle(), 0, nullptr, nullptr);
  }
  EXPECT_EQ(outcome_of(db, GetParam().sql).row, answer);
}

// When the last row of the relations was read, in calls of the progress handler.
struct LastRow {
  Stop stop{LONG_MAX};
  long read_at = 0;
};

// marked(x) is x, and notes that a row is read.
void mark(sqlite3_context* context, int /*count*/, sqlite3_value** values) {
  auto* last = static_cast<LastRow*>(sqlite3_user_data(context));
  last->read_at = last->stop.calls;
  sqlite3_result_value(context, values[0]);
}

// Everything is read, and nobody is eligible: from here on SQLite has nothing to do for a while,
// unless we give it a turn.
TEST(BulkDecisions, are_stopped_by_the_progress_handler_too) {
  const auto db = made(20'000);
  LastRow last;
  sqlite3_create_function(db->handle(), "marked", 1, SQLITE_UTF8, &last, mark, nullptr, nullptr);
  db->run(
      "UPDATE soft_optin_products SET category = 'goods';"  // All are similar: all are considered.
      "CREATE TEMP VIEW soft_optin_contacts AS"
      " SELECT contact_id, marked(email) AS email FROM main.soft_optin_contacts;"
      "CREATE TEMP VIEW soft_optin_sales AS SELECT sale_id, contact_id, product_id, occurred_at,"
      " marked(opt_out_offered) AS opt_out_offered FROM main.soft_optin_sales;"
      "CREATE TEMP VIEW soft_optin_preferences AS SELECT contact_id, address, marked(state) AS"
      " state, changed_at FROM main.soft_optin_preferences");
  for (const char* sql : {"SELECT count(*) FROM soft_optin_audience('p3', 'email', '2040-06-15')",
                          "SELECT count(*) FROM soft_optin_funnel('p3', 'email', '2040-06-15')"}) {
    last = {};
    sqlite3_progress_handler(db->handle(), 100, count_and_stop, &last.stop);
    EXPECT_EQ(outcome_of(*db, sql).code, SQLITE_OK) << sql;
    EXPECT_GT(last.read_at, 1'000) << sql;
    EXPECT_GT(last.stop.calls, last.read_at + 10) << sql;
    last.stop = {last.read_at + 5};
    EXPECT_EQ(outcome_of(*db, sql).code, SQLITE_INTERRUPT) << sql;
    sqlite3_progress_handler(db->handle(), 0, nullptr, nullptr);
  }
  EXPECT_EQ(db->close(), SQLITE_OK);
}

// The time that a thread has been given a processor for: other programs do not count.
std::chrono::milliseconds processor_time(pthread_t thread) {
  clockid_t clock{};
  timespec time{};
  if (pthread_getcpuclockid(thread, &clock) != 0) return {};
  clock_gettime(clock, &time);
  return std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec});
}

// Interrupts the statement after that much processor time of its own. What it took from there to
// its end; nothing where it was over before.
std::optional<std::chrono::milliseconds> time_to_stop(Database& db, const char* sql,
                                                      std::chrono::milliseconds after) {
  const pthread_t thread = pthread_self();
  const auto begin = processor_time(thread);
  std::atomic<bool> done = false;
  auto asked = begin;
  std::thread other{[&] {
    while (!done && processor_time(thread) < begin + after)
      std::this_thread::sleep_for(std::chrono::microseconds{200});
    asked = processor_time(thread);
    if (!done) sqlite3_interrupt(db.handle());
  }};
  const int code = outcome_of(db, sql).code;
  const auto ended = processor_time(thread);
  done = true;
  other.join();
  EXPECT_TRUE(code == SQLITE_INTERRUPT || code == SQLITE_OK) << code;
  if (code != SQLITE_INTERRUPT) return std::nullopt;
  return ended - asked;
}

// At a spread of moments. By SOFTOPTIN_BULK_CONTACTS=1000000 the longest is a figure to look at.
TEST_P(BulkStatement, stops_when_another_thread_interrupts) {
  Database& db = large_shop();
  const auto begin = processor_time(pthread_self());
  outcome_of(db, GetParam().sql);
  const auto whole = processor_time(pthread_self()) - begin;
  std::chrono::milliseconds longest{};
  int interrupted = 0;
  for (int part = 1; part < 8; ++part) {
    const auto time = time_to_stop(db, GetParam().sql, whole * part / 8);
    if (!time) continue;
    ++interrupted;
    longest = std::max(longest, *time);
  }
  std::printf("%s: of %ld ms, stopped within %ld ms\n", GetParam().name,
              static_cast<long>(whole.count()), static_cast<long>(longest.count()));
  EXPECT_GT(interrupted, 0);
  EXPECT_LT(longest, std::chrono::seconds{2});
}

// SQLite's memory and the heap, after a statement of each ending.
struct Used {
  sqlite3_int64 sqlite = sqlite3_memory_used();
  std::size_t heap = mallinfo2().uordblks;
};

TEST_P(BulkStatement, gives_its_memory_back) {
  Database& db = large_shop();
  const char* sql = GetParam().sql;
  const long calls = calls_of_a_whole_run(db, sql, 1'000);
  const auto each_ending = [&] {
    db.run(sql);
    Stop stop{calls / 2};
    sqlite3_progress_handler(db.handle(), 1'000, count_and_stop, &stop);
    EXPECT_EQ(outcome_of(db, sql).code, SQLITE_INTERRUPT);
    sqlite3_progress_handler(db.handle(), 0, nullptr, nullptr);
    // A row in the middle fails.
    outcome_of(db, sql, 2'000);
  };
  each_ending();  // What SQLite and the C library keep for good.
  const Used before;
  for (int round = 0; round < 5; ++round) each_ending();
  const Used after;
  EXPECT_LE(after.sqlite, before.sqlite + 1'024);
  EXPECT_LE(after.heap, before.heap + 16'384);
}

INSTANTIATE_TEST_SUITE_P(each, BulkStatement, testing::ValuesIn(statements),
                         [](const auto& bulk) { return std::string{bulk.param.name}; });

class ShortMemory : public testing::TestWithParam<Bulk> {};

// Each allocation of a spread fails in turn, alone or with all after it.
TEST_P(ShortMemory, of_new_is_an_error_and_never_an_answer) {
  const auto db = made(300);
  const char* sql = GetParam().sql;
  outcome_of(*db, sql);  // The first use of a table allocates what later ones do not.
  const auto [answer, code, count] = outcome_of(*db, sql);
  ASSERT_GT(count, 200) << "the extension's new is not this program's";
  const Used before;
  for (long nth = 1; nth <= count; nth += nth < 400 ? 1 : 1 + count / 200) {
    fails_from_then_on = nth % 2 == 0;
    const Outcome outcome = outcome_of(*db, sql, nth);
    EXPECT_EQ(outcome.code, SQLITE_NOMEM) << nth << " of " << count << ": " << outcome.row;
  }
  fails_from_then_on = false;
  EXPECT_EQ(outcome_of(*db, sql).row, answer);
  const Used after;
  EXPECT_LE(after.sqlite, before.sqlite + 16'384);
  EXPECT_LE(after.heap, before.heap + 65'536);
  EXPECT_EQ(db->close(), SQLITE_OK);
}

// The same of SQLite's own memory, with less and less of it.
TEST_P(ShortMemory, of_sqlite_is_an_error_and_never_an_answer) {
  const auto db = made(300);
  const char* sql = GetParam().sql;
  const std::string answer = outcome_of(*db, sql).row;
  const Used before;
  int answered = 0;
  int refused = 0;
  for (std::int64_t room = 0; room < 600'000; room += 2'003) {
    sqlite3_hard_heap_limit64(before.sqlite + room);
    const Outcome outcome = outcome_of(*db, sql);
    sqlite3_hard_heap_limit64(0);
    if (outcome.code == SQLITE_OK) {
      EXPECT_EQ(outcome.row, answer) << room;
      ++answered;
    } else {
      EXPECT_EQ(outcome.code, SQLITE_NOMEM) << room;
      ++refused;
    }
  }
  EXPECT_GT(answered, 0);
  EXPECT_GT(refused, 0);
  const Used after;
  EXPECT_LE(after.sqlite, before.sqlite + 65'536);
  EXPECT_EQ(db->close(), SQLITE_OK);
}

INSTANTIATE_TEST_SUITE_P(each, ShortMemory, testing::ValuesIn(statements),
                         [](const auto& bulk) { return std::string{bulk.param.name}; });

}  // namespace
}  // namespace softoptin
