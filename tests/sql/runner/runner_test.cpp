// The runner itself: what it must complain about, so that a script that shows nothing cannot pass.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "sql/runner/player.hpp"
#include "sql/runner/script.hpp"

namespace softoptin::scripts {
namespace {

using Complaints = std::vector<std::string>;

Complaints complaints_about(const std::string& text) {
  Player player(SOFTOPTIN_SCRIPTS);
  player.play(read_script(text, "s.sql"));
  player.finish();
  return player.complaints();
}

TEST(Runner, accepts_what_is_answered_as_expected) {
  EXPECT_EQ(complaints_about("SELECT 1, NULL, 'a', 1.5, x'00ff', '';\n"
                             "--> 1 | NULL | a | 1.5 | x'00ff' | \n"
                             "SELECT 1 WHERE 0;\n--> (nothing)\n"
                             "SELECT nonsense();\n--! no such function: nonsense\n"),
            Complaints{});
}

TEST(Runner, compares_rows_in_their_order) {
  EXPECT_EQ(complaints_about("VALUES (1), (2);\n--> 2\n--> 1\n"),
            Complaints{"s.sql:1: expected\n    --> 2\n    --> 1\n"
                       "  it answered\n    --> 1\n    --> 2"});
}

TEST(Runner, refuses_an_answer_that_nobody_checks) {
  EXPECT_EQ(complaints_about("-- A comment.\nSELECT 7;\n"),
            Complaints{"s.sql:2: this answers, and nothing says what. It answered:\n    --> 7"});
}

TEST(Runner, compares_the_whole_message) {
  EXPECT_EQ(complaints_about("SELECT nonsense();\n--! no such function\n"),
            Complaints{"s.sql:1: expected\n    --! no such function\n"
                       "  it answered\n    --! no such function: nonsense"});
}

TEST(Runner, compares_the_code) {
  EXPECT_EQ(complaints_about("CREATE TABLE t(a UNIQUE);\nINSERT INTO t VALUES (1), (1);\n"
                             "--! UNIQUE constraint failed: t.a\n"),
            Complaints{"s.sql:2: expected\n    --! UNIQUE constraint failed: t.a\n  it answered\n"
                       "    --! [SQLITE_CONSTRAINT_UNIQUE] UNIQUE constraint failed: t.a"});
}

TEST(Runner, refuses_an_error_that_nobody_expects) {
  EXPECT_EQ(complaints_about("DROP TABLE t;\n"),
            Complaints{"s.sql:1: expected\n  it answered\n    --! no such table: t"});
}

TEST(Runner, refuses_rows_where_none_are_expected) {
  EXPECT_EQ(complaints_about("SELECT 1;\n--> (nothing)\n"),
            Complaints{"s.sql:1: expected\n    --> (nothing)\n  it answered\n    --> 1"});
}

TEST(Runner, refuses_two_statements_on_one_line) {
  EXPECT_EQ(complaints_about("SELECT 1; SELECT 2;\n--> 1\n"),
            Complaints{"s.sql:1: two statements: give each its own lines"});
}

TEST(Runner, refuses_what_it_cannot_read) {
  EXPECT_EQ(complaints_about("--@ fly\n"), Complaints{"s.sql:1: no such directive: fly"});
  EXPECT_EQ(complaints_about("--@ reopen sideways\n"),
            Complaints{"s.sql:1: no such directive: reopen sideways"});
  EXPECT_EQ(complaints_about("--> 1\n"),
            Complaints{"s.sql:1: an expectation without a statement above it"});
  EXPECT_EQ(complaints_about("SELECT 1\n"),
            Complaints{"s.sql:1: the statement does not end: is a semicolon missing?"});
  EXPECT_EQ(complaints_about("SELECT 1;\n--> 1\n--> (nothing)\n"),
            Complaints{"s.sql:3: this contradicts the expectation above it"});
}

TEST(Runner, sees_a_connection_that_does_not_close) {
  Player player(SOFTOPTIN_SCRIPTS);
  sqlite3* db = player.database().handle();
  sqlite3_stmt* left = nullptr;
  ASSERT_EQ(sqlite3_prepare_v2(db, "SELECT 3", -1, &left, nullptr), SQLITE_OK);
  player.play(read_script("SELECT 1;\n--> 1\n", "s.sql"));
  player.finish();
  EXPECT_EQ(player.complaints(), (Complaints{"s.sql:1: a statement was left behind: SELECT 3",
                                             "at the end: the connection does not close"}));
  sqlite3_finalize(left);
}

TEST(Runner, knows_a_script_that_expects_nothing) {
  EXPECT_FALSE(read_script("CREATE TABLE t(a);\n", "s.sql").expects());
  EXPECT_TRUE(read_script("SELECT 1;\n--> 1\n", "s.sql").expects());
}

TEST(Runner, sets_the_clock) {
  EXPECT_EQ(complaints_about("SELECT datetime('now');\n--> 2026-06-15 12:00:00\n"
                             "--@ clock 2028-02-29 23:59:59\n"
                             "SELECT datetime('now');\n--> 2028-02-29 23:59:59\n"),
            Complaints{});
}

TEST(Runner, opens_the_same_file_again) {
  EXPECT_EQ(complaints_about("CREATE TABLE t(a);\n--@ reopen read-only\n"
                             "INSERT INTO t VALUES (1);\n"
                             "--! [SQLITE_READONLY] attempt to write a readonly database\n"),
            Complaints{});
}

TEST(Runner, denies_and_ignores) {
  EXPECT_EQ(complaints_about("CREATE TABLE t(a, b);\nINSERT INTO t VALUES (1, 2);\n"
                             "--@ deny reading t.a\n--@ ignore reading t.b\n"
                             "SELECT b FROM t;\n--> NULL\n"
                             "SELECT a FROM t;\n--! [SQLITE_AUTH] access to t.a is prohibited\n"
                             "--@ allow everything\nSELECT a, b FROM t;\n--> 1 | 2\n"),
            Complaints{});
}

TEST(Runner, interrupts_one_statement) {
  if (sqlite3_compileoption_used("OMIT_PROGRESS_CALLBACK") != 0) {
    GTEST_SKIP() << "SQLite was built without a progress handler";
  }
  EXPECT_EQ(complaints_about("--@ interrupt after 100 operations\n"
                             "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n)\n"
                             "SELECT max(i) FROM n;\n--! [SQLITE_INTERRUPT] interrupted\n"
                             "SELECT 1;\n--> 1\n"),
            Complaints{});
}

TEST(Runner, leaves_out_one_statement_that_does_not_concern_this_sqlite) {
  Player player(SOFTOPTIN_SCRIPTS);
  player.play(
      read_script("--@ only with NO_SUCH_OPTION\nSELECT 1;\n--> 2\nSELECT 3;\n--> 4\n"
                  "--@ only without NO_SUCH_OPTION\nSELECT 5;\n--> 6\n",
                  "s.sql"));
  player.finish();
  EXPECT_EQ(player.left_out(), Complaints{"s.sql:2: SQLite was built without NO_SUCH_OPTION"});
  EXPECT_EQ(player.complaints(),
            (Complaints{"s.sql:4: expected\n    --> 4\n  it answered\n    --> 3",
                        "s.sql:7: expected\n    --> 6\n  it answered\n    --> 5"}));
}

TEST(Runner, demands_a_statement_to_leave_out) {
  EXPECT_EQ(complaints_about("SELECT 1;\n--> 1\n--@ only with NO_SUCH_OPTION\n"),
            Complaints{"at the end: a directive is about the next statement, and there is none"});
}

TEST(Runner, skips_what_this_sqlite_is_too_old_for) {
  Player player(SOFTOPTIN_SCRIPTS);
  player.play(read_script("--@ needs SQLite 9.0.0\nSELECT 1;\n--> 2\n", "s.sql"));
  player.finish();
  EXPECT_EQ(player.skipped(), "needs SQLite 9.0.0");
  EXPECT_EQ(player.complaints(), Complaints{});
}

}  // namespace
}  // namespace softoptin::scripts
