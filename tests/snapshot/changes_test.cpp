// What is changed between two runs of a statement, prepared long ago: each answer is that of a
// fresh connection, whatever was rolled back, dropped, made again, attached, or shadowed.
#include <gtest/gtest.h>

#include <vector>

#include "questions.hpp"
#include "shop.hpp"

namespace softoptin::snapshot {
namespace {

using host::Database;
using host::Statement;

// Its rows, or its error.
std::string outcome(Statement& statement) {
  std::string rows;
  try {
    rows = rest_of(statement);
  } catch (const host::Error& error) {
    rows = std::string{"error: "} + error.what();
  }
  sqlite3_reset(statement.handle());  // Says the error again.
  return rows;
}

std::string outcome(Database& db, const char* sql) {
  try {
    Statement statement(db.handle(), sql);
    return outcome(statement);
  } catch (const host::Error& error) {  // It cannot be prepared.
    return std::string{"error: "} + error.what();
  }
}

// A connection with every question prepared on it, and what was done to that connection alone.
class Asking {
 public:
  explicit Asking(const Shop& shop) : shop_(shop), db_(shop.reader()) {
    for (const Question& question : questions())
      prepared_.emplace_back(db_->handle(), question.sql);
  }

  Database& db() { return *db_; }
  // Written to the file, or in force for the connection alone: a fresh one must be told as well.
  void do_here(const std::string& sql) { db_->run(sql); }
  void set_here(const std::string& sql) {
    db_->run(sql);
    set_ += sql + ";";
  }

  // All answers, one behind the other.
  std::string prepared_answers() {
    std::string all;
    for (std::size_t at = 0; at < prepared_.size(); ++at) {
      all += named(at, outcome(prepared_[at]));
    }
    return all;
  }
  [[nodiscard]] std::string fresh_answers() const {
    const auto fresh = shop_.reader();
    fresh->run(set_);
    std::string all;
    for (std::size_t at = 0; at < questions().size(); ++at) {
      all += named(at, outcome(*fresh, questions()[at].sql));
    }
    return all;
  }

  // Compares, and sees that there is something to see.
  void expect_fresh(const char* after) {
    const std::string answers = prepared_answers();
    EXPECT_EQ(answers, fresh_answers()) << "after " << after;
    EXPECT_NE(answers, latest_) << "nothing to see after " << after;
    latest_ = answers;
  }

 private:
  static std::string named(std::size_t at, const std::string& rows) {
    return std::string{"-- "} + questions()[at].name + "\n" + rows;
  }

  const Shop& shop_;
  std::unique_ptr<Database> db_;
  std::vector<Statement> prepared_;
  std::string set_;
  std::string latest_;
};

class Changes : public testing::TestWithParam<Arrangement> {
 protected:
  // Where the relations are that the connection reads, behind its views if need be.
  std::string schema() const {
    return shop_.arrangement().mapped == Mapped::directly ? "main" : "crm";
  }
  std::string opt_outs() const {
    return "INSERT INTO " + schema() +
           ".soft_optin_preferences(contact_id, state, changed_at)"
           " SELECT contact_id, 'opt_out', '2026-03-20' FROM soft_optin_contacts"
           " WHERE contact_id % 2";
  }

  Shop shop_{GetParam()};
  Asking asking_{shop_};
};

TEST_P(Changes, of_facts) {
  asking_.expect_fresh("nothing");
  EXPECT_EQ(shop_.run_elsewhere(other_facts()), "");
  asking_.expect_fresh("other facts");
  EXPECT_EQ(shop_.run_elsewhere(first_facts()), "");
  asking_.expect_fresh("the first facts");
  EXPECT_EQ(shop_.run_elsewhere("UPDATE soft_optin_settings SET value = 'baseline'"), "");
  asking_.expect_fresh("another policy");
  EXPECT_EQ(shop_.run_elsewhere("INSERT INTO soft_optin_settings VALUES ('no_such', 1)"), "");
  asking_.expect_fresh("a setting that is refused");
  EXPECT_EQ(shop_.run_elsewhere("DELETE FROM soft_optin_settings"), "");
  asking_.expect_fresh("no setting");
}

// Within a transaction the answers are those of what was written in it; then as if it had not been.
TEST_P(Changes, that_are_rolled_back) {
  const std::string at_first = asking_.prepared_answers();
  std::string in_between;
  for (const char* begin : {"BEGIN", "SAVEPOINT outer"}) {
    asking_.do_here(begin);
    asking_.do_here(opt_outs());
    in_between = asking_.prepared_answers();
    EXPECT_NE(in_between, at_first);
    asking_.do_here("SAVEPOINT inner; DELETE FROM " + schema() + ".soft_optin_sales");
    const std::string without_sales = asking_.prepared_answers();
    EXPECT_NE(without_sales, in_between);
    asking_.do_here("ROLLBACK TO inner");
    EXPECT_EQ(asking_.prepared_answers(), in_between);
    asking_.do_here("DROP TABLE " + schema() + ".soft_optin_preferences");
    EXPECT_NE(asking_.prepared_answers(), in_between);
    asking_.do_here("ROLLBACK TO inner; RELEASE inner");
    EXPECT_EQ(asking_.prepared_answers(), in_between);
    EXPECT_EQ(asking_.fresh_answers(), at_first) << "others see what is not committed";
    asking_.do_here("ROLLBACK");
    EXPECT_EQ(asking_.prepared_answers(), at_first);
  }
  asking_.do_here(opt_outs());
  asking_.expect_fresh("a commit");
  EXPECT_EQ(asking_.prepared_answers(), in_between);
}

TEST_P(Changes, of_the_schema_by_another_process) {
  asking_.expect_fresh("nothing");
  for (const char* sql :
       {"ALTER TABLE soft_optin_sales RENAME TO orders",
        "CREATE VIEW soft_optin_sales AS SELECT contact_id, product_id, occurred_at,"
        "  opt_out_offered, 'Trail Ltd' AS organisation FROM orders",
        "DROP VIEW soft_optin_sales; CREATE VIEW soft_optin_sales AS SELECT contact_id, product_id,"
        "  occurred_at, opt_out_offered, refused, 0 AS collected_directly FROM orders",
        "DROP VIEW soft_optin_sales; CREATE VIEW soft_optin_sales AS SELECT product_id, "
        "occurred_at,"
        "  opt_out_offered FROM orders",
        "DROP VIEW soft_optin_sales; ALTER TABLE orders RENAME TO soft_optin_sales",
        "DROP TABLE soft_optin_preferences",
        "CREATE TABLE soft_optin_preferences(address, changed_at, state);"
        "INSERT INTO soft_optin_preferences VALUES ('C7@example.org ', '2026-05-01', 'opt_out')",
        "ALTER TABLE soft_optin_preferences ADD COLUMN category;"
        "UPDATE soft_optin_preferences SET category = 'camping'",
        "DROP TABLE soft_optin_settings", "DROP TABLE soft_optin_assessments",
        "CREATE TABLE soft_optin_settings(name, value);"
        "INSERT INTO soft_optin_settings VALUES ('require_assessment', 0)",
        "DROP TABLE soft_optin_contacts",
        "CREATE TABLE soft_optin_contacts(contact_id TEXT, email TEXT);"
        "INSERT INTO soft_optin_contacts VALUES ('1', 'a@example.org'), ('x', 'b@example.org')",
        "ALTER TABLE soft_optin_contacts RENAME COLUMN email TO phone"}) {
    EXPECT_EQ(shop_.run_elsewhere(sql), "");
    asking_.expect_fresh(sql);
  }
}

TEST_P(Changes, by_temporary_views) {
  asking_.expect_fresh("nothing");
  const std::string shadow =
      "DROP VIEW IF EXISTS temp.soft_optin_preferences; CREATE TEMP VIEW soft_optin_preferences AS"
      " SELECT contact_id, 'opt_out' AS state, '2026-05-01' AS changed_at FROM " +
      schema() + ".soft_optin_contacts WHERE contact_id > 100";
  asking_.set_here(shadow);
  asking_.expect_fresh("a shadow");
  asking_.set_here("DROP VIEW temp.soft_optin_preferences");
  if (shop_.arrangement().mapped == Mapped::directly) {
    asking_.expect_fresh("no shadow");
  } else {
    // What the shadow hid is the attached table itself now.
    asking_.expect_fresh("no view");
  }
  asking_.set_here("BEGIN;" + shadow);
  asking_.expect_fresh("a shadow in a transaction");
  asking_.set_here("ROLLBACK");
  asking_.expect_fresh("its end");
  asking_.set_here(
      "DROP VIEW IF EXISTS temp.soft_optin_settings;"
      "CREATE TEMP TABLE soft_optin_settings(name, value);"
      "INSERT INTO temp.soft_optin_settings VALUES ('schema', '" +
      schema() + "')");
  asking_.expect_fresh("a pinned schema");
  asking_.set_here("UPDATE temp.soft_optin_settings SET value = 'temp'");
  asking_.expect_fresh("a pinned schema without all relations");
  asking_.set_here("UPDATE temp.soft_optin_settings SET value = 'absent'");
  asking_.expect_fresh("a schema that is not there");
  asking_.set_here("DROP TABLE temp.soft_optin_settings");
  asking_.expect_fresh("no setting");
}

TEST_P(Changes, by_attaching_and_detaching) {
  asking_.expect_fresh("nothing");
  const Shop other{{Journal::wal, Mapped::directly}};
  EXPECT_EQ(other.run_elsewhere(other_facts()), "");
  EXPECT_EQ(shop_.run_elsewhere("ALTER TABLE soft_optin_messages RENAME TO letters"), "");
  asking_.expect_fresh("no messages");
  asking_.set_here("ATTACH '" + other.file() + "' AS other");
  if (shop_.arrangement().mapped == Mapped::directly) {
    asking_.expect_fresh("an attached shop, which has messages");
  }
  asking_.set_here(
      "DROP VIEW IF EXISTS temp.soft_optin_settings;"
      "CREATE TEMP TABLE soft_optin_settings(name, value);"
      "INSERT INTO temp.soft_optin_settings VALUES ('schema', 'other')");
  asking_.expect_fresh("the attached shop");
  EXPECT_EQ(other.run_elsewhere(first_facts()), "");
  asking_.expect_fresh("other facts there");
  asking_.set_here("DETACH other");
  asking_.expect_fresh("a shop that is gone");
  asking_.set_here("ATTACH ':memory:' AS other");
  asking_.expect_fresh("an empty one in its place");
  asking_.set_here("DROP TABLE temp.soft_optin_settings; DETACH other");
  asking_.expect_fresh("no setting");
}

// While a statement stands on a row. What it goes on to say is its own business; the next one is
// like a fresh connection's.
TEST_P(Changes, while_a_statement_is_under_way) {
  const std::string at_first = asking_.fresh_answers();
  const std::string shadow =
      "CREATE TEMP TABLE soft_optin_products AS SELECT product_id, category FROM " + schema() +
      ".soft_optin_products WHERE 0";
  for (const Question& question : questions()) {
    SCOPED_TRACE(question.name);
    const auto db = shop_.reader();
    const std::string before = outcome(*db, question.sql);
    db->run("BEGIN");
    db->run(opt_outs());
    Statement statement(db->handle(), question.sql);
    ASSERT_TRUE(statement.step());
    db->run("ROLLBACK");
    outcome(statement);
    EXPECT_EQ(outcome(statement), before) << "after a rollback";
    if (shop_.arrangement().mapped == Mapped::directly) {
      ASSERT_TRUE(statement.step());
      db->run(shadow);
      outcome(statement);
      const std::string shadowed = outcome(statement);
      EXPECT_EQ(shadowed, outcome(*db, question.sql)) << "after a shadow";
      EXPECT_NE(shadowed, before);
      ASSERT_EQ(sqlite3_reset(statement.handle()), SQLITE_OK);
      db->run("DROP TABLE temp.soft_optin_products");
      EXPECT_EQ(outcome(statement), before) << "after no shadow";
    }
  }
  EXPECT_EQ(asking_.fresh_answers(), at_first);
}

INSTANTIATE_TEST_SUITE_P(each, Changes,
                         testing::Values(Arrangement{Journal::wal, Mapped::directly},
                                         Arrangement{Journal::rollback, Mapped::from_attached}),
                         [](const auto& given) { return given.param.name(); });

}  // namespace
}  // namespace softoptin::snapshot
