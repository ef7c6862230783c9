// Result: where a function's value, or a column of a virtual table, goes.
#pragma once

#include <cstdint>
#include <string_view>

#include "sqlite/api.hpp"
#include "sqlite/value.hpp"

namespace softoptin::sqlite {

class Result {
 public:
  explicit Result(sqlite3_context* context) : context_(context) {}

  void null() const { sqlite3_result_null(context_); }
  void boolean(bool value) const { sqlite3_result_int(context_, value ? 1 : 0); }
  void integer(std::int64_t value) const { sqlite3_result_int64(context_, value); }
  void text(std::string_view text) const {
    sqlite3_result_text64(context_, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  }
  // Text that stays where it is as long as the program runs.
  void constant(std::string_view text) const {
    sqlite3_result_text64(context_, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
  }
  // Text that SQLite's JSON functions take as JSON, not as a string.
  void json(std::string_view json) const {
    constexpr unsigned json_subtype = 'J';
    text(json);
    sqlite3_result_subtype(context_, json_subtype);
  }
  void value(const Value& value) const {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
      sqlite3_result_int64(context_, *integer);
    } else if (const auto* real = std::get_if<double>(&value)) {
      sqlite3_result_double(context_, *real);
    } else if (const auto* words = std::get_if<std::string>(&value)) {
      text(*words);
    } else if (const auto* blob = std::get_if<Blob>(&value)) {
      sqlite3_result_blob64(context_, blob->bytes.data(), blob->bytes.size(), SQLITE_TRANSIENT);
    } else {
      null();
    }
  }

 private:
  sqlite3_context* context_;
};

}  // namespace softoptin::sqlite
