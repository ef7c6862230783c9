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

}  // namespace
}  // namespace softoptin
