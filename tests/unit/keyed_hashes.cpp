// The hash of addresses: as its authors published it.
#include <gtest/gtest.h>

#include <string>

#include "facts/keyed_hash.hpp"

namespace softoptin::facts {
namespace {

constexpr HashKey key{0x0706'0504'0302'0100U, 0x0f0e'0d0c'0b0a'0908U};  // Bytes 0 to 15.

std::string first_bytes(std::size_t count) {
  std::string bytes(count, '\0');
  for (std::size_t at = 0; at < count; ++at) bytes[at] = static_cast<char>(at);
  return bytes;
}

TEST(KeyedHashes, are_those_of_the_paper) {
  constexpr SipHash<2, 4> hash{key};
  EXPECT_EQ(hash(first_bytes(15)), 0xa129'ca61'49be'45e5U);  // Its appendix A.
  EXPECT_EQ(hash(""), 0x726f'db47'dd0e'0e31U);
}

TEST(KeyedHashes, take_fewer_rounds_for_tables) {
  constexpr SipHash<> hash{key};
  EXPECT_EQ(hash(""), 0xabac'0158'050f'c4dcU);
}

TEST(KeyedHashes, follow_the_key) {
  const std::string text = "vera@example.org";
  const SipHash<> hash{key};
  EXPECT_NE(hash(text), SipHash<>({key.first ^ 1U, key.second})(text));
  EXPECT_NE(hash(text), SipHash<>({key.first, key.second ^ 1U})(text));
}

TEST(KeyedHashes, take_every_byte_and_the_length) {
  const SipHash<> hash{key};
  for (std::size_t size = 0; size <= 40; ++size) {
    const std::string text(size, 'a');
    EXPECT_NE(hash(text), hash(text + std::string(1, '\0'))) << size;
    for (std::size_t at = 0; at < size; ++at) {
      std::string other = text;
      other[at] = 'b';
      EXPECT_NE(hash(text), hash(other)) << size << ", byte " << at;
    }
  }
}

}  // namespace
}  // namespace softoptin::facts
