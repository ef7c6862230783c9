// Policies: whose rule decides about a contact, and in which zone its days are counted.
//
// By the setting `policy`: one rule for everyone, or that of the contact's country.
#pragma once

#include <optional>
#include <string_view>

#include "facts/house.hpp"
#include "facts/snapshot.hpp"
#include "rules/facts.hpp"
#include "rules/policy_book.hpp"

namespace softoptin::facts {

class Layout;

// The zone of a policy, or where it has none of its own (null) that of the setting time_zone.
const rules::Zone& zone_or(const rules::Zone* own, const Settings& settings);

// A row of soft_optin_policy_choices, read by Layout::prepare.
rules::PolicyChoice choice_of(const sqlite::Statement& row, rules::PolicyBook& book,
                              const Settings& settings);

// Takes every row of soft_optin_policy_choices into the book, where the relation is there. Throws
// Error, which says what to write, for a choice that a house may not make.
void read_choices(const Snapshot& snapshot, const Settings& settings, rules::PolicyBook& book);

class Policies {
 public:
  // Under a national policy, reads soft_optin_policy_choices and soft_optin_register_checks, where
  // they are there. Throws Error, as read_choices does. The settings must outlive it.
  Policies(const Snapshot& snapshot, const Settings& settings);

  // Whether it depends on the contact's country.
  [[nodiscard]] bool by_country() const { return settings_.rule == Settings::Rule::national; }
  // The country that decides about a contact: what its row says (blank: not known), or that of the
  // setting.
  [[nodiscard]] rules::Jurisdiction country(std::string_view of_contact) const;
  [[nodiscard]] const rules::Zone& zone(rules::Jurisdiction country);
  // Whether messages may extend a window there.
  [[nodiscard]] bool may_roll(rules::Jurisdiction country) const;
  // Whether that may be so of any contact.
  [[nodiscard]] bool may_roll() const;
  // What decides there on that day; stays where it is. Some nanoseconds where the same was asked
  // before.
  const rules::Policy& policy(rules::Jurisdiction country, rules::Variant variant, rules::Day day) {
    return book_ ? book_->policy(country, variant, day) : rules::baseline();
  }
  const rules::Policy& policy_then(rules::Jurisdiction country, rules::Variant variant,
                                   rules::Stamp as_of) {
    return policy(country, variant, as_of.day_in(zone(country)));
  }

 private:
  void read_register_checks(const Layout& layout);

  const Settings& settings_;
  std::optional<rules::PolicyBook> book_;  // Not under the baseline.
  rules::Jurisdiction for_everyone_ = rules::Jurisdiction::not_known;
};

}  // namespace softoptin::facts
