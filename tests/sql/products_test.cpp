// Products that no index finds: after some look-ups all of them are read at once, and SQLite still
// says which ids are equal.
#include <gtest/gtest.h>

#include <string>

#include "support/host/database.hpp"

// Absent, and so null, from a SQLite built with OMIT_PROGRESS_CALLBACK.
#pragma weak sqlite3_progress_handler

namespace softoptin {
namespace {

// 2,000 products P1 to P2000 without an index, each sold to a contact of its own. Some sales
// spell the id in small letters, and product P1990 has a second row in small letters, and of
// another organisation. One row has no id.
void fill(host::Database& db) {
  db.load_extension();
  db.run(R"(
    CREATE TABLE products(id TEXT COLLATE NOCASE, category TEXT, organisation TEXT);
    WITH RECURSIVE n(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM n LIMIT 2000)
      INSERT INTO products SELECT 'P' || n, 'shelf/' || (n % 10), 'Shop' FROM n;
    INSERT INTO products VALUES ('p1990', 'shelf/5', 'Other'), (NULL, 'shelf/5', 'Shop');
    CREATE TEMP VIEW soft_optin_products AS
      SELECT id AS product_id, category, organisation FROM products;
    CREATE TABLE soft_optin_contacts(contact_id INTEGER PRIMARY KEY, email TEXT);
    INSERT INTO soft_optin_contacts
      SELECT rowid, 'person' || rowid || '@example.org' FROM products;
    CREATE TABLE soft_optin_sales(contact_id INTEGER, product_id TEXT, occurred_at TEXT,
                                  opt_out_offered INTEGER, organisation TEXT);
    CREATE INDEX sales_by_contact ON soft_optin_sales(contact_id);
    INSERT INTO soft_optin_sales
      SELECT rowid, CASE rowid % 100 WHEN 95 THEN lower(id) ELSE id END, '2026-03-15', 1, 'Shop'
      FROM products WHERE rowid <= 2000;
    INSERT INTO soft_optin_sales VALUES (2001, 'gone', '2026-03-15', 1, 'Shop'),
                                        (2002, NULL, '2026-03-15', 1, 'Shop');
    CREATE TABLE soft_optin_preferences(contact_id, state TEXT, changed_at TEXT);
    CREATE TEMP TABLE soft_optin_settings(name TEXT, value);
    INSERT INTO soft_optin_settings VALUES ('require_assessment', 0);
  )");
}

// SQLite's own machine steps, in thousands, and the answer.
struct Answered {
  int thousands = 0;
  std::string rows;
};

Answered ask(host::Database& db, const std::string& sql) {
  Answered answered;
  const auto count = [](void* thousands) { return ++*static_cast<int*>(thousands), 0; };
  if (sqlite3_progress_handler != nullptr) {
    sqlite3_progress_handler(db.handle(), 1000, count, &answered.thousands);
  }
  host::Statement statement{db.handle(), sql};
  while (statement.step()) answered.rows += statement.row() + "; ";
  if (sqlite3_progress_handler != nullptr) {
    sqlite3_progress_handler(db.handle(), 0, nullptr, nullptr);
  }
  return answered;
}

// Of shelf 5 are 200 products. P1990 lies there too, by its second row; whose it is, is not known.
constexpr const char* eligible = "reason = 'eligible'";

TEST(ProductsWithoutIndex, are_read_once_by_a_table) {
  host::Database db{":memory:"};
  fill(db);
  const Answered answered = ask(db,
                                "SELECT count(*), sum(contact_id IN (1990, 2001, 2002)) "
                                "FROM soft_optin_eligibility('p5', 'email', '2026-06-15') WHERE " +
                                    std::string{eligible});
  EXPECT_EQ(answered.rows, "201 | 1; ");
  EXPECT_LT(answered.thousands, 3'000);  // 2,000 look-ups of 2,000 rows are some 12,000.
  EXPECT_EQ(ask(db, "SELECT count(*) FROM soft_optin_audience('p5', 'email', '2026-06-15')").rows,
            "201; ");
}

TEST(ProductsWithoutIndex, are_the_same_by_key) {
  host::Database db{":memory:"};
  fill(db);
  EXPECT_EQ(ask(db,
                "SELECT contact_id, reason FROM soft_optin_eligibility('p1990', 'email', "
                "'2026-06-15') WHERE contact_id IN (5, 10, 1990, 2001, 2002)")
                .rows,
            "5 | other_organisation; 10 | other_organisation; 1990 | other_organisation; "
            "2001 | other_organisation; 2002 | other_organisation; ");
  for (const char* contact : {"1", "5", "1990", "1995", "1996", "2001", "2002"}) {
    const std::string of = std::string{contact} + ", 'p5', 'email', '2026-06-15')";
    EXPECT_EQ(ask(db, "SELECT soft_optin_reason(" + of).rows,
              ask(db,
                  "SELECT reason FROM soft_optin_eligibility('p5', 'email', '2026-06-15') "
                  "GROUP BY contact_id HAVING contact_id = " +
                      std::string{contact})
                  .rows)
        << contact;
  }
}

TEST(ProductsWithoutIndex, are_read_once_for_one_contact_who_bought_many) {
  host::Database db{":memory:"};
  fill(db);
  db.run("UPDATE soft_optin_sales SET contact_id = 1 WHERE contact_id <= 2000");
  const Answered answered = ask(db, "SELECT soft_optin_reason(1, 'P5', 'email', '2026-06-15')");
  EXPECT_EQ(answered.rows, "eligible; ");
  EXPECT_LT(answered.thousands, 3'000);
}

}  // namespace
}  // namespace softoptin
