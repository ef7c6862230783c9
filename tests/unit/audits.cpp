// Audits: was a message lawful when it was sent?
#include "rules/audit.hpp"

#include <gtest/gtest.h>

#include "lawful_contact.hpp"

namespace softoptin::rules {
namespace {

constexpr auto yes = Truth::yes;
constexpr auto no = Truth::no;
constexpr auto unknown = Truth::unknown;

void expect_verdict(const Verdict& verdict, bool lawful, std::string_view reason, Basis basis) {
  EXPECT_EQ(verdict.lawful, lawful);
  EXPECT_EQ(verdict.reason, reason);
  EXPECT_EQ(verdict.basis, basis);
}

TEST(audits, find_a_message_lawful_that_might_be_sent_and_offered_the_opt_out) {
  const Decision decision = LawfulContact{}.decide();
  expect_verdict(judge(decision, yes, yes), true, "eligible", Basis::soft_opt_in);
}

TEST(audits, ask_each_message_for_its_opt_out_and_its_sender) {
  const Decision decision = LawfulContact{}.decide();
  for (const Truth offered : {no, unknown}) {
    expect_verdict(judge(decision, yes, offered), false, "no_opt_out_in_message",
                   Basis::soft_opt_in);
  }
  for (const Truth own : {no, unknown}) {
    expect_verdict(judge(decision, own, yes), false, "other_organisation", Basis::soft_opt_in);
    expect_verdict(judge(decision, own, no), false, "other_organisation", Basis::soft_opt_in);
  }
}

TEST(audits, give_the_reason_of_the_decision_where_there_was_no_basis) {
  LawfulContact asked;
  asked.ledgers = {{opt_out("2026-06-30")}};
  expect_verdict(judge(asked.decide(), yes, yes), false, "opted_out", Basis::none);
  expect_verdict(judge(asked.decide(), no, no), false, "opted_out", Basis::none);
}

TEST(audits, need_no_sale_where_there_was_consent_but_still_an_opt_out) {
  LawfulContact asked;
  asked.sales.clear();
  asked.ledgers = {{opt_in("2026-06-30")}};
  expect_verdict(judge(asked.decide(), yes, yes), true, "eligible", Basis::consent);
  expect_verdict(judge(asked.decide(), yes, no), false, "no_opt_out_in_message", Basis::consent);
}

TEST(audits, ask_a_duty_that_is_no_rule_of_the_rule_book) {
  EXPECT_EQ(no_opt_out_in_message.code, Condition::no_opt_out_in_message);
  EXPECT_EQ(static_cast<int>(no_opt_out_in_message.code), 23) << "a published number never changes";
}

}  // namespace
}  // namespace softoptin::rules
