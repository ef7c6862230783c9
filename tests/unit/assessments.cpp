// The legitimate-interest assessment in force, and until when.
#include "rules/assessment.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "lawful_contact.hpp"

namespace softoptin::rules {
namespace {

Assessment approved(std::string_view at) { return assessment(Truth::yes, at); }
Assessment rejected(std::string_view at) { return assessment(Truth::no, at); }
Assessment undecided(std::string_view at) { return assessment(Truth::unknown, at); }

constexpr std::ptrdiff_t nothing = -1;

struct InForce {
  std::string why;
  std::vector<Assessment> assessments;
  std::ptrdiff_t decides;  // Which of them, or nothing.
  const char* as_of = "2026-09-01";
};

void PrintTo(const InForce& example, std::ostream* out) { *out << example.why; }

class Assessments : public testing::TestWithParam<InForce> {};

std::ptrdiff_t place_in_force(std::vector<Assessment> assessments, const char* as_of) {
  LawfulContact asked;
  asked.question.as_of = moment(as_of);
  asked.assessments = std::move(assessments);
  return asked.consider([](const Matter& matter) {
    return matter.assessment == nullptr ? nothing
                                        : matter.assessment - matter.facts.assessments.data();
  });
}

TEST_P(Assessments, in_force_are_the_latest) {
  const auto& [why, assessments, decides, as_of] = GetParam();
  EXPECT_EQ(place_in_force(assessments, as_of), decides);
  const auto last = static_cast<std::ptrdiff_t>(assessments.size()) - 1;
  const std::vector<Assessment> reversed(assessments.rbegin(), assessments.rend());
  EXPECT_EQ(place_in_force(reversed, as_of), decides == nothing ? nothing : last - decides)
      << "the order of rows means nothing";
}

INSTANTIATE_TEST_SUITE_P(
    by_time, Assessments,
    testing::Values(
        InForce{"there is none", {}, nothing},
        InForce{"the latest decides", {approved("2025-01-10"), approved("2026-01-10")}, 1},
        InForce{"whatever its outcome", {approved("2025-01-10"), rejected("2026-01-10")}, 1},
        InForce{
            "an approval answers a rejection", {rejected("2025-01-10"), approved("2026-01-10")}, 1},
        InForce{"decided on the day asked about", {approved("2026-09-01")}, 0},
        InForce{"later that day, for a day asked about as an instant",
                {approved("2026-09-01T18:00Z")},
                0,
                "2026-09-01T08:00Z"},
        InForce{"decided after it: not known yet", {approved("2026-09-02")}, nothing},
        InForce{"a later rejection is not known yet either",
                {approved("2026-01-10"), rejected("2026-09-02")},
                0},
        InForce{
            "decided at no date that can be read", {approved(""), approved("10/01/2026")}, nothing},
        InForce{"by instant where there is a time",
                {rejected("2026-01-10T09:00Z"), approved("2026-01-10T10:00Z")},
                1}));

INSTANTIATE_TEST_SUITE_P(
    at_a_tie, Assessments,
    testing::Values(
        InForce{"the one not approved", {approved("2026-01-10"), rejected("2026-01-10")}, 1},
        InForce{"at the same instant too",
                {approved("2026-01-10T09:00Z"), rejected("2026-01-10T09:00Z")},
                1},
        InForce{"the one not known to be approved",
                {approved("2026-01-10"), undecided("2026-01-10")},
                1},
        InForce{"a rejection of a day stands at its end",
                {approved("2026-01-10T23:59Z"), rejected("2026-01-10")},
                1},
        InForce{"an approval of a day at its start",
                {approved("2026-01-10"), rejected("2026-01-10T00:01Z")},
                1},
        InForce{"of two approvals the one whose review falls due first",
                {reviewed_by(approved("2026-01-10"), "2026-12-31"),
                 reviewed_by(approved("2026-01-10"), "2026-06-30")},
                1}));

Assessment covering(Assessment assessment, Truth covers) {
  assessment.covers = covers;
  return assessment;
}

INSTANTIATE_TEST_SUITE_P(by_coverage, Assessments,
                         testing::Values(InForce{"an approval of other products",
                                                 {covering(approved("2026-01-10"), Truth::no)},
                                                 nothing},
                                         InForce{"an approval of nobody knows what",
                                                 {covering(approved("2026-01-10"), Truth::unknown)},
                                                 nothing},
                                         InForce{"a rejection that may be about the product",
                                                 {approved("2026-01-10"),
                                                  covering(rejected("2026-02-10"), Truth::unknown)},
                                                 1},
                                         InForce{"a rejection about other products",
                                                 {approved("2026-01-10"),
                                                  covering(rejected("2026-02-10"), Truth::no)},
                                                 0}));

Assessment with_unreadable_review(Assessment assessment) {
  assessment.review = Assessment::Review::unreadable;
  return assessment;
}

TEST(assessments, at_a_tie_with_one_whose_review_cannot_be_read_are_overdue) {
  const Assessment readable = reviewed_by(approved("2026-01-10"), "2027-01-10");
  const Assessment unreadable = with_unreadable_review(approved("2026-01-10"));
  EXPECT_EQ(place_in_force({readable, unreadable}, "2026-09-01"), 1);
  EXPECT_EQ(place_in_force({unreadable, readable}, "2026-09-01"), 0);
  EXPECT_EQ(place_in_force({unreadable, unreadable}, "2026-09-01"), 0);
}

TEST(assessments, that_are_alike_are_told_apart_by_their_order) {
  const Assessment alike = reviewed_by(approved("2026-01-10"), "2027-01-10");
  EXPECT_EQ(place_in_force({alike, alike}, "2026-09-01"), 0);
  EXPECT_EQ(place_in_force({rejected("2026-01-10"), rejected("2026-01-10")}, "2026-09-01"), 0);
}

TEST(reviews, are_due_on_their_day_or_twelve_months_after_approval) {
  EXPECT_EQ(review_due(reviewed_by(approved("2026-01-10"), "2026-06-30")), day("2026-06-30"));
  EXPECT_EQ(review_due(approved("2026-01-10T15:00Z")), day("2027-01-10"));
  EXPECT_EQ(review_due(approved("2028-02-29")), day("2029-02-28"));
}

TEST(reviews, at_a_date_that_cannot_be_read_are_overdue) {
  LawfulContact asked;
  asked.assessments = {with_unreadable_review(asked.assessments.front())};
  EXPECT_EQ(review_due(asked.assessments.front()), std::nullopt);
  EXPECT_EQ(asked.decide().unmet, Condition::assessment_overdue);
  EXPECT_EQ(asked.decide().expires, std::nullopt);
}

TEST(reviews, are_not_overdue_on_their_day) {
  LawfulContact asked;
  asked.assessments = {reviewed_by(approved("2026-01-10"), "2026-09-01")};
  EXPECT_TRUE(asked.decide().eligible());
  asked.question.as_of = moment("2026-09-02");
  EXPECT_EQ(asked.decide().unmet, Condition::assessment_overdue);
  asked.question.as_of = moment("2026-09-01T23:59Z");
  EXPECT_TRUE(asked.decide().eligible());
}

}  // namespace
}  // namespace softoptin::rules
