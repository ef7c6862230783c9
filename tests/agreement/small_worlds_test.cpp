// Small worlds, all of them: every combination of a few values, on every road.
//
// Where chance may pass by a corner, these do not: each column of a sale at each of its values, two
// entries of a ledger in every order, two assessments, two contacts with one address.
#include "side_by_side.hpp"

namespace softoptin::agreement {
namespace {

constexpr const char* day_before = "2026-06-14";
constexpr const char* day = "2026-06-15";
constexpr const char* morning = "2026-06-15T09:30:00Z";
constexpr const char* day_after = "2026-06-16";

void expect_agreement_about_sales(const std::vector<Row>& sales) {
  expect_agreement_about_contacts(sales.size(), {day},
                                  [&](SideBySide& worlds, std::int64_t contact, std::size_t at) {
                                    worlds.add_sale(contact, "p", sales[at]);
                                  });
}

TEST(small_worlds, one_sale_as_it_was_collected) {
  expect_agreement_about_sales(each_combination({{"kind", {"sale", "negotiation", null}},
                                                 {"express_communication", {yes, no, null}},
                                                 {"collected_directly", {yes, no, null}},
                                                 {"preticked", {yes, no, null}},
                                                 {"opt_out_offered", {yes, no, null}},
                                                 {"refused", {yes, no, null}}}));
}

TEST(small_worlds, one_sale_in_its_place_and_time) {
  expect_agreement_about_sales(each_combination(
      {{"kind", {"sale", "negotiation", "free_account", "refund", "", null}},
       {"channel", {null, "email", "sms", "post", "other", ""}},
       {"occurred_at",
        {"2025-06-15", "2025-06-14", "2026-06-15T23:59:59", day_after, "soon", null}},
       {"organisation", {null, "Acme", " "}}}));
}

TEST(small_worlds, two_sales_in_every_order) {
  const std::vector<Row> sales = {{},
                                  {{"occurred_at", "2025-12-31"}},
                                  {{"occurred_at", "2025-06-14"}},
                                  {{"occurred_at", day_after}},
                                  {{"occurred_at", "soon"}},
                                  {{"occurred_at", null}},
                                  {{"kind", "refund"}},
                                  {{"organisation", "Beta"}},
                                  {{"product_id", "q"}},
                                  {{"refused", yes}, {"occurred_at", "2026-05-01"}},
                                  {{"refused", null}}};
  expect_agreement_about_contacts(sales.size() * sales.size(), {day},
                                  [&](SideBySide& worlds, std::int64_t contact, std::size_t at) {
                                    worlds.add_sale(contact, "p", sales[at / sales.size()]);
                                    worlds.add_sale(contact, "p", sales[at % sales.size()]);
                                  });
}

// What one person may have said. Entries of two dates, with and without time, of each word, for
// what covers the question, is covered by it, and neither.
std::vector<Row> entries() {
  auto said = each_combination(
      {{"state", {"opt_out", "opt_in", null}},
       {"changed_at", {null, "some day", day, morning, "2026-06-15T00:00:00+00:00", day_after}},
       {"category", {null, "a", "a/b/c"}},
       {"preticked", {no}}});
  said.push_back({{"state", "opt_in"}, {"changed_at", day_after}, {"preticked", yes}});
  said.push_back({{"state", "opt_in"}, {"changed_at", day_after}, {"preticked", null}});
  said.push_back({{"state", "pending"}, {"changed_at", day_after}, {"preticked", no}});
  said.push_back({{"state", "opt_in"}, {"changed_at", day}, {"preticked", no}, {"category", ""}});
  said.push_back({{"state", "opt_out"}, {"changed_at", day}, {"preticked", no}, {"category", "/"}});
  return said;
}

TEST(small_worlds, two_entries_in_every_order) {
  const auto said = entries();
  expect_agreement_about_contacts(
      said.size() * said.size(), {day_before, morning, day_after},
      [&](SideBySide& worlds, std::int64_t contact, std::size_t at) {
        worlds.add_sale(contact, "p");
        for (const Row& entry : {said[at / said.size()], said[at % said.size()]}) {
          worlds.add("preferences", with(entry, {{"contact_id", contact}}));
        }
      });
}

// Two contacts with one address: what each has said, recorded for the contact or for the address.
void expect_agreement_of_two_contacts(const char* opt_out_follows) {
  auto said = each_combination({{"state", {"opt_out", "opt_in", null}},
                                {"changed_at", {day, morning}},
                                {"preticked", {no}}});
  said.emplace_back();  // Nothing.
  const std::size_t ways = 2 * said.size();
  const auto say = [&](SideBySide& worlds, std::size_t way, const Value& contact,
                       const Value& address) {
    const Row& entry = said[way / 2];
    if (entry.empty()) return;
    worlds.add("preferences", with(entry, way % 2 == 0 ? Row{{"contact_id", contact}}
                                                       : Row{{"address", address}}));
  };
  expect_agreement_about_contacts(
      ways * ways, {day},
      [&](SideBySide& worlds, std::int64_t contact, std::size_t at) {
        const std::string email = "c" + std::to_string(contact) + "@x.org";
        worlds.add("contacts", {{"contact_id", -contact}, {"email", " C" + email.substr(1)}});
        worlds.add_sale(contact, "p");
        worlds.add_sale(-contact, "p");
        say(worlds, at / ways, contact, email);
        say(worlds, at % ways, -contact, email + " ");
        worlds.ask(-contact, "p", {day, morning});
      },
      {{"opt_out_follows", opt_out_follows}});
}

TEST(small_worlds, two_contacts_of_one_address) { expect_agreement_of_two_contacts("address"); }

TEST(small_worlds, two_contacts_of_one_address_each_for_itself) {
  expect_agreement_of_two_contacts("contact");
}

// Each product has a category of its own, which the assessments are about.
TEST(small_worlds, two_assessments_in_every_order) {
  const auto decided =
      each_combination({{"outcome", {"approved", "rejected", null}},
                        {"approved_at", {day, morning, day_before, null}},
                        {"review_due_at", {null, day, "2027-01-01", "in spring"}}});
  SideBySide worlds;
  for (const Row& one : decided) {
    for (const Row& other : decided) {
      const std::int64_t number = worlds.next();
      const std::string category = "k" + std::to_string(number);
      worlds.add_contact(number);
      worlds.add_product(number, category);
      worlds.add_sale(number, number);
      worlds.add("assessments", with(one, {{"category", category}}));
      worlds.add("assessments", with(other, {{"category", category}}));
      worlds.ask(number, number, {day, day_after});
    }
    if (HasFailure()) return;
  }
  worlds.examine_all();
}

TEST(small_worlds, a_product_of_two_rows) {
  SideBySide worlds;
  for (const Row& one : each_combination({{"own", {yes, no, null}},
                                          {"commercial", {yes, no, null}},
                                          {"organisation", {null, "Acme"}}})) {
    for (const Row& other : each_combination({{"own", {yes, null}},
                                              {"commercial", {yes, null}},
                                              {"organisation", {null, "Acme", "Beta"}}})) {
      const std::int64_t number = worlds.next();
      if (worlds.fresh()) worlds.add_general_approval();
      worlds.add_contact(number);
      worlds.add("products", with(one, {{"product_id", number}, {"category", "a"}}));
      worlds.add("products", with(other, {{"product_id", number}, {"category", "b"}}));
      worlds.add_sale(number, number, {{"organisation", "Acme"}});
      worlds.ask(number, number, {day});
    }
  }
  worlds.examine_all();
}

// Every category sold, every category asked about, under each depth, with and without a pair.
TEST(small_worlds, two_categories_at_every_depth) {
  const Values categories = {"a", "a/b", "a/b/c", "a/b/d", "/a//b/", "A/b", "a-b",
                             "b", "b/a", "",      " ",     "/",      null};
  for (std::int64_t depth = 0; depth <= 4; ++depth) {
    for (const bool paired : {false, true}) {
      SideBySide worlds({{"similarity_depth", depth}});
      worlds.add_general_approval();
      if (paired) worlds.add("similar_categories", {{"category", "a/b"}, {"similar_to", "b"}});
      for (std::size_t at = 0; at < categories.size(); ++at) {
        const auto number = static_cast<std::int64_t>(at) + 1;
        worlds.add_contact(number);
        worlds.add_product(number, categories[at]);
        worlds.add_sale(number, number);
        for (std::size_t asked = 1; asked <= categories.size(); ++asked) {
          worlds.ask(number, static_cast<std::int64_t>(asked), {day});
        }
      }
      worlds.examine_all();
    }
  }
}

}  // namespace
}  // namespace softoptin::agreement
