// Condition: the stable codes, and what a rule of the rule book is made of.
//
// A code is the enumerator here, the reason in SQL, the heading in sql/reference/conditions.md and
// the name of its case file in tests/cases/. Its number never changes; new ones are appended.
#pragma once

#include <cstdint>
#include <string_view>

#include "rules/collection.hpp"
#include "rules/facts.hpp"
#include "rules/preferences.hpp"
#include "rules/truth.hpp"

namespace softoptin::rules {

enum class Condition : std::uint8_t {
  unknown_contact = 1,
  unknown_product = 2,
  third_party_product = 3,
  non_commercial = 4,
  no_address = 5,
  unknown_jurisdiction = 6,
  no_soft_optin = 7,
  channel_not_covered = 8,
  opted_out = 9,
  no_sale = 10,
  unreadable_date = 11,
  no_express_communication = 12,
  other_organisation = 13,
  not_collected_directly = 14,
  preticked_box = 15,
  no_opt_out_offered = 16,
  refused_at_collection = 17,
  not_similar = 18,
  lapsed = 19,
  no_assessment = 20,
  assessment_overdue = 21,
  register_not_checked = 22,
  no_opt_out_in_message = 23,  // Of a message already sent; the audit alone asks it.
};

// What one rule is asked about: the question, the facts, what they come to, and the sale under
// test.
struct Matter {
  const Question& question;
  const Facts& facts;
  Standing standing;             // Of the contact, on the question.
  const Assessment* assessment;  // In force; nothing when there is none.
  FirstCollection first;         // Where the policy asks for it.
  const Sale* sale = nullptr;    // Nothing when no sale is recorded up to the day asked about.
};

// One condition: the words of its requirement, the authority for them, and the test of whether it
// is met. The code names what is wrong when it is not.
struct Rule {
  Condition code;
  std::string_view name;
  std::string_view requirement;
  std::string_view citation;
  Truth (*met)(const Matter&);
};

}  // namespace softoptin::rules
