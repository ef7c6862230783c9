// Places: which columns of a relation are there, or those of them that are read, and at which place
// of a row that holds these alone.
#pragma once

#include <array>
#include <cstdint>

#include "facts/layout.hpp"

namespace softoptin::facts {

class Places {
 public:
  explicit Places(const Layout& layout, Layout::Columns columns = Layout::every_column) {
    std::int8_t next = 0;
    for (std::size_t column = 0; column < places_.size(); ++column) {
      const bool read = layout.has(static_cast<int>(column)) && (columns >> column & 1U) != 0;
      places_[column] = read ? next++ : std::int8_t{-1};
    }
  }

  // Whether the column of that place in the contract is there; if not, its default holds.
  [[nodiscard]] bool has(int column) const {
    return places_[static_cast<std::size_t>(column)] >= 0;
  }
  [[nodiscard]] int operator[](int column) const {
    return places_[static_cast<std::size_t>(column)];
  }

 private:
  std::array<std::int8_t, 16> places_{};
};

}  // namespace softoptin::facts
