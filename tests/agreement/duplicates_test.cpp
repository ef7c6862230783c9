// A contact_id that stands in soft_optin_contacts twice is an error, never an answer, on every road
// that meets it. (Worlds made at random have none.)
#include <gtest/gtest.h>

#include "support/host/database.hpp"

namespace softoptin::agreement {
namespace {

constexpr const char* twice_is_said =
    "soft_optin_contacts has several rows for one contact_id: make contact_id unique";

// Contact 1 is there twice, contact 2 once.
class duplicates : public testing::Test {
 protected:
  duplicates() {
    database_.load_extension();
    database_.run(R"(
      CREATE TABLE soft_optin_contacts (contact_id, email);
      INSERT INTO soft_optin_contacts VALUES (1, 'a@x.org'), (2, 'b@x.org'), (1, 'c@x.org');
      CREATE TABLE soft_optin_sales (contact_id, product_id, occurred_at, opt_out_offered);
      INSERT INTO soft_optin_sales VALUES (1, 'p', '2026-03-01', 1), (2, 'p', '2026-03-01', 1);
      CREATE TABLE soft_optin_products (product_id, category);
      INSERT INTO soft_optin_products VALUES ('p', 'a');
      CREATE TABLE soft_optin_preferences (contact_id, state, changed_at);
      CREATE TABLE soft_optin_settings (name, value);
      INSERT INTO soft_optin_settings VALUES ('require_assessment', 0);
      CREATE TABLE arguments (number, product_id);
      INSERT INTO arguments WITH RECURSIVE round(number) AS
        (VALUES (1) UNION ALL SELECT number + 1 FROM round LIMIT 500)
      SELECT number, 'p' FROM round;)");
  }

  std::string answer(const std::string& sql) {
    try {
      return database_.one(sql);
    } catch (const host::Error& error) {
      return error.what();
    }
  }

  host::Database database_{":memory:"};
};

TEST_F(duplicates, are_an_error_where_they_are_asked_about) {
  EXPECT_EQ(answer("SELECT soft_optin_eligible(1, 'p', 'email', '2026-06-15')"), twice_is_said);
  EXPECT_EQ(answer("SELECT eligible FROM soft_optin_eligibility('p', 'email', '2026-06-15')"
                   " WHERE contact_id = 1"),
            twice_is_said);
  EXPECT_EQ(answer("SELECT 1 FROM soft_optin_audience('p', 'email', '2026-06-15')"
                   " WHERE contact_id = 1"),
            twice_is_said);
}

TEST_F(duplicates, of_another_contact_do_not_matter_by_key) {
  EXPECT_EQ(answer("SELECT soft_optin_eligible(2, 'p', 'email', '2026-06-15')"), "1");
  EXPECT_EQ(answer("SELECT eligible FROM soft_optin_eligibility('p', 'email', '2026-06-15')"
                   " WHERE contact_id = 2"),
            "1");
}

TEST_F(duplicates, are_an_error_in_every_table_of_all_contacts) {
  EXPECT_EQ(answer("SELECT count(*) FROM soft_optin_eligibility('p', 'email', '2026-06-15')"),
            twice_is_said);
  EXPECT_EQ(answer("SELECT count(*) FROM soft_optin_audience('p', 'email', '2026-06-15')"),
            twice_is_said);
}

// Nobody asks about the duplicate here: that it is seen proves that the statement took the pass.
TEST_F(duplicates, are_an_error_once_a_statement_takes_the_pass) {
  EXPECT_EQ(answer("SELECT sum(soft_optin_eligible(2, product_id, 'email', '2026-06-15'))"
                   " FROM arguments WHERE number <= 30"),
            "30");
  EXPECT_EQ(answer("SELECT sum(soft_optin_eligible(2, product_id, 'email', '2026-06-15'))"
                   " FROM arguments"),
            twice_is_said);
}

// Ids of several types are compared by SQLite alone, contact by contact.
TEST_F(duplicates, are_an_error_in_tables_that_are_read_by_key) {
  database_.run("INSERT INTO soft_optin_contacts VALUES ('two', 'd@x.org')");
  EXPECT_EQ(answer("SELECT count(*) FROM soft_optin_eligibility('p', 'email', '2026-06-15')"),
            twice_is_said);
}

TEST_F(duplicates, are_told_by_the_collation_of_the_column) {
  database_.run(R"(
    DROP TABLE soft_optin_contacts;
    CREATE TABLE soft_optin_contacts (contact_id TEXT COLLATE NOCASE, email);
    INSERT INTO soft_optin_contacts VALUES ('ann', 'a@x.org'), ('ANN', 'b@x.org');)");
  EXPECT_EQ(answer("SELECT soft_optin_eligible('Ann', 'p', 'email', '2026-06-15')"), twice_is_said);
  EXPECT_EQ(answer("SELECT count(*) FROM soft_optin_eligibility('p', 'email', '2026-06-15')"),
            twice_is_said);
}

}  // namespace
}  // namespace softoptin::agreement
