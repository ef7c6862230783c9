#include "facts/layout.hpp"

#include "facts/quote.hpp"
#include "rules/text.hpp"
#include "sqlite/error.hpp"

namespace softoptin::facts {

using sqlite::Error;
using sqlite::Statement;

Layout::Layout(const Snapshot& snapshot, const Relation& relation, std::string_view schema)
    : db_(snapshot.db()), relation_(&relation), from_(relation.name) {
  if (!schema.empty()) from_ = identifier(schema) + "." + from_;
  present_ = snapshot.has_relation(relation.name, schema);
  if (present_) match_columns();
}

void Layout::match_columns() {
  const std::string name{relation_->name};
  const Statement all{db_, "SELECT * FROM " + from_, name};
  for (int found = 0; found < all.columns(); ++found) {
    for (std::size_t place = 0; place < relation_->columns.size(); ++place) {
      if (!rules::same_word(all.column_name(found), relation_->columns[place].name)) continue;
      columns_ |= 1U << place;
    }
  }
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
    sql += has(static_cast<int>(place)) ? column.name : column.in_its_place;
  }
  return sql + " FROM " + from_;
}

std::string Layout::columns_there() const {
  std::string columns;
  for (std::size_t place = 0; place < relation_->columns.size(); ++place) {
    if (!has(static_cast<int>(place))) continue;
    if (!columns.empty()) columns += ", ";
    columns += relation_->columns[place].name;
  }
  return columns;
}

Statement Layout::prepare_scan(const std::string& behind) const {
  return {db_, "SELECT " + columns_there() + " FROM " + from_ + " " + behind,
          std::string{relation_->name}};
}

Statement Layout::prepare(const std::string& behind) const {
  return {db_, select() + " " + behind, std::string{relation_->name}};
}

}  // namespace softoptin::facts
