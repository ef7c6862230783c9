// Mapping views that call us, raise, never end, or give values that nobody expects.
#include <gtest/gtest.h>

#include <array>
#include <string>

#include "hostile/roads.hpp"

namespace softoptin::hostile {
namespace {

using host::Database;

constexpr std::array relations = {
    "contacts",    "products",           "sales",           "preferences",    "messages",
    "assessments", "similar_categories", "register_checks", "policy_choices", "settings"};

// Which statements of roads() were under way is of no interest here: one of each kind.
const std::vector<std::string>& questions() {
  static const std::vector<std::string> all = {
      "SELECT soft_optin_eligible(1, 'shoes')",
      "SELECT soft_optin_reason(1, 'shoes')",
      "SELECT soft_optin_expires(1, 'shoes')",
      "SELECT soft_optin_explain(1, 'shoes')",
      "SELECT marketing_basis(1, 'shoes')",
      "SELECT min(met) FROM soft_optin_conditions(1, 'shoes')",
      "SELECT sum(eligible) FROM soft_optin_eligibility('shoes')",
      "SELECT count(*) FROM soft_optin_audience('shoes')",
      "SELECT min(remaining) FROM soft_optin_funnel('shoes')",
      "SELECT sum(lawful) FROM soft_optin_audit",
      "SELECT count(*) FROM soft_optin_check"};
  return all;
}

// A connection over the world of views, under the national policy, so that every relation is read.
struct World {
  World() {
    db.load_extension();
    db.run(world(Policy::national, Shape::views));
  }
  // The view of that relation becomes the one before, with more SQL behind it, such as a WHERE.
  void put_behind(const std::string& relation, const std::string& sql) {
    const std::string name = "soft_optin_" + relation;
    const std::string before =
        db.one("SELECT sql FROM sqlite_master WHERE type = 'view' AND name = '" + name + "'");
    db.run("DROP VIEW " + name + ";" + before + " " + sql + ";");
  }
  Database db{":memory:"};
};

// "A view that calls us would recurse": from each relation, each function and table.
TEST(ViewsThatCallUs, are_a_sentence_and_no_crash) {
  for (const char* relation : relations) {
    for (const std::string& call : questions()) {
      World world;
      world.put_behind(relation, "WHERE (" + call + ") IS NOT 'x'");
      for (const std::string& question : questions()) {
        const Outcome outcome = outcome_of(world.db, question);
        const bool checks = question.find("soft_optin_check") != std::string::npos;
        // What does not read the relation has an answer.
        if (outcome.code == SQLITE_OK) continue;
        EXPECT_NE(outcome.message.find("calls a softoptin function itself"), std::string::npos)
            << relation << " calls " << call << ", asked " << question << ": " << outcome.message;
        EXPECT_FALSE(checks) << outcome.message;
      }
      EXPECT_EQ(world.db.close(), SQLITE_OK);
    }
  }
}

TEST(ViewsThatCallUs, are_refused_in_every_relation_that_decides) {
  for (const char* relation :
       {"contacts", "products", "sales", "preferences", "assessments", "similar_categories",
        "register_checks", "policy_choices", "settings"}) {
    World world;
    world.put_behind(relation, "WHERE soft_optin_eligible(2, 'shoes') IS NOT 'x'");
    EXPECT_EQ(outcome_of(world.db, questions().front()).code, SQLITE_ERROR) << relation;
  }
}

// By way of a trigger, whose INSERT reads the relation that asks again.
TEST(TriggersThatCallUs, are_answered_or_refused) {
  World world;
  world.db.run(
      "CREATE TABLE queue(id, basis);"
      "CREATE TRIGGER asks AFTER INSERT ON queue BEGIN"
      "  UPDATE queue SET basis = marketing_basis(new.id, 'shoes', 'email', '2026-06-15')"
      "  WHERE id = new.id; END;"
      "CREATE TRIGGER asks_again AFTER UPDATE ON queue BEGIN"
      "  INSERT INTO queue SELECT contact_id, 'again' FROM"
      "   soft_optin_audience('shoes', 'email', '2026-06-15') WHERE new.id = 1 AND contact_id > 1;"
      " END;"
      "INSERT INTO queue(id) VALUES (1), (2);");
  EXPECT_EQ(world.db.one("SELECT basis FROM queue WHERE id = 1"), "consent");
  EXPECT_EQ(world.db.one("SELECT basis FROM queue WHERE id = 2"), "NULL");
  EXPECT_EQ(world.db.close(), SQLITE_OK);
}

struct Raise {
  const char* sql;
  const char* words;
};

// A view that raises while rows are read, in each relation: an error with the relation's name.
TEST(ViewsThatRaise, are_errors_that_name_the_relation) {
  constexpr std::array raises = {
      Raise{"WHERE abs(-9223372036854775807 - 1) IS NOT 1", "integer overflow"},
      Raise{"WHERE json_extract('{', '$.a') IS NOT 1", "malformed JSON"},
      Raise{"WHERE zeroblob(9223372036854775807) IS NOT 1", "too big"},
      Raise{"WHERE 1 LIKE 1 ESCAPE 'ab'", "ESCAPE expression must be a single character"}};
  for (const char* relation : relations) {
    for (const Raise& raise : raises) {
      World world;
      world.put_behind(relation, raise.sql);
      for (const std::string& question : questions()) {
        const Outcome outcome = outcome_of(world.db, question);
        if (outcome.code == SQLITE_OK) continue;
        EXPECT_NE(outcome.message.find(raise.words), std::string::npos) << outcome.message;
        EXPECT_NE(outcome.message.find(relation), std::string::npos) << outcome.message;
      }
      if (std::string{relation} == "messages") continue;
      EXPECT_NE(outcome_of(world.db, questions().front()).code, SQLITE_OK)
          << relation << " " << raise.sql;
    }
  }
}

int stop(void* calls) { return ++*static_cast<int*>(calls) > 20 ? 1 : 0; }

// A view without end is stopped by the host, and the connection answers as before.
TEST(ViewsWithoutEnd, are_stopped_by_the_progress_handler) {
  for (const char* relation : relations) {
    World world;
    world.db.run("CREATE TABLE one(x); INSERT INTO one VALUES (1);");
    const std::string name = "soft_optin_" + std::string{relation};
    const std::string before =
        world.db.one("SELECT sql FROM sqlite_master WHERE name = '" + name + "' AND type = 'view'");
    world.put_behind(relation,
                     "WHERE (WITH RECURSIVE n(i) AS (SELECT x FROM one UNION ALL SELECT i FROM n)"
                     " SELECT count(*) FROM n WHERE i = 0) = 0");
    int stopped = 0;
    for (const std::string& question : questions()) {
      int calls = 0;
      sqlite3_progress_handler(world.db.handle(), 1'000, stop, &calls);
      const Outcome outcome = outcome_of(world.db, question);
      sqlite3_progress_handler(world.db.handle(), 0, nullptr, nullptr);
      EXPECT_LE(calls, 60) << relation << " " << question;
      if (calls <= 20) continue;  // It does not read that relation.
      ++stopped;
      EXPECT_EQ(outcome.code, SQLITE_INTERRUPT) << relation << " " << question;
    }
    EXPECT_GE(stopped, std::string{relation} == "messages" ? 2 : 10) << relation;
    world.db.run("DROP VIEW " + name + ";" + before);
    EXPECT_EQ(outcome_of(world.db, questions().front()).code, SQLITE_OK);
    EXPECT_EQ(world.db.close(), SQLITE_OK);
  }
}

// Values that nobody expects, in every column of every relation at once and in turn.
constexpr std::array values = {"NULL",
                               "x''",
                               "x'00'",
                               "x'ff00fe'",
                               "CAST(x'c3' AS TEXT)",
                               "CAST(x'ff20fe' AS TEXT)",
                               "CAST(x'00' || 'opt_in' AS TEXT)",
                               "9e999",
                               "-9e999",
                               "0.0 / 0.0",
                               "1e300",
                               "9223372036854775807",
                               "-9223372036854775808",
                               "''",
                               "char(10)"};

std::vector<std::string> columns_of(Database& db, const std::string& relation) {
  return db.rows("SELECT name FROM pragma_table_xinfo('soft_optin_" + relation + "')");
}

// As the view was, but for one column.
void put_into(Database& db, const std::string& relation, const std::string& changed,
              const std::string& value) {
  const std::string name = "soft_optin_" + relation;
  std::string list;
  for (const std::string& column : columns_of(db, relation)) {
    list += (list.empty() ? "" : ", ") + (column == changed ? value : "\"" + column + "\"") +
            " AS \"" + column + "\"";
  }
  db.run("CREATE TEMP VIEW " + name + " AS SELECT " + list + " FROM main." + name);
}

// Which columns may let more through when every row has another value there, since that is what the
// value says: "for all", "on no list".
bool may_speak(const std::string& relation, const std::string& column) {
  return relation == "settings" || relation == "policy_choices" || relation == "preferences" ||
         column == "contact_id" || column == "product_id" || column == "organisation" ||
         column == "email" || column == "phone" || column == "channel" || column == "category" ||
         column == "similar_to" || column == "review_due_at" || column == "subscriber" ||
         column == "sale_id" || column == "message_id";
}

// By key, changing over, and by the pass.
std::vector<Road> some_roads() {
  std::vector<Road> some;
  for (const Road& road : roads()) {
    if (road.name == "soft_optin_eligible of shoes by key, email" ||
        road.name == "marketing_basis, changing over" || road.name == "soft_optin_audience") {
      some.push_back(road);
    }
  }
  return some;
}

TEST(StrangeValues, in_any_column_are_a_no_or_an_error) {
  World world;
  const auto asked = some_roads();
  ASSERT_EQ(asked.size(), 3U);
  std::vector<std::set<std::string>> before;
  for (const Road& road : asked) before.push_back(outcome_of(world.db, road.sql).yes());
  for (const char* relation : relations) {
    for (const std::string& column : columns_of(world.db, relation)) {
      for (const std::string value : values) {
        put_into(world.db, relation, column, value);
        for (std::size_t at = 0; at < asked.size(); ++at) {
          const Outcome outcome = outcome_of(world.db, asked[at].sql);
          if (may_speak(relation, column)) continue;  // It must but not crash.
          for (const std::string& yes : outcome.yes()) {
            EXPECT_TRUE(before[at].contains(yes)) << asked[at].name << ": " << yes << " with "
                                                  << value << " in " << relation << "." << column;
          }
        }
        world.db.run("DROP VIEW temp.soft_optin_" + std::string{relation});
      }
    }
  }
  EXPECT_EQ(world.db.close(), SQLITE_OK);
}

struct Large {
  const char* relation;
  const char* column;
  const char* eligible;
};

// One address for all is that of those who opted out, too; an unknown word for a state is neither.
TEST(StrangeValues, of_ten_megabytes_are_read_like_others) {
  World world;
  for (const Large& large :
       {Large{"contacts", "email", "0"}, Large{"preferences", "address", "1"},
        Large{"preferences", "state", "1"}, Large{"products", "category", "0"}}) {
    put_into(world.db, large.relation, large.column, "hex(zeroblob(5000000))");
    EXPECT_EQ(world.db.one(questions().front()), large.eligible) << large.column;
    world.db.run("DROP VIEW temp.soft_optin_" + std::string{large.relation});
  }
}

// Nor are arguments shown. A channel and the name of a setting are, where they are of letters
// alone.
TEST(StrangeValues, are_shown_by_no_message) {
  World world;
  const std::string marked = "Marked7@Example.org";
  std::vector<std::string> asked = questions();
  for (const Road& road : some_roads()) asked.push_back(road.sql);
  for (const char* arguments : {"(?, 'shoes', 'email', '2026-06-15')", "(1, ?, 'email')",
                                "(1, 'shoes', ?)", "(1, 'shoes', 'email', ?)"}) {
    std::string call = "SELECT * FROM soft_optin_conditions" + std::string{arguments};
    asked.push_back(call.replace(call.find('?'), 1, "'" + marked + "'"));
  }
  int messages = 0;
  const auto ask = [&](const std::string& what) {
    for (const std::string& question : asked) {
      const std::string message = outcome_of(world.db, question).message;
      if (!message.empty()) ++messages;
      EXPECT_EQ(message.find(marked.substr(1, 6)), std::string::npos) << what << ": " << message;
    }
  };
  ask("the arguments");
  for (const char* relation : relations) {
    for (const std::string& column : columns_of(world.db, relation)) {
      put_into(world.db, relation, column, "'" + marked + "'");
      ask(std::string{relation} + "." + column);
      world.db.run("DROP VIEW temp.soft_optin_" + std::string{relation});
    }
  }
  EXPECT_GT(messages, 100) << "too few to tell";
  EXPECT_EQ(world.db.close(), SQLITE_OK);
}

// An opt-out is never lost to a strange value beside it.
TEST(StrangeValues, beside_an_opt_out_leave_it_in_force) {
  World world;
  for (const std::string column : {"changed_at", "channel", "preticked", "proof"}) {
    for (const std::string value : values) {
      put_into(world.db, "preferences", column,
               "CASE state WHEN 'opt_out' THEN " + value + " ELSE \"" + column + "\" END");
      const std::string asked = ", 'shoes', 'email', '2026-06-15')";
      for (const std::string person : {"2", "3", "5"}) {
        const Outcome outcome =
            outcome_of(world.db, "SELECT soft_optin_eligible(" + person + asked);
        EXPECT_EQ(outcome.rows, std::vector<std::string>{"0"}) << person << column << value;
      }
      const Outcome audience =
          outcome_of(world.db,
                     "SELECT count(*) FROM soft_optin_audience('shoes', 'email', '2026-06-15')"
                     " WHERE contact_id IN (2, 3, 5)");
      EXPECT_EQ(audience.rows, std::vector<std::string>{"0"}) << column << value;
      world.db.run("DROP VIEW temp.soft_optin_preferences");
    }
  }
}

TEST(StrangeValues, ids_at_the_limits_are_found_on_both_roads) {
  Database db{":memory:"};
  db.load_extension();
  db.run(world(Policy::baseline, Shape::tables));
  for (const std::string id : {"9223372036854775807", "-9223372036854775808", "0", "-1",
                               "9007199254740993", "4294967296"}) {
    db.run(
        "INSERT INTO soft_optin_contacts VALUES (" + id + ", 'x" + id + "@a', NULL, 'IE', NULL);" +
        "INSERT INTO soft_optin_sales(contact_id, product_id, occurred_at, opt_out_offered, kind,"
        " collected_directly, refused, preticked) VALUES (" +
        id + ", 'socks', '2026-03-15', 1, 'sale', 1, 0, 0)");
    const std::string asked = ", 'shoes', 'email', '2026-06-15')";
    EXPECT_EQ(outcome_of(db, "SELECT soft_optin_eligible(" + id + asked).rows,
              std::vector<std::string>{"1"});
    EXPECT_EQ(outcome_of(db,
                         "SELECT count(*) FROM soft_optin_audience('shoes', 'email',"
                         " '2026-06-15') WHERE +contact_id = " +
                             id)
                  .rows,
              std::vector<std::string>{"1"});
    db.run("INSERT INTO soft_optin_preferences(contact_id, state) VALUES (" + id + ", 'opt_out')");
    EXPECT_EQ(outcome_of(db, "SELECT soft_optin_eligible(" + id + asked).rows,
              std::vector<std::string>{"0"});
    EXPECT_EQ(outcome_of(db,
                         "SELECT count(*) FROM soft_optin_audience('shoes', 'email',"
                         " '2026-06-15') WHERE +contact_id = " +
                             id)
                  .rows,
              std::vector<std::string>{"0"});
  }
}

TEST(WideViews, of_two_thousand_columns_are_read) {
  World world;
  std::string columns;
  for (int column = 0; column < 1'985; ++column) columns += ", NULL AS c" + std::to_string(column);
  for (const char* relation : relations) {
    const std::string name = "soft_optin_" + std::string{relation};
    world.db.run("CREATE TEMP VIEW " + name + " AS SELECT *" + columns + " FROM main." + name);
  }
  const std::string asked = "SELECT soft_optin_reason(1, 'shoes', 'email', '2026-06-15')";
  EXPECT_EQ(outcome_of(world.db, asked).rows, std::vector<std::string>{"eligible"});
  EXPECT_EQ(outcome_of(world.db, questions()[7]).code, SQLITE_OK);
}

}  // namespace
}  // namespace softoptin::hostile
