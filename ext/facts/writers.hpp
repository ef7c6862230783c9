// Writers: does a statement that is under way change what we read?
#pragma once

#include <string>
#include <vector>

#include "sqlite/api.hpp"

namespace softoptin::facts {

// True when a statement of this connection that is under way writes a table that one of `reads`
// (SQL) reads, or a virtual table, or runs a trigger or a foreign-key action, which may; also when
// that cannot be told.
// Costs an EXPLAIN of each of them, and nothing when no statement writes.
bool written_meanwhile(sqlite3* db, const std::vector<std::string>& reads);

}  // namespace softoptin::facts
