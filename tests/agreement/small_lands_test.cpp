// Small worlds of national policies, all of them: every country with every kind of contact, sale
// and channel, charities, registers, and what a house may choose.
#include <algorithm>
#include <set>

#include "dates.hpp"
#include "lands.hpp"
#include "side_by_side.hpp"

namespace softoptin::agreement {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

const Settings national = {{"policy", "national"}, {"require_assessment", no}};

// Each code that is worth a question, and some that are none.
Values countries() {
  Values all = {null, "", "UK", "EU", "xx"};
  for (const Land& land : lands()) all.emplace_back(std::string{land.front().jurisdiction});
  return all;
}

// The days beside those on which a rule begins and ends.
Values turning_days(const Value& country) {
  std::set<std::string> found = {"2026-06-15"};
  for (const Land& land : lands()) {
    if (tests::text_of(country) != land.front().jurisdiction) continue;
    for (const rules::PolicyRow& row : land) {
      for (const auto& day : {row.valid_from, row.valid_to, row.collected_from}) {
        if (!day) continue;
        for (const int beside : {-1, 0, 1}) {
          found.insert(date_text(sys_days{day->sys_days()} + days{beside}));
        }
      }
    }
  }
  return {found.begin(), found.end()};
}

TEST(small_lands, every_country_subscriber_channel_and_day) {
  SideBySide worlds(national);
  for (const Value& country : countries()) {
    for (const char* subscriber : {"individual", "corporate"}) {
      const std::int64_t contact = worlds.next();
      if (worlds.fresh()) worlds.add_product("p", "a");
      worlds.add_contact(contact, {{"phone", "+44 " + std::to_string(contact)},
                                   {"country", country},
                                   {"subscriber", subscriber}});
      const Values asked = turning_days(country);
      for (const Value& day : asked) worlds.add_sale(contact, "p", {{"occurred_at", day}});
      for (const auto channel : rules::channel_names) {
        worlds.ask(contact, "p", asked, std::string{channel});
      }
    }
    if (HasFailure()) return;
  }
  worlds.examine_all();
}

TEST(small_lands, every_country_and_kind_of_sale) {
  const auto sales = each_combination({{"kind", {"sale", "negotiation", "free_account"}},
                                       {"trigger",
                                        {null, "enquiry", "quote", "free_trial", " Trial",
                                         "inquiry", "request_for_information", "chat"}}});
  SideBySide worlds(national);
  for (const Value& country : countries()) {
    for (const Row& sale : sales) {
      const std::int64_t contact = worlds.next();
      if (worlds.fresh()) worlds.add_product("p", "a");
      worlds.add_contact(contact, {{"country", country}});
      worlds.add_sale(contact, "p", sale);
      worlds.ask(contact, "p", {"2026-06-15"});
    }
    if (HasFailure()) return;
  }
  worlds.examine_all();
}

TEST(small_lands, every_country_and_flaw_at_collection) {
  const auto flaws = each_combination({{"collected_directly", {yes, null}},
                                       {"preticked", {no, yes}},
                                       {"opt_out_offered", {yes, no}},
                                       {"refused", {no, yes}}});
  SideBySide worlds(national);
  for (const Value& country : countries()) {
    const Values asked = turning_days(country);
    for (const Row& flaw : flaws) {
      const std::int64_t contact = worlds.next();
      if (worlds.fresh()) {
        worlds.add_product("p", "a");
        worlds.add_product("q", "z");
      }
      worlds.add_contact(contact, {{"country", country}});
      for (const char* product : {"p", "q"}) {
        for (const Value& day : asked) {
          worlds.add_sale(contact, product, with(flaw, {{"occurred_at", day}}));
        }
      }
      worlds.ask(contact, "p", asked);
    }
    if (HasFailure()) return;
  }
  worlds.examine_all();
}

// Each product is of one contact alone.
TEST(small_lands, charities) {
  const auto products =
      each_combination({{"commercial", {yes, no, null}}, {"charity", {yes, no, null}}});
  const auto sales = each_combination(
      {{"kind", {"sale", "negotiation"}},
       {"trigger", {"enquiry", "quote"}},
       {"occurred_at", {"2026-02-04", "2026-02-05", "2026-02-05T00:00:00Z", "soon"}}});
  SideBySide worlds(national);
  for (const Value& country : Values{"GB", "IE", null}) {
    for (const Row& product : products) {
      for (const Row& sale : sales) {
        const std::int64_t number = worlds.next();
        worlds.add_contact(number, {{"country", country}});
        worlds.add_product(number, "a", product);
        worlds.add_product("sold " + std::to_string(number), "z", product);
        worlds.add_sale(number, "sold " + std::to_string(number), sale);
        worlds.ask(number, number, {"2026-02-04", "2026-02-05", "2026-06-15"});
      }
    }
    if (HasFailure()) return;
  }
  worlds.examine_all();
}

// A charity's product of two rows.
TEST(small_lands, charities_in_two_categories) {
  const auto rows =
      each_combination({{"commercial", {yes, no, null}}, {"charity", {yes, no, null}}});
  SideBySide worlds(national);
  for (const Row& one : rows) {
    for (const Row& other : rows) {
      const std::int64_t number = worlds.next();
      worlds.add_contact(number, {{"country", "GB"}});
      worlds.add_product(number, "a", one);
      worlds.add_product(number, "b", other);
      worlds.add_sale(number, number, {{"kind", "negotiation"}, {"trigger", "enquiry"}});
      worlds.ask(number, number, {"2026-06-15"});
    }
    if (HasFailure()) return;
  }
  worlds.examine_all();
}

// Whoever lives where registers are kept, which were all screened alike.
void expect_agreement_about_checks(const std::vector<Row>& checks, const Value& valid_days) {
  SideBySide worlds(
      {{"policy", "national"}, {"require_assessment", no}, {"register_valid_days", valid_days}});
  worlds.add_product("p", "a");
  std::int64_t contact = 0;
  for (const Land& land : lands()) {
    const auto names = registers(land);
    if (names.empty()) continue;
    for (const char* subscriber : {"individual", "corporate"}) {
      worlds.add_contact(++contact, {{"country", std::string{land.front().jurisdiction}},
                                     {"subscriber", subscriber}});
      worlds.add_sale(contact, "p");
      worlds.ask(contact, "p", {"2026-06-15", "2026-06-15T22:30:00Z"});
    }
    for (const std::string& name : names) {
      for (const Row& check : checks) {
        worlds.add("register_checks", with({{"register", " " + name}}, check));
      }
    }
  }
  worlds.examine_all();
}

TEST(small_lands, two_checks_of_each_register) {
  const std::vector<Row> checks = {{{"checked_at", "2026-05-15"}},
                                   {{"checked_at", "2026-05-16"}},
                                   {{"checked_at", "2026-06-14T22:30:00Z"}},
                                   {{"checked_at", "2026-06-15"}},
                                   {{"checked_at", "2026-06-16"}},
                                   {{"checked_at", "soon"}},
                                   {{"checked_at", "2026-06-15"}, {"register", "another"}},
                                   {{"checked_at", "2026-06-15"}, {"register", null}}};
  for (const Row& one : checks) {
    for (const Row& other : checks) {
      expect_agreement_about_checks({one, other}, no);
      expect_agreement_about_checks({one, other}, "30");
      if (HasFailure()) return;
    }
  }
}

// Each kind of sale, a flaw, and a window that has lapsed: a product each, and the contacts of a
// country each.
void ask_everything_of(SideBySide& worlds, std::int64_t& contact, const Land& land,
                       const Values& asked) {
  static const std::vector<Row> sales = {{{"kind", "sale"}},
                                         {{"kind", "negotiation"}, {"trigger", "enquiry"}},
                                         {{"kind", "negotiation"}, {"trigger", "quote"}},
                                         {{"kind", "negotiation"}, {"trigger", "free_trial"}},
                                         {{"kind", "negotiation"}},
                                         {{"kind", "free_account"}},
                                         {{"opt_out_offered", no}},
                                         {{"occurred_at", "2025-06-15"}},
                                         {{"occurred_at", "2024-08-15"}}};
  for (const char* subscriber : {"individual", "corporate"}) {
    worlds.add_contact(++contact, {{"country", std::string{land.front().jurisdiction}},
                                   {"subscriber", subscriber},
                                   {"phone", "+44 7700 " + std::to_string(contact)}});
    for (std::size_t at = 0; at < sales.size(); ++at) {
      const std::string product = "p" + std::to_string(at);
      if (contact == 1) worlds.add_product(product, product);
      worlds.add_sale(contact, product, sales[at]);
      worlds.ask(contact, product, asked);
    }
    worlds.ask(contact, "p0", asked, "sms");
    worlds.ask(contact, "p0", asked, "voicemail");
    worlds.ask(contact, "unlike", asked);
    worlds.add("messages", {{"contact_id", contact},
                            {"channel", "email"},
                            {"product_id", "p0"},
                            {"sent_at", "2025-06-14"},
                            {"status", "sent"},
                            {"opt_out_included", yes}});
  }
  if (contact == 2) worlds.add_product("unlike", "z");
}

Row decided(Row choice, const std::string& decided_at) {
  return with(
      std::move(choice),
      {{"reason", "to be careful"}, {"decided_by", "A. Person"}, {"decided_at", decided_at}});
}

std::vector<Land> some_lands() {
  std::vector<Land> some;
  for (const Land& land : lands()) {
    static const std::set<std::string_view> codes = {"IE", "GB", "CA", "DE",
                                                     "SG", "US", "NL", "CY"};
    if (codes.contains(land.front().jurisdiction)) some.push_back(land);
  }
  return some;
}

constexpr sys_days day_of_choice{std::chrono::year{2026} / 6 / 15};

// A land that allows nothing before that, settled.
void settle(SideBySide& worlds, const Land& land) {
  for (const Row& choice : choices_that_settle(land, day_of_choice - days{400})) {
    worlds.add("policy_choices", decided(choice, "2026-01-01"));
  }
}

TEST(small_lands, each_choice_of_a_house) {
  std::size_t most = 0;
  for (const Land& land : some_lands()) most = std::max(most, choices(land).size());
  for (std::size_t at = 0; at < most && !HasFailure(); ++at) {
    SideBySide worlds(national);
    std::int64_t contact = 0;
    for (const Land& land : some_lands()) {
      settle(worlds, land);
      const auto all = choices(land);
      worlds.add("policy_choices", decided(all[at % all.size()], date_text(day_of_choice)));
      ask_everything_of(worlds, contact, land, {"2026-06-14", "2026-06-15"});
    }
    worlds.examine_all();
  }
}

// Two that differ, of two days and of one.
TEST(small_lands, two_choices_of_one_matter) {
  const auto about = each_combination(
      {{"value", {"yes", "no"}}, {"decided_at", {"2026-06-13", "2026-06-14", "2026-06-15"}}});
  for (const Row& one : about) {
    for (const Row& other : about) {
      SideBySide worlds(national);
      for (const Row& row : {one, other}) {
        const Value months = tests::text_of(row.at("value")) == "yes" ? Value{yes} : Value{"9"};
        const std::string decided_at = tests::text_of(row.at("decided_at"));
        worlds.add("policy_choices", decided({{"jurisdiction", "IE"},
                                              {"parameter", "free_trial"},
                                              {"value", row.at("value")}},
                                             decided_at));
        worlds.add("policy_choices", decided({{"jurisdiction", "CA"},
                                              {"parameter", "window_months_from_sale"},
                                              {"value", months}},
                                             decided_at));
        worlds.add("policy_choices", decided({{"jurisdiction", "CA"},
                                              {"parameter", "similar_required"},
                                              {"value", row.at("value")}},
                                             decided_at));
      }
      std::int64_t contact = 0;
      for (const Land& land : some_lands()) {
        ask_everything_of(worlds, contact, land, {"2026-06-13", "2026-06-14", "2026-06-15"});
      }
      worlds.examine_all();
      if (HasFailure()) return;
    }
  }
}

}  // namespace
}  // namespace softoptin::agreement
