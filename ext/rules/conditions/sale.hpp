// Conditions on the sale, or its negotiation, itself: 10 to 13, 18 and 19.
// They, and those of conditions/collection.hpp, hold for one and the same sale.
#pragma once

#include "rules/condition.hpp"
#include "rules/window.hpp"

namespace softoptin::rules {

// Whether the policy accepts what the details were collected in.
constexpr Truth accepts(const Policy& policy, const Sale& sale) {
  const bool dated = sale.date_readable == Truth::yes;
  if (policy.collected_from && dated && sale.day < *policy.collected_from) return Truth::no;
  switch (sale.kind) {
    case Kind::sale:
      return policy.accepts_sale;
    case Kind::negotiation:
      return policy.accepts_negotiation[static_cast<std::size_t>(sale.trigger)];
    case Kind::free_account:
      return policy.accepts_free_account;
    case Kind::other:
      return Truth::no;
    case Kind::unknown:
      break;
  }
  return Truth::unknown;
}

// Sales after the day asked about are not known yet and never come here.
constexpr Rule no_sale{
    Condition::no_sale, "no_sale",
    "The details were collected, for this channel, in a sale or negotiation that the policy "
    "accepts, "
    "not after the day asked about.",
    "Directive 2002/58/EC art. 13(2): in the context of the sale of a product or a service; CJEU "
    "C-654/23 for free accounts",
    [](const Matter& matter) {
      if (!matter.facts.contact.exists) return Truth::unknown;
      if (matter.sale == nullptr) return Truth::no;
      return both(accepts(matter.facts.policy, *matter.sale),
                  reaches(matter.sale->channel, matter.question.channel));
    }};

constexpr Rule unreadable_date{
    Condition::unreadable_date, "unreadable_date", "The date of the sale can be read.",
    "Directive 2002/58/EC art. 13(2): without a date, neither the sale nor its window can be shown",
    [](const Matter& matter) {
      return matter.sale == nullptr ? Truth::unknown : matter.sale->date_readable;
    }};

constexpr Rule no_express_communication{
    Condition::no_express_communication, "no_express_communication",
    "For a negotiation, the person themselves communicated expressly.",
    "Directive 2002/58/EC art. 13(2), as the baseline reads \"in the context of the sale\"",
    [](const Matter& matter) {
      if (matter.sale == nullptr || matter.sale->kind == Kind::unknown) return Truth::unknown;
      if (matter.sale->kind != Kind::negotiation) return Truth::yes;
      return matter.sale->express_communication;
    }};

constexpr Rule other_organisation{
    Condition::other_organisation, "other_organisation",
    "The seller that collected the details is the organisation whose product it is.",
    "Directive 2002/58/EC art. 13(2): whoever obtained the details may use them, nobody else",
    [](const Matter& matter) {
      return matter.sale == nullptr ? Truth::unknown : matter.sale->same_organisation;
    }};

constexpr Rule not_similar{
    Condition::not_similar, "not_similar", "The product is similar to the one that was sold.",
    "Directive 2002/58/EC art. 13(2): direct marketing of its own similar products or services",
    [](const Matter& matter) {
      if (matter.sale == nullptr) return Truth::unknown;
      return matter.facts.policy.similar_required ? matter.sale->similar : Truth::yes;
    }};

constexpr Rule lapsed{
    Condition::lapsed, "lapsed", "The day asked about is within the window that the sale opened.",
    "The house's window (12 months unless set); S.I. No. 336/2011 (IE) reg. 13(11) is the model",
    [](const Matter& matter) {
      if (matter.sale == nullptr || matter.sale->date_readable != Truth::yes) return Truth::unknown;
      const auto last = window(matter.question, matter.facts, *matter.sale).last_day;
      return truth(!last || matter.question.as_of.day <= *last);
    }};

}  // namespace softoptin::rules
