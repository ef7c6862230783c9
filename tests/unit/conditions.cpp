// The rule book: each condition met by the lawful contact, and not met, or unknown, when one thing
// changes. The codes and their order are written out here a second time, from the contract
// (sql/reference/conditions.md), so that neither can drift unseen.
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "lawful_contact.hpp"
#include "rules/rule_book.hpp"

namespace softoptin::rules {
namespace {

constexpr std::array<std::string_view, 22> contract = {
    "unknown_contact",
    "unknown_product",
    "third_party_product",
    "non_commercial",
    "no_address",
    "unknown_jurisdiction",
    "no_soft_optin",
    "channel_not_covered",
    "opted_out",
    "no_sale",
    "unreadable_date",
    "no_express_communication",
    "other_organisation",
    "not_collected_directly",
    "preticked_box",
    "no_opt_out_offered",
    "refused_at_collection",
    "not_similar",
    "lapsed",
    "no_assessment",
    "assessment_overdue",
    "register_not_checked",
};

TEST(rule_book, is_the_contract) {
  ASSERT_EQ(rule_book.size(), contract.size());
  for (std::size_t at = 0; at < contract.size(); ++at) {
    EXPECT_EQ(rule_book[at].name, contract[at]);
    EXPECT_EQ(static_cast<std::size_t>(rule_book[at].code), at + 1)
        << "a published code never changes its number";
    EXPECT_EQ(name(rule_book[at].code), contract[at]);
  }
}

TEST(rule_book, has_no_place_for_what_the_audit_alone_asks) {
  EXPECT_EQ(place_of(Condition::no_opt_out_in_message), rule_book.size());
}

TEST(rule_book, speaks_in_sentences_with_an_authority) {
  for (const Rule& rule : rule_book) {
    EXPECT_TRUE(rule.requirement.ends_with('.')) << rule.name;
    EXPECT_FALSE(rule.citation.ends_with('.')) << rule.name;
    EXPECT_TRUE(rule.requirement.front() >= 'A' && rule.requirement.front() <= 'Z') << rule.name;
  }
}

using Names = std::set<std::string_view>;

// Both sets of conditions that are not met: those that fail, and those that nobody can tell.
struct Unmet {
  Names no;
  Names unknown;
  friend bool operator==(const Unmet&, const Unmet&) = default;
};

Unmet unmet(const LawfulContact& asked) {
  return asked.consider([](const Matter& matter) {
    Unmet found;
    for (const Rule& rule : rule_book) {
      const Truth met = rule.met(matter);
      if (met == Truth::no) found.no.insert(rule.name);
      if (met == Truth::unknown) found.unknown.insert(rule.name);
    }
    return found;
  });
}

TEST(conditions, are_all_met_by_the_lawful_contact) { EXPECT_EQ(unmet(LawfulContact{}), Unmet{}); }

// One thing changed in the lawful contact, and every condition that it leaves unmet.
struct Change {
  std::string why;
  void (*change)(LawfulContact&);
  Names no;
  Names unknown;
};

void PrintTo(const Change& change, std::ostream* out) { *out << change.why; }

class Changes : public testing::TestWithParam<Change> {};

TEST_P(Changes, leave_these_conditions_unmet_and_no_other) {
  LawfulContact asked;
  GetParam().change(asked);
  const Unmet found = unmet(asked);
  EXPECT_EQ(found.no, GetParam().no);
  EXPECT_EQ(found.unknown, GetParam().unknown);
  const auto decided = asked.decide().unmet;
  ASSERT_TRUE(decided);
  std::string_view first;
  for (const std::string_view code : contract) {
    if (first.empty() && (found.no.contains(code) || found.unknown.contains(code))) first = code;
  }
  EXPECT_EQ(name(*decided), first) << "the reason is the first condition not met";
}

const Names of_the_sale{"unreadable_date",    "no_express_communication", "other_organisation",
                        "not_similar",        "not_collected_directly",   "preticked_box",
                        "no_opt_out_offered", "refused_at_collection",    "lapsed"};

Names unknown_contact_hides() {
  Names hidden{"no_address", "no_soft_optin", "opted_out", "no_sale"};
  hidden.insert(of_the_sale.begin(), of_the_sale.end());
  return hidden;
}

INSTANTIATE_TEST_SUITE_P(
    subject, Changes,
    testing::Values(Change{"the contact is not there",
                           [](LawfulContact& asked) {
                             asked.contact.exists = false;
                             asked.sales.clear();
                           },
                           {"unknown_contact"},
                           unknown_contact_hides()},
                    Change{"the product is not there",
                           [](LawfulContact& asked) { asked.product = {}; },
                           {"unknown_product"},
                           {"third_party_product", "non_commercial"}},
                    Change{"a third party's product",
                           [](LawfulContact& asked) { asked.product.own = Truth::no; },
                           {"third_party_product"},
                           {}},
                    Change{"nobody knows whose product",
                           [](LawfulContact& asked) { asked.product.own = Truth::unknown; },
                           {},
                           {"third_party_product"}},
                    Change{"fundraising",
                           [](LawfulContact& asked) { asked.product.commercial = Truth::no; },
                           {"non_commercial"},
                           {}},
                    Change{"nobody knows for what aim",
                           [](LawfulContact& asked) { asked.product.commercial = Truth::unknown; },
                           {},
                           {"non_commercial"}},
                    Change{"no address",
                           [](LawfulContact& asked) { asked.contact.has_address = false; },
                           {"no_address"},
                           {}}));

INSTANTIATE_TEST_SUITE_P(
    policy, Changes,
    testing::Values(Change{"no policy covers the day",
                           [](LawfulContact& asked) { asked.policy.covers_the_day = Truth::no; },
                           {"unknown_jurisdiction"},
                           {}},
                    Change{
                        "the country is not known",
                        [](LawfulContact& asked) { asked.policy.covers_the_day = Truth::unknown; },
                        {},
                        {"unknown_jurisdiction"}},
                    Change{"no soft opt-in for individuals",
                           [](LawfulContact& asked) {
                             asked.policy.of(Subscriber::individual).offered = Truth::no;
                           },
                           {"no_soft_optin"},
                           {}},
                    Change{"none for corporate subscribers",
                           [](LawfulContact& asked) {
                             asked.contact.subscriber = Subscriber::corporate;
                             asked.policy.of(Subscriber::corporate).offered = Truth::unknown;
                           },
                           {},
                           {"no_soft_optin"}},
                    Change{"not for email",
                           [](LawfulContact& asked) { asked.policy.channels[0] = Truth::no; },
                           {"channel_not_covered"},
                           {}},
                    Change{"disputed for text messages",
                           [](LawfulContact& asked) {
                             asked.question.channel = Channel::sms;
                             asked.policy.channels[1] = Truth::unknown;
                           },
                           {},
                           {"channel_not_covered"}},
                    Change{"the registers were not screened",
                           [](LawfulContact& asked) {
                             asked.policy.of(Subscriber::individual).screening.done = Truth::no;
                           },
                           {"register_not_checked"},
                           {}},
                    Change{"nobody knows whether they were",
                           [](LawfulContact& asked) {
                             asked.policy.of(Subscriber::individual).screening.done =
                                 Truth::unknown;
                           },
                           {},
                           {"register_not_checked"}}));

INSTANTIATE_TEST_SUITE_P(
    opt_out, Changes,
    testing::Values(Change{"an opt-out",
                           [](LawfulContact& asked) { asked.ledgers = {{opt_out("2026-06-30")}}; },
                           {"opted_out"},
                           {}},
                    Change{"an opt-out, then a new purchase",
                           [](LawfulContact& asked) {
                             asked.ledgers = {{opt_out("2026-06-30")}};
                             asked.sales = {lawful_sale("2026-07-01")};
                           },
                           {"opted_out"},
                           {}},
                    Change{"consent withdrawn, a good sale exists",
                           [](LawfulContact& asked) {
                             asked.ledgers = {{opt_in("2026-05-01"), opt_out("2026-06-30")}};
                           },
                           {"opted_out"},
                           {}},
                    Change{"an opt-out of another contact with the same address",
                           [](LawfulContact& asked) {
                             asked.ledgers = {{}, {opt_out("2026-06-30")}};
                           },
                           {"opted_out"},
                           {}},
                    Change{"a state that is NULL",
                           [](LawfulContact& asked) {
                             asked.ledgers = {{preference(State::unknown, "2026-06-30")}};
                           },
                           {},
                           {"opted_out"}}));

INSTANTIATE_TEST_SUITE_P(
    sale, Changes,
    testing::Values(
        Change{"no sale at all",
               [](LawfulContact& asked) { asked.sales.clear(); },
               {"no_sale"},
               of_the_sale},
        Change{"cancelled",
               [](LawfulContact& asked) { asked.sales[0].kind = Kind::other; },
               {"no_sale"},
               {}},
        Change{"of a kind that is NULL",
               [](LawfulContact& asked) { asked.sales[0].kind = Kind::unknown; },
               {},
               {"no_sale", "no_express_communication"}},
        Change{"a free account",
               [](LawfulContact& asked) { asked.sales[0].kind = Kind::free_account; },
               {},
               {"no_sale"}},
        Change{"a negotiation where only sales count",
               [](LawfulContact& asked) {
                 asked.policy.accepts_negotiation.fill(Truth::no);
                 asked.sales[0].kind = Kind::negotiation;
                 asked.sales[0].express_communication = Truth::yes;
               },
               {"no_sale"},
               {}},
        Change{"a policy that accepts no sale",
               [](LawfulContact& asked) { asked.policy.accepts_sale = Truth::no; },
               {"no_sale"},
               {}},
        Change{"collected for another channel",
               [](LawfulContact& asked) { asked.sales[0].channel = channel_scope_of("sms"); },
               {"no_sale"},
               {}},
        Change{"collected for a blank channel",
               [](LawfulContact& asked) { asked.sales[0].channel = channel_scope_of(""); },
               {},
               {"no_sale"}},
        Change{"at a date that cannot be read",
               [](LawfulContact& asked) { asked.sales[0].date_readable = Truth::no; },
               {"unreadable_date"},
               {"lapsed"}},
        Change{"at a date that is NULL",
               [](LawfulContact& asked) { asked.sales[0].date_readable = Truth::unknown; },
               {},
               {"unreadable_date", "lapsed"}},
        Change{"a negotiation without express communication",
               [](LawfulContact& asked) {
                 asked.sales[0].kind = Kind::negotiation;
                 asked.sales[0].express_communication = Truth::no;
               },
               {"no_express_communication"},
               {}},
        Change{"a negotiation that says nothing of it",
               [](LawfulContact& asked) { asked.sales[0].kind = Kind::negotiation; },
               {},
               {"no_express_communication"}},
        Change{"dissimilar",
               [](LawfulContact& asked) { asked.sales[0].similar = Truth::no; },
               {"not_similar"},
               {}},
        Change{"of a category not known",
               [](LawfulContact& asked) { asked.sales[0].similar = Truth::unknown; },
               {},
               {"not_similar"}},
        Change{"more than twelve months ago",
               [](LawfulContact& asked) { asked.sales = {lawful_sale("2025-08-31")}; },
               {"lapsed"},
               {}}));

INSTANTIATE_TEST_SUITE_P(
    collection, Changes,
    testing::Values(
        Change{"by a sister company",
               [](LawfulContact& asked) { asked.sales[0].same_organisation = Truth::no; },
               {"other_organisation"},
               {}},
        Change{"by a company recorded on one side only",
               [](LawfulContact& asked) { asked.sales[0].same_organisation = Truth::unknown; },
               {},
               {"other_organisation"}},
        Change{"from a list",
               [](LawfulContact& asked) { asked.sales[0].collected_directly = Truth::no; },
               {"not_collected_directly"},
               {}},
        Change{"from nobody knows whom",
               [](LawfulContact& asked) { asked.sales[0].collected_directly = Truth::unknown; },
               {},
               {"not_collected_directly"}},
        Change{"by a pre-ticked box",
               [](LawfulContact& asked) { asked.sales[0].preticked = Truth::yes; },
               {"preticked_box"},
               {}},
        Change{"by a box that may have been pre-ticked",
               [](LawfulContact& asked) { asked.sales[0].preticked = Truth::unknown; },
               {},
               {"preticked_box"}},
        Change{"without an opt-out",
               [](LawfulContact& asked) { asked.sales[0].opt_out_offered = Truth::no; },
               {"no_opt_out_offered"},
               {}},
        Change{"with an opt-out, perhaps",
               [](LawfulContact& asked) { asked.sales[0].opt_out_offered = Truth::unknown; },
               {},
               {"no_opt_out_offered"}},
        Change{"and refused",
               [](LawfulContact& asked) { asked.sales[0].refused = Truth::yes; },
               {"refused_at_collection"},
               {}},
        Change{"and perhaps refused",
               [](LawfulContact& asked) { asked.sales[0].refused = Truth::unknown; },
               {},
               {"refused_at_collection"}}));

INSTANTIATE_TEST_SUITE_P(
    assessment, Changes,
    testing::Values(Change{"no assessment",
                           [](LawfulContact& asked) { asked.assessments.clear(); },
                           {"no_assessment"},
                           {"assessment_overdue"}},
                    Change{"one not approved",
                           [](LawfulContact& asked) { asked.assessments[0].approved = Truth::no; },
                           {"no_assessment"},
                           {"assessment_overdue"}},
                    Change{"one whose outcome is NULL",
                           [](LawfulContact& asked) {
                             asked.assessments[0].approved = Truth::unknown;
                           },
                           {},
                           {"no_assessment", "assessment_overdue"}},
                    Change{"one whose review is overdue",
                           [](LawfulContact& asked) {
                             asked.assessments = {reviewed_by(asked.assessments[0], "2026-08-31")};
                           },
                           {"assessment_overdue"},
                           {}},
                    Change{"one of more than twelve months ago, without a review date",
                           [](LawfulContact& asked) {
                             asked.assessments = {rules::assessment(Truth::yes, "2025-08-31")};
                           },
                           {"assessment_overdue"},
                           {}}));

TEST(conditions, on_the_assessment_are_met_where_the_house_requires_none) {
  LawfulContact asked;
  asked.house.require_assessment = false;
  asked.assessments.clear();
  EXPECT_EQ(unmet(asked), Unmet{});
  asked.assessments = {assessment(Truth::no, "2026-01-10")};
  EXPECT_EQ(unmet(asked), Unmet{});
}

// On each of which details could be collected without offering an opt-out.
constexpr std::array all_days = {Period{Day::earliest(), std::nullopt}};

TEST(conditions, on_the_opt_out_are_met_where_there_was_no_duty_on_that_day) {
  LawfulContact asked;
  asked.policy.no_opt_out_at_collection = all_days;
  asked.sales[0].opt_out_offered = Truth::no;
  EXPECT_EQ(unmet(asked), Unmet{});
}

TEST(conditions, on_the_opt_out_are_strict_where_nobody_knows_the_day) {
  for (const Truth readable : {Truth::no, Truth::unknown}) {
    LawfulContact asked;
    asked.policy.no_opt_out_at_collection = all_days;
    asked.sales[0].date_readable = readable;
    asked.sales[0].opt_out_offered = Truth::no;
    EXPECT_TRUE(unmet(asked).no.contains("no_opt_out_offered"));
  }
}

TEST(conditions, on_express_communication_are_for_negotiations) {
  for (const Truth express : {Truth::yes, Truth::no, Truth::unknown}) {
    LawfulContact asked;
    asked.sales[0].express_communication = express;
    EXPECT_EQ(unmet(asked), Unmet{});
  }
}

}  // namespace
}  // namespace softoptin::rules
