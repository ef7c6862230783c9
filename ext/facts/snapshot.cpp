#include "facts/snapshot.hpp"

#include <algorithm>

#include "facts/quote.hpp"
#include "rules/text.hpp"
#include "sqlite/error.hpp"

namespace softoptin::facts {
namespace {

constexpr std::string_view temporary = "temp";

[[noreturn]] void refuse_ignored(std::string_view what) {
  throw sqlite::Error("the database cannot be read: an authorizer ignores " + std::string{what} +
                          ": have it allow or deny that",
                      SQLITE_AUTH);
}

std::vector<std::string> attached_schemas(sqlite3* db) {
  sqlite::Statement list{db, "PRAGMA database_list", "the database"};
  std::vector<std::string> schemas{std::string{temporary}};
  while (list.step()) {
    std::string name{list[1].text()};
    if (name != temporary) schemas.push_back(std::move(name));
  }
  // Every connection has a database main.
  if (schemas.size() == 1) refuse_ignored("PRAGMA database_list");
  return schemas;
}

// One row: the clock; a text made by the functions that look-ups compare addresses with; then, for
// each schema, the names of the user's relations, and whether the list of its tables hides any.
// While CREATE TABLE AS runs, SQLite keeps one row of NULLs for the new table.
std::string anchor_sql(const std::vector<std::string>& schemas) {
  std::string sql =
      "SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),"
      " lower(trim('A')) || substr(replace('0', '0', '+'), 1, 1)";
  for (const std::string& schema : schemas) {
    const std::string list =
        schema == temporary ? "sqlite_temp_master" : identifier(schema) + ".sqlite_master";
    sql += ", (SELECT group_concat(lower(name), '/') FROM ";
    sql += list;
    sql += " WHERE type IN ('table', 'view') AND substr(lower(name), 1, 11) = 'soft_optin_'),";
    sql += " (SELECT count(*) > 1 OR coalesce(tbl_name, rootpage, sql) IS NOT NULL FROM ";
    sql += list;
    sql += " WHERE type IS NULL OR name IS NULL)";
  }
  return sql;
}

}  // namespace

Snapshot::Snapshot(sqlite3* db)
    : db_(db),
      schemas_(attached_schemas(db)),
      anchor_(db, anchor_sql(schemas_), "the database"),
      now_(rules::Stamp::date(rules::Day::earliest())) {
  anchor_.step();
  const auto now = rules::read_text(anchor_[0].text());
  if (!now) throw sqlite::Error("SQLite's clock gives no date that can be read");
  now_ = *now;
  // An authorizer that ignores leaves NULL. A settings table that is not seen, or an address that
  // equals none, would be an answer.
  if (anchor_[1].is_null()) refuse_ignored("lower, trim, replace or substr");
  for (std::size_t at = 0; at < schemas_.size(); ++at) {
    const int place = 2 + 2 * static_cast<int>(at);
    if (anchor_[place + 1].integer() != 0) refuse_ignored("the list of tables");
    relations_.push_back("/" + std::string{anchor_[place].text()} + "/");
  }
}

bool Snapshot::has_schema(std::string_view schema) const {
  return std::ranges::any_of(
      schemas_, [&](const std::string& name) { return rules::same_word(name, schema); });
}

bool Snapshot::has_relation(std::string_view name, std::string_view schema) const {
  const std::string entry = "/" + std::string{name} + "/";
  for (std::size_t at = 0; at < schemas_.size(); ++at) {
    if (!schema.empty() && !rules::same_word(schemas_[at], schema)) continue;
    if (relations_[at].find(entry) != std::string::npos) return true;
  }
  return false;
}

}  // namespace softoptin::facts
