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

// Of texts of one length that have eight bytes or fewer, no two have the same one: nothing is lost.
// What is left of a longer one is read with some bytes before it, so that few branches are guessed.
inline std::uint64_t text_hash(std::string_view text) {
  const auto read = []<class Part>(Part part, const char* from) {
    std::memcpy(&part, from, sizeof part);
    return std::uint64_t{part};
  };
  const char* at = text.data();
  const char* const end = at + text.size();
  std::uint64_t hash = text.size() * 0x9E37'79B9'7F4A'7C15U;
  if (text.size() > 8) {
    for (; end - at > 8; at += 8) hash = mixed(hash ^ read(std::uint64_t{}, at));
    hash ^= read(std::uint64_t{}, end - 8);
  } else if (text.size() > 4) {
    hash ^= read(std::uint32_t{}, at) << 32U | read(std::uint32_t{}, end - 4);
  } else if (text.size() > 1) {
    hash ^= read(std::uint16_t{}, at) << 16U | read(std::uint16_t{}, end - 2);
  } else if (text.size() == 1) {
    hash ^= read(std::uint8_t{}, at);
  }
  return mixed(hash);
}

}  // namespace softoptin::facts
