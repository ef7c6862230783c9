#include "rules/audit.hpp"

#include "rules/rule_book.hpp"

namespace softoptin::rules {

Verdict judge(const Decision& decision, Truth own_message, Truth opt_out_included) {
  if (decision.basis == Basis::none) return {false, name(*decision.unmet), Basis::none};
  if (own_message != Truth::yes) {
    return {false, name(Condition::other_organisation), decision.basis};
  }
  if (opt_out_included != Truth::yes) return {false, no_opt_out_in_message.name, decision.basis};
  return {true, "eligible", decision.basis};
}

}  // namespace softoptin::rules
