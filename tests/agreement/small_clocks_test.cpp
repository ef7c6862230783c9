// Small worlds, all of them: instants about midnight and about the hours at which clocks are
// changed, in several zones.
#include "side_by_side.hpp"

namespace softoptin::agreement {
namespace {

const Settings national = {
    {"policy", "national"}, {"require_assessment", no}, {"time_zone", "Europe/Berlin"}};

// Of 28 to 29 March and 24 to 25 October 2026 (clocks change in the EU), and of 15 June. A time
// without a zone is one of the contact's; on those days one stands there never, or twice.
Values times() {
  Values all;
  for (const char* night : {"2026-03-28", "2026-03-29", "2026-10-24", "2026-10-25", "2026-06-15"}) {
    const std::string day = night;
    all.emplace_back(day);
    for (const char* time : {"T00:00:00Z", "T00:59:59Z", "T01:00:00Z", "T21:00:00Z", "T21:59:59Z",
                             "T22:00:00Z", "T22:59:59.999999Z", "T23:00:00Z", "T23:30:00-01:00",
                             "T00:00", "T00:30", "T01:30", "T02:30", "T03:30", "T23:59:59"}) {
      all.emplace_back(day + time);
    }
  }
  return all;
}

const Values& countries() {
  static const Values all = {"IE", "GB", "DE", "FI", "ZA", "CA", null};
  return all;
}

TEST(small_clocks, a_sale_at_each_time) {
  const auto sold = times();
  for (const Value& country : countries()) {
    expect_agreement_about_contacts(
        sold.size(), {"2027-06-14", "2027-06-15", "2027-03-29", "2026-10-25", "2026-06-15"},
        [&](SideBySide& worlds, std::int64_t contact, std::size_t at) {
          worlds.add_sale(contact, "p", {{"occurred_at", sold[at]}});
        },
        national, {{"country", country}});
  }
}

TEST(small_clocks, a_question_at_each_time) {
  const auto asked = times();
  const Values sold = {"2025-03-28", "2025-10-24", "2025-06-15",
                       "2026-03-29", "2026-10-25", "2026-06-15"};
  for (const Value& country : countries()) {
    expect_agreement_about_contacts(sold.size(), asked,
                                    [&](SideBySide& worlds, std::int64_t contact, std::size_t at) {
                                      worlds.add_sale(contact, "p", {{"occurred_at", sold[at]}});
                                    },
                                    national, {{"country", country}});
  }
}

// What was said in two entries, of the night in which an hour comes twice and of that which lacks
// one.
void expect_agreement_about_the_night(const std::string& day, const Value& country) {
  Values changed;
  for (const char* time : {"", "T00:00", "T00:59:59Z", "T01:00:00Z", "T01:30", "T01:45:00Z",
                           "T02:30", "T00:30:00Z", "T01:30:00Z", "T23:59:59"}) {
    changed.emplace_back(day + time);
  }
  const auto said = each_combination(
      {{"state", {"opt_out", "opt_in"}}, {"changed_at", changed}, {"preticked", {no}}});
  expect_agreement_about_contacts(
      said.size() * said.size(), {day + "T01:30", day + "T01:00:00Z", day},
      [&](SideBySide& worlds, std::int64_t contact, std::size_t at) {
        worlds.add_sale(contact, "p");
        for (const Row& entry : {said[at / said.size()], said[at % said.size()]}) {
          worlds.add("preferences", with(entry, {{"contact_id", contact}}));
        }
      },
      national, {{"country", country}});
}

TEST(small_clocks, two_entries_of_the_night_with_an_hour_twice) {
  expect_agreement_about_the_night("2026-10-25", "IE");
}

TEST(small_clocks, two_entries_of_the_night_that_lacks_an_hour) {
  expect_agreement_about_the_night("2026-03-29", "IE");
}

TEST(small_clocks, two_assessments_of_one_night) {
  Values decided;
  for (const char* time : {"", "T00:00", "T01:30", "T22:30:00Z", "T23:30:00Z", "T23:59:59"}) {
    decided.emplace_back(std::string{"2026-06-14"} + time);
  }
  const auto outcomes = each_combination({{"outcome", {"approved", "rejected"}},
                                          {"approved_at", decided},
                                          {"review_due_at", {null, "2026-06-14T22:30:00Z"}}});
  auto settings = national;
  settings["require_assessment"] = yes;
  SideBySide worlds(settings);
  for (const Row& one : outcomes) {
    for (const Row& other : outcomes) {
      const std::int64_t number = worlds.next();
      const std::string category = "k" + std::to_string(number);
      worlds.add_contact(number, {{"country", number % 2 == 0 ? "IE" : "DE"}});
      worlds.add_product(number, category);
      worlds.add_sale(number, number);
      worlds.add("assessments", with(one, {{"category", category}}));
      worlds.add("assessments", with(other, {{"category", category}}));
      worlds.ask(number, number, {"2026-06-14", "2026-06-15"});
    }
    if (HasFailure()) return;
  }
  worlds.examine_all();
}

}  // namespace
}  // namespace softoptin::agreement
