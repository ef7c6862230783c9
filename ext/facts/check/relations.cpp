#include <algorithm>

#include "facts/check/list.hpp"
#include "facts/check/spelling.hpp"
#include "facts/quote.hpp"
#include "rules/text.hpp"

namespace softoptin::facts::check {
namespace {

void add_missing(Ground& ground, const Relation& relation) {
  const bool pinned = !ground.settings().schema.empty();
  ground.add({Severity::error,
              relation.name,
              "missing_relation",
              std::nullopt,
              {},
              "Create a table or view " + ground[relation].from + " with " +
                  std::string{relation.needs} +
                  (pinned ? ", or take the setting schema out"
                          : ", or a TEMP VIEW of that name over your own tables") +
                  ": without it every question is an error."});
}

// Tables and views whose names begin much as those of the contract do, in all databases.
std::vector<std::string> names_like_ours(sqlite3* db) {
  constexpr const char* subject = "the list of tables";
  std::string sql;
  sqlite::Statement schemas{db, "PRAGMA database_list", subject};
  while (schemas.step()) {
    const std::string_view schema = schemas[1].text();
    const bool temporary = schema == "temp";
    sql += (sql.empty() ? "" : " UNION ") + std::string{"SELECT lower(name) FROM "} +
           (temporary ? "sqlite_temp_master" : identifier(schema) + ".sqlite_master") +
           " WHERE type IN ('table', 'view') AND lower(name) GLOB 'soft*opt*in*'";
  }
  std::vector<std::string> names;
  sqlite::Statement listed{db, sql, subject};
  while (listed.step()) names.emplace_back(listed[0].text());
  return names;
}

bool of_the_contract(std::string_view name) {
  return std::ranges::any_of(relations,
                             [&](const Relation* relation) { return relation->name == name; });
}

void add_if_misspelt(Ground& ground, const std::string& met) {
  for (const Relation* relation : relations) {
    if (ground[*relation].present || !misspells(met, relation->name)) continue;
    ground.add({Severity::error,
                relation->name,
                "misspelt_relation",
                std::nullopt,
                {},
                "Rename " + met + " to " + std::string{relation->name} +
                    ", if that is meant: under its present name it is not read."});
  }
}

// The column that is likely meant to be `meant`; empty when there is none.
std::string_view misspelling_of(std::string_view meant, const Found& found) {
  for (const std::string& met : found.columns) {
    const bool has_a_meaning = std::ranges::any_of(
        found.relation->columns,
        [&](const Column& column) { return rules::same_word(met, column.name); });
    if (!has_a_meaning && misspells(met, meant)) return met;
  }
  return {};
}

void add_missing_column(Ground& ground, const Found& found, const std::string& column,
                        std::string_view holds, std::string_view met) {
  std::string sentence = "Add a column " + column + " to " + found.from;
  if (!holds.empty()) sentence += ", with " + std::string{holds};
  if (!met.empty()) sentence += ", or rename " + std::string{met} + ", if that is meant to be it";
  ground.add({Severity::error,
              found.relation->name,
              "missing_column",
              std::nullopt,
              {},
              sentence + ": without it whatever reads " + found.from + " is an error."});
}

void add_misspelt_column(Ground& ground, const Found& found, std::string_view meant,
                         std::string_view met) {
  ground.add({Severity::error,
              found.relation->name,
              "misspelt_column",
              std::nullopt,
              {},
              "Rename " + std::string{met} + " to " + std::string{meant} + " in " + found.from +
                  ", if that is meant: under its present name it is not read, and the column "
                  "counts as absent."});
}

void check_column(Ground& ground, const Found& found, const Column& column) {
  if (found.has(column.name)) return;
  const std::string_view met = misspelling_of(column.name, found);
  if (column.in_its_place.empty()) {
    add_missing_column(ground, found, std::string{column.name}, column.holds, met);
  } else if (!met.empty()) {
    add_misspelt_column(ground, found, column.name, met);
  }
}

void check_either(Ground& ground, const Found& found) {
  const Relation& relation = *found.relation;
  if (relation.either.empty() || found.has(relation.either) || found.has(relation.or_else)) return;
  add_missing_column(
      ground, found,
      std::string{relation.either} + " or " + std::string{relation.or_else} + " or both", "", "");
}

}  // namespace

void check_relations(Ground& ground) {
  for (const Relation* relation : relations) {
    const bool missing = !ground[*relation].present && required(*relation, ground.settings());
    if (missing) add_missing(ground, *relation);
  }
  for (const std::string& met : names_like_ours(ground.db())) {
    if (!of_the_contract(met)) add_if_misspelt(ground, met);
  }
}

void check_columns(Ground& ground) {
  for (const Relation* relation : relations) {
    const Found& found = ground[*relation];
    if (!found.readable) continue;
    for (const Column& column : relation->columns) check_column(ground, found, column);
    check_either(ground, found);
  }
}

}  // namespace softoptin::facts::check
