// Scan: every row of a relation, only the columns that are there.
#pragma once

#include <array>
#include <cstdint>

#include "facts/layout.hpp"
#include "sqlite/statement.hpp"

namespace softoptin::facts {

class Scan {
 public:
  explicit Scan(const Layout& layout) : statement_(layout.prepare_scan()) {
    std::int8_t next_column = 0;
    for (std::size_t place = 0; place < columns_.size(); ++place) {
      const bool there = layout.has(static_cast<int>(place));
      columns_[place] = there ? next_column++ : std::int8_t{-1};
    }
  }

  bool next() { return statement_.step(); }
  // Whether the column of that place in the contract is there; if not, its default holds.
  [[nodiscard]] bool has(int place) const { return columns_[static_cast<std::size_t>(place)] >= 0; }
  [[nodiscard]] sqlite::Cell operator[](int place) const {
    return statement_[columns_[static_cast<std::size_t>(place)]];
  }

 private:
  sqlite::Statement statement_;
  std::array<std::int8_t, 16> columns_{};
};

}  // namespace softoptin::facts
