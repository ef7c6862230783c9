#include "facts/layout.hpp"

#include <algorithm>

#include "facts/quote.hpp"
#include "rules/text.hpp"
#include "sqlite/error.hpp"

namespace softoptin::facts {

using sqlite::Error;
using sqlite::Statement;

namespace {

std::string quoted(const Column& column) { return identifier(column.name); }

// Whether the host has SQLite name every column as it is written (both pragmas short_column_names
// and full_column_names off). Authorizers are not asked about the column of a sub-select.
bool names_as_written(sqlite3* db) {
  const Statement probe{db, R"(SELECT "n" FROM (SELECT 1 AS n))", "the database"};
  return probe.column_name(0).starts_with('"');
}

}  // namespace

Layout::Layout(const Snapshot& snapshot, const Relation& relation, std::string_view schema)
    : db_(snapshot.db()), relation_(&relation), from_(relation.name) {
  if (!schema.empty()) from_ = identifier(schema) + "." + from_;
  present_ = snapshot.has_relation(relation.name, schema);
  if (present_) match_columns();
}

void Layout::match_columns() {
  const std::string name{relation_->name};
  const Statement all{db_, "SELECT * FROM " + from_, name};
  std::uint32_t untyped = 0;
  for (int found = 0; found < all.columns(); ++found) {
    for (std::size_t place = 0; place < relation_->columns.size(); ++place) {
      if (!rules::same_word(all.column_name(found), relation_->columns[place].name)) continue;
      columns_ |= 1U << place;
      const bool speaks = relation_->columns[place].null == Column::Null::speaks;
      if (speaks && all.declared_type(found).empty()) untyped |= 1U << place;
    }
  }
  if (untyped != 0) refuse_ignored_behind(untyped);
  bool either = relation_->either.empty();
  for (std::size_t place = 0; place < relation_->columns.size(); ++place) {
    const Column& column = relation_->columns[place];
    const bool there = has(static_cast<int>(place));
    if (there && (column.name == relation_->either || column.name == relation_->or_else)) {
      either = true;
    }
    if (!there && column.in_its_place.empty()) {
      throw Error(name + " has no column " + std::string{column.name} + ": add it, with " +
                  std::string{column.holds});
    }
  }
  if (!either) {
    throw Error(name + " has neither a column " + std::string{relation_->either} + " nor " +
                std::string{relation_->or_else} + ": add one of them or both");
  }
}

void Layout::require() const {
  if (present_) return;
  const bool pinned = from_ != relation_->name;
  throw Error("there is no table or view " + from_ + ": create one with " +
              std::string{relation_->needs} +
              (pinned ? ", or take the setting schema out"
                      : ", or a TEMP VIEW of that name over your own tables"));
}

std::string Layout::select() const {
  std::string sql = "SELECT ";
  for (std::size_t place = 0; place < relation_->columns.size(); ++place) {
    if (place > 0) sql += ", ";
    const Column& column = relation_->columns[place];
    sql += has(static_cast<int>(place)) ? quoted(column) : column.in_its_place;
  }
  return sql + " FROM " + from_;
}

std::string Layout::columns_there(Columns columns) const {
  std::string names;
  for (std::size_t place = 0; place < relation_->columns.size(); ++place) {
    if ((columns_ & columns & 1U << place) == 0) continue;
    if (!names.empty()) names += ", ";
    names += quoted(relation_->columns[place]);
  }
  return names;
}

Statement Layout::prepare_scan(const std::string& behind) const {
  return prepared("SELECT " + columns_there() + " FROM " + from_ + " " + behind);
}

Statement Layout::prepare(const std::string& behind) const {
  return prepared(select() + " " + behind);
}

Statement Layout::prepared(const std::string& sql) const {
  Statement statement{db_, sql, std::string{relation_->name}};
  refuse_ignored(statement);
  return statement;
}

// An authorizer's SQLITE_IGNORE puts NULL in the column's place. SQLite names a column of the
// result as the relation declares it, contact_id, and anything else, that NULL too, as it is
// written, "contact_id" with the quotes (so from 3.26 to 3.54).
void Layout::refuse_ignored(const Statement& statement) const {
  for (int at = 0; at < statement.columns(); ++at) {
    const std::string_view name = statement.column_name(at);
    if (!name.starts_with('"')) continue;
    const auto column = std::ranges::find(relation_->columns, name, quoted);
    if (column->null == Column::Null::speaks && !names_as_written(db_)) fail_for_ignored(*column);
  }
}

// The same of the column behind a view's. SQLite works out the types of a view's columns without
// asking the authorizer, and those of a statement's with it: a view's column that has a type, but
// has none when it is read, and is NULL in every row, is ignored. From 3.41 on CAST has a type too,
// and an untyped column is BLOB. Of other expressions, and of what a view's WHERE asks, it cannot
// be told.
void Layout::refuse_ignored_behind(std::uint32_t untyped) const {
  const std::string subject{relation_->name};
  const bool pinned = from_ != relation_->name;
  const std::string schema = pinned ? from_.substr(0, from_.rfind('.') + 1) : "";
  Statement types{db_, "PRAGMA " + schema + "table_xinfo(" + subject + ")", subject};
  while (types.step()) {
    if (types[2].text().empty() || rules::same_word(types[2].text(), "BLOB")) continue;
    for (std::size_t place = 0; place < relation_->columns.size(); ++place) {
      const Column& column = relation_->columns[place];
      if ((untyped >> place & 1U) == 0 || !rules::same_word(types[1].text(), column.name)) continue;
      if (is_null_throughout(column)) fail_for_ignored(column);
    }
  }
}

// And no CAST says so.
bool Layout::is_null_throughout(const Column& column) const {
  const std::string subject{relation_->name};
  const std::string read = "SELECT " + quoted(column) + " FROM " + from_;
  Statement value{db_, read + " WHERE " + quoted(column) + " IS NOT NULL LIMIT 1", subject};
  if (value.step()) return false;
  Statement program{db_, "EXPLAIN " + read, subject};
  while (program.step()) {
    if (program[1].text() == "Cast") return false;
  }
  return true;
}

void Layout::fail_for_ignored(const Column& column) const {
  throw Error(std::string{relation_->name} + " cannot be read: an authorizer ignores its column " +
                  std::string{column.name} +
                  ", where NULL is an answer: have it allow or deny that column",
              SQLITE_AUTH);
}

}  // namespace softoptin::facts
