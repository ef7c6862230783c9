// Small worlds of national policies, all of them: windows that roll and windows that do not, and
// what the first collection decides.
#include "side_by_side.hpp"

namespace softoptin::agreement {
namespace {

const Settings national = {{"policy", "national"}};

// A message that extends a window, but for what is said otherwise.
Row message(const Row& otherwise) {
  const Row lawful = {{"channel", "email"},
                      {"sent_at", "2025-12-20"},
                      {"product_id", "p"},
                      {"status", "sent"},
                      {"opt_out_included", yes}};
  return with(lawful, otherwise);
}

// After a sale of 2025-01-10 under the Irish rule: on its day, beside the end of each window, with
// each flaw.
std::vector<Row> messages() {
  std::vector<Row> all;
  for (const char* sent_at : {"2025-01-09", "2025-01-10", "2025-06-01", "2026-01-10", "2026-01-11",
                              "2026-12-20", "2026-01-10T23:59:59Z", "2026-01-11T00:00:00Z"}) {
    all.push_back(message({{"sent_at", sent_at}}));
  }
  for (const Row& flaw : std::vector<Row>{{{"status", "bounced"}},
                                          {{"status", " Service"}},
                                          {{"status", null}},
                                          {{"status", ""}},
                                          {{"status", "SENT "}},
                                          {{"opt_out_included", no}},
                                          {{"opt_out_included", null}},
                                          {{"channel", "sms"}},
                                          {{"channel", null}},
                                          {{"channel", " Email"}},
                                          {{"organisation", "Beta"}},
                                          {{"organisation", " "}},
                                          {{"product_id", "no such"}},
                                          {{"product_id", "q"}},
                                          {{"sent_at", "soon"}}}) {
    all.push_back(message(flaw));
  }
  return all;
}

void expect_agreement_of_chains(const Settings& settings) {
  const auto sent = messages();
  const Values days = {"2026-01-10", "2026-01-11", "2026-12-20", "2026-12-21", "2027-12-20"};
  expect_agreement_about_contacts(
      sent.size() * sent.size(), days,
      [&](SideBySide& worlds, std::int64_t contact, std::size_t at) {
        worlds.add_sale(contact, "p", {{"occurred_at", "2025-01-10"}});
        for (const Row& one : {sent[at / sent.size()], sent[at % sent.size()]}) {
          worlds.add("messages", with(one, {{"contact_id", contact}}));
        }
      },
      settings, {{"country", "IE"}});
}

TEST(small_chains, two_messages_in_every_order) { expect_agreement_of_chains(national); }

TEST(small_chains, two_messages_of_the_stricter_boundary) {
  auto settings = national;
  settings["window_boundary"] = "exclusive";
  expect_agreement_of_chains(settings);
}

// What was said about the time at which a message was sent: it extends nothing where an opt-out was
// in force then.
TEST(small_chains, a_message_between_two_entries) {
  const auto said =
      each_combination({{"state", {"opt_out", "opt_in"}},
                        {"changed_at",
                         {"2025-12-19", "2025-12-20", "2025-12-21", "2025-12-20T08:59:59Z",
                          "2025-12-20T09:00:00Z", "2025-12-20T09:00:01Z", null}},
                        {"preticked", {no}}});
  const Values sent = {"2025-12-20", "2025-12-20T09:00:00Z"};
  const std::size_t pairs = said.size() * said.size();
  expect_agreement_about_contacts(
      sent.size() * pairs, {"2026-06-15"},
      [&](SideBySide& worlds, std::int64_t contact, std::size_t at) {
        worlds.add_sale(contact, "p", {{"occurred_at", "2025-01-10"}});
        worlds.add("messages", message({{"contact_id", contact}, {"sent_at", sent[at / pairs]}}));
        // It lifts what was said, so that whether the message counted is seen afterwards.
        worlds.add("preferences", {{"contact_id", contact},
                                   {"state", "opt_in"},
                                   {"changed_at", "2026-01-01"},
                                   {"preticked", no}});
        for (const std::size_t entry : {at % pairs / said.size(), at % said.size()}) {
          worlds.add("preferences", with(said[entry], {{"contact_id", contact}}));
        }
      },
      national, {{"country", "IE"}});
}

// What was said of one category, and messages about products in it and beside it.
TEST(small_chains, a_message_about_another_product) {
  const auto entries = each_combination({{"state", {"opt_out", "opt_in"}},
                                         {"category", {null, "a", "a/b/c", "z"}},
                                         {"changed_at", {"2025-12-01"}},
                                         {"preticked", {no}}});
  const Values products = {"p", "far", "blank", "no such", null};
  expect_agreement_about_contacts(
      entries.size() * products.size(), {"2026-06-15"},
      [&](SideBySide& worlds, std::int64_t contact, std::size_t at) {
        if (contact % 20 == 0 || at == 0) {
          worlds.add_product("far", "z/y");
          worlds.add_product("blank", "");
        }
        worlds.add_sale(contact, "p", {{"occurred_at", "2025-01-10"}});
        worlds.add("messages", message({{"contact_id", contact},
                                        {"product_id", products[at % products.size()]}}));
        worlds.add("preferences", {{"contact_id", contact},
                                   {"state", "opt_in"},
                                   {"changed_at", "2026-01-01"},
                                   {"preticked", no}});
        worlds.add("preferences", with(entries[at / products.size()], {{"contact_id", contact}}));
      },
      national, {{"country", "IE"}});
}

TEST(small_chains, two_sales_of_windows_that_do_not_roll) {
  const auto sales = each_combination(
      {{"kind", {"sale", "negotiation", "free_account"}},
       {"trigger", {"enquiry", "free_trial", null}},
       {"occurred_at", {"2024-06-15", "2024-06-14", "2025-12-15", "2025-12-14", "2026-06-01"}}});
  for (const char* country : {"CA", "GB"}) {
    expect_agreement_about_contacts(
        sales.size() * sales.size(), {"2026-06-15"},
        [&](SideBySide& worlds, std::int64_t contact, std::size_t at) {
          worlds.add_sale(contact, "p", sales[at / sales.size()]);
          worlds.add_sale(contact, "p", sales[at % sales.size()]);
          worlds.add("messages", message({{"contact_id", contact}, {"sent_at", "2025-12-15"}}));
        },
        {{"policy", "national"}, {"require_assessment", no}}, {{"country", country}});
  }
}

// The details as they were collected at first, and a sale that lacks nothing.
TEST(small_chains, a_sale_after_the_first_collection) {
  const std::vector<Row> flaws = {{},
                                  {{"collected_directly", no}},
                                  {{"preticked", yes}},
                                  {{"opt_out_offered", no}},
                                  {{"opt_out_offered", null}},
                                  {{"refused", yes}},
                                  {{"express_communication", no}, {"kind", "negotiation"}}};
  const auto places = each_combination(
      {{"kind", {"sale", "refund", null}},
       {"channel", {null, "email", "sms", "post", "other", ""}},
       {"organisation", {null, "Acme", " "}},
       {"occurred_at", {"2025-06-14", "2026-03-01", "2026-04-01", "2026-06-16", "soon", null}}});
  for (const char* seller : {"Acme", " "}) {
    expect_agreement_about_contacts(
        flaws.size() * places.size(), {"2026-06-15"},
        [&](SideBySide& worlds, std::int64_t contact, std::size_t at) {
          if (contact % 20 == 0 || at == 0) {
            worlds.add_product("of one", "a/b", {{"organisation", seller}});
          }
          worlds.add_sale(contact, "of one",
                          with(places[at / flaws.size()], flaws[at % flaws.size()]));
          worlds.add_sale(contact, "of one", {{"organisation", seller}});
          worlds.ask(contact, "of one", {"2026-06-15"});
        },
        national, {{"country", "GB"}});
  }
}

}  // namespace
}  // namespace softoptin::agreement
