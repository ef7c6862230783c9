// Every row of the policy data has its cases: a yes under it, or where it offers no soft opt-in to
// anybody a no.
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "rules/decide.hpp"
#include "support/case_book.hpp"
#include "support/facts_of_world.hpp"

namespace softoptin::tests {
namespace {

struct Seen {
  bool yes = false;  // On the soft opt-in, or because the policy asks for neither.
  bool no = false;
};

// What the cases get to hear under each policy, by its name.
std::map<std::string, Seen, std::less<>> seen_in(const std::vector<CaseFile>& book) {
  std::map<std::string, Seen, std::less<>> seen;
  for (const CaseFile& file : book) {
    for (const Case& one : file.cases) {
      if (one.expected.refused || one.policy) continue;
      const FactsOfWorld assembled(one.world, std::nullopt);
      const rules::Facts facts = assembled.facts();
      const auto basis = rules::decide(rules::consider(assembled.question(), facts)).basis;
      const bool yes = basis == rules::Basis::soft_opt_in || basis == rules::Basis::not_required;
      Seen& policy = seen[std::string{facts.policy.name}];
      (yes ? policy.yes : policy.no) = true;
    }
  }
  return seen;
}

TEST(policies, have_each_a_case_that_says_yes_and_one_that_says_no) {
  auto seen = seen_in(read_case_book(SOFTOPTIN_CASES));
  ASSERT_FALSE(rules::policy_rows().empty());
  for (const rules::PolicyRow& row : rules::policy_rows()) {
    if (row.jurisdiction == "EU") continue;  // Nobody is judged by the Directive.
    const Seen& cases = seen[std::string{row.policy}];
    EXPECT_TRUE(cases.no) << "no case says no under " << row.policy;
    EXPECT_EQ(cases.yes, row.soft_optin != rules::SoftOptIn::no)
        << "whether a case says yes under " << row.policy;
  }
}

}  // namespace
}  // namespace softoptin::tests
