// ValueColumn: the SQL values of a column, in 9 bytes each plus their text.
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <vector>

#include "sqlite/value.hpp"

namespace softoptin::facts {

class ValueColumn {
 public:
  [[nodiscard]] std::size_t size() const { return types_.size(); }

  void add(sqlite::Cell cell) {
    const int type = cell.type();
    types_.push_back(static_cast<std::uint8_t>(type));
    if (type == SQLITE_INTEGER) {
      words_.push_back(static_cast<std::uint64_t>(cell.integer()));
    } else if (type == SQLITE_FLOAT) {
      words_.push_back(std::bit_cast<std::uint64_t>(cell.real()));
    } else {
      words_.push_back(texts_.size());
      texts_ += cell.text();
      texts_ += '\0';
    }
  }

  // The value of row `at`, counted from 0; a text ends at its first NUL.
  [[nodiscard]] sqlite::Value operator[](std::size_t at) const {
    switch (types_[at]) {
      case SQLITE_INTEGER:
        return static_cast<std::int64_t>(words_[at]);
      case SQLITE_FLOAT:
        return std::bit_cast<double>(words_[at]);
      case SQLITE_TEXT:
        return std::string{&texts_[words_[at]]};
      case SQLITE_BLOB:
        return sqlite::Blob{&texts_[words_[at]]};
      default:
        return {};
    }
  }

 private:
  std::vector<std::uint8_t> types_;
  std::vector<std::uint64_t> words_;
  std::string texts_;
};

}  // namespace softoptin::facts
