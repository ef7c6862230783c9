// HashFilter: says of most hashes that are not in a set that they are not, at the cost of a bit.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace softoptin::facts {

class HashFilter {
 public:
  // For about that many hashes, 16 bits each.
  explicit HashFilter(std::size_t hashes) : bits_(std::bit_ceil(hashes * 16 + 64)) {}

  void add(std::uint64_t hash) { bits_[place(hash)] = true; }
  [[nodiscard]] bool may_have(std::uint64_t hash) const { return bits_[place(hash)]; }

 private:
  [[nodiscard]] std::size_t place(std::uint64_t hash) const { return hash & (bits_.size() - 1); }

  std::vector<bool> bits_;
};

}  // namespace softoptin::facts
