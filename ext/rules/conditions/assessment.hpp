// Conditions on the legitimate-interest assessment: 20 and 21. The setting require_assessment = 0
// meets both (CJEU C-654/23: where art. 13(2) applies, art. 6 GDPR need not be met besides).
#pragma once

#include "rules/assessment.hpp"
#include "rules/condition.hpp"

namespace softoptin::rules {

constexpr Rule no_assessment{
    Condition::no_assessment, "no_assessment",
    "An approved legitimate-interest assessment that covers the product is in force.",
    "Regulation (EU) 2016/679 art. 6(1)(f)", [](const Matter& matter) {
      if (!matter.facts.house.require_assessment) return Truth::yes;
      return matter.assessment == nullptr ? Truth::no : matter.assessment->approved;
    }};

constexpr Rule assessment_overdue{
    Condition::assessment_overdue, "assessment_overdue", "Its review is not overdue.",
    "Regulation (EU) 2016/679 art. 5(2) and 6(1)(f): the assessment is reviewed regularly",
    [](const Matter& matter) {
      if (!matter.facts.house.require_assessment) return Truth::yes;
      const Assessment* assessment = matter.assessment;
      if (assessment == nullptr || assessment->approved != Truth::yes) return Truth::unknown;
      const auto due = review_due(*assessment);
      return truth(due && matter.question.as_of.day <= *due);
    }};

}  // namespace softoptin::rules
