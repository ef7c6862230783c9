// Value: one cell of a table, as SQLite stores it.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

namespace softoptin::tests {

// NULL, INTEGER, REAL or TEXT.
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

inline bool is_null(const Value& value) { return std::holds_alternative<std::monostate>(value); }

// As SQLite's `=` between columns without affinity: 1 = 1.0, but 1 and '1' differ; NULL equals
// nothing.
bool equal(const Value& left, const Value& right);

// As SQLite's CAST(... AS TEXT); empty for NULL.
std::string text_of(const Value& value);

// As a person reads it in a message: NULL, 12, 'twelve'.
std::string shown(const Value& value);

}  // namespace softoptin::tests
