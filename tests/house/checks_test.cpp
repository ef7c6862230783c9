// The checks themselves, on small invented trees: each names its breach, and leaves the rest alone.
#include <gtest/gtest.h>

#include <ostream>
#include <utility>

#include "checks.hpp"
#include "rules/rule_book.hpp"

namespace softoptin::house {
namespace {

struct Invented {
  const char* why;
  Breaches (*check)(const Tree&);
  std::vector<std::pair<std::string, std::string>> files;  // Path and text.
  std::vector<std::string> breaches;                       // path:line: what is wrong.
};

void PrintTo(const Invented& invented, std::ostream* out) { *out << invented.why; }

class Checks : public testing::TestWithParam<Invented> {};

std::string place_and_fault(const Breach& breach) {
  const std::string text = breach.text();
  return text.substr(0, text.find("; "));
}

TEST_P(Checks, name_their_breach) {
  std::vector<File> files;
  for (const auto& [path, text] : GetParam().files) files.push_back(file_of_text(path, text));
  std::vector<std::string> found;
  for (const Breach& breach : GetParam().check(Tree{files})) {
    found.push_back(place_and_fault(breach));
    EXPECT_FALSE(breach.remedy.empty()) << "a breach says what to do";
  }
  EXPECT_EQ(found, GetParam().breaches);
}

const auto of_arrows = testing::Values(
    Invented{"rules that know SQLite",
             wrong_arrows,
             {{"ext/rules/day.cpp", "#include \"rules/day.hpp\"\n#include \"sqlite/value.hpp\"\n"}},
             {"ext/rules/day.cpp:2: includes \"sqlite/value.hpp\""}},
    Invented{"hands that know the law",
             wrong_arrows,
             {{"ext/sqlite/value.cpp", "#include \"facts/house.hpp\"\n"}},
             {"ext/sqlite/value.cpp:1: includes \"facts/house.hpp\""}},
    Invented{"facts that know the surface",
             wrong_arrows,
             {{"ext/facts/house.hpp", "#include \"api/question.hpp\"\n"}},
             {"ext/facts/house.hpp:1: includes \"api/question.hpp\""}},
    Invented{"arrows as planned",
             wrong_arrows,
             {{"ext/policies/compiler/a.cpp",
               "#include \"policies/compiler/a.hpp\"\n#include \"rules/a.hpp\"\n"},
              {"ext/api/a.cpp", "#include \"facts/a.hpp\"\n#include \"rules/a.hpp\"\n"},
              {"ext/facts/a.cpp", "#include \"rules/a.hpp\"\n#include \"sqlite/a.hpp\"\n"}},
             {}},
    Invented{
        "a header without its room",
        wrong_arrows,
        {{"ext/api/a.cpp", "#include \"a.hpp\"\n#include \"../rules/a.hpp\"\n"}},
        {"ext/api/a.cpp:1: includes \"a.hpp\"", "ext/api/a.cpp:2: includes \"../rules/a.hpp\""}},
    Invented{"a library in the wrong room",
             foreign_headers,
             {{"ext/rules/a.cpp", "#include <nlohmann/json.hpp>\n#include <date/date.h>\n"},
              {"ext/facts/a.cpp", "#include <date/date.h>\n#include <vector>\n"}},
             {"ext/facts/a.cpp:1: includes <date/date.h>",
              "ext/rules/a.cpp:1: includes <nlohmann/json.hpp>"}},
    Invented{
        "a library that nobody listed",
        foreign_headers,
        {{"ext/rules/a.cpp", "#include <boost/any.hpp>\n#include <stdint.h>\n"}},
        {"ext/rules/a.cpp:1: includes <boost/any.hpp>", "ext/rules/a.cpp:2: includes <stdint.h>"}},
    Invented{"SQLite's interface twice",
             second_includes_of_sqlite,
             {{"ext/sqlite/api.hpp", "#include <sqlite3ext.h>\n"},
              {"ext/sqlite/value.hpp", "#include <sqlite3ext.h>\n"},
              {"ext/sqlite/wall.hpp", "#include <sqlite3.h>\n"}},
             {"ext/sqlite/value.hpp:1: includes sqlite3ext.h",
              "ext/sqlite/wall.hpp:1: includes sqlite3.h"}},
    Invented{"SQLite's interface nowhere",
             second_includes_of_sqlite,
             {},
             {"ext/sqlite/api.hpp: does not include sqlite3ext.h"}},
    Invented{"a clock and a file",
             clocks_and_files,
             {{"ext/rules/a.cpp", "#include <fstream>\nint f();\n"},
              {"ext/facts/a.cpp", "auto t = std::chrono::system_clock::now();\n"},
              {"ext/facts/b.cpp", "x = y.time(0);\nlifetime(1);\nif (std::time(0) < 9) f();\n"},
              {"ext/facts/c.cpp", "\nauto home = getenv(\"HOME\"), then = time(nullptr);\n"}},
             {"ext/facts/a.cpp:1: reads a clock (_clock::now)",
              "ext/facts/b.cpp:3: reads a clock (time)", "ext/facts/c.cpp:2: reads a clock (time)",
              "ext/facts/c.cpp:2: reads the environment (getenv)",
              "ext/rules/a.cpp:1: includes <fstream>"}});

const auto of_the_plan = testing::Values(
    Invented{"strangers at the top, each named once",
             strangers_at_the_top,
             {{"Makefile", ""},
              {"docs/a.md", ""},
              {"docs/b.md", ""},
              {"README.md", ""},
              {".gitignore", ""},
              {".ci/run", ""},
              {"ext/README.md", ""},
              {"sql/schema.sql", ""}},
             {"Makefile: stands at the top level", "docs: stands at the top level"}},
    Invented{"a room that nobody planned",
             strangers_in_ext,
             {{"ext/core/a.cpp", ""}, {"ext/a.cpp", ""}, {"ext/rules/conditions/a.hpp", ""}},
             {"ext/a.cpp: is in no room", "ext/core/a.cpp: is in no room"}},
    Invented{
        "names that do not say what is inside",
        lumber_rooms,
        {{"ext/rules/util.cpp", ""}, {"tests/common/a.cpp", ""}, {"tests/unit/commons.cpp", ""}},
        {"ext/rules/util.cpp: \"util\" does not say what is inside",
         "tests/common/a.cpp: \"common\" does not say what is inside"}},
    Invented{"capitals and hyphens in names",
             odd_file_names,
             {{"ext/rules/RuleBook.hpp", ""},
              {"tests/re-view/a.cpp", ""},
              {"ext/policies/IE.yaml", ""},
              {"ext/policies/Ie.yaml", ""},
              {"sql/README.md", ""},
              {"tests/CMakeLists.txt", ""},
              {".clang-format", ""}},
             {"ext/policies/Ie.yaml: \"Ie\" is not snake_case",
              "ext/rules/RuleBook.hpp: \"RuleBook\" is not snake_case",
              "tests/re-view/a.cpp: \"re-view\" is not snake_case"}});

INSTANTIATE_TEST_SUITE_P(arrows, Checks, of_arrows);
INSTANTIATE_TEST_SUITE_P(plan, Checks, of_the_plan);

// A page with a heading for each condition, but for what the test changes.
std::string page_of_conditions() {
  std::string page = "# Conditions\n";
  for (const rules::Rule& rule : rules::rule_book) page += "## " + std::string{rule.name} + "\n";
  return page + "## no_opt_out_in_message\n";
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  return text.replace(text.find(what), what.size(), by);
}

constexpr const char* conditions_page = "sql/reference/conditions.md";

const auto of_names = testing::Values(
    Invented{"no page of conditions",
             conditions_without_heading,
             {},
             {"sql/reference/conditions.md: is not there"}},
    Invented{"a condition for each heading",
             conditions_without_heading,
             {{conditions_page, page_of_conditions()}},
             {}},
    Invented{"a condition without a heading",
             conditions_without_heading,
             {{conditions_page, replaced(page_of_conditions(), "## lapsed\n", "lapsed\n")}},
             {"sql/reference/conditions.md: has no heading for lapsed"}},
    Invented{"headings out of order",
             conditions_without_heading,
             {{conditions_page, replaced(replaced(page_of_conditions(), "## lapsed\n", ""),
                                         "## no_sale\n", "### `lapsed`\n## no_sale\n")}},
             {"sql/reference/conditions.md:11: lapsed stands too early"}},
    Invented{
        "headings that are no condition, or come twice",
        headings_without_condition,
        {{conditions_page, "## lapsed\n## Fine points\n## expired\n### lapsed\n## Two words\n"}},
        {"sql/reference/conditions.md:3: expired is no condition of the rule book",
         "sql/reference/conditions.md:4: lapsed has two headings"}},
    Invented{
        "a view and a table of no relation",
        files_without_relation,
        {{"sql/relations/sales.sql", ""},
         {"sql/relations/orders.sql", ""},
         {"sql/schema.sql", "CREATE TABLE soft_optin_orders (\nCREATE TABLE soft_optin_sales (\n"}},
        {"sql/relations/orders.sql: is about no relation of the contract",
         "sql/schema.sql:1: creates soft_optin_orders, which is no relation of the contract"}},
    Invented{"a name without its page, and a page without its title",
             names_without_page,
             {{"tests/house/surface.txt",
               "# about\nfunction a_name/2\nfunction a_name/3\nmodule b_name\n"},
              {"sql/reference/b_name.md", "# Another\n"}},
             {"sql/reference/a_name.md: is not there, though loading adds a_name",
              "sql/reference/b_name.md:1: does not open with its name"}},
    Invented{"a page without a name",
             pages_without_name,
             {{"tests/house/surface.txt", "function a_name/2\n"},
              {"sql/reference/a_name.md", ""},
              {"sql/reference/b_name.md", ""},
              {"sql/reference/dates.md", ""}},
             {"sql/reference/b_name.md: is about no SQL name"}});

INSTANTIATE_TEST_SUITE_P(names, Checks, of_names);

const std::string traps = "# The tests\n| a | `gone.A.b` |\n## Traps\n| trap | test |\n|---|---|\n";

const auto of_traps = testing::Values(
    Invented{"traps with tests of every kind",
             traps_without_test,
             {{"tests/README.md", traps + "| a | `unit.A.b`, `unit.A.*` and `tests/sql/a.sql` |\n"
                                          "| b | `binary.gates`; `sqlite_versions.3.31.1` |\n"},
              {"tests/unit/a.cpp", "TEST_P(A, b) {}\n"},
              {"tests/binary/CMakeLists.txt", "add_test(NAME binary.gates\n"},
              {"tests/sqlite_versions/builds.txt", "3.31.1   better\n"},
              {"tests/sql/a.sql", ""}},
             {}},
    Invented{"tests that are not there, and a trap without one",
             traps_without_test,
             {{"tests/README.md", traps + "| a | `unit.A.c`, `unit.B.*`, `hostile.A.b` |\n"
                                          "| b `unit.A.b` | none |\n| c | `sql/a.sql` |\n"},
              {"tests/unit/a.cpp", "TEST(A, b) {}\n// A, c\n"}},
             {"tests/README.md:6: names unit.A.c, which is not there",
              "tests/README.md:6: names unit.B.*, which is not there",
              "tests/README.md:6: names hostile.A.b, which is not there",
              "tests/README.md:7: names no test",
              "tests/README.md:8: names sql/a.sql, which is not there"}},
    Invented{"no traps",
             traps_without_test,
             {{"tests/README.md", "# The tests\n"}},
             {"tests/README.md: has no table of traps"}});

INSTANTIATE_TEST_SUITE_P(traps, Checks, of_traps);

TEST(relations, need_a_view_that_names_them_and_a_table) {
  const Tree tree{
      {file_of_text("sql/relations/sales.sql", "CREATE VIEW sales AS\n"),
       file_of_text("sql/relations/contacts.sql", "CREATE VIEW soft_optin_contacts AS\n"),
       file_of_text("sql/schema.sql", "CREATE TABLE soft_optin_contacts (\n")}};
  std::vector<std::string> found;
  for (const Breach& breach : relations_without_file(tree))
    found.push_back(place_and_fault(breach));
  EXPECT_EQ(found.size(), 2U * 9U) << "every relation but contacts";
  EXPECT_EQ(found[0], "sql/relations/sales.sql: never names soft_optin_sales");
  EXPECT_EQ(found[1], "sql/schema.sql: creates no table soft_optin_sales");
}

const std::string hundred(100, 'x');
const std::string hundred_umlauts = [] {
  std::string text;
  for (int count = 0; count < 100; ++count) text += "\xC3\xA4";
  return text;
}();

// Put together here, so that this file does not name itself.
const std::string home = std::string{"/home"} + "/";
const std::string shared = std::string{".."} + "/shared";
const std::string constant = std::string{"k"} + "Second";
const std::string registry = std::string{"pypi"} + ".org";

const auto of_habits = testing::Values(
    Invented{"lines that are too wide",
             wide_lines,
             {{"ext/a.cpp", hundred + "\n" + hundred_umlauts + "\nx" + hundred + "\n"},
              {"tests/CMakeLists.txt", "x" + hundred},
              {"tests/a.sql", "--> " + hundred + "\n--! " + hundred + "\n-- " + hundred + "\n"},
              {"tests/a.txt", "x" + hundred},
              {"tests/a.yaml", "  - http" + hundred + "\n  - http x" + hundred + "\n"}},
             {"ext/a.cpp:3: has 101 columns", "tests/CMakeLists.txt:1: has 101 columns",
              "tests/a.sql:3: has 103 columns", "tests/a.yaml:2: has 110 columns"}},
    Invented{"wide tables and code in Markdown are no prose",
             wide_lines,
             {{"README.md", "| " + hundred + " |\n    " + hundred + "\n```\nx" + hundred +
                                "\n```\nx" + hundred + "\n"}},
             {"README.md:6: has 101 columns"}},
    Invented{
        "tabs and trailing blanks",
        tabs_and_trailing_blanks,
        {{"ext/a.cpp", "\tint a;\nint b; \n"}, {"tests/a.sh", "\ta\nb\r\n"}, {"tests/a.txt", "a "}},
        {"ext/a.cpp:1: has a tab", "ext/a.cpp:2: ends in a blank",
         "tests/a.sh:2: ends in a blank"}},
    Invented{"files that are too long",
             long_files,
             {{"ext/rules/a.cpp", std::string(401, '\n')},
              {"ext/rules/b.cpp", std::string(400, '\n')},
              {"tests/a.cpp", std::string(401, '\n')}},
             {"ext/rules/a.cpp: has 401 lines"}},
    Invented{"names from other houses",
             foreign_type_and_constant_names,
             {{"ext/a.cpp", "constexpr int " + constant +
                                " = 1;\nclass ReaderImpl {};\nstruct IReader {};\n"
                                "struct Inside {};\nint kB = 1;\nstruct SaleManager;\n"
                                "// Impl, Manager.\nunit(benchmark::" +
                                constant + ");\n"}},
             {"ext/a.cpp:1: names something " + constant, "ext/a.cpp:2: names something ReaderImpl",
              "ext/a.cpp:3: names something IReader", "ext/a.cpp:6: names something SaleManager"}},
    Invented{"the version a second time",
             version_written_twice,
             {{"CMakeLists.txt", "project(softoptin VERSION 7.8.9 LANGUAGES CXX)\n"},
              {"README.md", "softoptin 7.8.9\n"},
              {"sql/a.sql", "-- 17.8.9, 7.8.90, 1.7.8.9\n"}},
             {"README.md:1: writes the version 7.8.9 again"}},
    Invented{"no version at all",
             version_written_twice,
             {{"CMakeLists.txt", "project(softoptin)\n"}},
             {"CMakeLists.txt: declares no version"}},
    Invented{"places of one machine, and hosts of registries",
             places_of_one_machine,
             {{"tests/a.sh", "cd " + home + "me\ncp " + shared + "/x .\ncurl " + registry + "\n"},
              {"ext/policies/IE.yaml", "  - https://example.org" + home + "\n"}},
             {"tests/a.sh:2: names " + shared, "tests/a.sh:1: names " + home,
              "tests/a.sh:3: names " + registry}},
    Invented{"a script that does not say what runs it",
             scripts_that_do_not_say_what_runs_them,
             {{"tests/a.sh", "echo\n"}, {"tests/b.sh", "#!/usr/bin/env bash\n"}},
             {"tests/a.sh:1: does not say what runs it"}});

INSTANTIATE_TEST_SUITE_P(habits, Checks, of_habits);

TEST(words, are_letters_digits_and_underscores_that_stand_together) {
  EXPECT_EQ(words("### `no_sale`, 2nd"), (std::vector<std::string_view>{"no_sale", "2nd"}));
  EXPECT_TRUE(words(" -- ").empty());
}

TEST(file, is_known_by_its_path) {
  const File file = file_of_text("tests/cases/case_files.cmake.in", "a\n\nb");
  EXPECT_EQ(file.lines, (std::vector<std::string>{"a", "", "b"}));
  EXPECT_EQ(file.name(), "case_files.cmake.in");
  EXPECT_EQ(file.extension(), "in");
  EXPECT_EQ(file.stem(), "case_files.cmake");
  EXPECT_EQ(file_of_text(".ci/run", "").extension(), "run");
  EXPECT_EQ(file_of_text(".gitignore", "").extension(), ".gitignore");
}

}  // namespace
}  // namespace softoptin::house
