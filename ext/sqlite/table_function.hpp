// Table-valued functions: a read-only table whose arguments are hidden columns.
//
// SELECT * FROM name(a, b) and SELECT * FROM name WHERE x = a AND y = b are the same to SQLite.
// A required argument that is missing is an error with words when rows are asked for, never an
// empty table. (Not already in xBestIndex: SQLite also asks there about one branch of an OR alone,
// without the arguments that the whole statement has.) One that this plan cannot use yet makes
// SQLite look for another plan. One that may be left out, is left out and is compared otherwise
// (<>, LIKE, ...) is an error too: the comparison would be with the default. Of the other
// constraints, `column = value` on the pushed columns reaches the cursor, and SQLite checks it
// again; the rest, LIMIT and OFFSET are left to SQLite.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "sqlite/connection.hpp"
#include "sqlite/result.hpp"
#include "sqlite/value.hpp"

namespace softoptin::sqlite {

// What the statement gives: the arguments, then a value for each pushed column. Nothing where it
// does not give one; it may be NULL where it does.
using Arguments = std::span<const std::optional<Value>>;

// One reading of the table; owns whatever that takes, and is gone when the statement is reset.
class TableCursor {
 public:
  TableCursor() = default;
  TableCursor(const TableCursor&) = delete;
  TableCursor& operator=(const TableCursor&) = delete;
  TableCursor(TableCursor&&) = delete;
  TableCursor& operator=(TableCursor&&) = delete;
  virtual ~TableCursor() = default;

  // Starts again, at the first row. Bit n of `columns_used` is set when column n may be asked for.
  // May throw, as all of these.
  virtual void filter(Arguments arguments, unsigned columns_used) = 0;
  [[nodiscard]] virtual bool at_end() const = 0;
  virtual void next() = 0;
  // Columns in the order of the declaration, the hidden ones too.
  virtual void column(int column, Result result) const = 0;
};

struct TableFunction {
  const char* name;
  // CREATE TABLE x(...): the visible columns, then one hidden column an argument.
  const char* declaration;
  // How to call it, for messages: "soft_optin_conditions(contact_id, product_id [, channel [,
  // as_of]])".
  const char* usage;
  int visible_columns;
  int arguments;
  int required_arguments;  // The first ones.
  // Visible columns whose `= value` the cursor wants to know.
  std::span<const int> pushed;
  // For SQLite's planner: the cost of reading it all, and how many rows that gives; and both for
  // the first pushed column alone. A cost of 1 is about a row of a table; 1 row means that it
  // identifies it.
  double cost;
  double rows;
  double pushed_cost;
  double pushed_rows;
  std::unique_ptr<TableCursor> (*open)(Connection& connection);
};

// Registers it as an eponymous-only virtual table. `table` must live as long as the program.
// Throws Error.
void register_table_function(const ConnectionPointer& connection, const TableFunction& table);

}  // namespace softoptin::sqlite
