// Decide: one question about one contact, answered.
#pragma once

#include <optional>
#include <string_view>

#include "rules/condition.hpp"

namespace softoptin::rules {

// On what ground marketing may be sent; `none`: do not send.
enum class Basis : std::uint8_t { none, consent, soft_opt_in, not_required };
constexpr std::string_view name(Basis basis) {
  constexpr std::array<std::string_view, 4> names = {"", "consent", "soft_opt_in", "not_required"};
  return names[static_cast<std::size_t>(basis)];
}

struct Decision {
  std::optional<Condition> unmet;  // The first condition not met; nothing: eligible.
  Basis basis = Basis::none;
  // The last day on which the answer stays yes on the facts known; nothing when it is no, or
  // without end.
  std::optional<Day> expires;
  // The sale that decided: of those that meet every condition the one that carries the answer
  // longest, else the one that got furthest, the most recent of these. Nothing when none is
  // recorded.
  const Sale* sale = nullptr;

  [[nodiscard]] bool eligible() const { return !unmet; }
};

// What the rules are asked about, once for all of them: the contact's standing, the assessment in
// force and the sale that decides. The result points into `question` and `facts`.
Matter consider(const Question& question, const Facts& facts);

// The decision on what was considered. No heap, no error; linear in the sales, preferences,
// messages and assessments of the contact.
Decision decide(const Matter& matter);

}  // namespace softoptin::rules
