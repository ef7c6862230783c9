// Value: an SQL value that we own; Cell: a look at one that SQLite owns.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "sqlite/api.hpp"

namespace softoptin::sqlite {

struct Blob {
  std::string bytes;
  friend auto operator<=>(const Blob&, const Blob&) = default;
};

// Copies and compares; equal only when of the same type.
using Value = std::variant<std::monostate, std::int64_t, double, std::string, Blob>;

inline bool is_null(const Value& value) { return std::holds_alternative<std::monostate>(value); }

// How a person would write it: 42, 1.5, text as it is, x'0102', NULL.
std::string text_of(const Value& value);

// An argument, or a column of the current row. Valid until the statement moves or the call returns.
class Cell {
 public:
  explicit Cell(sqlite3_value* value) : value_(value) {}

  // SQLITE_NULL, SQLITE_INTEGER, SQLITE_FLOAT, SQLITE_TEXT or SQLITE_BLOB.
  [[nodiscard]] int type() const { return sqlite3_value_type(value_); }
  [[nodiscard]] bool is_null() const { return type() == SQLITE_NULL; }
  [[nodiscard]] std::int64_t integer() const { return sqlite3_value_int64(value_); }
  [[nodiscard]] double real() const { return sqlite3_value_double(value_); }
  // Numbers are written out as SQLite does, a blob is read as its bytes, NULL is empty.
  // Throws std::bad_alloc rather than let a text that did not fit pass for NULL.
  [[nodiscard]] std::string_view text() const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value_));
    if (bytes == nullptr) return no_text();
    return {bytes, static_cast<std::size_t>(sqlite3_value_bytes(value_))};
  }
  [[nodiscard]] Value copy() const;

 private:
  [[nodiscard]] std::string_view no_text() const;

  sqlite3_value* value_;
};

}  // namespace softoptin::sqlite
