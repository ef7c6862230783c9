// Closing a connection at every moment: it closes, and its files are closed with it.
#include <gtest/gtest.h>

#include "shop.hpp"

namespace softoptin::lifetime {
namespace {

int statements(sqlite3* db) {
  int count = 0;
  for (auto* at = sqlite3_next_stmt(db, nullptr); at != nullptr; at = sqlite3_next_stmt(db, at)) {
    ++count;
  }
  return count;
}

class Closing : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override { ASSERT_EQ(shop_.open_files(), 0); }
  void TearDown() override { EXPECT_EQ(shop_.open_files(), 0) << "a file is still open"; }

  // The question stands on its first row.
  sqlite3_stmt* in_the_middle(sqlite3* db) {
    auto* statement = prepare(db, GetParam());
    EXPECT_EQ(sqlite3_step(statement), SQLITE_ROW) << sqlite3_errmsg(db);
    EXPECT_GT(shop_.open_files(), 0);
    return statement;
  }

  Shop shop_;
};

TEST_P(Closing, after_the_last_row) {
  for (auto* close : {sqlite3_close, sqlite3_close_v2}) {
    sqlite3* db = shop_.connect();
    auto* statement = prepare(db, GetParam());
    while (sqlite3_step(statement) == SQLITE_ROW) {
    }
    EXPECT_EQ(statements(db), 1) << "more than the host's own is left after the last row";
    EXPECT_EQ(sqlite3_finalize(statement), SQLITE_OK);
    EXPECT_EQ(close(db), SQLITE_OK);
    EXPECT_EQ(shop_.open_files(), 0);
  }
}

TEST_P(Closing, in_the_middle_waits_for_the_hosts_statement_only) {
  sqlite3* db = shop_.connect();
  auto* statement = in_the_middle(db);
  EXPECT_EQ(sqlite3_close(db), SQLITE_BUSY);
  EXPECT_EQ(sqlite3_step(statement), SQLITE_ROW) << "a refused close must not disturb";
  EXPECT_EQ(sqlite3_reset(statement), SQLITE_OK);
  EXPECT_EQ(statements(db), 1) << "more than the host's own is left after a reset";
  EXPECT_EQ(sqlite3_finalize(statement), SQLITE_OK);
  EXPECT_EQ(sqlite3_close(db), SQLITE_OK);
}

TEST_P(Closing, in_the_middle_for_good) {
  sqlite3* db = shop_.connect();
  auto* statement = in_the_middle(db);
  EXPECT_EQ(sqlite3_close_v2(db), SQLITE_OK);
  EXPECT_EQ(sqlite3_step(statement), SQLITE_ROW) << "it ends when its last statement does";
  EXPECT_EQ(sqlite3_finalize(statement), SQLITE_OK);
}

// As Python's sqlite3 and others do: whatever the connection lists is finalized, ours before the
// statement that owns them.
TEST_P(Closing, after_a_sweep_of_all_statements) {
  for (auto* close : {sqlite3_close, sqlite3_close_v2}) {
    sqlite3* db = shop_.connect();
    in_the_middle(db);
    while (auto* left = sqlite3_next_stmt(db, nullptr)) sqlite3_finalize(left);
    EXPECT_EQ(close(db), SQLITE_OK);
    EXPECT_EQ(shop_.open_files(), 0);
  }
}

TEST_P(Closing, after_a_sweep_from_the_other_end) {
  sqlite3* db = shop_.connect();
  in_the_middle(db);
  while (auto* last = sqlite3_next_stmt(db, nullptr)) {
    while (auto* next = sqlite3_next_stmt(db, last)) last = next;
    sqlite3_finalize(last);
  }
  EXPECT_EQ(sqlite3_close(db), SQLITE_OK);
}

// The relations go away under a statement that is prepared already; a scan meets it at any row.
TEST_P(Closing, after_an_error) {
  sqlite3* db = shop_.connect();
  auto* statement = prepare(db, GetParam());
  ASSERT_EQ(sqlite3_exec(db,
                         "CREATE TEMP VIEW soft_optin_products AS SELECT abs(column1) AS"
                         " product_id, 'x' AS category FROM (VALUES (-9223372036854775808))",
                         nullptr, nullptr, nullptr),
            SQLITE_OK);
  int code = SQLITE_ROW;
  while (code == SQLITE_ROW) code = sqlite3_step(statement);
  const bool stops_at_nothing = std::string_view{GetParam()}.find("check") != std::string::npos;
  EXPECT_EQ(code == SQLITE_DONE, stops_at_nothing) << "no error to look at";
  EXPECT_EQ(statements(db), 1) << "more than the host's own is left after an error";
  EXPECT_EQ(sqlite3_close(db), SQLITE_BUSY);
  sqlite3_finalize(statement);
  EXPECT_EQ(sqlite3_close(db), SQLITE_OK);
}

TEST_P(Closing, after_an_interrupt_in_the_middle) {
  sqlite3* db = shop_.connect();
  auto* statement = in_the_middle(db);
  sqlite3_interrupt(db);
  EXPECT_EQ(sqlite3_step(statement), SQLITE_INTERRUPT);
  EXPECT_EQ(statements(db), 1) << "more than the host's own is left after an interrupt";
  sqlite3_finalize(statement);
  EXPECT_EQ(sqlite3_close(db), SQLITE_OK);
}

TEST_P(Closing, after_a_rollback_in_the_middle) {
  sqlite3* db = shop_.connect();
  sqlite3_exec(db, "BEGIN; DELETE FROM soft_optin_preferences", nullptr, nullptr, nullptr);
  auto* statement = in_the_middle(db);
  sqlite3_exec(db, "ROLLBACK", nullptr, nullptr, nullptr);
  while (sqlite3_step(statement) == SQLITE_ROW) {
  }
  EXPECT_EQ(statements(db), 1) << "more than the host's own is left after a rollback";
  sqlite3_finalize(statement);
  EXPECT_EQ(sqlite3_close(db), SQLITE_OK);
}

INSTANTIATE_TEST_SUITE_P(each, Closing, testing::ValuesIn(questions()),
                         [](const auto& question) { return std::to_string(question.index); });

TEST(Idle, closes) {
  const Shop shop;
  for (auto* close : {sqlite3_close, sqlite3_close_v2}) {
    sqlite3* db = shop.connect();
    EXPECT_EQ(close(db), SQLITE_OK);
    EXPECT_EQ(shop.open_files(), 0);
  }
}

}  // namespace
}  // namespace softoptin::lifetime
