// World: everything that is recorded in one imagined database, and the question asked about it.
//
// A world is a value: a case copies the lawful world and changes the copy. Relations are named as
// the contract names them, without the prefix soft_optin_; a relation that is absent does not
// exist.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "support/value.hpp"

namespace softoptin::tests {

// Values by column.
using Row = std::map<std::string, Value, std::less<>>;

struct Relation {
  std::vector<std::string> columns;  // A column that is not listed does not exist.
  std::vector<Row> rows;

  [[nodiscard]] bool has(std::string_view column) const;
};

struct World {
  std::map<std::string, Relation, std::less<>> relations;
  Row ask;  // contact_id, product_id, channel, as_of.

  // The rows of that relation; none where it does not exist.
  [[nodiscard]] const Relation& relation(std::string_view name) const;
};

// The value of that column; NULL where the row does not have it.
const Value& at(const Row& row, std::string_view column);

// The same world where every INTEGER contact_id n is the TEXT 'cn': no answer may change.
World with_text_contact_ids(World world);

}  // namespace softoptin::tests
