// SipHash: a hash with a secret key, for texts that strangers write. Who does not know the key
// cannot make two texts of one hash, which of a hash without a key takes seconds. By Jean-Philippe
// Aumasson and Daniel J. Bernstein (SipHash: a fast short-input PRF, 2012), with 1 round a word and
// 3 at the end, as hash tables use it; 2 and 4 are the paper's own.
#pragma once

#include <bit>
#include <cstdint>
#include <string_view>

namespace softoptin::facts {

struct HashKey {
  std::uint64_t first;
  std::uint64_t second;
};

template <int rounds = 1, int last_rounds = 3>
class SipHash {
 public:
  explicit constexpr SipHash(HashKey key)
      : a_(key.first ^ 0x736f'6d65'7073'6575U),
        b_(key.second ^ 0x646f'7261'6e64'6f6dU),
        c_(key.first ^ 0x6c79'6765'6e65'7261U),
        d_(key.second ^ 0x7465'6462'7974'6573U) {}

  [[nodiscard]] constexpr std::uint64_t operator()(std::string_view text) const {
    SipHash state = *this;
    const std::uint64_t last_byte = text.size() << 56U;
    for (; text.size() >= 8; text.remove_prefix(8)) state.take(word(text.substr(0, 8)));
    state.take(word(text) | last_byte);
    state.c_ ^= 0xffU;
    for (int round = 0; round < last_rounds; ++round) state.stir();
    return state.a_ ^ state.b_ ^ state.c_ ^ state.d_;
  }

 private:
  // Little-endian, at most 8 bytes.
  static constexpr std::uint64_t word(std::string_view bytes) {
    std::uint64_t word = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      word |= std::uint64_t{static_cast<unsigned char>(bytes[at])} << 8 * at;
    }
    return word;
  }

  constexpr void take(std::uint64_t word) {
    d_ ^= word;
    for (int round = 0; round < rounds; ++round) stir();
    a_ ^= word;
  }

  constexpr void stir() {
    a_ += b_;
    c_ += d_;
    b_ = std::rotl(b_, 13) ^ a_;
    d_ = std::rotl(d_, 16) ^ c_;
    a_ = std::rotl(a_, 32);
    c_ += b_;
    a_ += d_;
    b_ = std::rotl(b_, 17) ^ c_;
    d_ = std::rotl(d_, 21) ^ a_;
    c_ = std::rotl(c_, 32);
  }

  std::uint64_t a_;
  std::uint64_t b_;
  std::uint64_t c_;
  std::uint64_t d_;
};

}  // namespace softoptin::facts
