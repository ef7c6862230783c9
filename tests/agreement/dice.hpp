// Dice: choices made at random, the same for the same seed on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace softoptin::agreement {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : random_(seed) {}

  // From 0 to count - 1. (Not std::uniform_int_distribution: each library has its own.)
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(random_() % count); }
  // From first to last, both included.
  int between(int first, int last) {
    return first + static_cast<int>(below(static_cast<std::size_t>(last - first + 1)));
  }
  bool chance(int percent) { return between(1, 100) <= percent; }

  template <class Thing>
  Thing& one_of(std::vector<Thing>& things) {
    return things[below(things.size())];
  }
  template <class Thing>
  const Thing& one_of(const std::vector<Thing>& things) {
    return things[below(things.size())];
  }

 private:
  std::mt19937_64 random_;
};

}  // namespace softoptin::agreement
