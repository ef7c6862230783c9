// Collection: how the contact's details were collected, in a sale and for the first time.
#pragma once

#include "rules/facts.hpp"

namespace softoptin::rules {

// What conditions 14 to 17 ask of one collection. The duty to offer an opt-out is that of the law
// on the day of the collection: where it had none, nothing is missing.
constexpr Truth collected_directly(const Sale& sale) { return sale.collected_directly; }
constexpr Truth not_preticked(const Sale& sale) { return opposite(sale.preticked); }
constexpr Truth not_refused(const Sale& sale) { return opposite(sale.refused); }
bool opt_out_had_to_be_offered(const Sale& sale, const Policy& policy);
inline Truth opt_out_offered(const Sale& sale, const Policy& policy) {
  const bool duty =
      policy.no_opt_out_at_collection.empty() || opt_out_had_to_be_offered(sale, policy);
  return duty ? sale.opt_out_offered : Truth::yes;
}

// The same of the contact's first collection, all that may have been it taken together. Each is
// yes where the policy does not ask for it.
struct FirstCollection {
  Truth directly = Truth::yes;
  Truth not_preticked = Truth::yes;
  Truth opt_out_offered = Truth::yes;
  Truth not_refused = Truth::yes;
};

// What the policy means by "initially collected" (GB: PECR reg. 22(3)(c)): a later sale does not
// cure what was missing when the organisation first obtained the details. Linear in the sales.
FirstCollection first_collection(const Question& question, const Facts& facts);

// The day of the first collection by that organisation, for that channel, of which the day can be
// read and is not after the day asked about.
std::optional<Day> first_day(const Question& question, const Facts& facts);

// Whether this row may have been the first collection: it is of the first day, or its day cannot
// be read; whatever its kind, it is or may be for the channel and by the organisation.
bool may_be_first(const Sale& sale, std::optional<Day> first_day, const Question& question);

}  // namespace softoptin::rules
