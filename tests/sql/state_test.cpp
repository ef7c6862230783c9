// The state of a statement: made once, shared by all functions of ours in it, gone with it.
//
// SQLite asks the authorizer about each SELECT that is prepared, so that the number of them tells
// how often the state was made.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "support/host/database.hpp"
#include "support/host/files.hpp"

namespace softoptin {
namespace {

int count_selects(void* selects, int action, const char* /*first*/, const char* /*second*/,
                  const char* /*schema*/, const char* /*trigger*/) {
  if (action == SQLITE_SELECT) ++*static_cast<int*>(selects);
  return SQLITE_OK;
}

class StatementState : public testing::Test {
 protected:
  void SetUp() override {
    db_.load_extension();
    const auto folder = std::filesystem::path(SOFTOPTIN_SCRIPTS) / "worlds";
    db_.run(host::read_file(folder / "lawful.sql"));
  }

  // How many a statement prepares, in whose columns `answers` are, over that many rows of i. Few
  // enough rows that it stays with look-ups by key.
  int selects(const std::string& answers, int rows) {
    int selects = 0;
    sqlite3_set_authorizer(db_.handle(), count_selects, &selects);
    db_.run("WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < " +
            std::to_string(rows) + ") SELECT " + answers + " FROM n");
    sqlite3_set_authorizer(db_.handle(), nullptr, nullptr);
    return selects;
  }

  host::Database db_{":memory:"};
};

TEST_F(StatementState, is_made_once_for_all_rows) {
  for (const char* answers :
       {"soft_optin_reason(i % 4 + 1, 'shoes')",                           // One constant.
        "soft_optin_reason(1, CASE i % 2 WHEN 0 THEN 'shoes' END)",        // Another.
        "soft_optin_reason(i % 4 + 1, 'shoes', substr('email', 1, 5))",    // Computed once.
        "soft_optin_reason(1, 'shoes', 'email', '2026-06-15'), i",         // All.
        "soft_optin_reason(i % 4 + 1, 'sho' || substr('es', i / 99))"}) {  // None.
    EXPECT_EQ(selects(answers, 12), selects(answers, 4)) << answers;
  }
}

TEST_F(StatementState, is_shared_by_all_functions) {
  const std::string one = "soft_optin_reason(i % 4 + 1, 'shoes')";
  const std::string other = "soft_optin_expires(1, 'shoes')";
  const int of_one = selects(one, 8);
  ASSERT_GT(of_one, 8) << "too few to tell";
  EXPECT_LT(selects(one + ", " + other + ", " + one, 8), of_one + 4);
}

}  // namespace
}  // namespace softoptin
