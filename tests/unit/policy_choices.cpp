// What the house may choose: to tighten, and to settle what is open; never to loosen.
#include <gtest/gtest.h>

#include "policy_rows_by_hand.hpp"
#include "printing.hpp"

namespace softoptin::rules {
namespace {

std::vector<PolicyRow> rows_to_choose_in() {
  PolicyRow undated = row_of("BB");
  undated.valid_from.reset();
  PolicyRow low = row_of("CC");
  low.confidence = Confidence::low;
  low.corporates = Corporates::unknown;
  PolicyRow tight = row_of("DD");
  tight.soft_optin = SoftOptIn::no;
  tight.initially_collected = true;
  tight.window_from_sale = Months{12};
  PolicyRow regime = row_of("FF");
  regime.soft_optin = SoftOptIn::not_needed;
  regime.corporates = Corporates::not_required;
  regime.similar_required = Said::no;
  regime.opt_out_at_collection_required = Said::unknown;
  regime.window_rolls = true;
  return {row_of("AA"), undated, low,          tight,
          row_of("EU"), regime,  row_of("GB"), charity_row_of("GB", "GB charity", "2026-02-05")};
}

std::string fault(const PolicyChoice& made) {
  const auto rows = rows_to_choose_in();
  return fault_of(made, rows).value_or("");
}

struct Choice {
  std::string_view jurisdiction;
  std::string_view parameter;
  std::string_view value;
  bool allowed;
};

void PrintTo(const Choice& made, std::ostream* out) {
  *out << made.jurisdiction << " " << made.parameter << " = " << made.value;
}

class Choices : public testing::TestWithParam<Choice> {};

TEST_P(Choices, tighten_or_settle) {
  const auto& [jurisdiction, parameter, value, allowed] = GetParam();
  const std::string why =
      fault(choice(std::string{jurisdiction}, std::string{parameter}, std::string{value}));
  EXPECT_EQ(why.empty(), allowed) << why;
}

INSTANTIATE_TEST_SUITE_P(
    what_allows, Choices,
    testing::Values(
        Choice{"AA", "email", "no", true}, Choice{"AA", "email", "yes", true},
        Choice{"AA", "sms", "yes", false}, Choice{"AA", "sms", "no", true},
        Choice{"AA", "mms", "yes", true}, Choice{"AA", "mms", "no", true},
        Choice{"AA", "voicemail", "yes", true}, Choice{"AA", "in_app", "yes", true},
        Choice{"AA", "in_app", "perhaps", false}, Choice{"AA", "in_app", "1", false},
        Choice{"AA", "completed_sale", "no", true}, Choice{"AA", "enquiry", "yes", false},
        Choice{"AA", "quote", "yes", true}, Choice{"AA", "free_trial", "yes", true},
        Choice{"AA", "free_account", " Yes ", true}, Choice{"AA", "soft_optin", "no", true},
        Choice{"DD", "soft_optin", "yes", false}, Choice{"AA", "soft_optin", "not_needed", false},
        Choice{"FF", "soft_optin", "no", true}));

INSTANTIATE_TEST_SUITE_P(
    duties, Choices,
    testing::Values(Choice{"AA", "similar_required", "no", false},
                    Choice{"FF", "similar_required", "yes", true},
                    Choice{"FF", "opt_out_at_collection_required", "yes", true},
                    Choice{"FF", "opt_out_at_collection_required", "no", true},
                    Choice{"AA", "opt_out_at_collection_required", "no", false},
                    Choice{"AA", "initially_collected", "1", true},
                    Choice{"DD", "initially_collected", "0", false},
                    Choice{"FF", "window_rolls", "0", true},
                    Choice{"AA", "window_rolls", "1", false},
                    Choice{"AA", "corporate_subscribers", "not_required", false},
                    Choice{"CC", "corporate_subscribers", "not_required", true},
                    Choice{"CC", "corporate_subscribers", "same_rule", true},
                    Choice{"FF", "corporate_subscribers", "same_rule", true}));

INSTANTIATE_TEST_SUITE_P(days_and_months, Choices,
                         testing::Values(Choice{"DD", "window_months_from_sale", "11", true},
                                         Choice{"DD", "window_months_from_sale", "12", true},
                                         Choice{"DD", "window_months_from_sale", "13", false},
                                         Choice{"DD", "window_months_from_sale", "0", false},
                                         Choice{"AA", "window_months_from_sale", "24", true},
                                         Choice{"AA", "window_months_from_sale", "1201", false},
                                         Choice{"AA", "window_months_from_enquiry", "six", false},
                                         Choice{"BB", "valid_from", "2005-01-01", true},
                                         Choice{"BB", "valid_from", "2005-02-30", false},
                                         Choice{"BB", "valid_from", "2026-01-10", true},
                                         Choice{"BB", "valid_from", "2026-01-11", false},
                                         Choice{"AA", "valid_from", "2009-12-31", false},
                                         Choice{"AA", "valid_from", "2010-01-02", true},
                                         Choice{"AA", "collected_from", "2020-01-01", true},
                                         Choice{"CC", "confidence", "medium", true},
                                         Choice{"CC", "confidence", "high", false},
                                         Choice{"AA", "confidence", "low", true}));

INSTANTIATE_TEST_SUITE_P(
    what_they_are_about, Choices,
    testing::Values(Choice{" gb ", "SMS", "no", true}, Choice{"GB charity", "sms", "no", true},
                    Choice{"gb  Charity ", "sms", "no", true},
                    Choice{"GB commercial", "sms", "no", false},
                    Choice{"AA charity", "sms", "no", false}, Choice{"UK", "sms", "no", false},
                    Choice{"EU", "sms", "no", false}, Choice{"ZZ", "sms", "no", false},
                    Choice{"AA", "citation", "none", false}));

// What can be written for each parameter, the strictest first.
struct Written {
  std::string_view parameter;
  std::vector<std::string_view> values;
};

TEST(policy_parameters, are_read_as_they_are_written) {
  const std::vector<std::string_view> allowing = {"no", "yes"};
  const std::vector<std::string_view> duty = {"yes", "no"};
  const std::vector<std::string_view> months = {"1", "2", "12", "1199", "1200"};
  const std::vector<std::string_view> days = {"9999-12-31", "1970-01-02", "1970-01-01",
                                              "1969-12-31", "0001-01-01"};
  for (const auto& [name, values] :
       std::initializer_list<Written>{{"soft_optin", {"no", "yes", "not_needed"}},
                                      {"email", allowing},
                                      {"sms", allowing},
                                      {"mms", allowing},
                                      {"voicemail", allowing},
                                      {"in_app", allowing},
                                      {"completed_sale", allowing},
                                      {"enquiry", allowing},
                                      {"quote", allowing},
                                      {"free_trial", allowing},
                                      {"free_account", allowing},
                                      {"initially_collected", {"1", "0"}},
                                      {"collected_from", days},
                                      {"window_months_from_sale", months},
                                      {"window_months_from_enquiry", months},
                                      {"window_rolls", {"0", "1"}},
                                      {"similar_required", duty},
                                      {"opt_out_at_collection_required", duty},
                                      {"corporate_subscribers", {"same_rule", "not_required"}},
                                      {"valid_from", days},
                                      {"confidence", {"medium"}}}) {
    const PolicyParameter* parameter = policy_parameter(name);
    ASSERT_NE(parameter, nullptr) << name;
    EXPECT_EQ(parameter->name, name);
    std::optional<std::int64_t> stricter;
    for (const auto value : values) {
      const auto latitude = parameter->read(value);
      ASSERT_TRUE(latitude) << name << " = " << value;
      EXPECT_TRUE(!stricter || *stricter < *latitude) << name << " = " << value;
      PolicyRow row = row_of("AA");
      parameter->write(row, *latitude);
      EXPECT_EQ(parameter->said(row), latitude) << name << " = " << value;
      stricter = latitude;
    }
  }
}

TEST(policy_parameters, have_a_name_of_their_own) {
  EXPECT_EQ(policy_parameter("window"), nullptr);
  EXPECT_EQ(policy_parameter_names().substr(0, 24), "soft_optin, email, sms, ");
}

TEST(policy_parameters, take_nothing_else) {
  const auto takes = [](std::string_view name, std::string_view value) {
    return policy_parameter(name)->read(value).has_value();
  };
  for (const auto* value : {"", "1", "perhaps"}) EXPECT_FALSE(takes("email", value)) << value;
  for (const auto* value :
       {"", "0", "-1", "1201", "12 months", "twelve", "1.5", "99999999999999999999"}) {
    EXPECT_FALSE(takes("window_months_from_sale", value)) << value;
  }
  EXPECT_TRUE(takes("window_months_from_sale", " 12 "));
  constexpr std::string_view with_more_behind_it = "1234";
  EXPECT_TRUE(takes("window_months_from_sale", with_more_behind_it.substr(0, 2)));
  for (const auto* value : {"", "2026-01-10T00:00Z", "2026-01-10T00:00", "10/01/2026"}) {
    EXPECT_FALSE(takes("valid_from", value)) << value;
  }
  for (const auto* value : {"", "0", "perhaps"}) EXPECT_FALSE(takes("soft_optin", value)) << value;
  EXPECT_FALSE(takes("confidence", "high"));
  EXPECT_FALSE(takes("corporate_subscribers", "unknown"));
}

TEST(policy_choices, say_what_to_write) {
  const auto without = [](std::string PolicyChoice::*member) {
    PolicyChoice made = choice("AA", "mms", "no");
    made.*member = " ";
    return fault(made);
  };
  EXPECT_EQ(without(&PolicyChoice::jurisdiction),
            "a row has no jurisdiction: write a country that soft_optin_policies has, such as GB");
  EXPECT_EQ(without(&PolicyChoice::parameter),
            "a row has no parameter: write a column of soft_optin_policies, such as free_trial");
  EXPECT_EQ(without(&PolicyChoice::value),
            "a row has no value: write what the house has chosen, such as no");
  EXPECT_EQ(without(&PolicyChoice::reason),
            "a row has no reason: write why the house has chosen so");
  EXPECT_EQ(without(&PolicyChoice::decided_by), "a row has no decided_by: write who has chosen so");
  PolicyChoice undated = choice("GB charity", "mms", "no");
  undated.decided_on.reset();
  EXPECT_EQ(fault(undated),
            "decided_at of the choice for GB charity, mms is no date that can be read: write the "
            "day, as YYYY-MM-DD");
  EXPECT_EQ(fault(choice("UK", "mms", "no")), "UK is no code of a country: write GB");
  EXPECT_EQ(fault(choice("EU", "mms", "no")),
            "EU is the Directive, which nobody is judged by: write the code of a member state");
  EXPECT_EQ(fault(choice("Narnia", "mms", "no")),
            "the jurisdiction 'Narnia' is none that soft_optin_policies has: write such as GB, or "
            "GB charity for that variant");
  EXPECT_EQ(fault(choice("AA", "window", "1")).substr(0, 75),
            "a row has a parameter that no house can choose: write one of soft_optin, em");
  EXPECT_EQ(fault(choice("AA", "mms", "maybe")),
            "the value for AA, mms is not one it takes: write yes or no");
  EXPECT_EQ(fault(choice("AA", "sms", "yes")),
            "the choice for AA, sms is looser than the policy says, and a house may only settle "
            "what is open there or be stricter: write yes or no, or delete the row");
  EXPECT_EQ(fault(choice("BB", "valid_from", "2026-02-01")),
            "the value for BB, valid_from is after the day of the choice: write the day from which "
            "the law has been in force");
}

TEST(policy_choices, show_nobody_and_no_address) {
  PolicyChoice made = choice("ann@example.ie", "ann@example.ie", "ann@example.ie");
  EXPECT_EQ(fault(made).find('@'), std::string::npos);
  made.jurisdiction = "AA";
  EXPECT_EQ(fault(made).find('@'), std::string::npos);
  made.parameter = "sms";
  EXPECT_EQ(fault(made).find('@'), std::string::npos);
}

// A book of the rows above, with these choices.
struct Chosen {
  explicit Chosen(std::initializer_list<PolicyChoice> choices) {
    for (const PolicyChoice& made : choices) EXPECT_EQ(book.take(made), std::nullopt);
  }
  const Policy& policy(std::string_view country, std::string_view on,
                       Variant variant = Variant::commercial) {
    return book.policy(book.jurisdiction_of(country), variant, day(on));
  }

  std::vector<PolicyRow> rows = rows_to_choose_in();
  PolicyBook book{30, rows};
};

Truth of_email(const Policy& policy) { return policy.channels[0]; }

TEST(policy_choices, count_from_the_day_of_the_choice) {
  Chosen chosen{choice("AA", "email", "no", "2026-01-10")};
  EXPECT_EQ(of_email(chosen.policy("AA", "2026-01-09")), Truth::yes);
  EXPECT_EQ(of_email(chosen.policy("AA", "2026-01-10")), Truth::no);
  EXPECT_EQ(chosen.policy("AA", "2026-01-09").version, "1");
  EXPECT_EQ(chosen.policy("AA", "2026-01-10").version, "1 with choices up to 2026-01-10");
  EXPECT_TRUE(chosen.policy("AA", "2026-01-09").choices.empty());
  ASSERT_EQ(chosen.policy("AA", "2026-01-10").choices.size(), 1U);
  EXPECT_EQ(chosen.policy("AA", "2026-01-10").choices[0]->decided_by, "A. Byrne");
}

TEST(policy_choices, are_those_of_one_country_and_variant) {
  Chosen chosen{choice("GB charity", "email", "no", "2026-01-10")};
  EXPECT_EQ(of_email(chosen.policy("GB", "2026-03-01")), Truth::yes);
  EXPECT_EQ(of_email(chosen.policy("AA", "2026-03-01")), Truth::yes);
  EXPECT_EQ(of_email(chosen.policy("GB", "2026-03-01", Variant::charity)), Truth::no);
}

TEST(policy_choices, are_overtaken_by_the_latest) {
  Chosen chosen{choice("AA", "email", "yes", "2026-03-01"),
                choice("AA", "email", "no", "2026-01-10")};
  EXPECT_EQ(of_email(chosen.policy("AA", "2026-02-28")), Truth::no);
  EXPECT_EQ(of_email(chosen.policy("AA", "2026-03-01")), Truth::yes);
}

TEST(policy_choices, of_one_day_are_decided_by_the_strictest) {
  for (const bool strict_first : {true, false}) {
    const PolicyChoice strict = choice("AA", "mms", "no");
    const PolicyChoice loose = choice("AA", "mms", "yes");
    Chosen chosen{strict_first ? strict : loose, strict_first ? loose : strict};
    EXPECT_EQ(chosen.policy("AA", "2026-02-01").channels[2], Truth::no);
  }
}

TEST(policy_choices, of_one_day_that_are_alike_are_one) {
  PolicyChoice first = choice("AA", "mms", "no");
  first.reason = "the first reason";
  PolicyChoice second = choice("AA", "mms", "no");
  Chosen chosen{first, second};
  const auto choices = chosen.policy("AA", "2026-02-01").choices;
  ASSERT_EQ(choices.size(), 1U);
  EXPECT_EQ(choices[0]->reason, "the first reason");
}

TEST(policy_choices, settle_a_row_without_a_first_day) {
  Chosen chosen{choice("BB", "valid_from", "2005-01-01", "2026-01-10")};
  EXPECT_EQ(chosen.policy("BB", "2026-01-09").coverage, Coverage::not_settled)
      << "nobody had chosen yet: an audit of that day finds no policy";
  EXPECT_EQ(chosen.policy("BB", "2026-01-10").name, "BB");
}

TEST(policy_choices, settle_a_row_of_low_confidence) {
  Chosen chosen{choice("CC", "confidence", "medium", "2026-01-10")};
  EXPECT_EQ(chosen.policy("CC", "2026-01-09").coverage, Coverage::not_settled);
  EXPECT_EQ(chosen.policy("CC", "2026-01-10").name, "CC");
}

TEST(policy_choices, can_make_a_row_allow_nothing) {
  Chosen chosen{choice("AA", "confidence", "low")};
  EXPECT_EQ(chosen.policy("AA", "2026-02-01").coverage, Coverage::not_settled);
}

TEST(policy_choices, reach_everything_that_a_policy_says) {
  Chosen chosen{choice("FF", "soft_optin", "no"),
                choice("FF", "corporate_subscribers", "same_rule"),
                choice("FF", "completed_sale", "no"),
                choice("FF", "quote", "yes"),
                choice("FF", "free_trial", "no"),
                choice("FF", "free_account", "yes"),
                choice("FF", "initially_collected", "1"),
                choice("FF", "collected_from", "2020-01-01"),
                choice("FF", "window_months_from_sale", "9"),
                choice("FF", "window_months_from_enquiry", "3"),
                choice("FF", "window_rolls", "0"),
                choice("FF", "similar_required", "yes"),
                choice("FF", "opt_out_at_collection_required", "no")};
  const Policy& policy = chosen.policy("FF", "2026-02-01");
  for (const auto subscriber : {Subscriber::individual, Subscriber::corporate}) {
    EXPECT_EQ(policy.of(subscriber).offered, Truth::no);
    EXPECT_EQ(policy.of(subscriber).not_required, Truth::no);
  }
  EXPECT_EQ(policy.accepts_sale, Truth::no);
  const std::array<Truth, 4> negotiations = {Truth::unknown, Truth::no, Truth::yes, Truth::no};
  EXPECT_EQ(policy.accepts_negotiation, negotiations);
  EXPECT_EQ(policy.accepts_free_account, Truth::yes);
  EXPECT_TRUE(policy.initially_collected);
  EXPECT_EQ(policy.collected_from, day("2020-01-01"));
  EXPECT_EQ(policy.window_from_sale, Months{9});
  EXPECT_EQ(policy.window_from_negotiation, Months{3});
  EXPECT_FALSE(policy.window_rolls);
  EXPECT_TRUE(policy.similar_required);
  EXPECT_EQ(policy.no_opt_out_at_collection.size(), 1U);
}

TEST(policy_choices, change_those_of_several_rows_that_they_may) {
  std::vector<PolicyRow> rows = {row_of("AA"), row_of("AA")};
  rows[0].valid_to = day("2019-12-31");
  rows[0].quote = Said::no;
  rows[1].valid_from = day("2020-01-01");
  PolicyBook book{30, rows};
  ASSERT_EQ(book.take(choice("AA", "quote", "yes", "2015-01-01")), std::nullopt);
  const auto quote = [&](std::string_view on) {
    return book.policy(book.jurisdiction_of("AA"), Variant::commercial, day(on))
        .accepts_negotiation[2];
  };
  EXPECT_EQ(quote("2019-12-31"), Truth::no);
  EXPECT_EQ(quote("2020-01-01"), Truth::yes);
}

}  // namespace
}  // namespace softoptin::rules
