// Policy choices: what the house has decided where the sources leave it open, or more strictly than
// they say (soft_optin_policy_choices).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "rules/policy_parameter.hpp"

namespace softoptin::rules {

// One row of soft_optin_policy_choices, as it is written; a NULL is an empty text.
struct PolicyChoice {
  std::string jurisdiction;  // GB for the commercial rows, GB charity for those.
  std::string parameter;     // A column of soft_optin_policies.
  std::string value;
  std::string reason;
  std::string decided_by;
  std::optional<Day> decided_on;  // From decided_at; nothing where that is NULL or unreadable.
};

// A choice that was found to be one that a house may make.
struct TakenChoice {
  PolicyChoice written;
  const PolicyParameter* parameter;
  std::int64_t latitude;
};

// Which rows a choice is about; of a span of rows, whose order stays.
struct ChoiceScope {
  std::string_view jurisdiction;  // ISO code, in capitals as the rows have it.
  Variant variant;
  [[nodiscard]] bool has(const PolicyRow& row) const {
    return row.jurisdiction == jurisdiction && row.variant == name(variant);
  }
};

// The rows that the word is about, or nothing where none is: `GB`, `GB charity`, in any case.
std::optional<ChoiceScope> choice_scope(std::string_view word, std::span<const PolicyRow> rows);

// What is wrong with the choice, as a sentence that says what to write; nothing where a house may
// make it: each field says something, and the value tightens what a row says, settles what it
// leaves open, or repeats it, for at least one of the rows that it is about.
// The sentence repeats no value, reason or name of a person.
std::optional<std::string> fault_of(const PolicyChoice& choice, std::span<const PolicyRow> rows);

// Whether that row lets the house choose this: its value is not settled, or not stricter.
bool may_choose(const PolicyRow& row, const PolicyParameter& parameter, std::int64_t latitude);

// The row as it is with those choices.
PolicyRow with_choices(const PolicyRow& row, std::span<const TakenChoice* const> choices);

// The choices, of those about one scope, that are in force on the day: for each parameter the
// latest decided by then, and of several on one day the strictest. Allocates.
std::vector<const TakenChoice*> in_force(std::span<const TakenChoice* const> choices, Day day);

}  // namespace softoptin::rules
