// ContactSet: some of the contacts of a pass, a bit each.
#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <vector>

namespace softoptin::facts {

class ContactSet {
 public:
  ContactSet() = default;
  // Of contacts numbered from 0 to below `size`; none of them yet.
  explicit ContactSet(std::uint32_t size) : words_((std::size_t{size} + 63) / 64) {}

  void add(std::uint32_t contact) { add_if(true, contact); }
  // Without a branch: which country comes next is not to be guessed.
  void add_if(bool wanted, std::uint32_t contact) {
    words_[contact / 64] |= std::uint64_t{wanted ? 1U : 0U} << (contact % 64);
  }

  [[nodiscard]] bool has(std::uint32_t contact) const {
    return (words_[contact / 64] >> (contact % 64) & 1U) != 0;
  }

  // The first of them that is not before `contact`.
  [[nodiscard]] std::optional<std::uint32_t> first_from(std::uint32_t contact) const {
    std::size_t at = contact / 64;
    if (at >= words_.size()) return std::nullopt;
    std::uint64_t word = words_[at] >> (contact % 64) << (contact % 64);
    while (word == 0) {
      if (++at == words_.size()) return std::nullopt;
      word = words_[at];
    }
    return static_cast<std::uint32_t>(at * 64 + static_cast<std::size_t>(std::countr_zero(word)));
  }

 private:
  std::vector<std::uint64_t> words_;
};

}  // namespace softoptin::facts
