// Layout: where a relation of the contract is, and which of its columns are there.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "facts/contract.hpp"
#include "facts/snapshot.hpp"

namespace softoptin::facts {

class Layout {
 public:
  // Finds the relation by SQLite's ordinary name resolution, or in `schema` when that is not empty,
  // and matches its columns by name. Throws Error when a required column is missing or the view
  // fails; an absent relation is no error here.
  Layout(const Snapshot& snapshot, const Relation& relation, std::string_view schema);

  [[nodiscard]] const std::string& from() const { return from_; }
  [[nodiscard]] sqlite3* db() const { return db_; }
  [[nodiscard]] bool present() const { return present_; }
  [[nodiscard]] bool has(int column) const { return (columns_ >> column & 1U) != 0; }
  // Throws Error, which says what to create, when the relation is absent.
  void require() const;

  // SELECT of every column of the contract, in its order, FROM the relation.
  [[nodiscard]] std::string select() const;
  // A bit for each column of the contract, in its order.
  using Columns = std::uint32_t;
  static constexpr Columns every_column = ~Columns{};
  // Those of the columns that are there, in the contract's order, between commas.
  [[nodiscard]] std::string columns_there(Columns columns = every_column) const;
  [[nodiscard]] const Relation& relation() const { return *relation_; }
  // Prepares a SELECT of the columns that are there alone, in the contract's order (Scan reads it),
  // with more SQL behind it. Throws Error, as prepare does, where an authorizer has a column
  // ignored whose NULL would speak (Column::Null).
  [[nodiscard]] sqlite::Statement prepare_scan(const std::string& behind) const;
  // Prepares select() with more SQL behind it (a WHERE).
  [[nodiscard]] sqlite::Statement prepare(const std::string& behind = "") const;

 private:
  void match_columns();
  [[nodiscard]] sqlite::Statement prepared(const std::string& sql) const;
  void refuse_ignored(const sqlite::Statement& statement) const;
  // Bit n: column n of the contract has no type where it is read.
  void refuse_ignored_behind(std::uint32_t untyped) const;
  [[nodiscard]] bool is_null_throughout(const Column& column) const;
  [[noreturn]] void fail_for_ignored(const Column& column) const;

  sqlite3* db_;
  const Relation* relation_;
  std::string from_;
  bool present_ = false;
  std::uint32_t columns_ = 0;  // Bit n: column n of the contract is there.
};

}  // namespace softoptin::facts
