#include "facts/policies.hpp"

#include <string>

#include "facts/layout.hpp"
#include "facts/meaning.hpp"
#include "rules/text.hpp"
#include "sqlite/error.hpp"

namespace softoptin::facts {

using rules::Jurisdiction;
using sqlite::Error;
using sqlite::Statement;

namespace {

std::optional<rules::Day> day_of(sqlite::Cell cell, const rules::Zone& zone) {
  const auto stamp = stamp_of(cell);
  return stamp ? std::optional{stamp->day_in(zone)} : std::nullopt;
}

}  // namespace

const rules::Zone& zone_or(const rules::Zone* own, const Settings& settings) {
  return own != nullptr ? *own : *settings.time_zone;
}

rules::PolicyChoice choice_of(const Statement& row, rules::PolicyBook& book,
                              const Settings& settings) {
  const auto text = [&](int place) { return std::string{row[place].text()}; };
  const rules::Zone& zone =
      zone_or(book.zone_of_choice(row[policy_choices::jurisdiction].text()), settings);
  return {text(policy_choices::jurisdiction), text(policy_choices::parameter),
          text(policy_choices::value),        text(policy_choices::reason),
          text(policy_choices::decided_by),   day_of(row[policy_choices::decided_at], zone)};
}

void read_choices(const Snapshot& snapshot, const Settings& settings, rules::PolicyBook& book) {
  const Layout layout{snapshot, policy_choices::relation, settings.schema};
  if (!layout.present()) return;
  Statement row = layout.prepare();
  while (row.step()) {
    const auto fault = book.take(choice_of(row, book, settings));
    if (fault) throw Error("soft_optin_policy_choices: " + *fault);
  }
}

Policies::Policies(const Snapshot& snapshot, const Settings& settings) : settings_(settings) {
  if (settings.rule == Settings::Rule::baseline) return;
  book_.emplace(settings.register_valid_days);
  if (settings.rule == Settings::Rule::one_country) {
    for_everyone_ = book_->jurisdiction_of(settings.country);
  }
  read_choices(snapshot, settings, *book_);
  read_register_checks({snapshot, register_checks::relation, settings.schema});
}

void Policies::read_register_checks(const Layout& layout) {
  if (!layout.present()) return;
  Statement row = layout.prepare();
  while (row.step()) {
    const std::string name{row[register_checks::register_name].text()};
    const rules::Zone& zone = zone_or(book_->zone_of_register(name), settings_);
    const auto day = day_of(row[register_checks::checked_at], zone);
    if (day) book_->take_check(name, *day);
  }
}

Jurisdiction Policies::country(std::string_view of_contact) const {
  if (!by_country()) return for_everyone_;
  return book_->jurisdiction_of(of_contact);
}

const rules::Zone& Policies::zone(Jurisdiction country) {
  return zone_or(book_ ? book_->zone(country) : nullptr, settings_);
}

bool Policies::may_roll(Jurisdiction country) const { return book_ && book_->may_roll(country); }

bool Policies::may_roll() const {
  return book_ && (by_country() || book_->may_roll(for_everyone_));
}

}  // namespace softoptin::facts
