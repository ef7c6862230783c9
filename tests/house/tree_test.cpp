// The project's own tree, asked every check.
#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "checks.hpp"
#include "support/case_book.hpp"

namespace softoptin::house {
namespace {

// Read once for all checks.
const Tree& project() {
  static const Tree tree = Tree::of_folder(SOURCE_DIR);
  return tree;
}

struct Check {
  const char* name;
  Breaches (*breaches)(const Tree&);
};

void PrintTo(const Check& check, std::ostream* out) { *out << check.name; }

class Project : public testing::TestWithParam<Check> {};

TEST_P(Project, has_no) {
  std::string lines;
  for (const Breach& breach : GetParam().breaches(project())) lines += breach.text() + "\n";
  if (!lines.empty()) FAIL() << lines;
}

constexpr std::array checks = {
    Check{"wrong_arrows", wrong_arrows},
    Check{"foreign_headers", foreign_headers},
    Check{"second_includes_of_sqlite", second_includes_of_sqlite},
    Check{"clocks_and_files", clocks_and_files},
    Check{"strangers_at_the_top", strangers_at_the_top},
    Check{"strangers_in_ext", strangers_in_ext},
    Check{"lumber_rooms", lumber_rooms},
    Check{"odd_file_names", odd_file_names},
    Check{"conditions_without_heading", conditions_without_heading},
    Check{"headings_without_condition", headings_without_condition},
    Check{"relations_without_file", relations_without_file},
    Check{"files_without_relation", files_without_relation},
    Check{"names_without_page", names_without_page},
    Check{"pages_without_name", pages_without_name},
    Check{"traps_without_test", traps_without_test},
    Check{"wide_lines", wide_lines},
    Check{"tabs_and_trailing_blanks", tabs_and_trailing_blanks},
    Check{"long_files", long_files},
    Check{"foreign_type_and_constant_names", foreign_type_and_constant_names},
    Check{"version_written_twice", version_written_twice},
    Check{"places_of_one_machine", places_of_one_machine},
    Check{"scripts_that_do_not_say_what_runs_them", scripts_that_do_not_say_what_runs_them},
};

INSTANTIATE_TEST_SUITE_P(tree, Project, testing::ValuesIn(checks),
                         [](const auto& check) { return std::string{check.param.name}; });

// The checks above pass on nothing at all; this one does not.
TEST(project, is_there) {
  EXPECT_GT(project().below("ext/rules/").size(), 20U);
  EXPECT_NE(project().find("ext/rules/rule_book.hpp"), nullptr);
  EXPECT_EQ(project().find("build/CMakeCache.txt"), nullptr);
}

// The case book finds itself what is missing in it: a condition without a file, a file without a
// met, a not-met and an unknown case.
TEST(case_book, is_complete) {
  const auto book = tests::read_case_book(std::filesystem::path{SOURCE_DIR} / "tests/cases");
  EXPECT_GE(book.size(), rules::rule_book.size());
  for (const tests::CaseFile& file : book) {
    for (const std::string& fault : file.faults) ADD_FAILURE() << file.path << ": " << fault;
  }
}

}  // namespace
}  // namespace softoptin::house
