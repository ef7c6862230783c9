// The rows that are compiled in: as rows.txt lists them, in order, and as the notable countries
// are.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <tuple>

#include "rules/policy_row.hpp"
#include "rules/text.hpp"

namespace softoptin::rules {
namespace {

using Lines = std::vector<std::string>;

std::string day_or(const std::optional<Day>& day, std::string_view otherwise) {
  return day ? day->text() : std::string{otherwise};
}

// `IE.yaml: IE, from 2011-07-01, high`: a line of rows.txt.
std::string line_of(const PolicyRow& row) {
  std::string line = std::string{row.jurisdiction} + ".yaml: " + std::string{row.policy} +
                     ", from " + day_or(row.valid_from, "unknown");
  if (row.valid_to) line += " to " + row.valid_to->text();
  return line + ", " + std::string{name(row.confidence)};
}

Lines written_list() {
  Lines lines;
  std::ifstream file{POLICY_LIST};
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line.front() != '#') lines.push_back(line);
  }
  return lines;
}

const PolicyRow& row(std::string_view policy) {
  const auto rows = policy_rows();
  const auto found = std::ranges::find(rows, policy, &PolicyRow::policy);
  if (found == rows.end()) throw std::logic_error{"there is no row " + std::string{policy}};
  return *found;
}

Said on(const PolicyRow& row, Channel channel) {
  return row.channels.at(static_cast<std::size_t>(channel));
}

TEST(rows, are_as_listed) {
  Lines lines;
  for (const PolicyRow& row : policy_rows()) lines.push_back(line_of(row));
  EXPECT_EQ(lines, written_list()) << "write into tests/policies/rows.txt what was meant to change";
  EXPECT_EQ(lines.size(), 45U);
}

TEST(rows, come_from_every_file) {
  std::set<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator{POLICY_FILES}) {
    if (entry.path().extension() == ".yaml") files.insert(entry.path().filename().string());
  }
  std::set<std::string> listed;
  for (const std::string& line : written_list()) listed.insert(line.substr(0, line.find(':')));
  EXPECT_EQ(files, listed);
}

TEST(rows, stand_in_order) {
  const auto place = [](const PolicyRow& row) {
    return std::tuple{row.jurisdiction, row.variant != "commercial", row.valid_from};
  };
  EXPECT_TRUE(std::ranges::is_sorted(policy_rows(), {}, place));
}

TEST(rows, say_where_they_come_from) {
  for (const PolicyRow& row : policy_rows()) {
    EXPECT_FALSE(blank(row.citation)) << row.policy;
    EXPECT_FALSE(row.sources.empty()) << row.policy;
    EXPECT_FALSE(blank(row.seen_as)) << row.policy;
    EXPECT_FALSE(blank(row.valid_from_basis)) << row.policy;
    EXPECT_TRUE(row.version.starts_with(row.last_checked)) << row.policy;
  }
}

// Where consent is no longer asked for, a screened register may be all that protects.
TEST(rows, name_those_whose_companies_need_no_consent) {
  Lines policies;
  for (const PolicyRow& row : policy_rows()) {
    if (row.corporates == Corporates::not_required) policies.emplace_back(row.policy);
  }
  EXPECT_EQ(policies, (Lines{"EE", "FR", "GB", "IE", "PT"}));
}

TEST(rows, name_the_registers) {
  Lines registers;
  for (const PolicyRow& row : policy_rows()) {
    for (const Register& entry : row.registers) {
      registers.push_back(std::string{row.policy} + ": " + std::string{entry.name} +
                          (entry.legal_persons_only ? ", legal persons" : ""));
    }
  }
  EXPECT_EQ(registers,
            (Lines{"AT: ECG-Liste", "BG: Commission for Consumer Protection, legal persons",
                   "ES: Lista Robinson", "PT: Lista art 13-B, legal persons",
                   "SG: Do Not Call Registry", "ZA: CPA opt-out registry"}));
}

TEST(ireland, has_twelve_months_that_roll_from_a_sale) {
  EXPECT_EQ(row("IE").window_from_sale, Months{12});
  EXPECT_TRUE(row("IE").window_rolls);
  EXPECT_EQ(row("IE").completed_sale, Said::yes);
  EXPECT_EQ(row("IE").enquiry, Said::no);
  const auto rolling = std::ranges::count_if(policy_rows(), &PolicyRow::window_rolls);
  EXPECT_EQ(rolling, 1) << "no other country's window rolls";
}

TEST(great_britain, looks_at_the_first_collection) {
  EXPECT_TRUE(row("GB").initially_collected);
  EXPECT_EQ(std::ranges::count_if(policy_rows(), &PolicyRow::initially_collected), 1);
  EXPECT_EQ(row("GB").enquiry, Said::yes);
  EXPECT_EQ(row("GB").window_from_sale, std::nullopt);
}

TEST(great_britain, has_a_rule_for_charities_and_details_since_then) {
  EXPECT_EQ(row("GB charity").variant, "charity");
  EXPECT_EQ(row("GB charity").collected_from, row("GB charity").valid_from);
  EXPECT_EQ(row("GB charity").similar_required, Said::no);
  EXPECT_EQ(row("GB charity").quote, Said::no);
}

TEST(canada, has_two_windows_and_asks_for_nothing_at_collection) {
  EXPECT_EQ(row("CA").window_from_sale, Months{24});
  EXPECT_EQ(row("CA").window_from_enquiry, Months{6});
  EXPECT_FALSE(row("CA").window_rolls);
  EXPECT_EQ(row("CA").similar_required, Said::no);
  EXPECT_EQ(row("CA").opt_out_at_collection_required, Said::no);
  EXPECT_EQ(row("CA").days_to_honour_opt_out, 10);
}

TEST(italy, has_email_only) {
  EXPECT_EQ(on(row("IT"), Channel::email), Said::yes);
  for (const Channel other : {Channel::sms, Channel::mms, Channel::voicemail, Channel::in_app}) {
    EXPECT_EQ(on(row("IT"), other), Said::no) << name(other);
  }
}

TEST(hungary_and_poland, have_no_soft_opt_in) {
  for (const std::string_view policy : {"HU", "PL"}) {
    EXPECT_EQ(row(policy).soft_optin, SoftOptIn::no) << policy;
    EXPECT_EQ(on(row(policy), Channel::email), Said::no) << policy;
    EXPECT_EQ(row(policy).similar_required, Said::unknown) << policy;
  }
}

TEST(united_states, ask_for_no_consent_by_email) {
  EXPECT_EQ(row("US").soft_optin, SoftOptIn::not_needed);
  EXPECT_EQ(on(row("US"), Channel::email), Said::yes);
  EXPECT_EQ(on(row("US"), Channel::sms), Said::no);
  EXPECT_EQ(row("US").completed_sale, Said::no);
}

}  // namespace
}  // namespace softoptin::rules
