// Statements that write what they ask about. The functions see each row that is written already, as
// if each were asked and written by a statement of its own.
#include <gtest/gtest.h>

#include "shop.hpp"

namespace softoptin::snapshot {
namespace {

using host::Database;

// The contacts stand two by two: 2n - 1 and 2n have one address, so that what the one has said is
// heard of the other.
constexpr const char* two_by_two =
    "DELETE FROM soft_optin_preferences;"
    "UPDATE soft_optin_contacts SET email = 'pair' || ((contact_id + 1) / 2) || '@example.org'";

// Room for a few hundred rows more: what has no end fails, instead of filling the disk.
void stop_if_endless(Database& db) {
  const std::string pages = db.one("SELECT page_count + 40 FROM pragma_page_count");
  db.run("PRAGMA max_page_count = " + pages);
}

// All that could have been written, a line a row; not how a virtual table keeps it.
std::string everything(Database& db) {
  std::string all;
  for (const std::string& table :
       db.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'said_*'"
               " ORDER BY name")) {
    all += table + "\n" + answer(db, "SELECT * FROM " + table);
  }
  return all;
}

class OwnWrites : public testing::Test {
 protected:
  std::unique_ptr<Database> two_by_two_shop(const Shop& shop) const {
    auto db = shop.reader();
    db->run(two_by_two);
    return db;
  }

  // `each` for every contact in a statement of its own, as `{}`, on one shop; `whole` on another.
  void expect_as_one_by_one(const std::string& whole, const std::string& each,
                            const std::string& before = "") {
    const auto at_once = two_by_two_shop(shop_);
    const auto one_by_one = two_by_two_shop(other_shop_);
    at_once->run(before);
    one_by_one->run(before);
    at_once->run(whole);
    for (int contact = 1; contact <= contacts; ++contact) {
      std::string sql = each;
      for (auto at = sql.find("{}"); at != std::string::npos; at = sql.find("{}")) {
        sql.replace(at, 2, std::to_string(contact));
      }
      one_by_one->run(sql);
    }
    EXPECT_EQ(everything(*at_once), everything(*one_by_one));
  }

  Shop shop_{{Journal::wal, Mapped::directly}};
  Shop other_shop_{{Journal::wal, Mapped::directly}};
};

constexpr const char* say_no =
    "INSERT INTO soft_optin_preferences(contact_id, state, changed_at, proof)"
    " SELECT contact_id, 'opt_out', '2026-06-01', soft_optin_reason(contact_id, 'laces')"
    " FROM soft_optin_contacts";

// The second of each two has opted out with the first; to the last row, far behind the place where
// another statement would change over to the pass.
TEST_F(OwnWrites, of_an_insert) {
  expect_as_one_by_one(say_no, std::string{say_no} + " WHERE contact_id = {}");
  const auto db = shop_.reader();
  EXPECT_EQ(answer(*db, "SELECT proof, count(*) FROM soft_optin_preferences GROUP BY proof"),
            "eligible | 75\nopted_out | 75\n");
}

TEST_F(OwnWrites, of_an_insert_with_each_function) {
  for (const char* function : {"soft_optin_eligible", "soft_optin_expires", "marketing_basis"}) {
    const std::string insert =
        std::string{
            "INSERT INTO soft_optin_preferences(contact_id, state, changed_at, proof)"
            " SELECT contact_id, 'opt_out', '2026-06-01', "} +
        function + "(contact_id, 'laces') FROM soft_optin_contacts";
    expect_as_one_by_one(insert, insert + " WHERE contact_id = {}");
  }
}

TEST_F(OwnWrites, of_an_update) {
  const std::string update =
      "UPDATE soft_optin_sales SET kind = 'refund', channel = soft_optin_reason(contact_id + 1,"
      " 'laces') || soft_optin_reason(contact_id, 'laces') || soft_optin_reason(contact_id - 1, "
      "'laces')";
  expect_as_one_by_one(update, update + " WHERE contact_id = {}");
}

TEST_F(OwnWrites, of_an_upsert) {
  const std::string insert =
      "INSERT INTO soft_optin_contacts(contact_id, email)"
      " SELECT contact_id + 1, 'x' FROM soft_optin_sales WHERE contact_id";
  const std::string update =
      " ON CONFLICT(contact_id) DO UPDATE SET email = NULL,"
      " country = soft_optin_reason(excluded.contact_id - 1, 'laces')";
  expect_as_one_by_one(insert + " > 0" + update, insert + " = {}" + update);
}

// The trigger asks.
TEST_F(OwnWrites, of_a_trigger) {
  const std::string trigger =
      "CREATE TABLE queue(contact_id INTEGER);"
      "CREATE TRIGGER answered AFTER INSERT ON queue BEGIN"
      "  INSERT INTO soft_optin_preferences(contact_id, state, changed_at, proof) VALUES"
      "  (NEW.contact_id, 'opt_out', '2026-06-01', soft_optin_reason(NEW.contact_id, 'laces'));"
      "END;";
  expect_as_one_by_one("INSERT INTO queue SELECT contact_id FROM soft_optin_contacts",
                       "INSERT INTO queue VALUES ({})", trigger);
}

// The statement asks, and a trigger writes.
TEST_F(OwnWrites, of_its_triggers) {
  const std::string trigger =
      "CREATE TABLE queue(contact_id INTEGER, answer);"
      "INSERT INTO queue SELECT contact_id, NULL FROM soft_optin_contacts;"
      "CREATE TRIGGER answered AFTER UPDATE ON queue BEGIN"
      "  INSERT INTO soft_optin_preferences(contact_id, state, changed_at) VALUES"
      "  (NEW.contact_id, 'opt_out', '2026-06-01');"
      "END;";
  const std::string update = "UPDATE queue SET answer = soft_optin_reason(contact_id, 'laces')";
  expect_as_one_by_one(update, update + " WHERE contact_id = {}", trigger);
}

// The statement asks, and a foreign key deletes.
TEST_F(OwnWrites, of_a_foreign_key) {
  const std::string tables =
      "PRAGMA foreign_keys = ON;"
      "CREATE TABLE forms(contact_id INTEGER PRIMARY KEY, answer);"
      "INSERT INTO forms SELECT contact_id, NULL FROM soft_optin_contacts;"
      "ALTER TABLE soft_optin_preferences RENAME TO old;"
      "CREATE TABLE soft_optin_preferences(contact_id REFERENCES forms ON UPDATE CASCADE,"
      "  address, state, changed_at, proof);"
      "INSERT INTO soft_optin_preferences SELECT contact_id, NULL, 'opt_out', '2026-06-01', NULL"
      "  FROM forms WHERE contact_id % 2;";
  const std::string update =
      "UPDATE forms SET contact_id = -contact_id,"
      " answer = soft_optin_reason(contact_id + 1, 'laces')"
      "  || soft_optin_reason(contact_id - 1, 'laces')";
  expect_as_one_by_one(update + " WHERE contact_id > 0", update + " WHERE contact_id = {}", tables);
}

// The rows of a virtual table are written where no list of what the statement opens shows them.
TEST_F(OwnWrites, of_a_virtual_table) {
  if (sqlite3_compileoption_used("ENABLE_FTS5") == 0) GTEST_SKIP() << "this SQLite has no FTS5";
  const std::string view =
      "DROP TABLE soft_optin_preferences;"
      "CREATE VIRTUAL TABLE said USING fts5(contact_id, state, changed_at, answer);"
      "CREATE VIEW soft_optin_preferences AS"
      "  SELECT CAST(contact_id AS INTEGER) AS contact_id, state, changed_at FROM said;";
  const std::string insert =
      "INSERT INTO said SELECT contact_id, 'opt_out', '2026-06-01',"
      " soft_optin_reason(contact_id, 'laces') FROM soft_optin_contacts";
  expect_as_one_by_one(insert, insert + " WHERE contact_id = {}", view);
}

// A table that the statement makes is none that is read: it does not keep a statement by key.
TEST_F(OwnWrites, of_a_new_table_do_not_keep_it_from_the_pass) {
  const auto db = shop_.reader();
  const auto has_taken_a_pass = [&] {
    return error_of(*db, "SELECT soft_optin_pass_takes()").what() !=
           std::string{"no such function: soft_optin_pass_takes"};
  };
  ASSERT_FALSE(has_taken_a_pass());
  db->run(
      "CREATE TABLE answers AS"
      " SELECT contact_id, soft_optin_reason(contact_id, 'laces') FROM soft_optin_contacts");
  EXPECT_TRUE(has_taken_a_pass());
}

TEST_F(OwnWrites, are_gone_when_the_statement_fails) {
  const auto db = two_by_two_shop(shop_);
  const std::string before = everything(*db);
  const host::Error error = error_of(
      *db,
      std::string{say_no} +
          " UNION ALL SELECT 1, 'opt_out', '2026-06-01', soft_optin_reason(1, 'laces', 'fax')");
  EXPECT_EQ(error.code, SQLITE_ERROR) << error.what();
  EXPECT_EQ(everything(*db), before);
  EXPECT_EQ(answer(*db, "SELECT count(*) FROM soft_optin_audience('laces')"), "150\n");
}

// A table in FROM reads everything before the first row is written, so that it sees none of them.
class TableInsert : public OwnWrites {
 protected:
  // The reasons that an insert of everybody's opt-out has noted, and how often.
  std::string reasons_noted(const std::string& from) {
    const auto db = two_by_two_shop(shop_);
    db->run(
        "INSERT INTO soft_optin_preferences(contact_id, state, changed_at, proof)"
        " SELECT e.contact_id, 'opt_out', '2026-06-01', " +
        from);
    return answer(*db, "SELECT proof, count(*) FROM soft_optin_preferences GROUP BY proof");
  }
};

TEST_F(TableInsert, by_the_pass_sees_nothing_of_what_it_writes) {
  EXPECT_EQ(reasons_noted("e.reason FROM soft_optin_eligibility('laces') AS e"),
            "eligible | 150\n");
}

TEST_F(TableInsert, of_the_audience_sees_nothing_of_what_it_writes) {
  EXPECT_EQ(reasons_noted("e.address IS NOT NULL FROM soft_optin_audience('laces') AS e"),
            "1 | 150\n");
}

TEST_F(TableInsert, of_several_products_sees_nothing_of_what_it_writes) {
  EXPECT_EQ(reasons_noted("p.product_id || ' ' || e.reason FROM"
                          " (SELECT product_id FROM soft_optin_products ORDER BY product_id) AS p,"
                          " soft_optin_eligibility(p.product_id) AS e"
                          " WHERE p.product_id IN ('shoes', 'laces')"),
            "laces eligible | 150\nshoes eligible | 150\n");
}

// Asked for one contact after the other it goes by key, as a function does.
TEST_F(TableInsert, by_key_sees_what_it_has_written) {
  EXPECT_EQ(reasons_noted("e.reason FROM soft_optin_contacts AS c CROSS JOIN"
                          " soft_optin_eligibility('laces') AS e ON e.contact_id = c.contact_id"),
            "eligible | 75\nopted_out | 75\n");
}

// Ids of two types are read by key, contact after contact: of the preferences the rows written are
// seen, but no contact is met that was not there before.
TEST_F(TableInsert, of_ids_of_two_types_goes_by_key_and_ends) {
  const auto db = shop_.reader();
  db->run(
      "ALTER TABLE soft_optin_contacts RENAME TO people;"
      "CREATE TABLE soft_optin_contacts(contact_id, email, country);"
      "INSERT INTO soft_optin_contacts SELECT contact_id, email, country FROM people;"
      "INSERT INTO soft_optin_contacts VALUES ('text', 'text@example.org', 'IE')");
  stop_if_endless(*db);
  db->run(
      "INSERT INTO soft_optin_contacts SELECT contact_id || '-copy', reason, NULL FROM"
      " soft_optin_eligibility('laces')");
  EXPECT_EQ(answer(*db, "SELECT count(*) FROM soft_optin_contacts"), "302\n");
  db->run(std::string{"DELETE FROM soft_optin_contacts WHERE email NOT LIKE '%@%';"} + two_by_two +
          ";INSERT INTO soft_optin_preferences(contact_id, state, changed_at, proof)"
          " SELECT contact_id, 'opt_out', '2026-06-01', reason FROM"
          " soft_optin_eligibility('laces')");
  EXPECT_EQ(answer(*db, "SELECT proof, count(*) FROM soft_optin_preferences GROUP BY proof"),
            "eligible | 75\nno_sale | 1\nopted_out | 75\n");
}

TEST_F(TableInsert, of_the_audit_into_the_messages_ends) {
  const auto db = shop_.reader();
  stop_if_endless(*db);
  db->run(
      "INSERT INTO soft_optin_messages SELECT message_id || '-again', contact_id, channel, sent_at,"
      " product_id, opt_out_included, status, organisation FROM soft_optin_audit WHERE lawful");
  EXPECT_EQ(answer(*db, "SELECT count(*) FROM soft_optin_messages"), "300\n");
  EXPECT_EQ(answer(*db, "SELECT count(*) FROM soft_optin_audit WHERE contact_id = 7"), "2\n");
  db->run(
      "INSERT INTO soft_optin_messages SELECT message_id || '-one', contact_id, channel, sent_at,"
      " product_id, opt_out_included, status, organisation FROM soft_optin_audit"
      " WHERE contact_id = 7");
  EXPECT_EQ(answer(*db, "SELECT count(*) FROM soft_optin_messages"), "302\n");
}

// Addresses are read beside the pass: those of the moment at which the decision was made, too. Each
// row gives its address to the next contact, before that one's turn comes.
TEST_F(TableInsert, of_the_audience_into_the_contacts_has_the_addresses_of_before) {
  const auto db = shop_.reader();
  db->run(
      "INSERT INTO soft_optin_contacts(contact_id, email)"
      " SELECT contact_id + 1, address FROM soft_optin_audience('laces') WHERE true"
      " ON CONFLICT(contact_id) DO UPDATE SET email = excluded.email");
  EXPECT_EQ(answer(*db,
                   "SELECT contact_id, email FROM soft_optin_contacts"
                   " WHERE contact_id IN (1, 2, 3, 151)"),
            "1 | c1@example.org\n2 | c1@example.org\n3 | c2@example.org\n"
            "151 | c150@example.org\n");
}

// The funnel is counted before its first row.
TEST_F(TableInsert, of_the_funnel_sees_nothing_of_what_it_writes) {
  const auto db = two_by_two_shop(shop_);
  const std::string funnel = answer(*db, "SELECT * FROM soft_optin_funnel('laces')");
  db->run(

      "INSERT INTO soft_optin_preferences(contact_id, state, changed_at, proof)"
      " SELECT remaining, 'opt_out', '2026-06-01', code || ' | ' || removed || ' | ' ||"
      "  remaining FROM soft_optin_funnel('laces')");
  EXPECT_EQ(answer(*db, "SELECT proof FROM soft_optin_preferences"), funnel);
}

}  // namespace
}  // namespace softoptin::snapshot
