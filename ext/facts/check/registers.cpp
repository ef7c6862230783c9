// Registers: checks of one that no policy names, and those that policies in use ask for and that
// were not screened in time. Fills the law with the checks.
#include <algorithm>

#include "facts/check/list.hpp"
#include "facts/check/spelling.hpp"
#include "facts/check/tally.hpp"
#include "facts/layout.hpp"
#include "facts/meaning.hpp"
#include "facts/policies.hpp"
#include "rules/text.hpp"

namespace softoptin::facts::check {
namespace {

using enum Severity;
using rules::PolicyRow;
using rules::Subscriber;
using rules::Truth;

// The first register of all policies for which the test holds; nullptr where there is none.
template <class Test>
const rules::Register* find_register(Test test) {
  for (const PolicyRow& row : rules::policy_rows()) {
    const auto found = std::ranges::find_if(row.registers, test);
    if (found != row.registers.end()) return &*found;
  }
  return nullptr;
}

std::optional<Fault> fault_of(std::string_view name) {
  const auto same = [&](const rules::Register& entry) {
    return rules::same_word(name, entry.name);
  };
  if (find_register(same) != nullptr) return std::nullopt;
  const auto like = [&](const rules::Register& entry) { return misspells(name, entry.name); };
  const rules::Register* meant = find_register(like);
  return Fault{
      warning, "unknown_register",
      "Write {instead} in place of {word} in {column}: no policy names such a register, so "
      "that the check counts for none.",
      shown(name),
      std::string{meant != nullptr ? meant->name
                                   : "the name of a register as soft_optin_policies has it"}};
}

void read_checks(Ground& ground) {
  Tally tally{register_checks::relation, "register"};
  const Layout layout{ground.snapshot(), register_checks::relation, ground.settings().schema};
  sqlite::Statement rows = layout.prepare();
  while (rows.step()) {
    const auto name = rows[register_checks::register_name].text();
    const auto stamp = stamp_of(rows[register_checks::checked_at]);
    const auto fault = fault_of(name);
    if (fault) {
      tally.add(*fault, rows[register_checks::register_name].copy());
    } else if (stamp) {
      const rules::Zone& zone =
          zone_or(ground.law().book().zone_of_register(name), ground.settings());
      ground.law().book().take_check(name, stamp->day_in(zone));
    }
  }
  tally.report(ground);
}

// Whether contacts of that kind could be eligible, were it screened.
bool matters(const rules::ScreenedRegister& entry, const rules::Policy& policy,
             Subscriber subscriber) {
  const rules::SubscriberTerms& terms = policy.of(subscriber);
  return bears_on(*entry.what, subscriber) &&
         (terms.offered == Truth::yes || terms.not_required == Truth::yes);
}

// The contacts that need it to be screened.
Met contacts_to_screen(const Law& law, rules::Jurisdiction country,
                       const rules::ScreenedRegister& entry, const rules::Policy& policy) {
  Met contacts;
  for (const auto subscriber : {Subscriber::individual, Subscriber::corporate}) {
    if (matters(entry, policy, subscriber)) contacts.add(law.contacts_of(country, subscriber));
  }
  return contacts;
}

void check_register(Ground& ground, rules::Jurisdiction country,
                    const rules::ScreenedRegister& entry, const rules::Policy& policy) {
  if (entry.last_day && ground.law().today(country) <= *entry.last_day) return;
  const Met unscreened = contacts_to_screen(ground.law(), country, entry, policy);
  if (unscreened.rows == 0) return;
  const std::string last = entry.checked_on ? "the last time was on " + entry.checked_on->text() +
                                                  ", which counted until " + entry.last_day->text()
                                            : "that was never done";
  ground.add(
      {warning, register_checks::relation.name, "register_not_checked", unscreened.rows,
       unscreened.example,
       "Screen " + std::string{entry.what->name} + ", as policy " + std::string{policy.name} +
           " asks, and write the day into soft_optin_register_checks under that name: " + last +
           ", and until it is none of these contacts is eligible."});
}

}  // namespace

void check_registers(Ground& ground) {
  if (!ground.law().national()) return;
  const Found& found = ground[register_checks::relation];
  if (found.complete()) ground.reading(register_checks::relation, [&] { read_checks(ground); });
  if (found.present && !found.complete()) return;
  for (const rules::Jurisdiction country : ground.law().in_use()) {
    const rules::Policy& policy = ground.law().policy(country);
    for (const rules::ScreenedRegister& entry : policy.registers) {
      check_register(ground, country, entry, policy);
    }
  }
}

}  // namespace softoptin::facts::check
