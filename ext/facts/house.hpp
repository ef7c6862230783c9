// The house: soft_optin_settings, read and checked.
#pragma once

#include <string>
#include <vector>

#include "facts/snapshot.hpp"
#include "rules/policy.hpp"

namespace softoptin::facts {

struct Settings {
  rules::House house;
  const rules::Policy* policy = &rules::baseline();
  std::string schema;  // Where all relations are resolved; empty: SQLite's ordinary resolution.
};

// Reads soft_optin_settings; the defaults of the contract where it is absent or has no row for a
// name. Throws Error for an unknown name, an unknown value, or a name that stands there twice.
Settings read_settings(const Snapshot& snapshot);
// The same, with what is wrong with each row that is refused. Such a row is passed over.
Settings read_settings(const Snapshot& snapshot, std::vector<std::string>& refusals);

}  // namespace softoptin::facts
