// Facts that nobody wrote down: each is not known, or what weighs against sending; and the house's
// settings where it says nothing, as sql/relations/settings.sql has them.
#include "rules/facts.hpp"

#include <gtest/gtest.h>

#include "lawful_contact.hpp"
#include "rules/audit.hpp"

namespace softoptin::rules {
namespace {

TEST(facts, about_a_contact_and_a_product_are_nothing_at_first) {
  EXPECT_FALSE(Contact{}.exists);
  EXPECT_FALSE(Contact{}.has_address);
  EXPECT_EQ(Contact{}.subscriber, Subscriber::individual);
  EXPECT_FALSE(Product{}.exists);
  EXPECT_EQ(Product{}.own, Truth::unknown);
  EXPECT_EQ(Product{}.commercial, Truth::unknown);
  EXPECT_EQ(Product{}.charity, Truth::no);
}

TEST(facts, about_a_sale_are_not_known_at_first) {
  constexpr Sale sale;
  for (const Truth fact : {sale.date_readable, sale.express_communication, sale.same_organisation,
                           sale.collected_directly, sale.preticked, sale.opt_out_offered,
                           sale.refused, sale.similar}) {
    EXPECT_EQ(fact, Truth::unknown);
  }
}

TEST(facts, about_what_was_said_and_sent_are_not_known_at_first) {
  constexpr Preference entry;
  EXPECT_EQ(entry.covers_category, Truth::unknown);
  EXPECT_EQ(entry.covers_organisation, Truth::unknown);
  EXPECT_EQ(entry.preticked, Truth::no);
  constexpr Message message;
  EXPECT_EQ(message.sent, Truth::unknown);
  EXPECT_EQ(message.opt_out_included, Truth::unknown);
  EXPECT_EQ(message.same_organisation, Truth::unknown);
  EXPECT_FALSE(message.opted_out_then);
  constexpr Assessment assessment;
  EXPECT_EQ(assessment.approved, Truth::unknown);
  EXPECT_EQ(assessment.covers, Truth::unknown);
}

TEST(settings, of_a_house_that_says_nothing_are_those_of_the_contract) {
  constexpr House house;
  EXPECT_EQ(house.window, Months{12});
  EXPECT_EQ(house.boundary, WindowBoundary::inclusive);
  EXPECT_EQ(house.similarity_depth, 0);
  EXPECT_TRUE(house.opt_out_follows_address);
  EXPECT_TRUE(house.require_assessment);
  EXPECT_EQ(Months{}, Months{0});
}

TEST(verdicts, are_not_lawful_before_anybody_has_judged) { EXPECT_FALSE(Verdict{}.lawful); }

// A charity's own promotion is one that is known to be neither commercial nor of anybody else.
TEST(variants, for_charities_are_for_what_is_surely_theirs) {
  for (const Truth commercial : {Truth::yes, Truth::no, Truth::unknown}) {
    for (const Truth charity : {Truth::yes, Truth::no, Truth::unknown}) {
      Product product;
      product.commercial = commercial;
      product.charity = charity;
      const bool theirs = commercial == Truth::no && charity == Truth::yes;
      EXPECT_EQ(variant_for(product), theirs ? Variant::charity : Variant::commercial);
    }
  }
}

}  // namespace
}  // namespace softoptin::rules
