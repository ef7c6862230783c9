// Explain: every condition of a decision with what it rests on, in words for a person who must show
// why.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "rules/condition.hpp"

namespace softoptin::rules {

// How the rows behind the facts are called. No name may be a contact's address.
struct Names {
  std::string contact;
  std::string product;
  std::function<std::string(const Sale&)> sale;  // "sale 17 of 2026-03-15"
  std::function<std::string(const Sale&)> kind;  // "cancelled", as it is recorded.
  std::function<std::string(const Sale&)>
      organisations;  // "seller Quillmoor, product of Quillmoor"
  std::function<std::string(const Preference&)>
      preference;  // "opt_out of 2026-05-01 for the contact"
  std::function<std::string(const Assessment&)> assessment;  // "assessment approved 2026-01-10"
};

struct Finding {
  const Rule* rule;
  Truth met;
  std::string evidence;
};

// One finding a condition, in the order of the rule book. Allocates.
std::vector<Finding> explain(const Matter& matter, const Names& names);

}  // namespace softoptin::rules
