// Scan: the rows of a relation, all or those of one contact after another, only the columns that
// are there.
//
// Stepped from row to row. Where every row is wanted at once, for_each_row (rows.hpp) costs half.
// A relation that the calling statement writes, as INSERT ... SELECT may, is read whole before its
// first row: else the scan would meet the new rows too, and might never end.
#pragma once

#include <string>

#include "facts/layout.hpp"
#include "facts/places.hpp"
#include "facts/writers.hpp"
#include "sqlite/statement.hpp"

namespace softoptin::facts {

// An order that no index can give, where the calling statement writes the relation: so that SQLite
// has every row before it shows the first.
inline std::string whole_if_written(const Layout& layout) {
  const bool written = written_meanwhile(layout.db(), {layout.select()});
  return written ? " ORDER BY random() IS NULL" : "";
}

class Scan {
 public:
  explicit Scan(const Layout& layout, const std::string& where = "")
      : statement_(layout.prepare_scan(where + whole_if_written(layout))), places_(layout) {}

  // From the first row on again, with that value for ?1 of `where`.
  void start(const sqlite::Value& value) {
    statement_.reset();
    statement_.bind(1, value);
  }
  bool next() { return statement_.step(); }
  // Whether the column of that place in the contract is there; if not, its default holds.
  [[nodiscard]] bool has(int column) const { return places_.has(column); }
  [[nodiscard]] sqlite::Cell operator[](int column) const { return statement_[places_[column]]; }
  // As Statement::rows_scanned.
  [[nodiscard]] int rows_scanned() const { return statement_.rows_scanned(); }

 private:
  sqlite::Statement statement_;
  Places places_;
};

}  // namespace softoptin::facts
