// Rows: every row of a relation, handed over inside SQLite (sqlite/row_taker.hpp).
#pragma once

#include <string>

#include "facts/layout.hpp"
#include "facts/places.hpp"
#include "sqlite/row_taker.hpp"

namespace softoptin::facts {

// One row, with the columns alone that are there and read. Valid while it is handed over.
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
  [[nodiscard]] static std::string where() { return ""; }
  bool operator()(sqlite::Cells /*values*/) const { return true; }
};

// Takes every row that is wanted: take(row) false is enough. `wants.where()` says in SQL which are,
// and may ask `wants` in it (sqlite::wanted), as RowTaker says. Of the columns, those alone are
// read. False when there was enough. Throws Error.
template <class Take, class Wants = EveryRow>
[[nodiscard]] bool for_each_row(const Layout& layout, Take take, Wants wants = {},
                                Layout::Columns columns = Layout::every_column) {
  class Taker final : public sqlite::RowTaker {
   public:
    Taker(Places places, Take& take, Wants& wants) : places_(places), take_(take), wants_(wants) {}
    bool wants(sqlite::Cells values) override { return wants_(values); }
    bool take(sqlite::Cells row) override { return take_(Row{places_, row}); }

   private:
    Places places_;
    Take& take_;
    Wants& wants_;
  };
  (void)layout.prepare_scan("");  // Throws where an authorizer has a column ignored.
  Taker taker{Places{layout, columns}, take, wants};
  return hand_over(layout.db(),
                   {layout.columns_there(columns), layout.from(), wants.where(),
                    std::string{layout.relation().name}},
                   taker);
}

}  // namespace softoptin::facts
