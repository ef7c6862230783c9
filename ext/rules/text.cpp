#include "rules/text.hpp"

#include <algorithm>

namespace softoptin::rules {

bool plain_word(std::string_view text) {
  constexpr std::size_t longest = 32;
  const auto fits = [](char sign) {
    const char letter = ascii_lower(sign);
    return (letter >= 'a' && letter <= 'z') || sign == '-' || sign == '_';
  };
  return !text.empty() && text.size() <= longest && std::ranges::all_of(text, fits);
}

std::string email_key(std::string_view email) {
  std::string key{trimmed(email)};
  for (char& letter : key) letter = ascii_lower(letter);
  return key;
}

std::string phone_key(std::string_view phone) {
  std::string key;
  for (const char sign : phone) {
    if (!dropped_from_phones(sign)) key += sign;
  }
  if (key.starts_with("00")) key.replace(0, 2, "+");
  return key;
}

}  // namespace softoptin::rules
