// Ids: those of contacts, in all the types and spellings in which SQLite compares them.
#pragma once

#include <string>
#include <vector>

#include "dice.hpp"
#include "support/value.hpp"

namespace softoptin::agreement {

using tests::Value;

// Ids that a column of that declared type takes for different ones.
struct Ids {
  std::string type;
  std::vector<Value> values;
};

Ids contact_ids(Dice& dice);

// An id that is nearly this one, or the same in another type.
Value nearly(const Value& id, Dice& dice);

}  // namespace softoptin::agreement
