// The case book refuses what does not fit its form, with words that help its author.
#include "support/case_book.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/host/files.hpp"

namespace softoptin::tests {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// The faults of one file, in a folder where lawful.yaml is the real one.
std::vector<std::string> faults_of(const std::string& text, const std::string& name = "example") {
  const host::ScratchFolder folder;
  std::filesystem::copy_file(std::filesystem::path{SOFTOPTIN_CASES} / "lawful.yaml",
                             folder.path() / "lawful.yaml");
  host::write_file(folder.path() / (name + ".yaml"), text);
  for (const CaseFile& file : read_case_book(folder.path())) {
    if (file.name == name) return file.faults;
  }
  return {"the file was not read"};
}

// The faults of one case, written in one line.
std::vector<std::string> faults_of_case(const std::string& entry) {
  return faults_of("about: example\nsource: the rule\ncases:\n  - {case: one, " + entry + "}\n");
}

TEST(case_book, takes_a_case_that_fits) {
  EXPECT_THAT(faults_of_case("because: []"), IsEmpty());
  EXPECT_THAT(faults_of_case("change: {sale: {refused: 1}}, because: [refused_at_collection]"),
              IsEmpty());
}

TEST(case_book, refuses_what_is_no_yaml) {
  EXPECT_THAT(faults_of("about: [example"), ElementsAre(HasSubstr("line")));
}

TEST(case_book, refuses_a_file_without_cases) {
  const std::string head = "about: example\nsource: the rule\n";
  EXPECT_THAT(faults_of(""), ElementsAre(HasSubstr("expected `name: value` pairs")));
  EXPECT_THAT(faults_of(head), ElementsAre("there are no `cases`"));
  EXPECT_THAT(faults_of(head + "cases:\n"), ElementsAre("there are no `cases`"));
  EXPECT_THAT(faults_of(head + "cases: []\n"), ElementsAre("there are no `cases`"));
}

TEST(case_book, refuses_a_file_that_is_about_something_else) {
  EXPECT_THAT(faults_of("about: lapsed\nsource: the rule\ncases: [{case: one, because: []}]\n"),
              ElementsAre(HasSubstr("`about` must be `example`")));
}

TEST(case_book, refuses_a_file_without_authority) {
  EXPECT_THAT(faults_of("about: example\ncases: [{case: one, because: []}]\n"),
              ElementsAre(HasSubstr("`source` must say something")));
}

TEST(case_book, refuses_keys_that_nobody_knows) {
  EXPECT_THAT(faults_of_case("becuase: []"), ElementsAre(HasSubstr("`becuase` is not known here")));
  EXPECT_THAT(faults_of_case("because: [], change: {seller: {}}"),
              ElementsAre(HasSubstr("no lawful `seller` to change")));
  EXPECT_THAT(faults_of_case("because: [], change: {sale: {refusd: 1}}"),
              ElementsAre(HasSubstr("no column `refusd`")));
  EXPECT_THAT(faults_of_case("because: [], add: {sale: []}"),
              ElementsAre(HasSubstr("no relation `sale`")));
  EXPECT_THAT(faults_of_case("because: [], remove: [sales]"),
              ElementsAre(HasSubstr("no lawful `sales` to remove")));
  EXPECT_THAT(faults_of_case("because: [], without_columns: {sales: [kinds]}"),
              ElementsAre(HasSubstr("no column `kinds`")));
  EXPECT_THAT(faults_of_case("because: [], without_relations: [sale]"),
              ElementsAre(HasSubstr("no relation `sale`")));
  EXPECT_THAT(faults_of_case("because: [], policy: {window: 12}"),
              ElementsAre(HasSubstr("`window` is not known here")));
}

TEST(case_book, refuses_a_key_that_stands_there_twice) {
  EXPECT_THAT(faults_of_case("because: [], because: [lapsed]"),
              ElementsAre(HasSubstr("`because` stands here twice")));
  EXPECT_THAT(faults_of_case("because: [], change: {sale: {refused: 1, refused: 0}}"),
              ElementsAre(HasSubstr("`refused` stands here twice")));
}

TEST(case_book, refuses_an_expectation_that_says_nothing_or_too_much) {
  EXPECT_THAT(faults_of_case("law: a rule"), ElementsAre(HasSubstr("`because` is missing")));
  EXPECT_THAT(faults_of_case("because: ~"), ElementsAre(HasSubstr("`because` must be a list")));
  EXPECT_THAT(faults_of_case("because: [lapsd]"), ElementsAre(HasSubstr("no condition `lapsd`")));
  EXPECT_THAT(faults_of_case("because: [lapsed], unknown: [lapsed]"),
              ElementsAre(HasSubstr("`lapsed` stands there twice")));
  EXPECT_THAT(faults_of_case("because: [], refused: channel"),
              ElementsAre(HasSubstr("has no `because`")));
}

TEST(case_book, refuses_values_that_are_easily_meant_otherwise) {
  EXPECT_THAT(faults_of_case("because: [], change: {sale: {refused: no}}"),
              ElementsAre(HasSubstr("write 1 or 0 for no")));
  EXPECT_THAT(faults_of_case("because: [], change: {contact: {phone: 0861234567}}"),
              ElementsAre(HasSubstr("put 0861234567 in quotes")));
  EXPECT_THAT(faults_of_case("because: [], change: {contact: {phone: +353861234567}}"),
              ElementsAre(HasSubstr("put +353861234567 in quotes")));
}

TEST(case_book, refuses_an_added_row_that_leaves_out_what_tells_it_from_others) {
  EXPECT_THAT(faults_of_case("because: [], add: {sales: [{occurred_at: 2026-06-01}]}"),
              ElementsAre(HasSubstr("must say its sale_id")));
  EXPECT_THAT(faults_of_case("because: [], add: {preferences: [{contact_id: 1, state: opt_out}]}"),
              ElementsAre(HasSubstr("must say its changed_at")));
}

TEST(case_book, refuses_two_cases_of_one_name) {
  EXPECT_THAT(faults_of("about: example\nsource: the rule\n"
                        "cases: [{case: one, because: []}, {case: One!, because: []}]\n"),
              ElementsAre(HasSubstr("stands there twice")));
}

TEST(case_book, names_the_line) {
  EXPECT_THAT(faults_of("about: example\nsource: the rule\ncases:\n"
                        "  - case: one\n    because: []\n    change:\n      sale: {kynd: sale}\n"),
              ElementsAre(HasSubstr("line 7:")));
}

TEST(case_book, wants_each_condition_met_and_not_met_and_unknown) {
  const std::string head = "about: lapsed\nsource: the rule\ncases:\n";
  const std::string met = "  - {case: met, because: []}\n";
  const std::string not_met =
      "  - {case: not met, change: {ask: {as_of: 2028-01-01}}, because: [lapsed]}\n";
  EXPECT_THAT(
      faults_of(head + met, "lapsed"),
      ElementsAre(HasSubstr("no case fails"), HasSubstr("no case has this condition unknown")));
  EXPECT_THAT(
      faults_of(head + not_met, "lapsed"),
      ElementsAre(HasSubstr("no case meets"), HasSubstr("no case has this condition unknown")));
  EXPECT_THAT(faults_of("never_unknown: it is told by days\n" + head + met + not_met, "lapsed"),
              IsEmpty());
}

TEST(case_book, wants_a_file_for_each_condition) {
  const host::ScratchFolder folder;
  std::filesystem::copy_file(std::filesystem::path{SOFTOPTIN_CASES} / "lawful.yaml",
                             folder.path() / "lawful.yaml");
  const auto book = read_case_book(folder.path());
  ASSERT_EQ(book.size(), 1U);
  EXPECT_EQ(book.front().faults.size(), rules::rule_book.size());
  EXPECT_THAT(book.front().faults.front(), HasSubstr("unknown_contact has no file"));
}

TEST(case_book, is_all_faults_without_the_lawful_contact) {
  const host::ScratchFolder folder;
  host::write_file(folder.path() / "example.yaml",
                   "about: example\nsource: the rule\ncases: [{case: one, because: []}]\n");
  for (const CaseFile& file : read_case_book(folder.path())) {
    EXPECT_THAT(file.faults, testing::Contains(HasSubstr("lawful.yaml")));
  }
}

}  // namespace
}  // namespace softoptin::tests
