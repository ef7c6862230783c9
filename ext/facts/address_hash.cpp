#include "facts/address_hash.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "rules/text.hpp"
#include "sqlite/library.hpp"

namespace softoptin::facts {

AddressHash::AddressHash() : hash_({sqlite::random_word(), sqlite::random_word()}) {}

// 0 is kept for no address.
std::uint64_t AddressHash::of(std::string_view key) const {
  if (key.empty()) return 0;
  const std::uint64_t hash = hash_(key);
  return hash == 0 ? 1 : hash;
}

// rules::email_key without its string, since every contact has one.
std::uint64_t AddressHash::email(sqlite::Cell cell) const {
  const std::string_view email = rules::trimmed(cell.text());
  std::array<char, 128> key;
  if (email.size() > key.size()) return of(rules::email_key(email));
  std::ranges::transform(email, key.begin(), rules::ascii_lower);
  return of({key.data(), email.size()});
}

// rules::phone_key without its string.
std::uint64_t AddressHash::phone(sqlite::Cell cell) const {
  const std::string_view phone = cell.text();
  std::array<char, 128> key;
  if (phone.size() > key.size()) return of(rules::phone_key(phone));
  std::size_t size = 0;
  for (const char sign : phone) {
    if (!rules::dropped_from_phones(sign)) key[size++] = sign;
  }
  std::string_view kept{key.data(), size};
  if (kept.starts_with("00")) {
    key[1] = '+';
    kept.remove_prefix(1);
  }
  return of(kept);
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
