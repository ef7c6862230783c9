// Random worlds: in every one of them, all roads give the same answers.
//
//   agreement --worlds=100000 --seed=7      or SOFTOPTIN_WORLDS and SOFTOPTIN_SEED
//
// World n of a run has the seed n more than the first. A failure prints the seed of its world:
// --worlds=1 with that seed makes it again. The worlds are dealt out to several tests, which a test
// runner can run side by side.
#include <gtest/gtest.h>

#include <iostream>

#include "examine.hpp"
#include "extent.hpp"
#include "invent.hpp"

namespace softoptin::agreement {
namespace {

constexpr std::uint64_t blocks = 8;

class random_worlds : public testing::TestWithParam<std::uint64_t> {};

TEST_P(random_worlds, agree) {
  Tally tally;
  for (std::uint64_t number = GetParam(); number < extent().worlds; number += blocks) {
    const std::uint64_t seed = extent().seed + number;
    const Imagined imagined = invent(seed);
    if (const auto found = examine(imagined, tally)) {
      FAIL() << "--worlds=1 --seed=" << seed << "\n" << in_short(imagined, *found);
    }
  }
  if (tally.worlds < 500) return;
  std::cout << tally.text();
  EXPECT_GT(tally.passes, tally.worlds / 2) << "few statements changed to the pass";
  EXPECT_GT(tally.reasons["eligible"], tally.questions / 20) << "hardly a yes is compared";
  EXPECT_GT(tally.bases["consent"], 0);
  EXPECT_EQ(tally.reasons.size(), 19U) << "a reason of the baseline never came up";
}

INSTANTIATE_TEST_SUITE_P(block, random_worlds, testing::Range<std::uint64_t>(0, blocks));

}  // namespace
}  // namespace softoptin::agreement
