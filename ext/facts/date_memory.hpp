// DateMemory: the days of dates read lately. A relation of millions of sales has a few hundred
// different ones.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <optional>

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
    Remembered& kept = remembered_[place_of(text)];
    if (std::memcmp(kept.text.data(), text.data(), length) != 0) {
      std::memcpy(kept.text.data(), text.data(), length);
      kept.date = facts::sale_date_of(cell, rules::Zone::utc());
    }
    return kept.date;
  }

  // As facts::stamp_of.
  std::optional<rules::Stamp> stamp_of(sqlite::Cell cell) {
    if (cell.type() != SQLITE_TEXT || cell.text().size() != length) return facts::stamp_of(cell);
    const SaleDate date = sale_date_of(cell, rules::Zone::utc);
    if (date.readable != rules::Truth::yes) return std::nullopt;
    return rules::Stamp::date(date.day);
  }

 private:
  static constexpr std::size_t length = 10;
  static constexpr std::size_t size = 4096;
  struct Remembered {
    std::array<char, length> text{};  // Of NULs: none, and as a text no date.
    SaleDate date{rules::Truth::no, rules::Day{date::sys_days{}}};
  };

  // Of YYYY-MM-DD, another for each day of eleven years.
  static std::size_t place_of(std::string_view text) {
    const auto two = [&](std::size_t at) {
      return static_cast<std::size_t>(text[at] * 10 + text[at + 1]);
    };
    return (two(2) * 372 + two(5) * 31 + two(8)) % size;
  }

  std::array<Remembered, size> remembered_{};
};

}  // namespace softoptin::facts
