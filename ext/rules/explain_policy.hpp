// Explain policy: what a condition rests on in the policy that decides, in words.
#pragma once

#include <string>

#include "rules/condition.hpp"
#include "rules/explain.hpp"

namespace softoptin::rules {

// "policy IE, version 2026-11-24"; where none decides, why not.
std::string about_policy(const Matter& matter);

// The evidence of the conditions on the policy itself: 6, 7, 8 and 22.
std::string about_coverage(const Matter& matter);
std::string about_subscriber(const Matter& matter);
std::string about_channel(const Matter& matter);
std::string about_registers(const Matter& matter);

// What the policy adds to the evidence of a condition on the sale: what it says of the kind, that
// it does not ask for something, whence a window comes, what was missing at the first collection,
// and what of it the house has chosen. Empty, or "; " and words.
std::string by_the_policy(Condition code, const Matter& matter, const Names& names);

}  // namespace softoptin::rules
