// What is asked while something fails: every function and table, on every road, of a small world.
#pragma once

#include <string>
#include <vector>

#include "hostile/roads.hpp"

namespace softoptin::faults {

struct Question {
  std::string name;
  std::string sql;
};

// Under the baseline, and the same under the national policy with messages and choices.
std::vector<Question> questions();

// How every nth step is spread, so that a run is short: each of the first, then ever fewer; every
// one where SOFTOPTIN_EVERY_FAULT is set.
long after(long nth, long each_of_the_first);

// What a statement came to: all its rows, or SQLite's primary code.
struct Answer {
  std::string rows;
  int code = SQLITE_OK;
  friend bool operator==(const Answer&, const Answer&) = default;
};

// Uses no memory of C++ while the statement runs, so that a fault hits the extension and SQLite
// alone. `rows` must have room enough.
Answer ask(sqlite3* db, const std::string& sql, void (*begin)(), void (*end)());

}  // namespace softoptin::faults
