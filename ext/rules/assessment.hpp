// Assessments: which legitimate-interest assessment is in force, and until when.
#pragma once

#include "rules/facts.hpp"

namespace softoptin::rules {

// "Of those approved (decided) not after the day asked about that cover the product's category and
// organisation, the latest decides; at a tie the one not approved." Nothing when there is none.
// An approval must surely cover the product; one not approved counts where it may.
// An assessment whose approved_at is NULL or unreadable is not known to be decided and does not
// count.
const Assessment* assessment_in_force(const Question& question, const Facts& facts);

// The last day on which its review is not overdue: review_due_at itself, or 12 months after
// approval where it is NULL. Nothing when review_due_at cannot be read, which is overdue.
std::optional<Day> review_due(const Assessment& assessment);

}  // namespace softoptin::rules
