// Scope: category paths by whole segments, organisations, channels, and what is similar to what.
#include "rules/scope.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "printing.hpp"

namespace softoptin::rules {
namespace {

using Paths = std::vector<Category>;

constexpr auto yes = Truth::yes;
constexpr auto no = Truth::no;
constexpr auto unknown = Truth::unknown;

TEST(paths, count_whole_segments_only) {
  EXPECT_EQ(segments("footwear/running/trail"), 3U);
  EXPECT_EQ(segments("garden"), 1U);
  EXPECT_EQ(segments("garden/"), 1U);
  EXPECT_EQ(segments("//garden///tools/"), 2U);
  EXPECT_EQ(segments(""), 0U);
  EXPECT_EQ(segments("///"), 0U);
}

TEST(paths, without_segments_are_not_known) {
  EXPECT_TRUE(known("garden"));
  EXPECT_FALSE(known(std::nullopt));
  EXPECT_FALSE(known(""));
  EXPECT_FALSE(known("/"));
  EXPECT_FALSE(known("  "));
  EXPECT_FALSE(known(" / / "));
  EXPECT_TRUE(known("/ garden"));
}

TEST(paths, are_at_or_below_their_ancestors) {
  EXPECT_TRUE(at_or_below("garden", "garden"));
  EXPECT_TRUE(at_or_below("garden/tools", "garden"));
  EXPECT_TRUE(at_or_below("garden/tools/spades", "garden/tools"));
  EXPECT_TRUE(at_or_below("garden/tools", "garden/"));
  EXPECT_TRUE(at_or_below("/garden//tools", "garden/tools"));
  EXPECT_FALSE(at_or_below("garden", "garden/tools")) << "the reverse is not covered";
  EXPECT_FALSE(at_or_below("gardening", "garden")) << "half a segment is another segment";
  EXPECT_FALSE(at_or_below("garden", "gardening"));
  EXPECT_FALSE(at_or_below("Garden/tools", "garden")) << "compared byte for byte";
  EXPECT_FALSE(at_or_below("tools/garden", "garden"));
}

TEST(paths, are_below_no_root) {
  EXPECT_FALSE(at_or_below("garden", ""));
  EXPECT_FALSE(at_or_below("garden", "/"));
  EXPECT_FALSE(at_or_below("", ""));
  EXPECT_FALSE(at_or_below("garden", " "));
}

TEST(organisations, must_be_equal_or_recorded_on_neither_side) {
  EXPECT_EQ(same_organisation("shop", "shop"), yes);
  EXPECT_EQ(same_organisation(std::nullopt, std::nullopt), yes);
  EXPECT_EQ(same_organisation("shop", "sister"), no);
  EXPECT_EQ(same_organisation("shop", "Shop"), no);
  EXPECT_EQ(same_organisation("shop", std::nullopt), unknown);
  EXPECT_EQ(same_organisation(std::nullopt, "shop"), unknown);
}

TEST(channel_scope, reaches_all_one_or_another) {
  EXPECT_EQ(reaches({}, Channel::sms), yes);
  EXPECT_EQ(reaches(channel_scope_of("sms"), Channel::sms), yes);
  EXPECT_EQ(reaches(channel_scope_of("sms"), Channel::mms), no);
  EXPECT_EQ(reaches(channel_scope_of("post"), Channel::email), no);
  EXPECT_EQ(reaches(channel_scope_of(" "), Channel::email), unknown);
  EXPECT_EQ(reaches(channel_scope_of("e-mail"), Channel::sms), unknown);
}

TEST(covers_category, is_yes_where_every_category_is_at_or_below) {
  EXPECT_EQ(covers_category(std::nullopt, Paths{"garden"}), yes);
  EXPECT_EQ(covers_category(std::nullopt, Paths{}), yes);
  EXPECT_EQ(covers_category(std::nullopt, Paths{std::nullopt}), yes);
  EXPECT_EQ(covers_category("garden", Paths{"garden"}), yes);
  EXPECT_EQ(covers_category("garden", Paths{"garden/tools", "garden/seeds"}), yes);
}

TEST(covers_category, is_no_where_none_is) {
  EXPECT_EQ(covers_category("garden/tools", Paths{"garden"}), no);
  EXPECT_EQ(covers_category("garden", Paths{"kitchen", "gardening"}), no);
}

TEST(covers_category, is_unknown_in_between) {
  EXPECT_EQ(covers_category("garden", Paths{"garden/tools", "kitchen"}), unknown);
  EXPECT_EQ(covers_category("garden", Paths{"garden", std::nullopt}), unknown);
  EXPECT_EQ(covers_category("garden", Paths{"kitchen", std::nullopt}), unknown);
  EXPECT_EQ(covers_category("garden", Paths{std::nullopt}), unknown);
  EXPECT_EQ(covers_category("garden", Paths{"/"}), unknown);
  EXPECT_EQ(covers_category("garden", Paths{}), unknown);
  EXPECT_EQ(covers_category("", Paths{"garden"}), unknown) << "a blank scope is not all of them";
  EXPECT_EQ(covers_category("/", Paths{"garden"}), unknown);
  EXPECT_EQ(covers_category(" ", Paths{" "}), unknown);
}

TEST(covers_organisation, leaves_a_missing_name_unknown) {
  EXPECT_EQ(covers_organisation(std::nullopt, "shop"), yes);
  EXPECT_EQ(covers_organisation(std::nullopt, std::nullopt), yes);
  EXPECT_EQ(covers_organisation("shop", "shop"), yes);
  EXPECT_EQ(covers_organisation("sister", "shop"), no);
  EXPECT_EQ(covers_organisation("shop", std::nullopt), unknown);
  EXPECT_EQ(covers_organisation(" ", "shop"), unknown);
  EXPECT_EQ(covers_organisation("", std::nullopt), unknown);
}

Truth similar_at(int depth, const Paths& sold, const Paths& asked) {
  const Truth forth = similar(sold, asked, depth, {});
  EXPECT_EQ(similar(asked, sold, depth, {}), forth) << "similarity has no direction";
  return forth;
}

TEST(similar, at_depth_0_means_the_whole_path) {
  EXPECT_EQ(similar_at(0, {"footwear/running/trail"}, {"footwear/running/trail"}), yes);
  EXPECT_EQ(similar_at(0, {"footwear/running/trail/"}, {"/footwear//running/trail"}), yes);
  EXPECT_EQ(similar_at(0, {"footwear/running/trail"}, {"footwear/running/road"}), no);
  EXPECT_EQ(similar_at(0, {"footwear/running"}, {"footwear/running/trail"}), no);
  EXPECT_EQ(similar_at(0, {"footwear"}, {"Footwear"}), no);
}

TEST(similar, at_depth_1_means_the_same_first_segment) {
  EXPECT_EQ(similar_at(1, {"footwear/running"}, {"footwear/hiking/boots"}), yes);
  EXPECT_EQ(similar_at(1, {"footwear"}, {"footwear"}), yes);
  EXPECT_EQ(similar_at(1, {"footwear"}, {"footwear/hiking"}), yes);
  EXPECT_EQ(similar_at(1, {"footwear/running"}, {"clothing/running"}), no);
  EXPECT_EQ(similar_at(1, {"foot/wear"}, {"footwear"}), no);
}

TEST(similar, at_depth_2_needs_two_segments_on_both_sides) {
  EXPECT_EQ(similar_at(2, {"footwear/running/trail"}, {"footwear/running/road"}), yes);
  EXPECT_EQ(similar_at(2, {"footwear/running"}, {"footwear/running/road"}), yes);
  EXPECT_EQ(similar_at(2, {"footwear/running"}, {"footwear/hiking"}), no);
  EXPECT_EQ(similar_at(2, {"footwear"}, {"footwear/running"}), no);
  EXPECT_EQ(similar_at(2, {"footwear"}, {"footwear"}), no) << "a path of one segment has no two";
  EXPECT_EQ(similar_at(2, {"footwear/"}, {"footwear//"}), no);
  EXPECT_EQ(similar_at(2, {"footwear//running"}, {"footwear/running/x"}), yes);
}

// A root category that makes everything similar is how hand-written SQL gets this wrong.
TEST(similar, is_nothing_to_a_root_or_to_what_is_not_known) {
  for (const int depth : {0, 1, 2}) {
    EXPECT_EQ(similar_at(depth, {std::nullopt}, {std::nullopt}), unknown);
    EXPECT_EQ(similar_at(depth, {""}, {""}), unknown);
    EXPECT_EQ(similar_at(depth, {" "}, {" "}), unknown);
    EXPECT_EQ(similar_at(depth, {"/"}, {"/"}), unknown);
    EXPECT_EQ(similar_at(depth, {"/"}, {"garden"}), unknown);
    EXPECT_EQ(similar_at(depth, {}, {"garden"}), unknown);
    EXPECT_EQ(similar_at(depth, {}, {}), unknown);
    EXPECT_EQ(similar_at(depth, {"kitchen", std::nullopt}, {"garden"}), unknown);
  }
}

TEST(similar, suffices_in_one_of_several_categories) {
  EXPECT_EQ(similar_at(0, {"sale", "garden/tools"}, {"new", "garden/tools"}), yes);
  EXPECT_EQ(similar_at(0, {std::nullopt, "garden/tools"}, {"garden/tools", ""}), yes);
  EXPECT_EQ(similar_at(0, {"sale", "garden/tools"}, {"new", "garden/seeds"}), no);
}

Truth similar_by(const std::vector<SimilarPair>& pairs, const Paths& sold, const Paths& asked) {
  const Truth forth = similar(sold, asked, 0, pairs);
  EXPECT_EQ(similar(asked, sold, 0, pairs), forth) << "a pair has no direction";
  return forth;
}

TEST(similar_pairs, hold_both_ways_and_for_what_lies_below) {
  const std::vector<SimilarPair> pairs{{"garden/tools", "workshop"}};
  EXPECT_EQ(similar_by(pairs, {"garden/tools"}, {"workshop"}), yes);
  EXPECT_EQ(similar_by(pairs, {"garden/tools/spades"}, {"workshop/saws"}), yes);
  EXPECT_EQ(similar_by(pairs, {"garden"}, {"workshop"}), no) << "not what lies above";
  EXPECT_EQ(similar_by(pairs, {"garden/tools"}, {"workshops"}), no);
  EXPECT_EQ(similar_by(pairs, {"garden/tools"}, {"garden/tools/spades"}), no)
      << "what lies below one side is not similar to the same side";
  EXPECT_EQ(similar_by(pairs, {"workshop/saws"}, {"workshop/drills"}), no);
}

TEST(similar_pairs, do_not_chain) {
  const std::vector<SimilarPair> pairs{{"a", "b"}, {"b", "c"}};
  EXPECT_EQ(similar_by(pairs, {"b"}, {"c"}), yes);
  EXPECT_EQ(similar_by(pairs, {"a"}, {"c"}), no);
}

TEST(similar_pairs, of_a_category_with_itself_join_what_lies_below) {
  EXPECT_EQ(similar_by({{"garden", "garden"}}, {"garden/tools"}, {"garden/seeds"}), yes);
}

TEST(similar_pairs, with_a_root_join_nothing) {
  EXPECT_EQ(similar_by({{"", "garden"}, {"/", "/"}}, {"kitchen"}, {"garden"}), no);
  EXPECT_EQ(similar_by({{"", ""}}, {std::nullopt}, {""}), unknown);
}

}  // namespace
}  // namespace softoptin::rules
