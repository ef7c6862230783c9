// House of a world: its settings, and the policies that decide in it.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>

#include "rules/policy_book.hpp"
#include "rules/zone.hpp"
#include "support/world.hpp"

namespace softoptin::tests {

// The question, a setting or a choice is one that the extension refuses; what() names it.
struct Refused : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// The date in a cell, where there is one that can be read.
std::optional<rules::Stamp> stamp_of(const Value& value);

struct Settings {
  rules::House house;
  // baseline, national, or a code of a country, as it is written.
  std::string policy = "baseline";
  const rules::Zone* zone = &rules::Zone::utc();
  int register_valid_days = 30;
};

// Throws Refused.
Settings settings_of(const World& world);

// Puts the world's policy_choices and register_checks into the book. Throws Refused.
void fill(rules::PolicyBook& book, const World& world, const rules::Zone& zone);

}  // namespace softoptin::tests
