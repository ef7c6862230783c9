// Policies: contacts about whom none decides, because their country is not known or because nobody
// has settled what is open in its policy; and choices that are about no contact.
#include "facts/check/list.hpp"

namespace softoptin::facts::check {
namespace {

using enum Severity;
using rules::Jurisdiction;

void check_country(Ground& ground) {
  const Met unknown = ground.law().contacts_of(Jurisdiction::not_known);
  if (!ground.law().by_country() || unknown.rows == 0) return;
  const bool there = ground.has(contacts::relation, "country");
  ground.add({warning, contacts::relation.name, "no_country", unknown.rows, unknown.example,
              there ? "Write the code of the contact's country in country, where it is NULL or "
                      "blank: until then no policy decides about these contacts, and none of them "
                      "is eligible."
                    : "Add a column country to soft_optin_contacts, with the code of ISO 3166-1 "
                      "alpha-2 such as IE: without it no policy decides about any contact, and "
                      "nobody is eligible."});
}

// What somebody has to settle before the row allows anything.
std::string open_in(const rules::PolicyRow& row) {
  const bool low = row.confidence == rules::Confidence::low;
  if (row.valid_from) return "confidence";
  return low ? "valid_from and confidence" : "valid_from";
}

void check_policy(Ground& ground, Jurisdiction country) {
  const rules::Policy& policy = ground.law().policy(country);
  if (policy.coverage != rules::Coverage::not_settled) return;
  // Settled or not, it allows nothing.
  if (policy.row->soft_optin == rules::SoftOptIn::no) return;
  const Met met = ground.law().contacts_of(country);
  ground.add(
      {warning, contacts::relation.name, "unsettled_policy", met.rows, met.example,
       "Look at policy " + std::string{policy.row->policy} +
           " in soft_optin_policies, and settle in soft_optin_policy_choices what is open: " +
           open_in(*policy.row) +
           ". It allows nothing before somebody has, and none of these contacts is "
           "eligible."});
}

void check_unused_choices(Ground& ground) {
  // Whose country is read in vain, or not at all, is told above.
  for (const auto& [country, met] : ground.law().choices()) {
    if (ground.law().contacts_of(country).rows > 0) continue;
    ground.add({note, policy_choices::relation.name, "choice_without_contacts", met.rows,
                met.example,
                "Correct jurisdiction if another one is meant: no contact is judged by a policy of "
                "that one, so that these choices decide nothing."});
  }
}

}  // namespace

void check_policies(Ground& ground) {
  if (!ground.law().national() || !ground[contacts::relation].readable) return;
  check_country(ground);
  for (const Jurisdiction country : ground.law().in_use()) check_policy(ground, country);
  check_unused_choices(ground);
}

}  // namespace softoptin::facts::check
