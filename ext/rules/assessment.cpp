#include "rules/assessment.hpp"

namespace softoptin::rules {
namespace {

bool counts(const Assessment& assessment, Day day) {
  if (!assessment.approved_at || assessment.approved_at->day > day) return false;
  if (assessment.approved == Truth::yes) return assessment.covers == Truth::yes;
  return assessment.covers != Truth::no;
}

// A date alone: an approval counts from the day's start, any other outcome stands at its end.
Place place(const Assessment& assessment) {
  const Moment& at = *assessment.approved_at;
  return assessment.approved == Truth::yes ? at.from_start() : at.at_end();
}

// At a tie the one not approved, and of two approvals the one whose review falls due first.
bool stricter(const Assessment& left, const Assessment& right) {
  if (left.approved != right.approved) return right.approved == Truth::yes;
  const auto left_due = review_due(left);
  const auto right_due = review_due(right);
  if (!left_due || !right_due) return !left_due && right_due;
  return *left_due < *right_due;
}

}  // namespace

const Assessment* assessment_in_force(const Question& question, const Facts& facts) {
  const Assessment* latest = nullptr;
  for (const Assessment& candidate : facts.assessments) {
    if (!counts(candidate, question.as_of.day)) continue;
    if (latest == nullptr || place(candidate) > place(*latest) ||
        (place(candidate) == place(*latest) && stricter(candidate, *latest))) {
      latest = &candidate;
    }
  }
  return latest;
}

std::optional<Day> review_due(const Assessment& assessment) {
  switch (assessment.review) {
    case Assessment::Review::given:
      return assessment.review_due;
    case Assessment::Review::not_given:
      return months_later(assessment.approved_at->day, Months{12});
    case Assessment::Review::unreadable:
      break;
  }
  return std::nullopt;
}

}  // namespace softoptin::rules
