// DateMemory: the days of dates read lately. A relation of millions of sales has a few hundred
// different ones.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>

#include "facts/meaning.hpp"

namespace softoptin::facts {

class DateMemory {
 public:
  // As facts::sale_date_of, in the zone that zone() gives. Only texts as long as YYYY-MM-DD are
  // remembered: they mean the same day in every zone.
  template <class FindZone>
  SaleDate sale_date_of(sqlite::Cell cell, FindZone zone) {
    if (cell.type() != SQLITE_TEXT) return facts::sale_date_of(cell, zone());
    const std::string_view text = cell.text();
    if (text.size() != length) return facts::sale_date_of(cell, zone());
    std::uint64_t mixed = 0;
    std::memcpy(&mixed, text.data() + length - sizeof mixed, sizeof mixed);
    mixed *= 0x9E37'79B9'7F4A'7C15U;  // Fibonacci hashing: the high bits are well mixed.
    Remembered& kept = remembered_[mixed >> 54U];
    if (std::memcmp(kept.text.data(), text.data(), length) != 0) {
      std::memcpy(kept.text.data(), text.data(), length);
      kept.date = facts::sale_date_of(cell, rules::Zone::utc());
    }
    return kept.date;
  }

 private:
  static constexpr std::size_t length = 10;
  struct Remembered {
    std::array<char, length> text{};  // Of NULs: none, and as a text no date.
    SaleDate date{rules::Truth::no, rules::Day{date::sys_days{}}};
  };
  std::array<Remembered, 1024> remembered_{};
};

}  // namespace softoptin::facts
