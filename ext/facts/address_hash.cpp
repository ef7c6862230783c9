#include "facts/address_hash.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "facts/text_hash.hpp"
#include "rules/text.hpp"

namespace softoptin::facts {
namespace {

// 0 is kept for no address.
std::uint64_t hash_of(std::string_view key) {
  if (key.empty()) return 0;
  const std::uint64_t hash = text_hash(key);
  return hash == 0 ? 1 : hash;
}

}  // namespace

// rules::email_key without its string, since every contact has one.
std::uint64_t email_hash(sqlite::Cell cell) {
  const std::string_view email = rules::trimmed(cell.text());
  std::array<char, 128> key;
  if (email.size() > key.size()) return hash_of(rules::email_key(email));
  std::ranges::transform(email, key.begin(), rules::ascii_lower);
  return hash_of({key.data(), email.size()});
}

// rules::phone_key without its string.
std::uint64_t phone_hash(sqlite::Cell cell) {
  const std::string_view phone = cell.text();
  std::array<char, 128> key;
  if (phone.size() > key.size()) return hash_of(rules::phone_key(phone));
  std::size_t size = 0;
  for (const char sign : phone) {
    if (!rules::dropped_from_phones(sign)) key[size++] = sign;
  }
  std::string_view kept{key.data(), size};
  if (kept.starts_with("00")) {
    key[1] = '+';
    kept.remove_prefix(1);
  }
  return hash_of(kept);
}

char first_of_phone(sqlite::Cell cell) {
  char first = 0;
  for (const char sign : cell.text()) {
    if (rules::dropped_from_phones(sign)) continue;
    if (first == 0 && sign != '0') return sign;
    if (first != 0) return sign == '0' ? '+' : first;
    first = sign;
  }
  return first;
}

}  // namespace softoptin::facts
