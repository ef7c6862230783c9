// Scan: the rows of a relation, all or those of one contact, only the columns that are there.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "facts/layout.hpp"
#include "sqlite/statement.hpp"

namespace softoptin::facts {

class Scan {
 public:
  // With a contact_id: the rows of that contact, as SQLite compares ids.
  explicit Scan(const Layout& layout, const std::optional<sqlite::Value>& contact_id = std::nullopt)
      : statement_(layout.prepare_scan(contact_id ? "WHERE contact_id = ?1" : "")) {
    if (contact_id) statement_.bind(1, *contact_id);
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
