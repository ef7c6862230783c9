// Dice: choices made at random, the same for the same seed on every machine; or as given bytes say,
// for a fuzzer, and at random when these are used up.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace softoptin::agreement {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : random_(seed) {}
  // The bytes must outlive the dice.
  explicit Dice(std::span<const std::uint8_t> bytes) : bytes_(bytes), random_(1) {}

  // From 0 to count - 1. (Not std::uniform_int_distribution: each library has its own.)
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
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
  std::uint64_t next() {
    if (bytes_.empty()) return random_();
    const std::uint8_t first = bytes_.front();
    bytes_ = bytes_.subspan(1);
    return first;
  }

  std::span<const std::uint8_t> bytes_;
  std::mt19937_64 random_;
};

}  // namespace softoptin::agreement
