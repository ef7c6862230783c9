// TextPlaces: the place of each text in a list of different ones.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/text_hash.hpp"

namespace softoptin::facts {

class TextPlaces {
 public:
  // The text's place. One that is met for the first time gets `next`, and add() is called to put it
  // there.
  template <class Add>
  std::uint32_t place_of(std::string_view text, std::size_t next, Add add) {
    const std::uint64_t hash = text_hash(text);
    const std::uint32_t slot = slot_of(text, hash);
    if (slots_[slot].entry != 0) return entries_[slots_[slot].entry - 1].place;
    add();
    insert(slot, hash, text, static_cast<std::uint32_t>(next));
    return static_cast<std::uint32_t>(next);
  }

  // Nothing where it was not met yet.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view text) const {
    const std::uint32_t entry = slots_[slot_of(text, text_hash(text))].entry;
    return entry == 0 ? std::nullopt : std::optional{entries_[entry - 1].place};
  }

 private:
  struct Entry {
    std::string text;
    std::uint32_t place;
  };
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t entry = 0;  // 0: free, else its place in entries_, counted from 1.
    std::uint32_t size = 0;   // Of the text: SQLite's have at most 2 GB.

    [[nodiscard]] bool is(std::uint64_t other_hash, std::size_t other_size) const {
      return hash == other_hash && size == static_cast<std::uint32_t>(other_size);
    }
  };

  // Where the text stands, or would.
  [[nodiscard]] std::uint32_t slot_of(std::string_view text, std::uint64_t hash) const {
    const auto mask = static_cast<std::uint32_t>(slots_.size() - 1);
    auto at = static_cast<std::uint32_t>(hash) & mask;
    while (slots_[at].entry != 0) {
      const bool same = slots_[at].is(hash, text.size());
      if (same && (text.size() <= 8 || entries_[slots_[at].entry - 1].text == text)) break;
      at = (at + 1) & mask;
    }
    return at;
  }

  void insert(std::uint32_t slot, std::uint64_t hash, std::string_view text, std::uint32_t place) {
    entries_.push_back({std::string{text}, place});
    slots_[slot] = {hash, static_cast<std::uint32_t>(entries_.size()),
                    static_cast<std::uint32_t>(text.size())};
    if (entries_.size() * 2 > slots_.size()) grow();
  }

  void grow() {
    slots_ = std::vector<Slot>(slots_.size() * 4);
    for (std::uint32_t entry = 0; entry < entries_.size(); ++entry) {
      const std::string& text = entries_[entry].text;
      const std::uint64_t hash = text_hash(text);
      slots_[slot_of(text, hash)] = {hash, entry + 1, static_cast<std::uint32_t>(text.size())};
    }
  }

  std::vector<Entry> entries_;
  std::vector<Slot> slots_ = std::vector<Slot>(64);  // Open addressing; a power of two, half full.
};

}  // namespace softoptin::facts
