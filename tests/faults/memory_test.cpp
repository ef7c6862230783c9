// The nth allocation fails, for every n: of SQLite, of the extension, alone or with all after it.
//
// An error or the right answer, never another; no leak; and the connection answers afterwards.
#include <gtest/gtest.h>
#include <malloc.h>

#include <atomic>
#include <cstdlib>
#include <memory>
#include <new>
#include <string>
#include <vector>

#include "faults/questions.hpp"

namespace {

// Counts down to the allocation that fails; 0 fails none. The extension's own `new` is this one,
// because the program exports it.
std::atomic<long> until_failure{0};
std::atomic<bool> fails_from_then_on{false};
std::atomic<bool> counts{false};
std::atomic<long> allocations{0};
std::atomic<long> failures{0};
std::atomic<long> alive{0};  // Blocks that were given and not taken back.

bool fails() {
  if (!counts) return false;
  ++allocations;
  if (until_failure == 0) return false;
  if (until_failure > 1) return --until_failure, false;
  if (!fails_from_then_on) until_failure = 0;
  ++failures;
  return true;
}

void* allocated_or_null(std::size_t size) noexcept {
  void* const memory = fails() ? nullptr : std::malloc(size == 0 ? 1 : size);
  if (memory != nullptr) ++alive;
  return memory;
}

void* allocated(std::size_t size) {
  void* const memory = allocated_or_null(size);
  if (memory == nullptr) throw std::bad_alloc{};
  return memory;
}

void given_back(void* memory) {
  if (memory != nullptr) --alive;
  std::free(memory);
}

void* sqlite_allocated(int size) {
  void* const memory = fails() ? nullptr : std::malloc(static_cast<std::size_t>(size));
  if (memory != nullptr) ++alive;
  return memory;
}

void* sqlite_reallocated(void* memory, int size) {
  return fails() ? nullptr : std::realloc(memory, static_cast<std::size_t>(size));
}

int size_of(void* memory) { return static_cast<int>(malloc_usable_size(memory)); }
int rounded(int size) { return (size + 7) / 8 * 8; }
int ready(void*) { return SQLITE_OK; }
void over(void*) {}

// Before SQLite's first use. Without lookaside memory every allocation is asked for here.
void take_over_sqlite_memory() {
  static const sqlite3_mem_methods methods{
      sqlite_allocated, given_back, sqlite_reallocated, size_of, rounded, ready, over, nullptr};
  sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
  sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0);
}

}  // namespace

void* operator new(std::size_t size) { return allocated(size); }
void* operator new[](std::size_t size) { return allocated(size); }
// Sanitizers bring one of their own, whose memory must not be given back here.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return allocated_or_null(size);
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
  return allocated_or_null(size);
}
void operator delete(void* memory) noexcept { given_back(memory); }
void operator delete[](void* memory) noexcept { given_back(memory); }
void operator delete(void* memory, std::size_t /*size*/) noexcept { given_back(memory); }
void operator delete[](void* memory, std::size_t /*size*/) noexcept { given_back(memory); }

namespace softoptin::faults {
namespace {

using hostile::Policy;
using hostile::Shape;

struct Case {
  Question question;
  Policy policy;
};

class Memory : public testing::TestWithParam<Case> {
 protected:
  Memory() {
    db_.load_extension();
    db_.run(world(GetParam().policy, Shape::tables));
    // Numbers that are read as text, which takes memory: another organisation, and no blank one.
    db_.run(
        "INSERT INTO soft_optin_preferences(contact_id, state, changed_at, organisation)"
        " VALUES (1, 'opt_out', '2026-05-03', 7), (1, 'opt_out', '2026-05-03', 7.5)");
  }

  Answer ask_while_failing(long nth, bool from_then_on) {
    static long chosen = 0;
    chosen = nth;
    fails_from_then_on = from_then_on;
    allocations = 0;
    failures = 0;
    return ask(
        db_.handle(), GetParam().question.sql,
        [] {
          until_failure = chosen;
          counts = true;
        },
        [] {
          counts = false;
          until_failure = 0;
        });
  }

  host::Database db_{":memory:"};
};

TEST_P(Memory, that_is_short_is_an_error_or_the_answer) {
  ask_while_failing(0, false);  // The first use of a table allocates what later ones do not.
  const Answer answer = ask_while_failing(0, false);
  ASSERT_EQ(answer.code, SQLITE_OK);
  const long count = allocations;
  ASSERT_GT(count, 50);
  // Once round, so that what SQLite and the C library keep for good is there.
  for (const bool from_then_on : {false, true}) ask_while_failing(count / 2, from_then_on);
  const sqlite3_int64 used_by_sqlite = sqlite3_memory_used();
  const long alive_before = alive;
  long refused = 0;
  for (long nth = 1; nth <= count; nth = after(nth, 250)) {
    const Answer now = ask_while_failing(nth, nth % 2 == 0);
    // Memory that SQLite keeps for the next time saves a few of the last.
    if (failures == 0 && nth > count - 20) break;
    EXPECT_EQ(failures > 0, true) << nth << " of " << count;
    if (now.code == SQLITE_OK) {
      EXPECT_EQ(now.rows, answer.rows) << nth << " of " << count;
    } else {
      ++refused;
      EXPECT_EQ(now.code, SQLITE_NOMEM) << nth << " of " << count;
    }
  }
  EXPECT_GT(refused, 50);
  EXPECT_EQ(ask_while_failing(0, false), answer);
  EXPECT_LE(sqlite3_memory_used(), used_by_sqlite + 8'192);
  EXPECT_LE(alive, alive_before + 16);  // A leak would be one a round.
  EXPECT_EQ(db_.close(), SQLITE_OK);
}

std::vector<Case> cases() {
  std::vector<Case> all;
  for (const Policy policy : {Policy::baseline, Policy::national}) {
    for (const Question& question : questions()) all.push_back({question, policy});
  }
  return all;
}

INSTANTIATE_TEST_SUITE_P(each, Memory, testing::ValuesIn(cases()), [](const auto& with) {
  return with.param.question.name + "_" + hostile::name_of(with.param.policy);
});

// Loads while the nth allocation fails, 0 for none. What is there afterwards; empty where loading
// is refused.
std::vector<std::string> loaded_while_failing(long nth) {
  host::Database db{":memory:"};
  db.run("SELECT 1");
  sqlite3_db_config(db.handle(), SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, nullptr);
  const std::string file = host::extension();
  until_failure = nth;
  fails_from_then_on = false;
  failures = 0;
  counts = true;
  const int code = sqlite3_load_extension(db.handle(), file.c_str(), nullptr, nullptr);
  counts = false;
  until_failure = 0;
  std::vector<std::string> names;
  if (code == SQLITE_OK) {
    names = db.rows(
        "SELECT name || '/' || narg FROM pragma_function_list WHERE name GLOB 'soft_optin_*' OR"
        " name = 'marketing_basis' UNION SELECT name FROM pragma_module_list WHERE name GLOB"
        " 'soft_optin_*' ORDER BY 1");
  }
  EXPECT_EQ(db.close(), SQLITE_OK) << nth;
  return names;
}

// Loading takes memory too: it is refused, or all is there; and what it took is given back.
TEST(MemoryOnLoading, that_is_short_is_an_error) {
  const auto all = loaded_while_failing(0);
  ASSERT_GT(all.size(), 20U);
  loaded_while_failing(1);  // What SQLite and the C library keep for good.
  const long alive_before = alive;
  long refused = 0;
  for (long nth = 1; nth < 2'000; ++nth) {
    const auto names = loaded_while_failing(nth);
    if (names.empty()) {
      ++refused;
    } else {
      EXPECT_EQ(names, all) << nth;
    }
    if (failures == 0) break;
  }
  EXPECT_GT(refused, 20);
  EXPECT_LE(alive, alive_before + 16);  // A leak would be one a round.
}

}  // namespace
}  // namespace softoptin::faults

int main(int count, char** arguments) {
  take_over_sqlite_memory();
  testing::InitGoogleTest(&count, arguments);
  return RUN_ALL_TESTS();
}
