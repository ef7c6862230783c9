#include "rules/policy.hpp"

#include <algorithm>

namespace softoptin::rules {
namespace {

// "Only `yes` allows; `no`, `unknown`, `disputed` and `conditional` do not": no is known to be one,
// of the others nobody can tell.
Truth allows(Said said) {
  if (said == Said::yes) return Truth::yes;
  return said == Said::no ? Truth::no : Truth::unknown;
}

// A negotiation of which nobody recorded what it was counts where each kind does.
std::array<Truth, trigger_names.size()> negotiations(Truth enquiry, Truth quote, Truth free_trial) {
  const bool alike = enquiry == quote && quote == free_trial;
  return {alike ? enquiry : Truth::unknown, enquiry, quote, free_trial};
}

// "`not_required` only where the record says that consent is not needed for them; otherwise the
// same test as for individuals; unknown = as individuals."
SubscriberTerms terms(const PolicyRow& row, Subscriber subscriber) {
  const bool exempt =
      subscriber == Subscriber::corporate && row.corporates == Corporates::not_required;
  return {.offered = truth(row.soft_optin == SoftOptIn::yes && !exempt),
          .not_required = truth(row.soft_optin == SoftOptIn::not_needed || exempt),
          .screening = {}};
}

}  // namespace

const Policy& baseline() {
  static constexpr SubscriberTerms anybody{
      .offered = Truth::yes, .not_required = Truth::no, .screening = {}};
  static constexpr Policy policy{
      .name = "baseline",
      .version = "2026-11-24",
      .citation =
          "Directive 2002/58/EC art. 13(2), art. 2(h); Regulation (EU) 2016/679 art. 21(2)-(3)",
      .coverage = Coverage::covered,
      .covers_the_day = Truth::yes,
      .last_day = std::nullopt,
      .for_charities = false,
      .subscribers = {anybody, anybody},
      .channels = {Truth::yes, Truth::yes, Truth::yes, Truth::yes, Truth::yes},
      .accepts_sale = Truth::yes,
      .accepts_negotiation = {Truth::yes, Truth::yes, Truth::yes, Truth::yes},
      // CJEU C-654/23 accepts a free account that opens paid offers, and leaves purely free ones
      // open. Which of the two an account is, the facts do not say: conditional, so it does not
      // allow.
      .accepts_free_account = Truth::unknown,
      .collected_from = std::nullopt,
      .initially_collected = false,
      .window_from_sale = std::nullopt,
      .window_from_negotiation = std::nullopt,
      .window_rolls = false,
      .similar_required = true,
      .no_opt_out_at_collection = {},
      .row = nullptr,
      .registers = {},
      .choices = {},
  };
  return policy;
}

Policy no_policy(Coverage coverage, const PolicyRow* row) {
  const bool nobody_can_tell =
      coverage == Coverage::country_not_known || coverage == Coverage::not_settled;
  const SubscriberTerms nothing_known{.offered = Truth::unknown,
                                      .not_required = Truth::unknown,
                                      .screening = {Truth::unknown, std::nullopt}};
  Policy policy{};  // Each Truth in it is unknown.
  policy.coverage = coverage;
  policy.covers_the_day = nobody_can_tell ? Truth::unknown : Truth::no;
  policy.subscribers = {nothing_known, nothing_known};
  policy.similar_required = true;
  policy.row = row;
  return policy;
}

Policy policy_of(const PolicyRow& row) {
  Policy policy{};
  policy.name = row.policy;
  policy.citation = row.citation;
  policy.coverage = Coverage::covered;
  policy.covers_the_day = Truth::yes;
  policy.last_day = row.valid_to;
  policy.for_charities = row.variant == name(Variant::charity);
  for (const auto subscriber : {Subscriber::individual, Subscriber::corporate}) {
    policy.of(subscriber) = terms(row, subscriber);
  }
  std::ranges::transform(row.channels, policy.channels.begin(), allows);
  policy.accepts_sale = allows(row.completed_sale);
  policy.accepts_negotiation =
      negotiations(allows(row.enquiry), allows(row.quote), allows(row.free_trial));
  policy.accepts_free_account = allows(row.free_account);
  policy.collected_from = row.collected_from;
  policy.initially_collected = row.initially_collected;
  policy.window_from_sale = row.window_from_sale;
  policy.window_from_negotiation = row.window_from_enquiry;
  policy.window_rolls = row.window_rolls;
  policy.similar_required = row.similar_required != Said::no;
  policy.row = &row;
  return policy;
}

}  // namespace softoptin::rules
