// ValueColumn: the SQL values of a column, in 9 bytes each, or 13 and their text.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "sqlite/result.hpp"
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
      const std::string_view text = cell.text();
      const auto size = static_cast<std::uint32_t>(text.size());  // SQLite's own limit is 2^31.
      words_.push_back(texts_.size());
      if (type == SQLITE_NULL) return;
      texts_.append(reinterpret_cast<const char*>(&size), sizeof size);
      texts_ += text;
    }
  }

  void clear() {
    types_.clear();
    words_.clear();
    texts_.clear();
  }

  // Shows the value of row `at`, counted from 0.
  void show(std::size_t at, sqlite::Result result) const {
    if (types_[at] == SQLITE_INTEGER) return result.integer(static_cast<std::int64_t>(words_[at]));
    if (types_[at] == SQLITE_TEXT) return result.text(text(at));
    result.value((*this)[at]);
  }
  // The value of row `at`.
  [[nodiscard]] sqlite::Value operator[](std::size_t at) const {
    switch (types_[at]) {
      case SQLITE_INTEGER:
        return static_cast<std::int64_t>(words_[at]);
      case SQLITE_FLOAT:
        return std::bit_cast<double>(words_[at]);
      case SQLITE_TEXT:
        return std::string{text(at)};
      case SQLITE_BLOB:
        return sqlite::Blob{std::string{text(at)}};
      default:
        return {};
    }
  }

 private:
  // Its size stands before the text.
  [[nodiscard]] std::string_view text(std::size_t at) const {
    std::uint32_t size = 0;
    std::memcpy(&size, texts_.data() + words_[at], sizeof size);
    return std::string_view{texts_}.substr(words_[at] + sizeof size, size);
  }

  std::vector<std::uint8_t> types_;
  std::vector<std::uint64_t> words_;
  std::string texts_;
};

}  // namespace softoptin::facts
