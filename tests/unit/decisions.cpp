// Decisions: which sale decides, until when a yes lasts, and on what basis marketing may be sent.
#include "rules/decide.hpp"

#include <gtest/gtest.h>

#include "lawful_contact.hpp"

namespace softoptin::rules {
namespace {

Sale without_opt_out(Sale sale) {
  sale.opt_out_offered = Truth::no;
  return sale;
}

Sale of_kind(Kind kind, Sale sale) {
  sale.kind = kind;
  return sale;
}

Sale without_date(Sale sale) {
  sale.date_readable = Truth::no;
  sale.day = Day{date::sys_days{}};
  return sale;
}

// Which of the sales decides: its place, or none.
std::ptrdiff_t deciding_place(const LawfulContact& asked) {
  const Sale* sale = asked.decide().sale;
  return sale == nullptr ? -1 : sale - asked.sales.data();
}

TEST(decisions, on_the_lawful_contact_are_yes) {
  const Decision decision = LawfulContact{}.decide();
  EXPECT_TRUE(decision.eligible());
  EXPECT_EQ(decision.unmet, std::nullopt);
  EXPECT_EQ(decision.basis, Basis::soft_opt_in);
  EXPECT_EQ(decision.expires, day("2027-01-10"));
}

TEST(decisions, name_the_first_condition_not_met) {
  LawfulContact asked;
  asked.product.own = Truth::no;
  asked.contact.has_address = false;
  asked.assessments.clear();
  EXPECT_EQ(asked.decide().unmet, Condition::third_party_product);
  asked.product.own = Truth::yes;
  EXPECT_EQ(asked.decide().unmet, Condition::no_address);
  asked.contact.has_address = true;
  EXPECT_EQ(asked.decide().unmet, Condition::no_assessment);
}

TEST(decisions, on_nothing_at_all_are_no) {
  LawfulContact nobody;
  nobody.contact = {};
  nobody.product = {};
  nobody.categories.clear();
  nobody.sales.clear();
  nobody.ledgers.clear();
  nobody.assessments.clear();
  const Decision decision = nobody.decide();
  EXPECT_EQ(decision.unmet, Condition::unknown_contact);
  EXPECT_EQ(decision.basis, Basis::none);
  EXPECT_EQ(decision.expires, std::nullopt);
  EXPECT_EQ(decision.sale, nullptr);
}

// Each day around the two ends of the window: before it opens, on its first and last day, and
// after.
TEST(decisions, are_yes_from_the_day_of_the_sale_to_the_last_day) {
  LawfulContact asked;
  asked.house.require_assessment = false;
  const auto unmet_on = [&](std::string_view as_of) {
    asked.question.as_of = moment(as_of);
    return asked.decide().unmet;
  };
  EXPECT_EQ(unmet_on("2026-03-14"), Condition::no_sale);
  EXPECT_EQ(unmet_on("2026-03-15"), std::nullopt);
  EXPECT_EQ(unmet_on("2027-03-14"), std::nullopt);
  EXPECT_EQ(unmet_on("2027-03-15"), std::nullopt);
  EXPECT_EQ(unmet_on("2027-03-15T23:59:59.999999Z"), std::nullopt);
  EXPECT_EQ(unmet_on("2027-03-16"), Condition::lapsed);
  asked.house.boundary = WindowBoundary::exclusive;
  EXPECT_EQ(unmet_on("2027-03-14"), std::nullopt);
  EXPECT_EQ(unmet_on("2027-03-15"), Condition::lapsed);
}

TEST(sales, of_the_day_asked_about_count_and_later_ones_are_not_known) {
  LawfulContact asked;
  asked.sales = {lawful_sale("2026-09-02")};
  EXPECT_EQ(asked.decide().unmet, Condition::no_sale);
  EXPECT_EQ(asked.decide().sale, nullptr);
  asked.question.as_of = moment("2026-09-02T00:00Z");
  EXPECT_TRUE(asked.decide().eligible()) << "sales compare by civil day";
}

TEST(sales, must_meet_every_condition_each_by_itself) {
  LawfulContact asked;
  Sale dissimilar = lawful_sale("2026-05-01");
  dissimilar.similar = Truth::no;
  asked.sales = {without_opt_out(lawful_sale("2026-04-01")), dissimilar};
  EXPECT_EQ(asked.decide().unmet, Condition::not_similar) << "two halves make no whole";
  asked.sales.push_back(lawful_sale("2026-03-15"));
  EXPECT_TRUE(asked.decide().eligible()) << "any one suffices";
  EXPECT_EQ(deciding_place(asked), 2);
}

TEST(sales, that_got_furthest_give_the_reason) {
  LawfulContact asked;
  asked.sales = {of_kind(Kind::other, lawful_sale("2026-08-01")),
                 without_opt_out(lawful_sale("2026-04-01")), lawful_sale("2024-01-01")};
  EXPECT_EQ(asked.decide().unmet, Condition::lapsed);
  EXPECT_EQ(deciding_place(asked), 2);
  asked.sales.pop_back();
  EXPECT_EQ(asked.decide().unmet, Condition::no_opt_out_offered);
  EXPECT_EQ(deciding_place(asked), 1);
}

TEST(sales, that_got_equally_far_give_way_to_the_most_recent) {
  LawfulContact asked;
  asked.sales = {without_opt_out(lawful_sale("2026-02-01")),
                 without_opt_out(lawful_sale("2026-08-01")),
                 without_opt_out(lawful_sale("2026-04-01"))};
  EXPECT_EQ(deciding_place(asked), 1);
}

TEST(sales, that_are_alike_are_told_apart_by_their_order) {
  LawfulContact asked;
  asked.sales = {lawful_sale("2026-03-15"), lawful_sale("2026-03-15")};
  EXPECT_EQ(deciding_place(asked), 0);
  asked.sales = {without_opt_out(lawful_sale("2026-03-15")),
                 without_opt_out(lawful_sale("2026-03-15"))};
  EXPECT_EQ(deciding_place(asked), 0);
  asked.sales = {without_date(lawful_sale("2026-03-15")), without_date(lawful_sale("2026-03-15"))};
  EXPECT_EQ(deciding_place(asked), 0);
}

TEST(sales, that_last_equally_long_give_way_to_the_most_recent) {
  LawfulContact asked;
  asked.house.require_assessment = false;
  asked.question.as_of = moment("2028-09-01");
  asked.sales = {lawful_sale("2028-02-28"), lawful_sale("2028-02-29")};
  EXPECT_EQ(deciding_place(asked), 1) << "both until 2029-02-28";
  asked.house.window = Months{0};
  EXPECT_EQ(deciding_place(asked), 1) << "both without end";
}

TEST(sales, without_a_date_come_after_those_with_one) {
  LawfulContact asked;
  asked.sales = {without_date(of_kind(Kind::other, lawful_sale("2026-08-01"))),
                 of_kind(Kind::other, lawful_sale("1969-12-31"))};
  EXPECT_EQ(deciding_place(asked), 1) << "equally far: the one whose date is known";
  asked.sales = {of_kind(Kind::other, lawful_sale("2026-08-01")),
                 without_date(lawful_sale("2026-08-01"))};
  EXPECT_EQ(asked.decide().unmet, Condition::unreadable_date) << "it passes condition 10";
  EXPECT_EQ(deciding_place(asked), 1);
}

TEST(sales, that_suffice_are_told_apart_by_how_long_they_last) {
  LawfulContact asked;
  asked.house.require_assessment = false;
  asked.sales = {lawful_sale("2026-02-01"), lawful_sale("2026-08-01"), lawful_sale("2026-04-01")};
  EXPECT_EQ(deciding_place(asked), 1);
  EXPECT_EQ(asked.decide().expires, day("2027-08-01"));
}

TEST(sales, with_a_longer_window_may_outlast_more_recent_ones) {
  LawfulContact asked;
  asked.house.require_assessment = false;
  asked.policy.window_from_sale = Months{24};
  asked.policy.window_from_negotiation = Months{6};
  Sale quote = of_kind(Kind::negotiation, lawful_sale("2026-08-01"));
  quote.express_communication = Truth::yes;
  asked.sales = {quote, lawful_sale("2026-02-01")};
  EXPECT_EQ(deciding_place(asked), 1);
  EXPECT_EQ(asked.decide().expires, day("2028-02-01"));
  asked.policy.window_from_negotiation = Months{0};
  EXPECT_EQ(deciding_place(asked), 0);
  EXPECT_EQ(asked.decide().expires, std::nullopt) << "without end";
}

TEST(expiry, is_the_earlier_of_window_and_review) {
  LawfulContact asked;
  asked.assessments = {reviewed_by(asked.assessments.front(), "2027-02-01")};
  EXPECT_EQ(asked.decide().expires, day("2027-02-01"));
  asked.assessments = {reviewed_by(asked.assessments.front(), "2027-06-01")};
  EXPECT_EQ(asked.decide().expires, day("2027-03-15"));
  asked.house.window = Months{0};
  EXPECT_EQ(asked.decide().expires, day("2027-06-01"));
  asked.house.require_assessment = false;
  EXPECT_TRUE(asked.decide().eligible());
  EXPECT_EQ(asked.decide().expires, std::nullopt);
}

// "The last day on which the answer stays yes": asked on that day it is yes, on the next one no.
TEST(expiry, is_the_last_day_of_a_yes) {
  for (const bool require_assessment : {true, false}) {
    LawfulContact asked;
    asked.house.require_assessment = require_assessment;
    const Day last = asked.decide().expires.value();
    asked.question.as_of = moment(last.text());
    EXPECT_TRUE(asked.decide().eligible());
    asked.question.as_of = moment(Day{last.sys_days() + date::days{1}}.text());
    EXPECT_FALSE(asked.decide().eligible());
  }
}

TEST(expiry, of_a_no_is_nothing) {
  LawfulContact asked;
  asked.ledgers = {{opt_out("2026-06-30")}};
  EXPECT_EQ(asked.decide().expires, std::nullopt);
}

TEST(basis, is_consent_where_an_opt_in_is_in_force) {
  LawfulContact asked;
  asked.ledgers = {{opt_in("2026-06-30")}};
  EXPECT_EQ(asked.decide().basis, Basis::consent) << "before the soft opt-in, which holds too";
  asked.sales.clear();
  EXPECT_EQ(asked.decide().basis, Basis::consent);
  EXPECT_FALSE(asked.decide().eligible()) << "consent is another way, not a soft opt-in";
}

TEST(basis, needs_a_known_contact_a_known_product_and_an_address) {
  LawfulContact consenting;
  consenting.ledgers = {{opt_in("2026-06-30")}};
  for (bool Contact::*needed : {&Contact::exists, &Contact::has_address}) {
    LawfulContact asked = consenting;
    asked.contact.*needed = false;
    EXPECT_EQ(asked.decide().basis, Basis::none);
  }
  consenting.product.exists = false;
  EXPECT_EQ(consenting.decide().basis, Basis::none);
}

TEST(basis, is_nothing_where_an_opt_out_is_in_force) {
  LawfulContact asked;
  asked.policy.of(Subscriber::individual).not_required = Truth::yes;
  asked.ledgers = {{opt_in("2026-06-30"), opt_out("2026-07-01")}};
  EXPECT_EQ(asked.decide().basis, Basis::none);
  asked.ledgers = {{opt_in("2026-07-01")}, {opt_out("2026-06-30")}};
  EXPECT_EQ(asked.decide().basis, Basis::none) << "of a contact with the same address";
  asked.ledgers = {{preference(State::unknown, "2026-06-30")}};
  EXPECT_EQ(asked.decide().basis, Basis::none) << "a state that is NULL may be an opt-out";
}

TEST(basis, is_not_required_only_where_the_policy_says_so_of_this_subscriber) {
  LawfulContact asked;
  asked.sales.clear();
  EXPECT_EQ(asked.decide().basis, Basis::none);
  asked.policy.of(Subscriber::corporate).not_required = Truth::yes;
  EXPECT_EQ(asked.decide().basis, Basis::none) << "an individual";
  asked.contact.subscriber = Subscriber::corporate;
  EXPECT_EQ(asked.decide().basis, Basis::not_required);
  asked.policy.of(Subscriber::corporate).not_required = Truth::unknown;
  EXPECT_EQ(asked.decide().basis, Basis::none);
}

TEST(basis, has_a_name_for_each_ground) {
  EXPECT_EQ(name(Basis::none), "");
  EXPECT_EQ(name(Basis::consent), "consent");
  EXPECT_EQ(name(Basis::soft_opt_in), "soft_opt_in");
  EXPECT_EQ(name(Basis::not_required), "not_required");
}

TEST(baseline, is_one_rule_for_everyone) {
  LawfulContact asked;
  for (const Channel channel :
       {Channel::email, Channel::sms, Channel::mms, Channel::voicemail, Channel::in_app}) {
    for (const Subscriber subscriber : {Subscriber::individual, Subscriber::corporate}) {
      asked.question.channel = channel;
      asked.contact.subscriber = subscriber;
      EXPECT_TRUE(asked.decide().eligible()) << name(channel);
    }
  }
  for (const Subscriber subscriber : {Subscriber::individual, Subscriber::corporate}) {
    EXPECT_EQ(baseline().of(subscriber).not_required, Truth::no);
  }
  EXPECT_FALSE(baseline().window_rolls);
  EXPECT_EQ(baseline().window_from_sale, std::nullopt) << "the house's window";
}

TEST(baseline, takes_an_expressly_asked_quote_and_no_free_account) {
  LawfulContact asked;
  asked.sales.front().kind = Kind::negotiation;
  EXPECT_EQ(asked.decide().unmet, Condition::no_express_communication);
  asked.sales.front().express_communication = Truth::yes;
  EXPECT_TRUE(asked.decide().eligible());
  asked.sales.front().kind = Kind::free_account;
  EXPECT_EQ(asked.decide().unmet, Condition::no_sale);
}

}  // namespace
}  // namespace softoptin::rules
