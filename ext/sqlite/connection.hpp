// Connection: the database connection that loaded us, shared by all that is registered on it.
#pragma once

#include <memory>

#include "sqlite/api.hpp"
#include "sqlite/error.hpp"

namespace softoptin::sqlite {

struct Connection {
  sqlite3* db;
  int inside = 0;  // Calls of ours under way, each reading the user's relations.
};

using ConnectionPointer = std::shared_ptr<Connection>;

// Marks a call that reads the user's relations as under way. A second one inside it can only come
// from a mapping view that calls us: it would recurse until the stack ends, so it is refused.
class Entered {
 public:
  explicit Entered(Connection& connection) : connection_(connection) {
    if (connection.inside > 0) {
      throw Error(
          "a view that softoptin reads calls a softoptin function itself: leave the call out of "
          "the view");
    }
    ++connection_.inside;
  }
  Entered(const Entered&) = delete;
  Entered& operator=(const Entered&) = delete;
  Entered(Entered&&) = delete;
  Entered& operator=(Entered&&) = delete;
  ~Entered() { --connection_.inside; }

 private:
  Connection& connection_;
};

}  // namespace softoptin::sqlite
