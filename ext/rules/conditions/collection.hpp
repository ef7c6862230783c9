// Conditions on how the details were collected in that sale: 14 to 17. Where the policy says
// "initially collected" (GB), they must hold at the first collection too.
#pragma once

#include "rules/condition.hpp"

namespace softoptin::rules {

constexpr Rule not_collected_directly{
    Condition::not_collected_directly, "not_collected_directly",
    "The details came directly from the person, not from a third party.",
    "Directive 2002/58/EC art. 13(2): contact details obtained from customers, not from others",
    [](const Matter& matter) {
      if (matter.sale == nullptr) return Truth::unknown;
      return both(collected_directly(*matter.sale), matter.first.directly);
    }};

constexpr Rule preticked_box{
    Condition::preticked_box, "preticked_box", "No pre-ticked box carried the person's choice.",
    "CJEU C-673/17 (Planet49); Regulation (EU) 2016/679 recital 32", [](const Matter& matter) {
      if (matter.sale == nullptr) return Truth::unknown;
      return both(not_preticked(*matter.sale), matter.first.not_preticked);
    }};

constexpr Rule no_opt_out_offered{
    Condition::no_opt_out_offered, "no_opt_out_offered",
    "A clear, free and easy opt-out was offered when the details were collected.",
    "Directive 2002/58/EC art. 13(2): clearly and distinctly are given the opportunity to object, "
    "free of charge and in an easy manner",
    [](const Matter& matter) {
      if (matter.sale == nullptr) return Truth::unknown;
      return both(opt_out_offered(*matter.sale, matter.facts.policy), matter.first.opt_out_offered);
    }};

constexpr Rule refused_at_collection{
    Condition::refused_at_collection, "refused_at_collection",
    "The person did not use the opt-out then.",
    "Directive 2002/58/EC art. 13(2); Regulation (EU) 2016/679 art. 21(2)-(3)",
    [](const Matter& matter) {
      if (matter.sale == nullptr) return Truth::unknown;
      return both(not_refused(*matter.sale), matter.first.not_refused);
    }};

}  // namespace softoptin::rules
