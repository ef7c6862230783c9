// AddressBook: an address of every contact. 8 bytes a contact, and the text with its length, in
// pieces, so that growing neither copies it nor takes twice the memory.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "rules/text.hpp"
#include "sqlite/value.hpp"

namespace softoptin::facts {

class AddressBook {
 public:
  void reserve(std::size_t contacts) { places_.reserve(contacts); }

  // Of the next contact. NULL and blank are none.
  void add(sqlite::Cell address) {
    const std::string_view text = address.text();
    places_.push_back(rules::blank(text) ? nowhere : place_of(text));
  }
  void add_none() { places_.push_back(nowhere); }
  [[nodiscard]] std::size_t size() const { return places_.size(); }

  // Empty where there is none. Valid as long as the book.
  [[nodiscard]] std::string_view operator[](std::uint32_t contact) const {
    const std::uint64_t place = places_[contact];
    if (place == nowhere) return {};
    const char* const text = kept(place);
    Length length = 0;
    std::memcpy(&length, text, sizeof length);
    return {text + sizeof length, length};
  }

  // Have fetched meanwhile what is looked at first, and then.
  void prefetch_place(std::uint32_t contact) const { __builtin_prefetch(places_.data() + contact); }
  void prefetch(std::uint32_t contact) const {
    if (contact >= places_.size() || places_[contact] == nowhere) return;
    __builtin_prefetch(kept(places_[contact]));
  }

 private:
  using Length = std::uint32_t;  // SQLite's texts have at most 2 GB.
  static constexpr std::uint64_t nowhere = ~std::uint64_t{};
  static constexpr std::size_t piece = std::size_t{1} << 16U;

  [[nodiscard]] const char* kept(std::uint64_t place) const {
    return pieces_[place >> 32U].data() + (place & 0xffff'ffffU);
  }

  // Piece and offset, 32 bits each.
  std::uint64_t place_of(std::string_view text) {
    const auto length =
        std::bit_cast<std::array<char, sizeof(Length)>>(static_cast<Length>(text.size()));
    const std::size_t needed = length.size() + text.size();
    if (pieces_.empty() || pieces_.back().capacity() - pieces_.back().size() < needed) {
      pieces_.emplace_back().reserve(std::max(needed, piece));
    }
    std::string& last = pieces_.back();
    const std::uint64_t place = std::uint64_t{pieces_.size() - 1} << 32U | last.size();
    last.append(length.data(), length.size()).append(text);
    return place;
  }

  std::vector<std::string> pieces_;  // None grows beyond what is reserved for it.
  std::vector<std::uint64_t> places_;
};

}  // namespace softoptin::facts
