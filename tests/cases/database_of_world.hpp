// Database of a world: a world as tables in an SQLite database that has loaded the built extension.
#pragma once

#include <vector>

#include "support/host/database.hpp"
#include "support/world.hpp"

namespace softoptin::tests {

class DatabaseOfWorld {
 public:
  // An in-memory database; throws host::Error. Columns have no affinity: values stay as the case
  // has them.
  explicit DatabaseOfWorld(const World& world);

  // The rows of a SELECT whose parameters ?1 to ?4 are contact_id, product_id, channel and as_of of
  // the world's question. Throws host::Error.
  std::vector<std::vector<Value>> ask(const std::string& select);

  // Throws host::Error where a statement was left behind.
  void close();

 private:
  void create(const std::string& relation, const Relation& content);

  const World& world_;
  host::Database database_;
};

}  // namespace softoptin::tests
