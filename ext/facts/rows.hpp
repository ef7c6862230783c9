// Rows: every row of a relation, handed over inside SQLite (sqlite/row_taker.hpp).
#pragma once

#include <array>
#include <string>

#include "facts/layout.hpp"
#include "facts/places.hpp"
#include "sqlite/row_taker.hpp"

namespace softoptin::facts {

// One row, with the columns that are there alone. Valid while it is handed over.
class Row {
 public:
  Row(const Places& places, sqlite::Cells cells) : places_(places), cells_(cells) {}

  // Whether the column of that place in the contract is there; if not, its default holds.
  [[nodiscard]] bool has(int column) const { return places_.has(column); }
  [[nodiscard]] sqlite::Cell operator[](int column) const {
    return sqlite::Cell{cells_[static_cast<std::size_t>(places_[column])]};
  }

 private:
  const Places& places_;
  sqlite::Cells cells_;
};

// Everything is wanted.
struct EveryRow {
  static constexpr std::array<int, 0> columns{};
  bool operator()(sqlite::Cells /*values*/) const { return true; }
};

// Takes every row that is wanted: take(row) false is enough. `wants` has the columns of the
// contract that it asks about, and is asked as RowTaker says. False when there was enough. Throws
// Error.
template <class Take, class Wants = EveryRow>
[[nodiscard]] bool for_each_row(const Layout& layout, Take take, Wants wants = {}) {
  class Taker final : public sqlite::RowTaker {
   public:
    Taker(const Layout& layout, Take& take, Wants& wants)
        : places_(layout), take_(take), wants_(wants) {}
    bool wants(sqlite::Cells values) override { return wants_(values); }
    bool take(sqlite::Cells row) override { return take_(Row{places_, row}); }

   private:
    Places places_;
    Take& take_;
    Wants& wants_;
  };
  (void)layout.prepare_scan("");  // Throws where an authorizer has a column ignored.
  Taker taker{layout, take, wants};
  std::string wanted_by;
  for (const int column : wants.columns) {
    if (!wanted_by.empty()) wanted_by += ", ";
    wanted_by += layout.relation().columns[static_cast<std::size_t>(column)].name;
  }
  return hand_over(
      layout.db(),
      {layout.columns_there(), layout.from(), wanted_by, std::string{layout.relation().name}},
      taker);
}

}  // namespace softoptin::facts
