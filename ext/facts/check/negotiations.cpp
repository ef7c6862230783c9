// Negotiations: those whose trigger is not known, where the contact's policy accepts one and not
// another.
#include <algorithm>
#include <string>
#include <vector>

#include "facts/check/list.hpp"
#include "facts/check/tally.hpp"
#include "rules/text.hpp"

namespace softoptin::facts::check {
namespace {

using rules::Jurisdiction;
using rules::Trigger;
using rules::Truth;

// Whether a negotiation that it accepts allows nothing where its trigger is not known.
bool asks_for_trigger(const rules::Policy& policy) {
  const auto& accepts = policy.accepts_negotiation;
  return accepts[static_cast<std::size_t>(Trigger::unknown)] != Truth::yes &&
         std::ranges::find(accepts, Truth::yes) != accepts.end();
}

std::vector<const rules::Policy*> policies_that_ask(Law& law) {
  std::vector<const rules::Policy*> policies;
  for (const Jurisdiction country : law.in_use()) {
    const rules::Policy& policy = law.policy(country);
    if (asks_for_trigger(policy)) policies.push_back(&policy);
  }
  return policies;
}

// Negotiations of contacts of those policies, by trigger: the word, how many, and one of them.
std::string negotiations_sql(const Ground& ground,
                             const std::vector<const rules::Policy*>& policies) {
  const auto column = [&](const std::string& name) {
    return ground.has(sales::relation, name) ? "sold." + name : std::string{"NULL"};
  };
  std::string sql = "SELECT trim(" + column("trigger") + "), count(*), min(coalesce(" +
                    column("sale_id") + ", sold.contact_id)) FROM " + ground[sales::relation].from +
                    " AS sold";
  // CROSS keeps the sales, of which few are negotiations, on the left.
  const bool by_country = ground.law().by_country();
  if (by_country) {
    sql += " CROSS JOIN " + ground[contacts::relation].from +
           " AS known ON known.contact_id = +sold.contact_id";
  }
  sql += " WHERE lower(trim(sold.kind)) = 'negotiation'";
  if (by_country) {
    std::string countries;
    for (const rules::Policy* policy : policies) {
      countries += (countries.empty() ? "'" : ", '") + std::string{policy->row->jurisdiction} + "'";
    }
    sql += " AND upper(trim(known.country)) IN (" + countries + ")";
  }
  return sql + " GROUP BY 1";
}

constexpr std::string_view consequence =
    "The policy of these contacts accepts some kinds of negotiation and not others: until then "
    "these allow nothing.";

Fault fault_of(const Ground& ground, std::string_view word) {
  if (!rules::blank(word)) {
    return {Severity::warning,
            "unknown_trigger",
            "Write enquiry, quote or free_trial in place of {word} in {column}, if it was one.",
            shown(word),
            {},
            consequence};
  }
  const bool there = ground.has(sales::relation, "trigger");
  return {Severity::warning,
          "no_trigger",
          there ? "Write enquiry, quote or free_trial in {column} of negotiations, where it is "
                  "NULL or blank."
                : "Add a column {column} to soft_optin_sales, with enquiry, quote or free_trial "
                  "for each negotiation.",
          {},
          {},
          consequence};
}

bool can_be_asked(const Ground& ground) {
  return ground[sales::relation].complete() && ground[contacts::relation].complete() &&
         ground.has(sales::relation, "kind");
}

}  // namespace

void check_negotiations(Ground& ground) {
  if (!ground.law().national() || !can_be_asked(ground)) return;
  const auto policies = policies_that_ask(ground.law());
  if (policies.empty()) return;
  Tally tally{sales::relation, "trigger"};
  ground.reading(sales::relation, [&] {
    sqlite::Statement rows = ground.prepare(negotiations_sql(ground, policies), sales::relation);
    while (rows.step()) {
      const std::string_view word = rows[0].text();
      if (rules::trigger_of(word) != Trigger::unknown) continue;
      tally.add(fault_of(ground, word), rows[2].copy(), rows[1].integer());
    }
  });
  tally.report(ground);
}

}  // namespace softoptin::facts::check
