// Law: which policies decide about the contacts, by the setting `policy`, and what they say today.
//
// Filled while the relations are read (choices.cpp, values.cpp, registers.cpp), then asked
// (registers.cpp and those after it in check.cpp): a policy keeps what it said when it was first
// asked for.
#pragma once

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "facts/house.hpp"
#include "rules/policy_book.hpp"
#include "sqlite/value.hpp"

namespace softoptin::facts::check {

// How many rows were met, and the id of the first.
struct Met {
  std::int64_t rows = 0;
  sqlite::Value example;

  void add(sqlite::Cell id) {
    if (rows++ == 0) example = id.copy();
  }
  void add(const Met& others) {
    if (rows == 0) example = others.example;
    rows += others.rows;
  }
};

class Law {
 public:
  using Jurisdiction = rules::Jurisdiction;

  // The settings must outlive it.
  Law(const Settings& settings, rules::Stamp now);

  [[nodiscard]] bool national() const { return settings_.rule != Settings::Rule::baseline; }
  // Whether the contact's country decides.
  [[nodiscard]] bool by_country() const { return settings_.rule == Settings::Rule::national; }

  [[nodiscard]] rules::PolicyBook& book() { return book_; }
  [[nodiscard]] const rules::PolicyBook& book() const { return book_; }

  // A choice that the house may make, of which the book has it.
  void meet_choice(sqlite::Cell jurisdiction);
  // How many are about each country, and how the first of them writes it.
  [[nodiscard]] const std::map<Jurisdiction, Met>& choices() const { return choices_; }
  // The house may not choose so: under a national policy there are no answers.
  void refuse_choice() { refused_ = true; }
  [[nodiscard]] bool refuses_answers() const { return national() && refused_; }

  // A contact of that country, as its row says. Cost: a look-up in a table.
  void meet(sqlite::Cell country, sqlite::Cell subscriber, sqlite::Cell id);
  // The countries that decide about contacts that were met.
  [[nodiscard]] std::vector<Jurisdiction> in_use() const;
  [[nodiscard]] const Met& contacts_of(Jurisdiction country, rules::Subscriber subscriber) const {
    return met_[static_cast<std::size_t>(country)][static_cast<std::size_t>(subscriber)];
  }
  [[nodiscard]] Met contacts_of(Jurisdiction country) const;
  // What decides there today.
  [[nodiscard]] const rules::Policy& policy(Jurisdiction country,
                                            rules::Variant variant = rules::Variant::commercial);
  [[nodiscard]] rules::Day today(Jurisdiction country);

  // Whether the test holds for any policy in use.
  template <class Test>
  bool any_policy(Test test, rules::Variant variant = rules::Variant::commercial) {
    return std::ranges::any_of(
        in_use(), [&](auto country) { return std::invoke(test, policy(country, variant)); });
  }

  // The zone of days that belong to no known contact: where several may decide, the one in which it
  // is latest, so that what is later than now there is so everywhere.
  [[nodiscard]] const rules::Zone& zone() const { return *zone_; }
  [[nodiscard]] rules::Moment now() const { return now_in_zone_; }
  // What text without an offset is read as, for a sentence: "UTC".
  [[nodiscard]] std::string read_as() const;

 private:
  [[nodiscard]] const rules::Zone& zone_of(Jurisdiction country);
  [[nodiscard]] const rules::Zone& zone_of_all();

  const Settings& settings_;
  rules::Stamp now_;
  rules::PolicyBook book_;
  Jurisdiction for_everyone_;  // Unless by_country.
  std::map<Jurisdiction, Met> choices_;
  bool refused_ = false;
  const rules::Zone* zone_;
  rules::Moment now_in_zone_;
  std::array<std::array<Met, 2>, 256> met_;  // By Jurisdiction and Subscriber.
};

}  // namespace softoptin::facts::check
