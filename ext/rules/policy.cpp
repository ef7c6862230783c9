#include "rules/policy.hpp"

namespace softoptin::rules {

const Policy& baseline() {
  static constexpr Policy policy{
      .name = "baseline",
      .version = "2026-11-24",
      .citation =
          "Directive 2002/58/EC art. 13(2), art. 2(h); Regulation (EU) 2016/679 art. 21(2)-(3)",
      .covers_the_day = Truth::yes,
      .offered_to_individuals = Truth::yes,
      .offered_to_corporates = Truth::yes,
      .channels = {Truth::yes, Truth::yes, Truth::yes, Truth::yes, Truth::yes},
      .accepts_sale = Truth::yes,
      .accepts_negotiation = Truth::yes,
      // CJEU C-654/23 accepts a free account that opens paid offers, and leaves purely free ones
      // open. Which of the two an account is, the facts do not say: conditional, so it does not
      // allow.
      .accepts_free_account = Truth::unknown,
      .window_from_sale = std::nullopt,
      .window_from_negotiation = std::nullopt,
      .window_rolls = false,
      .not_required_for_individuals = Truth::no,
      .not_required_for_corporates = Truth::no,
      .registers_screened = Truth::yes,
  };
  return policy;
}

}  // namespace softoptin::rules
