// Snapshot: one moment of the database, held for as long as the calling statement needs it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/day.hpp"
#include "sqlite/statement.hpp"

namespace softoptin::facts {

// A SELECT without tables holds no read transaction, so each statement inside it would see a moment
// of its own. One statement that has given a row and is not reset keeps them all on this one: it
// reads the list of tables of every attached database, and the clock, once.
class Snapshot {
 public:
  // Throws Error with SQLite's code when a database cannot be read.
  explicit Snapshot(sqlite3* db);

  [[nodiscard]] sqlite3* db() const { return db_; }
  // SQLite's 'now' when the snapshot was taken.
  [[nodiscard]] rules::Stamp now() const { return now_; }
  [[nodiscard]] bool has_schema(std::string_view schema) const;
  // Whether a table or view of that name exists, in any schema or (schema not empty) in that one.
  // Names without regard to ASCII case.
  [[nodiscard]] bool has_relation(std::string_view name, std::string_view schema) const;

 private:
  sqlite3* db_;
  std::vector<std::string> schemas_;
  sqlite::Statement anchor_;
  rules::Stamp now_;
  std::vector<std::string> relations_;  // For each schema: /name/name/, in lower case.
};

}  // namespace softoptin::facts
