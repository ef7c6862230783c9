#include "facts/check/law.hpp"

#include "facts/meaning.hpp"

namespace softoptin::facts::check {

using rules::Jurisdiction;
using rules::Zone;

Law::Law(const Settings& settings, rules::Stamp now)
    : settings_(settings),
      now_(now),
      book_(settings.register_valid_days),
      for_everyone_(book_.jurisdiction_of(settings.country)),
      zone_(&zone_of_all()),
      now_in_zone_(now.in(*zone_)) {}

void Law::meet_choice(sqlite::Cell jurisdiction) {
  const auto scope = rules::choice_scope(jurisdiction.text(), rules::policy_rows());
  if (scope) choices_[book_.jurisdiction_of(scope->jurisdiction)].add(jurisdiction);
}

void Law::meet(sqlite::Cell country, sqlite::Cell subscriber, sqlite::Cell id) {
  const auto decides = by_country() ? book_.jurisdiction_of(country.text()) : for_everyone_;
  const auto kind = static_cast<std::size_t>(subscriber_of(subscriber));
  met_[static_cast<std::size_t>(decides)][kind].add(id);
}

Met Law::contacts_of(Jurisdiction country) const {
  Met all = contacts_of(country, rules::Subscriber::individual);
  all.add(contacts_of(country, rules::Subscriber::corporate));
  return all;
}

std::vector<Jurisdiction> Law::in_use() const {
  std::vector<Jurisdiction> countries;
  for (auto at = static_cast<std::size_t>(Jurisdiction::first); at < met_.size(); ++at) {
    const auto country = static_cast<Jurisdiction>(at);
    if (contacts_of(country).rows > 0) countries.push_back(country);
  }
  return countries;
}

const rules::Policy& Law::policy(Jurisdiction country, rules::Variant variant) {
  return book_.policy(country, variant, today(country));
}

rules::Day Law::today(Jurisdiction country) { return now_.day_in(zone_of(country)); }

const Zone& Law::zone_of(Jurisdiction country) {
  const Zone* const own = book_.zone(country);
  return own != nullptr ? *own : *settings_.time_zone;
}

const Zone& Law::zone_of_all() {
  if (!by_country()) return zone_of(for_everyone_);
  return *std::ranges::min_element(
      Zone::all(), {}, [&](const Zone& zone) { return zone.instant_of_local(now_.microsecond()); });
}

std::string Law::read_as() const {
  if (by_country()) return "a time of the contact's country";
  return zone_ == &Zone::utc() ? "UTC" : "a time of " + std::string{zone_->name()};
}

}  // namespace softoptin::facts::check
