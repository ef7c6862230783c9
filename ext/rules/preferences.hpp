// Preferences: where a contact stands by the ledger of opt-outs and opt-ins
// (sql/reference/relations.md).
#pragma once

#include <span>

#include "rules/facts.hpp"

namespace softoptin::rules {

struct Standing {
  // unknown: the latest word is one whose state is NULL, so that it may have been an opt-out.
  enum class Word : std::uint8_t { none, unknown, opt_out, opt_in };
  Word word = Word::none;
  const Preference* entry = nullptr;  // The entry that decided.
};

// Where one ledger stands on the question: its latest covering entry at or before question.as_of.
Standing standing(Ledger ledger, const Question& question);

// Where the contact stands, its own ledger and those of contacts with the same address together:
// an opt-out in any of them is an opt-out, and only the contact's own opt-in is one.
Standing standing(std::span<const Ledger> ledgers, const Question& question);

}  // namespace softoptin::rules
