// What the compiler makes of good files.
#include <gtest/gtest.h>

#include <algorithm>

#include "good_file.hpp"
#include "policies/compiler/compile.hpp"
#include "policies/compiler/row.hpp"

namespace softoptin::policies {
namespace {

std::vector<std::string> names(const std::vector<Row>& rows) {
  std::vector<std::string> all;
  for (const Row& row : rows) all.push_back(row.written("policy"));
  return all;
}

std::string version(const std::string& text) { return rows_of(text).front().version(); }

TEST(compiler, takes_good_files) {
  for (const std::string& text : {std::string{good_file}, next_period().file()}) {
    const Compiled compiled = compile({{"XX.yaml", text}});
    EXPECT_EQ(compiled.faults, std::vector<std::string>{});
    EXPECT_NE(compiled.cpp.find(".policy = \"XX until 2019-12-31\""), std::string::npos);
  }
}

TEST(compiler, takes_a_last_row_with_an_end_and_a_first_without_a_beginning) {
  EXPECT_EQ(compile({{"XX.yaml", std::string{good_file}}}).faults, std::vector<std::string>{});
  const std::string undated = changed(next_period().file(), "2010-01-01", "unknown");
  EXPECT_EQ(compile({{"XX.yaml", undated}}).faults, std::vector<std::string>{});
}

TEST(compiler, does_not_mind_the_order_of_files) {
  const Source one{"XX.yaml", std::string{good_file}};
  const Source other{"XY.yaml", changed(changed(good_file, "jurisdiction: XX", "jurisdiction: XY"),
                                        "policy: XX", "policy: XY")};
  const Compiled compiled = compile({one, other});
  EXPECT_EQ(compiled.faults, std::vector<std::string>{});
  EXPECT_EQ(compiled.cpp, compile({other, one}).cpp);
}

TEST(compiler, puts_commercial_first_and_then_the_earlier_period) {
  const std::string charity = changed(
      SecondRow{}.with("XX until 2019-12-31", "XX charity").with("commercial", "charity").file(),
      "# Nowhere.\n", "");
  const std::string later_first = next_period().file().substr(0, good_file.find("  - policy")) +
                                  next_period().file().substr(good_file.size()) +
                                  std::string{good_file.substr(good_file.find("  - policy"))};
  EXPECT_EQ(names(rows_of(charity)),
            (std::vector<std::string>{"XX until 2019-12-31", "XX charity"}));
  EXPECT_EQ(names(rows_of(later_first)), (std::vector<std::string>{"XX until 2019-12-31", "XX"}));
}

TEST(version, is_the_day_of_checking_and_a_digest) {
  const std::string text = version(std::string{good_file});
  EXPECT_EQ(text.substr(0, 11), "2026-11-24-");
  EXPECT_EQ(text.size(), 19U);
  EXPECT_EQ(text.find_first_not_of("0123456789abcdef", 11), std::string::npos);
}

TEST(version, changes_with_any_value) {
  const std::string before = version(std::string{good_file});
  for (const auto& [from, to] : std::vector<std::pair<std::string_view, std::string_view>>{
           {"name: Nowhere", "name: Somewhere"},
           {"time_zone: Europe/Dublin", "time_zone: none"},
           {"sms: no", "sms: yes"},
           {"window_months_from_sale: 12", "window_months_from_sale: 13"},
           {"collected_from: none", "collected_from: 2010-01-01"},
           {"name: Robinson", "name: Crusoe"},
           {"legal_persons_only: no", "legal_persons_only: yes"},
           {"- the first", "- the last"},
           {"https://example.org/act", "https://example.org/acts"},
           {"notes: none", "notes: some"},
           {"last_checked: 2026-11-24", "last_checked: 2026-11-25"}}) {
    EXPECT_NE(version(changed(good_file, from, to)), before) << to;
  }
}

TEST(version, does_not_mind_how_a_file_is_laid_out) {
  const std::string before = version(std::string{good_file});
  for (const auto& [from, to] : std::vector<std::pair<std::string_view, std::string_view>>{
           {"    sms: no\n", "\n    # No text messages.\n    sms: \"no\"\n"},
           {"    email: yes\n    sms: no\n", "    sms: no\n    email: yes\n"},
           {"seen_as: statute text", "seen_as: >-\n      statute\n      text"}}) {
    EXPECT_EQ(version(changed(good_file, from, to)), before) << to;
  }
}

}  // namespace
}  // namespace softoptin::policies
