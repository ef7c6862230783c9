// When registers were screened, and when that changes (sql/reference/relations.md).
#include "rules/register_checks.hpp"

#include <gtest/gtest.h>

#include "written_dates.hpp"

namespace softoptin::rules {
namespace {

TEST(register_checks, change_something_on_their_day_and_when_they_are_too_old) {
  RegisterChecks checks{30};
  checks.add("Robinson", day("2026-01-10"));
  checks.add("Firms", day("2026-02-01"));
  checks.add(" robinson ", day("2026-03-01"));
  std::vector<Day> days;
  checks.each_change(Register{"Robinson", false, ""}, [&](Day day) { days.push_back(day); });
  EXPECT_EQ(days, (std::vector{day("2026-01-10"), day("2026-02-10"), day("2026-03-01"),
                               day("2026-04-01")}));
}

}  // namespace
}  // namespace softoptin::rules
