#include "facts/writers.hpp"

#include <charconv>
#include <cstdint>
#include <set>
#include <string_view>
#include <utility>

#include "sqlite/error.hpp"
#include "sqlite/statement.hpp"

namespace softoptin::facts {
namespace {

// A table or index, by its database and root page.
using Root = std::pair<std::int64_t, std::int64_t>;

struct Program {
  std::set<Root> read;
  std::set<Root> written;
  // Runs triggers, or hands rows to a virtual table: what these write is not listed.
  bool writes_more = false;
};

// Of a statement that makes a table: p2 is not its root page, which is not known before it runs.
constexpr std::int64_t root_in_register = 0x10;

// A number, or two hexadecimal digits where SQLite is older.
std::int64_t flags(sqlite::Cell cell) {
  if (cell.type() == SQLITE_INTEGER) return cell.integer();
  const std::string_view digits = cell.text();
  std::int64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
  return number;
}

// What a statement opens, as EXPLAIN lists it. Columns: addr, opcode, p1, p2 (root page), p3
// (database), p4, p5 (flags). A table that the statement makes itself is none that we read.
Program program_of(sqlite3* db, const std::string& sql) {
  Program program;
  sqlite::Statement listing{db, "EXPLAIN " + sql, "the plan of a statement under way"};
  while (listing.step()) {
    const std::string_view opcode = listing[1].text();
    const Root root{listing[4].integer(), listing[3].integer()};
    if (opcode == "OpenRead") program.read.insert(root);
    const bool made_here = opcode == "OpenWrite" && (flags(listing[6]) & root_in_register) != 0;
    if ((opcode == "OpenWrite" && !made_here) || opcode == "Clear") program.written.insert(root);
    if (opcode == "Program" || opcode == "VUpdate") program.writes_more = true;
  }
  return program;
}

std::vector<std::string> statements_that_write(sqlite3* db) {
  std::vector<std::string> found;
  for (sqlite3_stmt* statement = sqlite3_next_stmt(db, nullptr); statement != nullptr;
       statement = sqlite3_next_stmt(db, statement)) {
    if (sqlite3_stmt_busy(statement) == 0 || sqlite3_stmt_readonly(statement) != 0) continue;
    const char* sql = sqlite3_sql(statement);
    found.emplace_back(sql == nullptr ? "" : sql);
  }
  return found;
}

}  // namespace

bool written_meanwhile(sqlite3* db, const std::vector<std::string>& reads) {
  const auto writing = statements_that_write(db);
  if (writing.empty()) return false;
  try {
    std::set<Root> read;
    for (const std::string& sql : reads) read.merge(program_of(db, sql).read);
    for (const std::string& sql : writing) {
      const Program program = program_of(db, sql);
      if (program.writes_more) return true;
      for (const Root& root : program.written) {
        if (read.contains(root)) return true;
      }
    }
    return false;
  } catch (const sqlite::Error&) {
    return true;  // It cannot be told.
  }
}

}  // namespace softoptin::facts
