// Explanations: every condition in order, with what it rests on, in words compared whole.
#include <gtest/gtest.h>

#include "lawful_contact.hpp"
#include "policy_rows_by_hand.hpp"
#include "rules/explain.hpp"

namespace softoptin::rules {
namespace {

Names names() {
  return {.contact = "42",
          .product = "trail-shoes",
          .sale = [](const Sale& sale) { return "sale of " + sale.day.text(); },
          .kind = [](const Sale& sale) { return sale.kind == Kind::sale ? "sale" : "cancelled"; },
          .organisations = [](const Sale&) { return "seller shop, product of shop"; },
          .preference =
              [](const Preference& entry) {
                const bool out = entry.state == State::opt_out;
                return std::string{out ? "opt_out of " : "entry of "} + entry.changed_at->text();
              },
          .assessment =
              [](const Assessment& assessment) {
                return "assessment of " + assessment.approved_at->text();
              }};
}

struct Line {
  std::string_view code;
  Truth met;
  std::string_view evidence;
};

// Everything in one place, so that a person can read what a data-protection officer will read.
void expect_lines(const LawfulContact& asked, const std::vector<Line>& expected) {
  const std::vector<Finding> findings = asked.explain(names());
  ASSERT_EQ(findings.size(), expected.size());
  for (std::size_t at = 0; at < expected.size(); ++at) {
    EXPECT_EQ(findings[at].rule->name, expected[at].code);
    EXPECT_EQ(findings[at].met, expected[at].met) << expected[at].code;
    EXPECT_EQ(findings[at].evidence, expected[at].evidence) << expected[at].code;
  }
}

constexpr auto yes = Truth::yes;
constexpr auto no = Truth::no;
constexpr auto unknown = Truth::unknown;

TEST(explanations, of_a_yes_show_what_each_condition_rests_on) {
  LawfulContact asked;
  asked.policy.version = "1";
  expect_lines(
      asked,
      {{"unknown_contact", yes, "contact 42"},
       {"unknown_product", yes, "product trail-shoes"},
       {"third_party_product", yes, "own = 1"},
       {"non_commercial", yes, "commercial = 1"},
       {"no_address", yes, "email is recorded"},
       {"unknown_jurisdiction", yes, "policy baseline, version 1"},
       {"no_soft_optin", yes, "subscriber: individual; policy baseline, version 1"},
       {"channel_not_covered", yes, "policy baseline, version 1"},
       {"opted_out", yes, "no preference covers this question up to 2026-09-01"},
       {"no_sale", yes, "sale of 2026-03-15: kind is sale"},
       {"unreadable_date", yes, "sale of 2026-03-15: occurred on 2026-03-15"},
       {"no_express_communication", yes, "sale of 2026-03-15: no negotiation"},
       {"other_organisation", yes, "sale of 2026-03-15: seller shop, product of shop"},
       {"not_collected_directly", yes, "sale of 2026-03-15: collected_directly = 1"},
       {"preticked_box", yes, "sale of 2026-03-15: preticked = 0"},
       {"no_opt_out_offered", yes, "sale of 2026-03-15: opt_out_offered = 1"},
       {"refused_at_collection", yes, "sale of 2026-03-15: refused = 0"},
       {"not_similar", yes, "sale of 2026-03-15: the product itself, or of a similar category"},
       {"lapsed", yes, "sale of 2026-03-15: last day 2027-03-15"},
       {"no_assessment", yes, "assessment of 2026-01-10"},
       {"assessment_overdue", yes, "review due 2027-01-10"},
       {"register_not_checked", yes, "policy baseline, version 1"}});
}

TEST(explanations, of_nothing_known_are_complete_too) {
  LawfulContact nobody;
  nobody.policy.version = "1";
  nobody.contact = {};
  nobody.product = {};
  nobody.categories.clear();
  nobody.sales.clear();
  nobody.ledgers.clear();
  nobody.assessments.clear();
  constexpr auto no_contact = "the contact is not known";
  constexpr auto no_product = "the product is not known";
  expect_lines(
      nobody,
      {{"unknown_contact", no, "no contact 42"},
       {"unknown_product", no, "no product trail-shoes"},
       {"third_party_product", unknown, no_product},
       {"non_commercial", unknown, no_product},
       {"no_address", unknown, no_contact},
       {"unknown_jurisdiction", yes, "policy baseline, version 1"},
       {"no_soft_optin", unknown, "the contact is not known; policy baseline, version 1"},
       {"channel_not_covered", yes, "policy baseline, version 1"},
       {"opted_out", unknown, no_contact},
       {"no_sale", unknown, no_contact},
       {"unreadable_date", unknown, no_contact},
       {"no_express_communication", unknown, no_contact},
       {"other_organisation", unknown, no_contact},
       {"not_collected_directly", unknown, no_contact},
       {"preticked_box", unknown, no_contact},
       {"no_opt_out_offered", unknown, no_contact},
       {"refused_at_collection", unknown, no_contact},
       {"not_similar", unknown, no_contact},
       {"lapsed", unknown, no_contact},
       {"no_assessment", no, "no assessment decided up to 2026-09-01 covers the product"},
       {"assessment_overdue", unknown, "no assessment decided up to 2026-09-01 covers the product"},
       {"register_not_checked", yes, "policy baseline, version 1"}});
}

// The evidence of one condition, in a world where one thing changed.
struct Evidence {
  Condition code;
  void (*change)(LawfulContact&);
  std::string_view words;
};

void PrintTo(const Evidence& evidence, std::ostream* out) { *out << evidence.words; }

class Evidences : public testing::TestWithParam<Evidence> {};

TEST_P(Evidences, say_in_words) {
  LawfulContact asked;
  GetParam().change(asked);
  for (const Finding& finding : asked.explain(names())) {
    if (finding.rule->code == GetParam().code) {
      EXPECT_EQ(finding.evidence, GetParam().words);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(
    subject, Evidences,
    testing::Values(
        Evidence{Condition::third_party_product,
                 [](LawfulContact& asked) { asked.product.own = Truth::no; }, "own = 0"},
        Evidence{Condition::non_commercial,
                 [](LawfulContact& asked) { asked.product.commercial = Truth::unknown; },
                 "commercial is not known"},
        Evidence{Condition::no_address,
                 [](LawfulContact& asked) { asked.contact.has_address = false; },
                 "email is blank or NULL"},
        Evidence{Condition::no_address,
                 [](LawfulContact& asked) { asked.question.channel = Channel::voicemail; },
                 "phone is recorded"},
        Evidence{Condition::no_address,
                 [](LawfulContact& asked) {
                   asked.question.channel = Channel::sms;
                   asked.contact.has_address = false;
                 },
                 "phone is blank or NULL"},
        Evidence{Condition::no_address,
                 [](LawfulContact& asked) { asked.question.channel = Channel::in_app; },
                 "in_app needs no address"},
        Evidence{Condition::no_soft_optin,
                 [](LawfulContact& asked) {
                   asked.policy.version = "1";
                   asked.contact.subscriber = Subscriber::corporate;
                 },
                 "subscriber: corporate; policy baseline, version 1"},
        Evidence{Condition::opted_out,
                 [](LawfulContact& asked) { asked.ledgers = {{opt_out("2026-06-30")}}; },
                 "opt_out of 2026-06-30"}));

INSTANTIATE_TEST_SUITE_P(
    sale, Evidences,
    testing::Values(
        Evidence{Condition::no_sale, [](LawfulContact& asked) { asked.sales.clear(); },
                 "no sale or negotiation is recorded up to 2026-09-01"},
        Evidence{Condition::lapsed, [](LawfulContact& asked) { asked.sales.clear(); },
                 "no sale or negotiation is recorded up to 2026-09-01"},
        Evidence{Condition::no_sale,
                 [](LawfulContact& asked) { asked.sales[0].kind = Kind::other; },
                 "sale of 2026-03-15: kind is cancelled"},
        Evidence{Condition::no_sale,
                 [](LawfulContact& asked) { asked.sales[0].channel = channel_scope_of("sms"); },
                 "sale of 2026-03-15: kind is sale, collected for another channel"},
        Evidence{Condition::no_sale,
                 [](LawfulContact& asked) { asked.sales[0].channel = channel_scope_of(""); },
                 "sale of 2026-03-15: kind is sale, collected for a channel that is not known"},
        Evidence{Condition::unreadable_date,
                 [](LawfulContact& asked) { asked.sales[0].date_readable = Truth::no; },
                 "sale of 2026-03-15: occurred_at is no date that can be read"},
        Evidence{Condition::unreadable_date,
                 [](LawfulContact& asked) { asked.sales[0].date_readable = Truth::unknown; },
                 "sale of 2026-03-15: occurred_at is not known"},
        Evidence{Condition::no_express_communication,
                 [](LawfulContact& asked) { asked.sales[0].kind = Kind::negotiation; },
                 "sale of 2026-03-15: express_communication is not known"},
        Evidence{Condition::no_express_communication,
                 [](LawfulContact& asked) { asked.sales[0].kind = Kind::unknown; },
                 "sale of 2026-03-15: the kind is not known"},
        Evidence{Condition::preticked_box,
                 [](LawfulContact& asked) { asked.sales[0].preticked = Truth::yes; },
                 "sale of 2026-03-15: preticked = 1"},
        Evidence{Condition::not_similar,
                 [](LawfulContact& asked) { asked.sales[0].similar = Truth::no; },
                 "sale of 2026-03-15: no category of the two products is similar"},
        Evidence{Condition::not_similar,
                 [](LawfulContact& asked) { asked.sales[0].similar = Truth::unknown; },
                 "sale of 2026-03-15: a category of the two products is not known"}));

INSTANTIATE_TEST_SUITE_P(
    window_and_assessment, Evidences,
    testing::Values(
        Evidence{Condition::lapsed,
                 [](LawfulContact& asked) { asked.sales[0].date_readable = Truth::no; },
                 "sale of 2026-03-15: the date of the sale is not known"},
        Evidence{Condition::lapsed, [](LawfulContact& asked) { asked.house.window = Months{0}; },
                 "sale of 2026-03-15: without end"},
        Evidence{Condition::lapsed,
                 [](LawfulContact& asked) {
                   asked.policy.window_rolls = true;
                   asked.messages = {lawful_message("2026-08-01T10:00Z")};
                 },
                 "sale of 2026-03-15: last day 2027-08-01, from the message of 2026-08-01"},
        Evidence{Condition::no_assessment,
                 [](LawfulContact& asked) { asked.house.require_assessment = false; },
                 "require_assessment = 0"},
        Evidence{Condition::assessment_overdue,
                 [](LawfulContact& asked) { asked.house.require_assessment = false; },
                 "require_assessment = 0"},
        Evidence{Condition::assessment_overdue,
                 [](LawfulContact& asked) {
                   asked.assessments[0].review = Assessment::Review::unreadable;
                 },
                 "review_due_at is no date that can be read"}));

// Under a policy of the data: what it says, what was screened, and what the house has chosen.

constexpr std::array registers = {Register{"Robinson", false, ""}, Register{"Firms", true, ""}};

PolicyRow row_of_a_country() {
  PolicyRow row = row_of("AA");
  row.version = "7";
  row.window_from_sale = Months{24};
  row.initially_collected = true;
  row.similar_required = Said::no;
  row.opt_out_at_collection_required = Said::no;
  row.registers = registers;
  return row;
}

// The evidence of one condition where that row decides, with these choices, and one thing changed.
std::string evidence_under(const PolicyRow& row, Condition code,
                           const std::vector<PolicyChoice>& choices, void (*change)(LawfulContact&),
                           std::string_view country = "AA") {
  const std::array rows = {row};
  PolicyBook book{30, rows};
  for (const PolicyChoice& made : choices) EXPECT_EQ(book.take(made), std::nullopt);
  book.take_check("Robinson", day("2026-08-20"));
  LawfulContact asked;
  change(asked);
  asked.policy =
      book.policy(book.jurisdiction_of(country), Variant::commercial, asked.question.as_of.day);
  for (const Finding& finding : asked.explain(names())) {
    if (finding.rule->code == code) return finding.evidence;
  }
  return {};
}

std::string evidence(
    Condition code, void (*change)(LawfulContact&) = [](LawfulContact&) {}) {
  return evidence_under(row_of_a_country(), code, {}, change);
}

template <Trigger trigger>
void negotiated(LawfulContact& asked) {
  asked.sales[0].kind = Kind::negotiation;
  asked.sales[0].trigger = trigger;
}

TEST(explanations, name_the_policy_and_since_when_it_is_valid) {
  EXPECT_EQ(evidence(Condition::unknown_jurisdiction),
            "policy AA, version 7, valid from 2010-01-01");
  PolicyRow ended = row_of_a_country();
  ended.valid_to = day("2026-12-31");
  EXPECT_EQ(evidence_under(ended, Condition::unknown_jurisdiction, {}, [](LawfulContact&) {}),
            "policy AA, version 7, valid from 2010-01-01 to 2026-12-31");
}

TEST(explanations, tell_why_no_policy_decides) {
  const auto why = [](std::string_view country, const PolicyRow& row = row_of_a_country()) {
    return evidence_under(
        row, Condition::unknown_jurisdiction, {}, [](LawfulContact&) {}, country);
  };
  EXPECT_EQ(why(""), "the country of the contact is not known");
  EXPECT_EQ(why("UK"), "country is UK, which is no code of a country: write GB");
  EXPECT_EQ(why("EU"), "country is EU, which is no country: each member state has its own law");
  EXPECT_EQ(why("ZZ"), "no policy of the country is known");
  PolicyRow row = row_of_a_country();
  row.valid_from = day("2026-09-02");
  EXPECT_EQ(why("AA", row), "policy AA was not valid on 2026-09-01, but from 2026-09-02");
  row.valid_from.reset();
  EXPECT_EQ(why("AA", row),
            "policy AA allows nothing by itself: since when it is valid is not known");
  row.confidence = Confidence::low;
  EXPECT_EQ(why("AA", row),
            "policy AA allows nothing by itself: since when it is valid is not known, and "
            "confidence in it is low");
  row.valid_from = day("2010-01-01");
  EXPECT_EQ(why("AA", row), "policy AA allows nothing by itself: confidence in it is low");
  EXPECT_EQ(evidence_under(row, Condition::register_not_checked, {}, [](LawfulContact&) {}),
            "policy AA allows nothing by itself: confidence in it is low");
}

TEST(explanations, tell_what_the_policy_says) {
  EXPECT_EQ(evidence(Condition::channel_not_covered), "policy AA, version 7, says email yes");
  EXPECT_EQ(evidence(Condition::channel_not_covered,
                     [](LawfulContact& asked) { asked.question.channel = Channel::voicemail; }),
            "policy AA, version 7, says voicemail disputed");
  EXPECT_EQ(evidence(Condition::no_soft_optin), "subscriber: individual; policy AA, version 7");
  PolicyRow regime = row_of_a_country();
  regime.soft_optin = SoftOptIn::not_needed;
  EXPECT_EQ(evidence_under(regime, Condition::no_soft_optin, {}, [](LawfulContact&) {}),
            "subscriber: individual; policy AA, version 7, asks for neither consent nor soft "
            "opt-in");
  EXPECT_EQ(evidence(Condition::no_sale),
            "sale of 2026-03-15: kind is sale; policy AA says completed_sale yes");
  EXPECT_EQ(evidence(Condition::no_sale, negotiated<Trigger::quote>),
            "sale of 2026-03-15: kind is cancelled, trigger quote; policy AA says quote disputed");
  EXPECT_EQ(evidence(Condition::no_sale,
                     [](LawfulContact& asked) { asked.sales[0].kind = Kind::negotiation; }),
            "sale of 2026-03-15: kind is cancelled, trigger is not known; policy AA says enquiry "
            "no, quote disputed, free_trial unknown");
  EXPECT_EQ(evidence(Condition::lapsed),
            "sale of 2026-03-15: last day 2028-03-15; 24 months by policy AA");
}

TEST(explanations, tell_what_the_policy_says_of_each_kind) {
  EXPECT_EQ(evidence(Condition::no_sale, negotiated<Trigger::enquiry>),
            "sale of 2026-03-15: kind is cancelled, trigger enquiry; policy AA says enquiry no");
  EXPECT_EQ(evidence(Condition::no_sale, negotiated<Trigger::free_trial>),
            "sale of 2026-03-15: kind is cancelled, trigger free_trial; policy AA says free_trial "
            "unknown");
  EXPECT_EQ(evidence(Condition::no_sale,
                     [](LawfulContact& asked) { asked.sales[0].kind = Kind::free_account; }),
            "sale of 2026-03-15: kind is cancelled; policy AA says free_account conditional");
  EXPECT_EQ(
      evidence(Condition::no_sale, [](LawfulContact& asked) { asked.sales[0].kind = Kind::other; }),
      "sale of 2026-03-15: kind is cancelled");
}

TEST(explanations, tell_from_when_on_collected_details_count) {
  PolicyRow row = row_of_a_country();
  const auto about = [&](void (*change)(LawfulContact&), std::vector<PolicyChoice> choices = {}) {
    return evidence_under(row, Condition::no_sale, choices, change);
  };
  row.collected_from = day("2026-03-16");
  EXPECT_EQ(about([](LawfulContact&) {}),
            "sale of 2026-03-15: kind is sale; policy AA says collected from 2026-03-16 on");
  EXPECT_EQ(about([](LawfulContact&) {}, {choice("AA", "collected_from", "2026-03-17")}),
            "sale of 2026-03-15: kind is sale; policy AA says collected from 2026-03-17 on; the "
            "house has chosen collected_from = 2026-03-17 on 2026-01-10 (counsel said so; A. "
            "Byrne)");
  for (const auto unreadable :
       {+[](LawfulContact& asked) { asked.sales[0].date_readable = Truth::no; },
        +[](LawfulContact& asked) { asked.sales[0].date_readable = Truth::unknown; }}) {
    EXPECT_EQ(about(unreadable),
              "sale of 2026-03-15: kind is sale; policy AA says completed_sale yes");
  }
  row.collected_from = day("2026-03-15");
  EXPECT_EQ(about([](LawfulContact&) {}),
            "sale of 2026-03-15: kind is sale; policy AA says completed_sale yes");
}

TEST(explanations, tell_what_the_house_has_chosen_of_the_window) {
  PolicyRow row = row_of_a_country();
  row.window_from_enquiry = Months{6};
  const std::vector<PolicyChoice> choices = {choice("AA", "window_months_from_sale", "18"),
                                             choice("AA", "window_months_from_enquiry", "5")};
  EXPECT_EQ(evidence_under(row, Condition::lapsed, choices, [](LawfulContact&) {}),
            "sale of 2026-03-15: last day 2027-09-15; 18 months by policy AA; the house has chosen "
            "window_months_from_sale = 18 on 2026-01-10 (counsel said so; A. Byrne)");
  EXPECT_EQ(evidence_under(row, Condition::lapsed, choices,
                           [](LawfulContact& asked) { asked.sales[0].kind = Kind::negotiation; }),
            "sale of 2026-03-15: last day 2026-08-15; 5 months by policy AA; the house has chosen "
            "window_months_from_enquiry = 5 on 2026-01-10 (counsel said so; A. Byrne)");
  EXPECT_EQ(evidence_under(row, Condition::lapsed, {},
                           [](LawfulContact& asked) { asked.sales[0].date_readable = Truth::no; }),
            "sale of 2026-03-15: the date of the sale is not known");
}

TEST(explanations, tell_what_the_policy_does_not_ask_for) {
  EXPECT_EQ(evidence(Condition::no_opt_out_offered,
                     [](LawfulContact& asked) { asked.sales[0].opt_out_offered = Truth::no; }),
            "sale of 2026-03-15: opt_out_offered = 0; policy AA does not ask for it");
  EXPECT_EQ(evidence(Condition::no_opt_out_offered,
                     [](LawfulContact& asked) {
                       asked.sales[0].opt_out_offered = Truth::no;
                       asked.sales[0].date_readable = Truth::no;
                     }),
            "sale of 2026-03-15: opt_out_offered = 0")
      << "the date is none that can be read";
  EXPECT_EQ(evidence(Condition::not_similar,
                     [](LawfulContact& asked) { asked.sales[0].similar = Truth::no; }),
            "sale of 2026-03-15: no category of the two products is similar; policy AA does not "
            "ask for it");
}

TEST(explanations, tell_what_was_wrong_when_the_details_were_first_collected) {
  const auto bought_before = [](LawfulContact& asked) {
    asked.sales.push_back(lawful_sale("2025-12-01"));
    asked.sales[1].collected_directly = Truth::no;
    asked.sales[1].preticked = Truth::unknown;
  };
  EXPECT_EQ(evidence(Condition::not_collected_directly, bought_before),
            "sale of 2026-03-15: collected_directly = 1; when first collected, by sale of "
            "2025-12-01, it was not so");
  EXPECT_EQ(evidence(Condition::preticked_box, bought_before),
            "sale of 2026-03-15: preticked = 0; when first collected, by sale of 2025-12-01, it "
            "was not known");
}

TEST(explanations, tell_nothing_of_other_collections_that_do_not_matter) {
  // The sale that decides is spoken of already.
  EXPECT_EQ(evidence(Condition::not_collected_directly,
                     [](LawfulContact& asked) { asked.sales[0].collected_directly = Truth::no; }),
            "sale of 2026-03-15: collected_directly = 0");
  // All was well at the first one.
  EXPECT_EQ(
      evidence(Condition::not_collected_directly,
               [](LawfulContact& asked) { asked.sales.push_back(lawful_sale("2025-12-01")); }),
      "sale of 2026-03-15: collected_directly = 1");
  // It was not the first one.
  const auto bought_later = [](LawfulContact& asked) {
    asked.sales.push_back(lawful_sale("2026-04-01"));
    asked.sales[1].collected_directly = Truth::no;
  };
  EXPECT_EQ(evidence(Condition::not_collected_directly, bought_later),
            "sale of 2026-03-15: collected_directly = 1");
  // The policy does not ask for the first one.
  PolicyRow row = row_of_a_country();
  row.initially_collected = false;
  EXPECT_EQ(evidence_under(row, Condition::not_collected_directly, {},
                           [](LawfulContact& asked) {
                             asked.sales.push_back(lawful_sale("2025-12-01"));
                             asked.sales[1].collected_directly = Truth::no;
                           }),
            "sale of 2026-03-15: collected_directly = 1");
}

TEST(explanations, tell_what_was_missing_or_refused_when_first_collected) {
  PolicyRow row = row_of_a_country();
  row.opt_out_at_collection_required = Said::yes;
  const auto bought_before = [](LawfulContact& asked) {
    asked.sales.push_back(lawful_sale("2025-12-01"));
    asked.sales[1].opt_out_offered = Truth::no;
    asked.sales[1].refused = Truth::unknown;
  };
  EXPECT_EQ(evidence_under(row, Condition::no_opt_out_offered, {}, bought_before),
            "sale of 2026-03-15: opt_out_offered = 1; when first collected, by sale of 2025-12-01, "
            "it was not so");
  EXPECT_EQ(evidence_under(row, Condition::refused_at_collection,
                           {choice("AA", "initially_collected", "1")}, bought_before),
            "sale of 2026-03-15: refused = 0; when first collected, by sale of 2025-12-01, it was "
            "not known; the house has chosen initially_collected = 1 on 2026-01-10 (counsel said "
            "so; A. Byrne)");
}

TEST(explanations, tell_when_the_registers_were_screened) {
  EXPECT_EQ(evidence(Condition::register_not_checked),
            "policy AA, version 7; Robinson was screened on 2026-08-20, which counts until "
            "2026-09-19");
  EXPECT_EQ(
      evidence(Condition::register_not_checked,
               [](LawfulContact& asked) { asked.contact.subscriber = Subscriber::corporate; }),
      "policy AA, version 7; Robinson was screened on 2026-08-20, which counts until "
      "2026-09-19; Firms was never screened");
  PolicyRow without = row_of_a_country();
  without.registers = {};
  EXPECT_EQ(evidence_under(without, Condition::register_not_checked, {}, [](LawfulContact&) {}),
            "policy AA, version 7, names no register for this subscriber");
}

TEST(explanations, tell_what_the_house_has_chosen_and_who) {
  const std::vector<PolicyChoice> choices = {choice("AA", "quote", "yes", "2026-05-01"),
                                             choice("AA", "confidence", "medium", "2026-06-01")};
  EXPECT_EQ(evidence_under(row_of_a_country(), Condition::no_sale, choices,
                           [](LawfulContact& asked) {
                             asked.sales[0].kind = Kind::negotiation;
                             asked.sales[0].trigger = Trigger::quote;
                           }),
            "sale of 2026-03-15: kind is cancelled, trigger quote; policy AA says quote yes; the "
            "house has chosen quote = yes on 2026-05-01 (counsel said so; A. Byrne)");
  EXPECT_EQ(evidence_under(row_of_a_country(), Condition::unknown_jurisdiction, choices,
                           [](LawfulContact&) {}),
            "policy AA, version 7 with choices up to 2026-06-01, valid from 2010-01-01; the house "
            "has chosen confidence = medium on 2026-06-01 (counsel said so; A. Byrne)");
  EXPECT_EQ(evidence_under(row_of_a_country(), Condition::channel_not_covered, choices,
                           [](LawfulContact&) {}),
            "policy AA, version 7 with choices up to 2026-06-01, says email yes");
}

}  // namespace
}  // namespace softoptin::rules
