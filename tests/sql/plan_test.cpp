// The plan of one contact's answer: through the user's indexes, whatever the size of the tables.
//
// The extension's inner statements are caught by a trace as they run, and EXPLAIN QUERY PLAN tells
// how SQLite runs each of them.
#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "support/host/database.hpp"
#include "support/host/files.hpp"

// Absent, and so null, from a SQLite built with OMIT_PROGRESS_CALLBACK.
#pragma weak sqlite3_progress_handler

namespace softoptin {
namespace {

using Texts = std::set<std::string>;

// What may be read from one end to the other: it is small, or it is no table of the user's.
const std::vector<std::string> small = {"assessments",  "settings", "similarities",
                                        "CONSTANT ROW", "sqlite_",  "main.sqlite_"};

int remember(unsigned /*event*/, void* texts, void* statement, void* /*unexpanded*/) {
  const char* sql = sqlite3_sql(static_cast<sqlite3_stmt*>(statement));
  if (sql != nullptr) static_cast<Texts*>(texts)->insert(sql);
  return 0;
}

// The SQL of every statement that runs inside this one.
Texts statements_inside(host::Database& db, const std::string& sql) {
  Texts texts;
  sqlite3_trace_v2(db.handle(), SQLITE_TRACE_STMT, remember, &texts);
  db.run(sql);
  sqlite3_trace_v2(db.handle(), 0, nullptr, nullptr);
  texts.erase(sql);
  return texts;
}

// The table that a line of a plan scans, or nothing. "SCAN orders", before SQLite 3.36 "SCAN TABLE
// orders".
std::string scanned(std::string_view line) {
  for (const std::string_view start : {"SCAN TABLE ", "SCAN SUBQUERY ", "SCAN "}) {
    if (line.starts_with(start)) return std::string{line.substr(start.size())};
  }
  return {};
}

bool allowed(const std::string& table) {
  for (const std::string& name : small) {
    if (table.starts_with(name)) return true;
  }
  return false;
}

Texts forbidden_scans(host::Database& db, const Texts& statements) {
  Texts found;
  for (const std::string& sql : statements) {
    if (sql.starts_with("PRAGMA")) continue;
    host::Statement plan(db.handle(), "EXPLAIN QUERY PLAN " + sql);
    while (plan.step()) {
      const std::string table = scanned(plan.shown(3));
      if (!table.empty() && !allowed(table)) found.insert(plan.shown(3) + " in " + sql);
    }
  }
  return found;
}

class Plan : public testing::Test {
 protected:
  void SetUp() override {
    db_.load_extension();
    const auto file = std::filesystem::path(SOFTOPTIN_SCRIPTS) / "worlds" / "indexed.sql";
    db_.run(host::read_file(file));
  }

  host::Database db_{":memory:"};
};

TEST_F(Plan, one_contact_is_read_through_the_indexes) {
  for (const char* channel : {"email", "sms", "in_app"}) {
    for (const char* question :
         {"SELECT soft_optin_eligible(1, 'shoes', '", "SELECT soft_optin_explain(1, 'shoes', '",
          "SELECT * FROM soft_optin_conditions(1, 'shoes', '"}) {
      const Texts inside = statements_inside(db_, question + std::string{channel} + "')");
      EXPECT_GE(inside.size(), 8U) << "the trace saw too little to judge";
      EXPECT_EQ(forbidden_scans(db_, inside), Texts{}) << question << channel;
    }
  }
}

TEST_F(Plan, without_an_index_the_scan_is_seen) {
  db_.run("DROP INDEX orders_by_customer");
  const Texts inside = statements_inside(db_, "SELECT soft_optin_eligible(1, 'shoes')");
  const Texts scans = forbidden_scans(db_, inside);
  ASSERT_EQ(scans.size(), 1U);
  EXPECT_TRUE(scanned(*scans.begin()).starts_with("orders ")) << *scans.begin();
}

TEST_F(Plan, the_trace_sees_every_relation) {
  const Texts inside = statements_inside(db_, "SELECT soft_optin_eligible(1, 'shoes')");
  for (const char* relation : {"soft_optin_contacts", "soft_optin_products", "soft_optin_sales",
                               "soft_optin_preferences", "soft_optin_assessments"}) {
    bool found = false;
    for (const std::string& sql : inside) found |= sql.find(relation) != std::string::npos;
    EXPECT_TRUE(found) << relation << " is not in the trace";
  }
}

// The plan of a segment of contacts, joined with a table of all of them: looked up one by one.
class SegmentPlan : public Plan, public testing::WithParamInterface<const char*> {
 protected:
  void SetUp() override {
    if (sqlite3_progress_handler == nullptr) {
      GTEST_SKIP() << "this SQLite has no progress handler to count by";
    }
    Plan::SetUp();
    db_.run(
        "WITH RECURSIVE n(i) AS (VALUES (2) UNION ALL SELECT i + 1 FROM n WHERE i < 5000)"
        " INSERT INTO customers SELECT i, 'c' || i || '@example.org', '+353 1 55' || i FROM n;"
        "INSERT INTO orders SELECT id, id, '2026-03-15' FROM customers WHERE id > 1;"
        "INSERT INTO order_lines SELECT number, 'shoes' FROM orders WHERE number > 1;"
        "CREATE TABLE segment(id INTEGER PRIMARY KEY);"
        "INSERT INTO segment SELECT id FROM customers WHERE id % 100 = 0");
  }

  // The table, asked about shoes on a day.
  static std::string asked() {
    return std::string{GetParam()} + "('shoes', 'email', '2026-06-15')";
  }

  // What SQLite's virtual machine does for it, in thousands of steps, the inner statements too.
  long thousands_of_steps(const std::string& sql) {
    long calls = 0;
    const auto count = [](void* data) { return ++*static_cast<long*>(data), 0; };
    sqlite3_progress_handler(db_.handle(), 1'000, count, &calls);
    db_.run(sql);
    sqlite3_progress_handler(db_.handle(), 0, nullptr, nullptr);
    return calls;
  }

  // The segment is the outer loop, and the table is asked about one contact after the other.
  void expect_look_ups(const std::string& join) {
    const auto plan = db_.rows("EXPLAIN QUERY PLAN " + join);
    ASSERT_GE(plan.size(), 2U) << join;
    EXPECT_NE(plan[0].find("segment"), std::string::npos) << plan[0];
    EXPECT_EQ(db_.rows(join).size(), 50U) << join;
    const Texts inside = statements_inside(db_, join);
    EXPECT_GE(inside.size(), 8U) << "the trace saw too little to judge";
    EXPECT_EQ(forbidden_scans(db_, inside), Texts{}) << join;
    EXPECT_LT(thousands_of_steps(join), 50) << join;
  }
};

TEST_P(SegmentPlan, a_segment_is_read_contact_by_contact) {
  const std::string left_join =
      "SELECT id, t.contact_id FROM segment LEFT JOIN " + asked() + " AS t ON t.contact_id = id";
  expect_look_ups(left_join);
  expect_look_ups("SELECT id, t.contact_id FROM segment LEFT JOIN " + std::string{GetParam()} +
                  " AS t ON t.contact_id = id AND t.product_id = 'shoes'"
                  " AND t.as_of = '2026-06-15'");
  expect_look_ups("SELECT id, (SELECT basis FROM " + asked() +
                  " WHERE contact_id = segment.id) FROM segment");
  // An inner join may begin with either; SQLite has to know that the segment is small.
  db_.run("ANALYZE");
  expect_look_ups(left_join);
  expect_look_ups("SELECT id, t.contact_id FROM segment JOIN " + asked() +
                  " AS t ON t.contact_id = id");
  // All contacts take more than that, so that the figure tells one from the other.
  EXPECT_GT(thousands_of_steps("SELECT * FROM " + asked()), 100);
}

// What SQLite is told of one contact: at most one row, so that a LEFT JOIN that nothing is taken
// from is not made at all, and other tables are read after it that give more.
TEST_P(SegmentPlan, one_contact_is_known_to_be_one_row) {
  const std::string left_join =
      " FROM segment LEFT JOIN " + asked() + " AS t ON t.contact_id = segment.id";
  EXPECT_EQ(db_.rows("EXPLAIN QUERY PLAN SELECT id, t.channel" + left_join).size(), 2U);
  EXPECT_EQ(db_.rows("EXPLAIN QUERY PLAN SELECT id" + left_join).size(), 1U);
  db_.run(
      "CREATE TABLE visits(customer INTEGER, page TEXT);"
      "INSERT INTO visits SELECT id, 'a' FROM customers UNION ALL SELECT id, 'b' FROM customers;"
      "CREATE INDEX visits_by_customer ON visits(customer); ANALYZE");
  const auto plan = db_.rows("EXPLAIN QUERY PLAN SELECT page FROM segment JOIN " + asked() +
                             " AS t ON t.contact_id = segment.id"
                             " JOIN visits ON visits.customer = segment.id");
  ASSERT_EQ(plan.size(), 3U);
  EXPECT_NE(plan[0].find("segment"), std::string::npos) << plan[0];
  EXPECT_NE(plan[1].find("VIRTUAL TABLE"), std::string::npos) << plan[1];
  EXPECT_NE(plan[2].find("visits"), std::string::npos) << plan[2];
}

// A larger segment than is worth looking up is answered too, and each of its contacts once.
TEST_P(SegmentPlan, everybody_as_a_segment_has_a_row_each) {
  EXPECT_EQ(db_.one("SELECT count(*) || ' ' || count(DISTINCT customers.id) FROM customers"
                    " LEFT JOIN " +
                    asked() + " AS t ON t.contact_id = customers.id"),
            "5000 5000");
  EXPECT_EQ(db_.one("SELECT count(*) FROM segment LEFT JOIN " + asked() +
                    " AS t ON t.contact_id = -segment.id WHERE t.contact_id IS NULL"),
            "50");
}

INSTANTIATE_TEST_SUITE_P(of, SegmentPlan,
                         testing::Values("soft_optin_audience", "soft_optin_eligibility"),
                         [](const auto& table) { return std::string{table.param}; });

}  // namespace
}  // namespace softoptin
