// Random worlds: in every one of them, all roads give the same answers.
//
//   agreement --worlds=100000 --seed=7      or SOFTOPTIN_WORLDS and SOFTOPTIN_SEED
//
// The worlds of a run have the seeds S, S + 1, ... A failure prints the seed of its world:
// --worlds=1 with that seed makes it again. The machine's cores share the worlds out, which also
// puts the extension to work on several threads, a connection each.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <iostream>
#include <thread>

#include "examine.hpp"
#include "extent.hpp"
#include "invent.hpp"

namespace softoptin::agreement {
namespace {

struct Finding {
  std::uint64_t seed;
  Disagreement disagreement;
};

// What one thread has done.
struct Share {
  Tally tally;
  std::optional<Finding> finding;
};

// The next world that nobody has examined, and so on, until one is found where roads part.
void examine_worlds(std::atomic<std::uint64_t>& next, std::atomic<bool>& found, Share& share) {
  while (!found) {
    const std::uint64_t number = next++;
    if (number >= extent().worlds) return;
    const std::uint64_t seed = extent().seed + number;
    const auto disagreement = examine(invent(seed), share.tally);
    if (!disagreement) continue;
    share.finding = Finding{seed, *disagreement};
    found = true;
  }
}

std::vector<Share> examine_worlds_on_all_cores() {
  // A SQLite without threads may be used by one of them only.
  const unsigned threads_at_once =
      sqlite3_threadsafe() != 0 ? std::thread::hardware_concurrency() : 1;
  std::vector<Share> shares(std::max(threads_at_once, 1U));
  std::atomic<std::uint64_t> next{0};
  std::atomic<bool> found{false};
  std::vector<std::thread> threads;
  threads.reserve(shares.size());
  for (Share& share : shares) {
    threads.emplace_back([&] { examine_worlds(next, found, share); });
  }
  for (std::thread& thread : threads) thread.join();
  return shares;
}

// That the worlds were no dull ones: enough of them, and each answer, came up.
void expect_variety(const Tally& tally) {
  std::cout << tally.text();
  EXPECT_GT(tally.passes, tally.worlds / 2) << "few statements changed to the pass";
  EXPECT_LT(tally.passes, tally.worlds) << "the pass never declined what only SQLite can compare";
  EXPECT_GT(tally.reasons.at("eligible"), tally.questions / 20) << "hardly a yes was compared";
  EXPECT_GT(tally.bases.at("consent"), tally.questions / 100) << "hardly a consent was compared";
  EXPECT_EQ(tally.reasons.size(), 23U) << "a reason never came up";
  EXPECT_EQ(tally.bases.size(), 4U) << "a basis never came up";
  EXPECT_GT(tally.policies.size(), 8U) << "hardly a yes of a national policy was compared";
}

TEST(random_worlds, agree) {
  Tally tally;
  for (const Share& share : examine_worlds_on_all_cores()) {
    tally.add(share.tally);
    if (!share.finding) continue;
    const std::uint64_t seed = share.finding->seed;
    ADD_FAILURE() << "--worlds=1 --seed=" << seed << "\n"
                  << in_short(invent(seed), share.finding->disagreement);
  }
  if (!HasFailure() && tally.worlds >= 400) expect_variety(tally);
}

}  // namespace
}  // namespace softoptin::agreement
