// Check: what is wrong, or soon will be, with the user's relations and the data in them.
//
// The checks are the list in check.cpp, each a function on the ground (ground.hpp) that all
// of them stand on; sql/reference/soft_optin_check.md has a line for each finding.
//
// Cost: one scan of each relation for its values, one for each question about its keys (duplicates,
// sales of unknown products, preferences of nobody), and one look-up by each key that the key
// reader uses. Memory: what SQLite sorts by, and a word for each finding; never a row.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sqlite/value.hpp"

namespace softoptin::facts::check {

// error: a question fails, or an opt-out may go unheard. warning: facts count otherwise than meant,
// mostly as a no. note: no answer changes today.
enum class Severity : std::uint8_t { error, warning, note };
constexpr std::string_view name(Severity severity) {
  constexpr std::array<std::string_view, 3> names = {"error", "warning", "note"};
  return names[static_cast<std::size_t>(severity)];
}

struct Finding {
  Severity severity;
  std::string_view relation;
  std::string_view code;             // Stable, as a condition's is.
  std::optional<std::int64_t> rows;  // How many it is about; nothing where it is not about rows.
  sqlite::Value example;             // The id of one of them; never an address.
  std::string what_to_do;            // A sentence that says what to write.
};

// Every finding, the errors first, on one snapshot. None on good data. A relation that fails is a
// finding; all else that keeps SQLite from reading (interrupt, memory, an authorizer that denies, a
// corrupt file) throws Error.
std::vector<Finding> findings(sqlite3* db);

}  // namespace softoptin::facts::check
