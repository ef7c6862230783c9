// The condition on what the person has said: 9. preferences.hpp tells who stands where.
#pragma once

#include "rules/condition.hpp"

namespace softoptin::rules {

constexpr Rule opted_out{Condition::opted_out, "opted_out", "No opt-out is in force.",
                         "Directive 2002/58/EC art. 13(2); Regulation (EU) 2016/679 art. 21(2)-(3)",
                         [](const Matter& matter) {
                           if (!matter.facts.contact.exists) return Truth::unknown;
                           if (matter.standing.word == Standing::Word::unknown)
                             return Truth::unknown;
                           return truth(matter.standing.word != Standing::Word::opt_out);
                         }};

}  // namespace softoptin::rules
