// `now` within one statement: one for all functions, and one for each table that is named.
#include <gtest/gtest.h>

#include "shop.hpp"
#include "support/host/clock.hpp"

namespace softoptin::snapshot {
namespace {

using host::Statement;

// An hour passes.
void wait(sqlite3_context* context, int /*count*/, sqlite3_value** /*arguments*/) {
  host::set_still_clock("2026-06-15 13:00:00");
  sqlite3_result_text(context, "an hour later", -1, SQLITE_STATIC);
}

class Now : public testing::Test {
 protected:
  Now() {
    sqlite3_create_function_v2(db_->handle(), "wait", 0, SQLITE_UTF8, nullptr, wait, nullptr,
                               nullptr, nullptr);
  }

  Shop shop_{{Journal::wal, Mapped::directly}};
  std::unique_ptr<host::Database> db_ = shop_.reader();
};

constexpr const char* noon = "2026-06-15T12:00:00Z";
constexpr const char* one_o_clock = "2026-06-15T13:00:00Z";

TEST_F(Now, is_one_for_all_functions_and_rows) {
  Statement statement(
      db_->handle(),
      "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 3)"
      " SELECT json_extract(soft_optin_explain(i, 'shoes'), '$.question.as_of'),"
      "  json_extract(soft_optin_explain(i, 'laces', 'sms'), '$.question.as_of') FROM n");
  ASSERT_TRUE(statement.step());
  EXPECT_EQ(statement.row(), std::string{noon} + " | " + noon);
  host::set_still_clock("2026-06-15 13:00:00");
  ASSERT_TRUE(statement.step());
  EXPECT_EQ(statement.row(), std::string{noon} + " | " + noon);
  statement.reset();
  ASSERT_TRUE(statement.step());
  EXPECT_EQ(statement.shown(0), one_o_clock);
}

TEST_F(Now, is_one_for_all_rows_of_a_table_and_for_all_that_a_join_asks_of_it) {
  Statement statement(db_->handle(),
                      "SELECT a.as_of FROM (VALUES ('shoes'), ('laces')) AS p CROSS JOIN"
                      " soft_optin_eligibility(p.column1) AS a WHERE a.contact_id < 3");
  ASSERT_TRUE(statement.step());
  EXPECT_EQ(statement.shown(0), noon);
  host::set_still_clock("2026-06-15 13:00:00");
  int more = 0;
  while (statement.step()) {
    EXPECT_EQ(statement.shown(0), noon);
    ++more;
  }
  EXPECT_EQ(more, 3);
}

// What a user may see: it takes one when its first row is asked for.
TEST_F(Now, is_each_tables_own) {
  EXPECT_EQ(answer(*db_,
                   "SELECT max(as_of) FROM soft_optin_audience('shoes') UNION ALL SELECT wait()"
                   " UNION ALL SELECT max(as_of) FROM soft_optin_audience('shoes')"
                   " UNION ALL SELECT max(as_of) FROM soft_optin_funnel('shoes')"
                   " UNION ALL SELECT max(as_of) FROM soft_optin_conditions(1, 'shoes')"),
            std::string{noon} + "\nan hour later\n" + one_o_clock + "\n" + one_o_clock + "\n" +
                one_o_clock + "\n");
}

TEST_F(Now, of_a_table_may_be_earlier_than_that_of_a_function_beside_it) {
  EXPECT_EQ(answer(*db_,
                   "SELECT as_of, wait(),"
                   " json_extract(soft_optin_explain(contact_id, 'shoes'), '$.question.as_of')"
                   " FROM soft_optin_eligibility('shoes') LIMIT 1"),
            std::string{noon} + " | an hour later | " + one_o_clock + "\n");
}

TEST_F(Now, of_a_trigger_is_that_of_each_row) {
  db_->run(
      "CREATE TABLE queue(contact_id); CREATE TEMP TABLE noted(now, waited);"
      "CREATE TEMP TRIGGER note AFTER INSERT ON queue BEGIN INSERT INTO noted SELECT"
      "  json_extract(soft_optin_explain(NEW.contact_id, 'shoes'), '$.question.as_of'), wait(); "
      "END;"
      "INSERT INTO queue VALUES (1), (2)");
  EXPECT_EQ(answer(*db_, "SELECT now FROM noted"), std::string{noon} + "\n" + one_o_clock + "\n");
}

TEST_F(Now, does_not_matter_where_as_of_is_given) {
  EXPECT_EQ(answer(*db_,
                   "SELECT max(as_of) FROM soft_optin_audience('shoes', 'email', '2026-06-15')"
                   " UNION ALL SELECT wait()"
                   " UNION ALL SELECT max(as_of) FROM"
                   "  soft_optin_funnel('shoes', 'email', '2026-06-15')"
                   " UNION ALL SELECT json_extract("
                   "  soft_optin_explain(1, 'shoes', 'email', '2026-06-15'), '$.question.as_of')"),
            "2026-06-15\nan hour later\n2026-06-15\n2026-06-15\n");
}

}  // namespace
}  // namespace softoptin::snapshot
