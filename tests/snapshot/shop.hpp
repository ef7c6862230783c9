// A shop in a database file, the connections that ask about it, and others that write to it.
#pragma once

#include <filesystem>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>

#include "support/host/database.hpp"
#include "support/host/files.hpp"

namespace softoptin::snapshot {

// How the file keeps its journal. In `rollback` nobody commits while somebody reads.
enum class Journal { wal, rollback };

// What the asking connection reads: the file itself, or TEMP views over the file, attached as crm.
enum class Mapped { directly, from_attached };

struct Arrangement {
  Journal journal;
  Mapped mapped;
  [[nodiscard]] std::string name() const;
};
void PrintTo(const Arrangement& arrangement, std::ostream* out);
constexpr Arrangement arrangements[] = {{Journal::wal, Mapped::directly},
                                        {Journal::wal, Mapped::from_attached},
                                        {Journal::rollback, Mapped::directly},
                                        {Journal::rollback, Mapped::from_attached}};

// The highest contact_id: so many that a statement about all of them changes its road half way.
constexpr int contacts = 150;

// One transaction after which every question of questions.hpp has another answer.
std::string_view other_facts();
// What it replaces, put back.
std::string_view first_facts();

// "CREATE TEMP VIEW name AS SELECT * FROM schema.name ..." for every relation; `behind` is SQL.
std::string views_over(std::string_view schema, std::string_view behind = "");

class Shop {
 public:
  // The clock says noon of 2026-06-15.
  explicit Shop(Arrangement arrangement);

  // A connection that may ask.
  [[nodiscard]] std::unique_ptr<host::Database> reader() const;
  // A connection of this process to the file, without the extension; waits for nobody.
  [[nodiscard]] std::unique_ptr<host::Database> writer() const;
  // Runs SQL on the file in a process of its own, which waits for nobody. What it said of a
  // failure; empty when all went well.
  [[nodiscard]] std::string run_elsewhere(std::string_view sql) const;
  [[nodiscard]] std::string file() const { return (scratch_.path() / "shop.db").string(); }
  [[nodiscard]] const Arrangement& arrangement() const { return arrangement_; }

 private:
  host::ScratchFolder scratch_;
  Arrangement arrangement_;
};

// The rows of a statement on a fresh connection, a line each.
std::string fresh_answer(const Shop& shop, std::string_view sql);
std::string answer(host::Database& db, std::string_view sql);
// The rows that are left of a statement, a line each.
std::string rest_of(host::Statement& statement);
// What a statement fails with; the code is SQLITE_OK where it does not.
host::Error error_of(host::Database& db, std::string_view sql);

}  // namespace softoptin::snapshot
