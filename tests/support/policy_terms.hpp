// Policy terms: a policy for one case, written as what it says otherwise than the baseline.
#pragma once

#include "rules/policy.hpp"
#include "support/yaml.hpp"

namespace softoptin::tests {

// `terms` on top of `policy`. Its keys are the members of rules::Policy:
//   yes, no or unknown     covers_the_day, offered_to_individuals, offered_to_corporates,
//   accepts_sale,
//                          accepts_negotiation, accepts_free_account, not_required_for_individuals,
//                          not_required_for_corporates, registers_screened
//   a number of months     window_from_sale, window_from_negotiation (0: no window)
//   true or false          window_rolls
//   channels               {email: yes, sms: unknown, ...}
rules::Policy with_terms(rules::Policy policy, const YAML::Node& terms);

}  // namespace softoptin::tests
