// What only a program can do to the extension: step slowly, write from another connection
// meanwhile, close at a bad moment, run out of memory, use several threads.
#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "sql/runner/player.hpp"
#include "support/host/clock.hpp"
#include "support/host/database.hpp"
#include "support/host/files.hpp"

namespace softoptin {
namespace {

using host::Database;
using host::Statement;

// Twice the same question, in a statement that reads no table and so holds no transaction of its
// own.
constexpr const char* asked_twice =
    "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 2)"
    " SELECT soft_optin_reason(1, 'shoes') FROM n";
constexpr const char* opt_out =
    "INSERT INTO soft_optin_preferences(contact_id, state, changed_at) VALUES (1, 'opt_out', "
    "'2026-06-01')";

// What a statement fails with; the code is SQLITE_OK where it does not.
host::Error error_of(Database& db, std::string_view sql) {
  try {
    db.run(sql);
    return {SQLITE_OK, "no error"};
  } catch (const host::Error& error) {
    return error;
  }
}

// A database file with the lawful world in it, at noon of 2026-06-15.
class Programs : public testing::Test {
 protected:
  void SetUp() override {
    host::set_still_clock("2026-06-15 12:00:00");
    auto db = connect();
    db->run("PRAGMA journal_mode = WAL");
    db->run(host::read_file(std::filesystem::path(SOFTOPTIN_SCRIPTS) / "worlds" / "lawful.sql"));
  }

  [[nodiscard]] std::unique_ptr<Database> connect() const {
    auto db = std::make_unique<Database>((scratch_.path() / "program.db").string(),
                                         Database::Mode::create, host::still_clock());
    db->load_extension();
    return db;
  }

 private:
  host::ScratchFolder scratch_;
};

TEST_F(Programs, one_statement_sees_one_moment_while_others_write) {
  const auto reader = connect();
  const auto writer = connect();
  {
    Statement statement(reader->handle(), asked_twice);
    ASSERT_TRUE(statement.step());
    EXPECT_EQ(statement.shown(0), "eligible");
    writer->run(opt_out);
    ASSERT_TRUE(statement.step());
    EXPECT_EQ(statement.shown(0), "eligible");
    EXPECT_FALSE(statement.step());
  }
  EXPECT_EQ(reader->one("SELECT soft_optin_reason(1, 'shoes')"), "opted_out");
}

TEST_F(Programs, now_is_read_once_a_statement) {
  const auto db = connect();
  {
    Statement statement(db->handle(), asked_twice);
    ASSERT_TRUE(statement.step());
    EXPECT_EQ(statement.shown(0), "eligible");
    host::set_still_clock("2027-12-31");
    ASSERT_TRUE(statement.step());
    EXPECT_EQ(statement.shown(0), "eligible");
  }
  EXPECT_EQ(db->one("SELECT soft_optin_reason(1, 'shoes')"), "lapsed");
}

TEST_F(Programs, a_statement_used_again_reads_afresh) {
  const auto db = connect();
  Statement statement(db->handle(), "SELECT soft_optin_reason(?, ?)");
  const auto ask = [&](std::int64_t contact, std::string_view product) {
    statement.bind(1, contact);
    statement.bind(2, product);
    EXPECT_TRUE(statement.step());
    std::string reason = statement.shown(0);
    statement.reset();
    return reason;
  };
  EXPECT_EQ(ask(1, "shoes"), "eligible");
  EXPECT_EQ(ask(2, "shoes"), "opted_out");
  EXPECT_EQ(ask(1, "tent"), "not_similar");
  db->run(opt_out);
  EXPECT_EQ(ask(1, "shoes"), "opted_out");
  db->run("DROP TABLE soft_optin_preferences");
  EXPECT_THROW(ask(1, "shoes"), host::Error);
}

TEST_F(Programs, a_statement_left_in_the_middle_keeps_nothing_open) {
  for (const char* sql : {asked_twice, "SELECT code FROM soft_optin_conditions(1, 'shoes')"}) {
    const auto db = connect();
    {
      Statement statement(db->handle(), sql);
      ASSERT_TRUE(statement.step());
      statement.reset();
      EXPECT_EQ(sqlite3_next_stmt(db->handle(), nullptr), statement.handle());
      EXPECT_EQ(sqlite3_next_stmt(db->handle(), statement.handle()), nullptr);
      ASSERT_TRUE(statement.step());
    }
    EXPECT_EQ(db->close(), SQLITE_OK);
  }
}

// Hosts such as Python's sqlite3 finalize whatever the connection lists before they close it: the
// extension's inner statements too, before the outer one that owns them.
TEST_F(Programs, a_host_may_sweep_every_statement) {
  for (const char* sql : {asked_twice, "SELECT code FROM soft_optin_conditions(1, 'shoes')"}) {
    const auto db = connect();
    sqlite3_stmt* outer = nullptr;
    ASSERT_EQ(sqlite3_prepare_v2(db->handle(), sql, -1, &outer, nullptr), SQLITE_OK);
    ASSERT_EQ(sqlite3_step(outer), SQLITE_ROW);
    while (sqlite3_stmt* left = sqlite3_next_stmt(db->handle(), nullptr)) sqlite3_finalize(left);
    EXPECT_EQ(db->close(), SQLITE_OK);
  }
}

TEST_F(Programs, statements_may_overlap) {
  const auto db = connect();
  Statement contacts(db->handle(), "SELECT contact_id FROM soft_optin_contacts");
  Statement reason(db->handle(), "SELECT soft_optin_reason(?, 'shoes')");
  Statement conditions(db->handle(), "SELECT code FROM soft_optin_conditions(2, 'shoes')");
  std::string reasons;
  while (contacts.step()) {
    ASSERT_TRUE(conditions.step());
    reason.bind(1, contacts.number(0));
    ASSERT_TRUE(reason.step());
    reasons += reason.shown(0) + " ";
    reason.reset();
  }
  EXPECT_EQ(reasons, "eligible opted_out lapsed no_sale ");
}

TEST_F(Programs, loading_touches_no_database) {
  const auto owner = connect();
  owner->run("PRAGMA journal_mode = DELETE");
  owner->run("BEGIN EXCLUSIVE");
  const auto other = connect();  // Loads the extension.
  const host::Error question = error_of(*other, "SELECT soft_optin_eligible(1, 'shoes')");
  EXPECT_EQ(question.code, SQLITE_BUSY);
  // SQLite 3.54 reads the schema for any statement, and so refuses before we are called.
  const host::Error nothing_read = error_of(*other, "SELECT 1");
  if (nothing_read.code == SQLITE_OK) {
    EXPECT_EQ(other->one("SELECT soft_optin_version() IS NOT NULL"), "1");
    EXPECT_STREQ(question.what(), "the database cannot be read: database is locked");
  } else {
    EXPECT_EQ(nothing_read.code, SQLITE_BUSY);
    EXPECT_STREQ(question.what(), nothing_read.what());
  }
  owner->run("COMMIT");
  EXPECT_EQ(other->one("SELECT soft_optin_eligible(1, 'shoes')"), "1");
}

TEST_F(Programs, loading_twice_changes_nothing) {
  const auto db = connect();
  db->load_extension();
  EXPECT_EQ(sqlite3_load_extension(db->handle(), host::extension().c_str(), nullptr, nullptr),
            SQLITE_OK);
  EXPECT_EQ(db->one("SELECT soft_optin_eligible(1, 'shoes')"), "1");
  EXPECT_EQ(db->close(), SQLITE_OK);
}

TEST_F(Programs, a_closed_connection_leaves_no_memory) {
  const auto use = [&] {
    const auto db = connect();
    db->run("SELECT soft_optin_explain(contact_id, 'shoes') FROM soft_optin_contacts");
    db->run("SELECT * FROM soft_optin_contacts AS c, soft_optin_conditions(c.contact_id, 'shoes')");
    EXPECT_EQ(db->close(), SQLITE_OK);
  };
  use();
  const auto before = sqlite3_memory_used();
  use();
  EXPECT_EQ(sqlite3_memory_used(), before);
}

// With less and less memory for SQLite: the right answer, or SQLITE_NOMEM. Never another answer.
TEST_F(Programs, short_memory_is_an_error_and_never_an_answer) {
  int answered = 0;
  int refused = 0;
  for (std::int64_t room = 0; room < 400'000; room += 1'009) {
    const auto db = connect();
    sqlite3_hard_heap_limit64(sqlite3_memory_used() + room);
    try {
      EXPECT_EQ(db->rows("SELECT soft_optin_reason(2, 'shoes') UNION ALL"
                         " SELECT code FROM soft_optin_conditions(2, 'shoes') WHERE met IS NOT 1"),
                (std::vector<std::string>{"opted_out", "opted_out"}));
      ++answered;
    } catch (const host::Error& error) {
      EXPECT_EQ(error.code & 0xff, SQLITE_NOMEM) << error.what();
      ++refused;
    }
    sqlite3_hard_heap_limit64(0);
    EXPECT_EQ(db->close(), SQLITE_OK);
  }
  EXPECT_GT(answered, 0);
  EXPECT_GT(refused, 0);
}

TEST_F(Programs, threads_with_a_connection_each_do_not_meet) {
  if (sqlite3_threadsafe() == 0) GTEST_SKIP() << "this SQLite is built for one thread";
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([this] {
      const auto db = connect();
      // The first to come, and the last to go, has a file in WAL mode to itself for a moment.
      sqlite3_busy_timeout(db->handle(), 10'000);
      for (int round = 0; round < 20; ++round) {
        EXPECT_EQ(db->one("SELECT group_concat(soft_optin_reason(contact_id, 'shoes'), ' ')"
                          " FROM soft_optin_contacts"),
                  "eligible opted_out lapsed no_sale");
        EXPECT_EQ(db->one("SELECT count(*) FROM soft_optin_conditions(1, 'shoes')"), "22");
      }
      EXPECT_EQ(db->close(), SQLITE_OK);
    });
  }
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace softoptin
