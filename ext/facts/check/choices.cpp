// Choices: those that the house may not make, in the rules' own words. The others go into the law.
#include "facts/check/list.hpp"
#include "facts/layout.hpp"
#include "facts/policies.hpp"

namespace softoptin::facts::check {
namespace {

void take(Ground& ground, const sqlite::Statement& row) {
  const auto fault =
      ground.law().book().take(choice_of(row, ground.law().book(), ground.settings()));
  if (!fault) {
    ground.law().meet_choice(row[policy_choices::jurisdiction]);
    return;
  }
  ground.law().refuse_choice();
  ground.add({Severity::error, policy_choices::relation.name, "refused_choice", 1,
              row[policy_choices::jurisdiction].copy(),
              "Correct the choice, which soft_optin_policies and every answer under a national "
              "policy refuse: " +
                  *fault + "."});
}

}  // namespace

void check_choices(Ground& ground) {
  if (!ground[policy_choices::relation].complete()) return;
  ground.reading(policy_choices::relation, [&] {
    const Layout layout{ground.snapshot(), policy_choices::relation, ground.settings().schema};
    sqlite::Statement rows = layout.prepare();
    while (rows.step()) take(ground, rows);
  });
}

}  // namespace softoptin::facts::check
