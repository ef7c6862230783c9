// TextHash: a hash of texts as short as ids and addresses are. Inlined, and a word at a time: the
// standard library's takes several times as long for them (measured, tests/bench).
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace softoptin::facts {

// Lets every bit of a word count in every bit (the finalizer of MurmurHash3, in the public domain).
constexpr std::uint64_t mixed(std::uint64_t word) {
  word = (word ^ (word >> 33U)) * 0xff51'afd7'ed55'8ccdU;
  word = (word ^ (word >> 33U)) * 0xc4ce'b9fe'1a85'ec53U;
  return word ^ (word >> 33U);
}

inline std::uint64_t text_hash(std::string_view text) {
  std::uint64_t hash = text.size() * 0x9E37'79B9'7F4A'7C15U;
  std::uint64_t word = 0;
  const auto take = [&]<class Part>(Part part) {
    std::memcpy(&part, text.data(), sizeof part);
    text.remove_prefix(sizeof part);
    word = sizeof part == sizeof word ? part : word << (8 * sizeof part % 64) | part;
  };
  for (; text.size() >= sizeof word; hash = mixed(hash ^ word)) take(std::uint64_t{});
  word = 0;
  if ((text.size() & 4U) != 0) take(std::uint32_t{});
  if ((text.size() & 2U) != 0) take(std::uint16_t{});
  if ((text.size() & 1U) != 0) take(std::uint8_t{});
  return mixed(hash ^ word);
}

}  // namespace softoptin::facts
