// Hosts that trust nobody: schemas of every name, an untrusted schema, defensive mode, short
// limits.
#include <gtest/gtest.h>

#include <array>
#include <string>

#include "hostile/roads.hpp"

namespace softoptin::hostile {
namespace {

using host::Database;

std::string quoted(const std::string& name) {
  std::string text = "\"";
  for (const char sign : name) text += sign == '"' ? std::string{"\"\""} : std::string{sign};
  return text + "\"";
}

std::string literal(const std::string& text) {
  std::string sql = "'";
  for (const char sign : text) sql += sign == '\'' ? std::string{"''"} : std::string{sign};
  return sql + "'";
}

// The world, made in an attached database of that name; the setting schema pins it where asked.
TEST(SchemaNames, of_every_quoting_are_found_and_pinned) {
  for (const std::string name : {"a b", "x\"y", "it's", "select", "a.b", "A;--", "[a]", "`a`", "é",
                                 "soft_optin_contacts", "%s%n", "/", "1"}) {
    for (const bool pinned : {false, true}) {
      Database db{":memory:"};
      db.load_extension();
      db.run("ATTACH ':memory:' AS " + quoted(name));
      db.run(world(Policy::national, Shape::tables));
      const Outcome answer = outcome_of(db, roads().front().sql);
      for (const std::string& table :
           db.rows("SELECT name FROM main.sqlite_master WHERE name GLOB 'soft_optin_*'")) {
        db.run("CREATE TABLE " + quoted(name) + "." + table + " AS SELECT * FROM main." + table +
               "; DROP TABLE main." + table);
      }
      if (pinned) {
        db.run(
            "CREATE TABLE main.soft_optin_settings(name, value);"
            "INSERT INTO main.soft_optin_settings SELECT * FROM " +
            quoted(name) + ".soft_optin_settings;" +
            "INSERT INTO main.soft_optin_settings VALUES ('schema', " + literal(name) + ")");
      }
      for (const Road& road : roads()) {
        const Outcome outcome = outcome_of(db, road.sql);
        EXPECT_EQ(outcome.code, SQLITE_OK) << name << " " << road.name << ": " << outcome.message;
      }
      EXPECT_EQ(outcome_of(db, roads().front().sql), answer) << name;
      EXPECT_EQ(db.close(), SQLITE_OK);
    }
  }
}

TEST(RelationNames, in_any_case_are_found) {
  Database db{":memory:"};
  db.load_extension();
  db.run(world(Policy::baseline, Shape::tables));
  const Outcome before = outcome_of(db, roads().front().sql);
  db.run(
      "ALTER TABLE soft_optin_contacts RENAME TO x; ALTER TABLE x RENAME TO "
      "\"SOFT_Optin_Contacts\";"
      "ALTER TABLE soft_optin_preferences RENAME TO y;"
      "ALTER TABLE y RENAME TO [Soft_OptIn_Preferences];"
      "ALTER TABLE Soft_OptIn_Preferences RENAME COLUMN contact_id TO \"Contact_ID\";");
  EXPECT_EQ(outcome_of(db, roads().front().sql), before);
}

// The answers do not change where a host is careful: statements of its own may ask.
TEST(CarefulHosts, get_the_same_answers) {
  Database db{":memory:"};
  db.load_extension();
  db.run(world(Policy::national, Shape::views));
  std::vector<Outcome> before;
  for (const Road& road : roads()) before.push_back(outcome_of(db, road.sql));
  sqlite3_db_config(db.handle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(db.handle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(db.handle(), SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(db.handle(), SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  db.run("PRAGMA query_only = ON; PRAGMA cell_size_check = ON");
  for (std::size_t at = 0; at < roads().size(); ++at) {
    EXPECT_EQ(outcome_of(db, roads()[at].sql), before[at]) << roads()[at].name;
  }
}

// Deprecated pragmas change what SQLite calls a result's columns, by which we know ignored ones.
TEST(CarefulHosts, may_name_columns_as_they_like) {
  Database db{":memory:"};
  db.load_extension();
  db.run(world(Policy::national, Shape::views));
  const Outcome before = outcome_of(db, roads().front().sql);
  for (const std::string full : {"ON", "OFF"}) {
    for (const std::string brief : {"ON", "OFF"}) {
      db.run("PRAGMA full_column_names = " + full + "; PRAGMA short_column_names = " + brief);
      const Outcome outcome = outcome_of(db, roads().front().sql);
      if (outcome.code == SQLITE_OK) {
        EXPECT_EQ(outcome.rows, before.rows) << full << " " << brief;
      } else {  // SQLite calls them contacts.contact_id: none has the name that it must have.
        EXPECT_EQ(full + brief, "ONOFF") << outcome.message;
        EXPECT_NE(outcome.message.find("has no column"), std::string::npos) << outcome.message;
      }
    }
  }
}

// NULL by the view's own words is no authorizer's doing.
TEST(CarefulHosts, may_map_columns_to_null) {
  for (const std::string nothing : {"NULL", "CAST(NULL AS TEXT)", "nullif(1, 1)", "untyped"}) {
    Database db{":memory:"};
    db.load_extension();
    db.run(world(Policy::national, Shape::tables));
    db.run(
        "CREATE TABLE blank(untyped, typed TEXT); INSERT INTO blank DEFAULT VALUES;"
        "CREATE TEMP VIEW soft_optin_preferences AS SELECT contact_id, " +
        nothing + " AS address, state, changed_at, " + nothing + " AS channel, " + nothing +
        " AS category, typed AS organisation FROM main.soft_optin_preferences, blank");
    const Outcome outcome = outcome_of(db, roads().front().sql);
    EXPECT_EQ(outcome.code, SQLITE_OK) << nothing << ": " << outcome.message;
    EXPECT_EQ(outcome_of(db, roads().back().sql).code, SQLITE_OK);
  }
}

// SQLite's limits, as far down as the statement itself still prepares: an error or the answer. An
// opt-out is longer than all else, so that there are lengths at which that row alone is refused.
TEST(CarefulHosts, may_set_short_limits) {
  constexpr std::array limits = {SQLITE_LIMIT_LENGTH,         SQLITE_LIMIT_SQL_LENGTH,
                                 SQLITE_LIMIT_COLUMN,         SQLITE_LIMIT_EXPR_DEPTH,
                                 SQLITE_LIMIT_VDBE_OP,        SQLITE_LIMIT_FUNCTION_ARG,
                                 SQLITE_LIMIT_COMPOUND_SELECT};
  Database db{":memory:"};
  db.load_extension();
  db.run(world(Policy::national, Shape::tables));
  db.run(
      "INSERT INTO soft_optin_preferences(contact_id, state, changed_at, proof)"
      " VALUES (1, 'opt_out', '2026-06-01', hex(zeroblob(1000)))");
  for (std::size_t at = 0; at < roads().size(); at += 2) {
    const Outcome before = outcome_of(db, roads()[at].sql);
    for (const int limit : limits) {
      const int usual = sqlite3_limit(db.handle(), limit, -1);
      for (int value = 1; value < 3'000; value = value * 3 / 2 + 1) {
        const Outcome outcome =
            outcome_of(db, roads()[at].sql, [&] { sqlite3_limit(db.handle(), limit, value); });
        sqlite3_limit(db.handle(), limit, usual);
        if (outcome.code == SQLITE_OK && roads()[at].name != "soft_optin_check") {
          EXPECT_EQ(outcome, before) << roads()[at].name << " limit " << limit << ": " << value;
        }
      }
    }
    EXPECT_EQ(outcome_of(db, roads()[at].sql), before) << roads()[at].name;
  }
}

}  // namespace
}  // namespace softoptin::hostile
