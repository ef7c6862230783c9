// Indexes: the key reader's look-ups, each asked once with a key from the data. One that steps over
// more than a thousand rows, or builds an index of its own to do so, wants an index.
#include <algorithm>
#include <array>
#include <functional>
#include <vector>

#include "facts/address_sql.hpp"
#include "facts/check/list.hpp"
#include "facts/check/origin.hpp"
#include "facts/layout.hpp"
#include "rules/text.hpp"

namespace softoptin::facts::check {
namespace {

constexpr std::int64_t few_rows = 1'000;

// How a key is compared, and what an index for it holds.
enum class Key : std::uint8_t { id, email, phone };

struct KeyCheck {
  const Relation* relation;
  std::string_view column;
  Key key;
};

constexpr std::array key_checks = {
    KeyCheck{&contacts::relation, "contact_id", Key::id},
    KeyCheck{&contacts::relation, "email", Key::email},
    KeyCheck{&contacts::relation, "phone", Key::phone},
    KeyCheck{&sales::relation, "contact_id", Key::id},
    KeyCheck{&products::relation, "product_id", Key::id},
    KeyCheck{&preferences::relation, "contact_id", Key::id},
    KeyCheck{&messages::relation, "contact_id", Key::id},
    KeyCheck{&preferences::relation, "address", Key::email},
    KeyCheck{&preferences::relation, "address", Key::phone},
};

// As the key reader compares.
std::string comparison(const KeyCheck& check) {
  switch (check.key) {
    case Key::email:
      return same_email(check.column);
    case Key::phone:
      return same_phone(check.column);
    default:
      return std::string{check.column} + " = ?1";
  }
}

// The key reader's WHERE (key_reader.cpp).
std::string where(const KeyCheck& check) {
  const bool of_preferences = check.relation == &preferences::relation;
  if (check.key != Key::phone || !of_preferences) return comparison(check);
  return comparison(check) + " AND " + begins_as_phones_do(check.column);
}

// A key that is there; NULL where there is none. An email has an @, a phone has none.
sqlite::Value sample(const Ground& ground, const KeyCheck& check) {
  const std::string column{check.column};
  std::string sql = "SELECT " + column + " FROM " + ground[*check.relation].from + " WHERE ";
  sql += check.key == Key::id      ? column + " IS NOT NULL"
         : check.key == Key::email ? column + " LIKE '%@%'"
                                   : column + " <> '' AND " + column + " NOT LIKE '%@%'";
  sqlite::Statement rows = ground.prepare(sql + " LIMIT 1", *check.relation);
  if (!rows.step()) return {};
  if (check.key == Key::phone) return rules::phone_key(rows[0].text());
  return rows[0].copy();
}

// What SQLite says of how it looks up.
struct Plan {
  std::string scans;             // Its lines about tables that are read whole.
  bool builds_an_index = false;  // For this one question.
};

Plan plan_of(const Ground& ground, const KeyCheck& check, const std::string& sql) {
  Plan plan;
  sqlite::Statement lines = ground.prepare("EXPLAIN QUERY PLAN " + sql, *check.relation);
  while (lines.step()) {
    const std::string_view detail = lines[3].text();
    if (detail.find("AUTOMATIC") != std::string_view::npos) plan.builds_an_index = true;
    if (!detail.starts_with("SCAN")) continue;
    plan.scans += (plan.scans.empty() ? "" : "; ") + std::string{detail};
  }
  return plan;
}

std::int64_t rows_of(const Ground& ground, const Relation& relation) {
  sqlite::Statement count =
      ground.prepare("SELECT count(*) FROM " + ground[relation].from, relation);
  count.step();
  return count[0].integer();
}

// The comparison as an index of the origin's table would hold it, and the index's name.
std::string index_for(const KeyCheck& check, const Origin& origin) {
  KeyCheck there = check;
  const std::string column = written(origin.column);
  there.column = column;
  const std::string compared = comparison(there);
  constexpr std::array<std::string_view, 3> suffixes = {"", "email", "phone"};
  const std::string_view suffix = check.key == Key::id
                                      ? std::string_view{origin.column}
                                      : suffixes[static_cast<std::size_t>(check.key)];
  return create_index(origin, suffix, compared.substr(0, compared.find(" = ")));
}

std::string advice(const Ground& ground, const KeyCheck& check, const Plan& plan) {
  const std::string column{check.column};
  const Found& found = ground[*check.relation];
  const auto origin = origin_of(ground.db(), "SELECT " + column + " FROM " + found.from);
  const bool has_one = origin && check.key == Key::id && indexed(ground.db(), *origin);
  if (origin && !has_one) {
    return "Write " + index_for(check, *origin) +
           ": without it each question about one contact reads so many rows.";
  }
  std::string sentence = "Index what " + found.from + " looks " + column + " up by, and pass the " +
                         "column of the table on as it is: without an index each question about "
                         "one contact reads so many rows";
  if (!plan.scans.empty()) sentence += " (SQLite's plan: " + plan.scans + ")";
  return sentence + ".";
}

void look_up(Ground& ground, const KeyCheck& check) {
  const sqlite::Value key = sample(ground, check);
  if (is_null(key)) return;
  const Layout layout{ground.snapshot(), *check.relation, ground.settings().schema};
  const std::string sql = layout.select() + " WHERE " + where(check);
  sqlite::Statement rows = ground.prepare(sql, *check.relation);
  rows.bind(1, key);
  while (rows.step()) {
  }
  std::int64_t scanned = rows.rows_scanned();
  const Plan plan = plan_of(ground, check, sql);
  // SQLite does not count the rows that it puts into an index of its own.
  if (plan.builds_an_index) scanned = std::max(scanned, rows_of(ground, *check.relation));
  if (scanned <= few_rows) return;
  ground.add(
      {Severity::note, check.relation->name, "no_index", scanned, {}, advice(ground, check, plan)});
}

// Whether the key reader asks this at all.
bool is_asked(Ground& ground, const KeyCheck& check) {
  const bool of_messages = check.relation == &messages::relation;
  if (of_messages && !ground.law().any_policy(&rules::Policy::window_rolls)) return false;
  const bool whose_address = check.relation == &contacts::relation && check.key != Key::id;
  if (whose_address && !ground.settings().house.opt_out_follows_address) return false;
  return ground[*check.relation].complete() && ground.has(*check.relation, check.column);
}

}  // namespace

void check_indexes(Ground& ground) {
  for (const KeyCheck& check : key_checks) {
    if (!is_asked(ground, check)) continue;
    ground.reading(*check.relation, [&] { look_up(ground, check); });
  }
}

}  // namespace softoptin::facts::check
