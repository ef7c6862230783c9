// Heartbeat: gives SQLite a turn inside a long loop of ours, so that interrupts and progress
// handlers work.
#pragma once

#include <cstdint>

#include "sqlite/statement.hpp"

namespace softoptin::facts {

class Heartbeat {
 public:
  explicit Heartbeat(sqlite3* db)
      : statement_(
            db,
            "WITH RECURSIVE turn(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM turn WHERE n < 50)"
            " SELECT count(*) FROM turn",
            "the database") {}

  // Called once a round; costs nothing but every 2048th time, then some 10 microseconds. Throws
  // Error when the host has interrupted, or its progress handler says so: SQLite counts the
  // operations of the statement from turn to turn.
  void beat() {
    if (++rounds_ % 2048 != 0) return;
    const sqlite::Rows turn{statement_};
    statement_.step();
  }

 private:
  sqlite::Statement statement_;
  std::uint32_t rounds_ = 0;
};

}  // namespace softoptin::facts
