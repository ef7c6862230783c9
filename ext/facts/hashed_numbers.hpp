// HashedNumbers: numbers that each stand under a hash, found by it. For hashes that are mostly not
// there: 16 bytes a number and some bits, no more than one wait for memory.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "facts/hash_filter.hpp"

namespace softoptin::facts {

class HashedNumbers {
 public:
  struct Entry {
    std::uint64_t hash;
    std::uint32_t number;
    friend auto operator<=>(const Entry&, const Entry&) = default;
  };

  // Added, then put in order: by hash, those of one hash by number.
  void add(std::uint64_t hash, std::uint32_t number) { entries_.push_back({hash, number}); }
  void finish() {
    filter_ = HashFilter{entries_.size()};
    shift_ = 64 - static_cast<int>(std::bit_width(entries_.size()));
    sort_into_buckets();
    for (std::size_t at = 1; at < begins_.size(); ++at) {
      const auto begin = entries_.begin() + begins_[at - 1];
      std::sort(begin, entries_.begin() + begins_[at]);  // One or two, mostly.
    }
  }

  [[nodiscard]] bool empty() const { return entries_.empty(); }
  // Those under that hash.
  [[nodiscard]] std::span<const Entry> find(std::uint64_t hash) const {
    if (entries_.empty() || !filter_.may_have(hash)) return {};
    std::uint32_t begin = begins_[bucket(hash)];
    std::uint32_t end = begins_[bucket(hash) + 1];
    while (begin < end && entries_[begin].hash < hash) ++begin;
    while (begin < end && entries_[end - 1].hash > hash) --end;
    return std::span{entries_}.subspan(begin, end - begin);
  }

 private:
  // begins_[bucket + 1] is where the bucket's next entry goes.
  void sort_into_buckets() {
    begins_.assign((std::size_t{1} << (64 - shift_)) + 2, 0);
    for (const Entry& entry : entries_) {
      filter_.add(entry.hash);
      ++begins_[bucket(entry.hash) + 2];
    }
    for (std::size_t at = 1; at < begins_.size(); ++at) begins_[at] += begins_[at - 1];
    const std::vector<Entry> added = std::exchange(entries_, std::vector<Entry>(entries_.size()));
    for (const Entry& entry : added) entries_[begins_[bucket(entry.hash) + 1]++] = entry;
    begins_.pop_back();
  }

  [[nodiscard]] std::size_t bucket(std::uint64_t hash) const {
    return static_cast<std::size_t>(hash >> shift_);
  }

  std::vector<Entry> entries_;
  HashFilter filter_{0};
  int shift_ = 63;                     // Of a hash, to its bucket.
  std::vector<std::uint32_t> begins_;  // Where each bucket begins in entries_.
};

}  // namespace softoptin::facts
