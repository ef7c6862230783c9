// The house: soft_optin_settings, read and checked.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facts/snapshot.hpp"
#include "rules/policy.hpp"
#include "rules/zone.hpp"

namespace softoptin::facts {

struct Settings {
  rules::House house;
  // Whose rule holds: one for everyone, that of the contact's country, or that of `country` for
  // everyone.
  enum class Rule : std::uint8_t { baseline, national, one_country };
  Rule rule = Rule::baseline;
  std::string country;
  const rules::Zone* time_zone = &rules::Zone::utc();  // Where the policy has none of its own.
  int register_valid_days = 30;
  std::string schema;  // Where all relations are resolved; empty: SQLite's ordinary resolution.
};

// Reads soft_optin_settings; the defaults of the contract where it is absent or has no row for a
// name. Throws Error for an unknown name, an unknown value, or a name that stands there twice.
Settings read_settings(const Snapshot& snapshot);
// The same, with what is wrong with each row that is refused. Such a row is passed over.
Settings read_settings(const Snapshot& snapshot, std::vector<std::string>& refusals);

}  // namespace softoptin::facts
