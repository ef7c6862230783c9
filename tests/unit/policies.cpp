// What is told of a policy alone, before anything is known of a contact.
#include <gtest/gtest.h>

#include "rules/policy.hpp"

namespace softoptin::rules {
namespace {

constexpr std::array every_truth = {Truth::yes, Truth::no, Truth::unknown};

TEST(policies, may_allow_something_where_they_cover_the_day_and_offer_it_to_anybody) {
  for (const Truth covers : every_truth) {
    for (const Truth to_individuals : every_truth) {
      for (const Truth to_corporates : every_truth) {
        Policy policy = baseline();
        policy.covers_the_day = covers;
        policy.of(Subscriber::individual).offered = to_individuals;
        policy.of(Subscriber::corporate).offered = to_corporates;
        const bool offers = to_individuals == Truth::yes || to_corporates == Truth::yes;
        EXPECT_EQ(may_allow(policy), covers == Truth::yes && offers)
            << static_cast<int>(covers) << static_cast<int>(to_individuals)
            << static_cast<int>(to_corporates);
      }
    }
  }
}

}  // namespace
}  // namespace softoptin::rules
