#include "facts/address_hash.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <string_view>

#include "rules/text.hpp"

namespace softoptin::facts {
namespace {

// 0 is kept for no address.
std::uint64_t hash_of(std::string_view key) {
  if (key.empty()) return 0;
  const std::uint64_t hash = std::hash<std::string_view>{}(key);
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

std::uint64_t phone_hash(sqlite::Cell cell) { return hash_of(rules::phone_key(cell.text())); }

}  // namespace softoptin::facts
