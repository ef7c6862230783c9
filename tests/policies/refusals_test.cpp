// What the compiler refuses, each with its whole message.
#include <gtest/gtest.h>

#include <ostream>

#include "good_file.hpp"
#include "policies/compiler/compile.hpp"

namespace softoptin::policies {
namespace {

struct Bad {
  const char* why;
  std::string text;
  std::string message;
};

void PrintTo(const Bad& bad, std::ostream* out) { *out << bad.why; }

std::string with(std::string_view before, std::string_view after) {
  return changed(good_file, before, after);
}

class Refusals : public testing::TestWithParam<Bad> {};

TEST_P(Refusals, say_what_is_wrong_where) {
  const Compiled compiled = compile({{"XX.yaml", GetParam().text}});
  EXPECT_EQ(compiled.faults, std::vector<std::string>{"XX.yaml:" + GetParam().message});
  EXPECT_EQ(compiled.cpp, "") << "nothing is to be built of it";
}

const auto of_what_is_missing = testing::Values(
    Bad{"no citation", with("    citation: Act 1, s 2\n", ""),
        "7: this row has no `citation`: write the statute and its provision"},
    Bad{"a citation that is none", with("citation: Act 1, s 2", "citation: none"),
        "42: `citation` is none: every row needs one"},
    Bad{"a blank citation", with("citation: Act 1, s 2", "citation: \" \""),
        "42: `citation` says nothing"},
    Bad{"a citation that is left open", with("citation: Act 1, s 2", "citation:"),
        "42: `citation` says nothing: write the statute and its provision"},
    Bad{"no sources", with("    sources:\n      - https://example.org/act\n", ""),
        "7: this row has no `sources`: write the addresses of what was read"},
    Bad{"sources that are none",
        with("sources:\n      - https://example.org/act\n", "sources: none\n"),
        "43: `sources` is to be a list, each entry behind a hyphen"},
    Bad{"an empty list of sources",
        with("sources:\n      - https://example.org/act\n", "sources: []\n"),
        "43: `sources` is to be a list, each entry behind a hyphen"},
    Bad{"no date of checking", with("    last_checked: 2026-11-24\n", ""),
        "7: this row has no `last_checked`: write the day on which the sources were last read"},
    Bad{"no name of the jurisdiction", with("name: Nowhere\n", ""),
        "2: the top of the file has no `name`: write its name in English"},
    Bad{"no rows", std::string{good_file.substr(0, good_file.find("rows:"))},
        "2: the top of the file has no `rows`: write a list of rows"},
    Bad{"an empty list of rows", std::string{good_file.substr(0, good_file.find("  - policy"))},
        "6: `rows` says nothing: write a list of rows"},
    Bad{"a register without a note", with("        note: none\n", ""),
        "34: a register of `registers` has no `note`: write what it is, or none"},
    Bad{"no row for commercial senders", with("variant: commercial", "variant: charity"),
        "7: there is no row whose `variant` is commercial"});

const auto of_what_is_no_word = testing::Values(
    Bad{"a channel", with("email: yes", "email: maybe"),
        "13: `email` is maybe: write one of unknown, no, yes, disputed, conditional"},
    Bad{"true for yes", with("window_rolls: yes", "window_rolls: true"),
        "27: `window_rolls` is true: write one of yes, no"},
    Bad{"a capital", with("soft_optin: yes", "soft_optin: Yes"),
        "12: `soft_optin` is Yes: write one of no, yes, not_needed"},
    Bad{"a variant", with("variant: commercial", "variant: political"),
        "8: `variant` is political: write one of commercial, charity"},
    Bad{"corporate subscribers", with("not_required", "not covered"),
        "31: `corporate_subscribers` is not covered: write one of unknown, same_rule, "
        "not_required"},
    Bad{"confidence", with("confidence: high", "confidence: very high"),
        "45: `confidence` is very high: write one of low, medium, high"},
    Bad{"a list for a word", with("email: yes", "email: [yes, no]"),
        "13: `email` is to be one value, not a list"},
    Bad{"a register's word", with("legal_persons_only: no", "legal_persons_only: none"),
        "35: `legal_persons_only` is none: write one of yes, no"});

const auto of_dates_and_numbers = testing::Values(
    Bad{"a date in words", with("valid_from: 2010-01-01", "valid_from: 1 January 2010"),
        "9: `valid_from` is 1 January 2010: write YYYY-MM-DD, or unknown"},
    Bad{"a day that there is not", with("valid_to: 2019-12-31", "valid_to: 2019-02-29"),
        "11: `valid_to` is 2019-02-29: write YYYY-MM-DD, or none"},
    Bad{"unknown for none", with("collected_from: none", "collected_from: unknown"),
        "24: `collected_from` is unknown: write YYYY-MM-DD, or none"},
    Bad{"a month of checking", with("last_checked: 2026-11-24", "last_checked: 2026-11"),
        "47: `last_checked` is 2026-11: write YYYY-MM-DD"},
    Bad{"no months", with("window_months_from_sale: 12", "window_months_from_sale: 0"),
        "25: `window_months_from_sale` is 0: write a number from 1 to 1200, or none"},
    Bad{"a year", with("window_months_from_sale: 12", "window_months_from_sale: 1 year"),
        "25: `window_months_from_sale` is 1 year: write a number from 1 to 1200, or none"},
    Bad{"a zero in front", with("days_to_honour_opt_out: 10", "days_to_honour_opt_out: 010"),
        "37: `days_to_honour_opt_out` is 010: write a number from 1 to 365, or none"},
    Bad{"too many days", with("days_to_honour_opt_out: 10", "days_to_honour_opt_out: 366"),
        "37: `days_to_honour_opt_out` is 366: write a number from 1 to 365, or none"});

const auto of_keys_and_form = testing::Values(
    Bad{"a key that nobody knows", with("    email: yes\n", "    email: yes\n    e_mail: no\n"),
        "14: this row has `e_mail`, which is no key"},
    Bad{"a key twice", with("    sms: no\n", "    sms: no\n    email: no\n"),
        "15: this row has `email` twice"},
    Bad{"a key of the top in a row", with("    sms: no\n", "    sms: no\n    name: No\n"),
        "15: this row has `name`, which is no key"},
    Bad{"a key of a row at the top", with("name: Nowhere\n", "name: Nowhere\nnotes: none\n"),
        "4: the top of the file has `notes`, which is no key"},
    Bad{"a key twice at the top", with("name: Nowhere\n", "name: Nowhere\nname: There\n"),
        "4: the top of the file has `name` twice"},
    Bad{"a key of a register that nobody knows",
        with("        note: none\n", "        note: none\n        url: none\n"),
        "37: a register of `registers` has `url`, which is no key"},
    Bad{"no YAML", with("notes: none", "notes: [none"),
        "49: this is no YAML: end of sequence flow not found"},
    Bad{"nothing at all", "", "1: a file holds one jurisdiction"},
    Bad{"two documents", std::string{good_file} + "---\n" + std::string{good_file},
        "1: a file holds one jurisdiction"},
    Bad{"a list at the top", "- a\n- b\n", "1: the top of the file is to be `key: value` pairs"},
    Bad{"a word for a row", "jurisdiction: XX\nname: Nowhere\ntime_zone: none\nrows:\n  - none\n",
        "5: this row is to be `key: value` pairs"},
    Bad{"several lines", with("notes: none", "notes: |\n      one\n      two"),
        "48: `notes` has a line break or a tab in it: fold it into one paragraph by >-"},
    Bad{"blanks around", with("notes: none", "notes: \" none\""),
        "48: `notes` has blanks around it: take them away"},
    Bad{"no address", with("https://example.org/act", "the act"),
        "44: `sources` holds the act: write an address that begins with https://"},
    Bad{"an address with more behind it",
        with("https://example.org/act", "https://example.org act"),
        "44: `sources` holds https://example.org act: write an address that begins with https://"});

const auto of_names = testing::Values(
    Bad{"a country in words", with("jurisdiction: XX", "jurisdiction: Nowhere"),
        "2: `jurisdiction` is Nowhere: write an ISO 3166-1 alpha-2 code"},
    Bad{"small letters", with("jurisdiction: XX", "jurisdiction: xx"),
        "2: `jurisdiction` is xx: write an ISO 3166-1 alpha-2 code"},
    Bad{"UK", with("jurisdiction: XX", "jurisdiction: UK"),
        "2: `jurisdiction` is UK: the ISO code is GB"},
    Bad{"another file's jurisdiction",
        changed(with("jurisdiction: XX", "jurisdiction: XY"), "policy: XX", "policy: XY"),
        "1: the file of XY is to be named XY.yaml"},
    Bad{"a time zone", with("Europe/Dublin", "Europe/Cork"),
        "4: `time_zone` is Europe/Cork, a time zone that is not known"},
    Bad{"a row that is not named by its jurisdiction", with("policy: XX", "policy: XXL"),
        "7: the row XXL until 2019-12-31 is to be named XX, or that and what tells it apart"},
    Bad{"a name twice", next_period().with("policy: XX", "policy: XX until 2019-12-31").file(),
        "49: the name XX until 2019-12-31 is that of another row, XX.yaml:7"});

const auto of_periods = testing::Values(
    Bad{"an end before the beginning", with("valid_to: 2019-12-31", "valid_to: 2009-12-31"),
        "7: the row XX until 2019-12-31 ends before it begins"},
    Bad{"a day of two rows", next_period().with("2020-01-01", "2019-12-31").file(),
        "49: the row XX overlaps the row XX until 2019-12-31: one ends on 2019-12-31, the other "
        "begins on 2019-12-31"},
    Bad{"a day of no row", next_period().with("2020-01-01", "2020-01-02").file(),
        "49: the row XX leaves days out after the row XX until 2019-12-31: one ends on 2019-12-31, "
        "the other begins on 2020-01-02"},
    Bad{"no end, though another row follows",
        changed(next_period().file(), "valid_to: 2019-12-31", "valid_to: none"),
        "7: the row XX until 2019-12-31 has no `valid_to`, though the row XX follows it"},
    Bad{"no beginning, beside another row",
        next_period().with("valid_from: 2020-01-01", "valid_from: unknown").file(),
        "49: the row XX has no `valid_from`, and is not the only one of its variant"},
    Bad{"two rows without a beginning",
        changed(next_period().with("valid_from: 2020-01-01", "valid_from: unknown").file(),
                "valid_from: 2010-01-01", "valid_from: unknown"),
        "49: the row XX has no `valid_from`, and is not the only one of its variant"},
    Bad{"a window that rolls from nothing",
        with("window_months_from_sale: 12", "window_months_from_sale: none"),
        "7: the window of the row XX until 2019-12-31 rolls, but `window_months_from_sale` is "
        "none"},
    Bad{"days of no unit", with("days_unit: working days", "days_unit: none"),
        "7: the row XX until 2019-12-31 needs both `days_to_honour_opt_out` and `days_unit`, or "
        "neither"});

INSTANTIATE_TEST_SUITE_P(missing, Refusals, of_what_is_missing);
INSTANTIATE_TEST_SUITE_P(words, Refusals, of_what_is_no_word);
INSTANTIATE_TEST_SUITE_P(dates, Refusals, of_dates_and_numbers);
INSTANTIATE_TEST_SUITE_P(form, Refusals, of_keys_and_form);
INSTANTIATE_TEST_SUITE_P(names, Refusals, of_names);
INSTANTIATE_TEST_SUITE_P(periods, Refusals, of_periods);

// One fault a file, so that each can be mended in its place; all files are read.
TEST(refusals, are_told_for_each_file) {
  const std::string bad = with("email: yes", "email: maybe");
  const Compiled compiled = compile({{"XX.yaml", bad}, {"AA.yaml", bad}, {"XY.yaml", "- a\n"}});
  EXPECT_EQ(
      compiled.faults,
      (std::vector<std::string>{
          "AA.yaml:13: `email` is maybe: write one of unknown, no, yes, disputed, conditional",
          "XX.yaml:13: `email` is maybe: write one of unknown, no, yes, disputed, conditional",
          "XY.yaml:1: the top of the file is to be `key: value` pairs"}));
}

}  // namespace
}  // namespace softoptin::policies
