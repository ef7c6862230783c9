// Origin: the column of a table that a view passes on, and the CREATE INDEX for it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sqlite/api.hpp"

namespace softoptin::facts::check {

struct Origin {
  std::string schema;
  std::string table;
  std::string column;
};

// Where the first column of a SELECT comes from. Nothing for a computed one, and where SQLite was
// built without SQLITE_ENABLE_COLUMN_METADATA.
std::optional<Origin> origin_of(sqlite3* db, const std::string& select);

// Whether a whole index of the table begins with the column.
bool indexed(sqlite3* db, const Origin& origin);

// CREATE INDEX <table>_by_<suffix> ON <table>(<expression>), with the names quoted where they must
// be.
std::string create_index(const Origin& origin, std::string_view suffix,
                         const std::string& expression);

// The name as SQL takes it: as it is, or quoted where it is a keyword or more than letters, digits
// and underscores.
std::string written(const std::string& name);

}  // namespace softoptin::facts::check
