// Words and addresses as text: the few ways in which two spellings are the same.
#pragma once

#include <string>
#include <string_view>

namespace softoptin::rules {

constexpr char ascii_lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

// Without the blanks (U+0020) around it, as SQL's trim().
constexpr std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

constexpr bool blank(std::string_view text) { return trimmed(text).empty(); }

// Equal without regard to ASCII case and to blanks around.
constexpr bool same_word(std::string_view left, std::string_view right) {
  left = trimmed(left);
  right = trimmed(right);
  if (left.size() != right.size()) return false;
  for (std::size_t at = 0; at < left.size(); ++at) {
    if (ascii_lower(left[at]) != ascii_lower(right[at])) return false;
  }
  return true;
}

// Letters, hyphens and underscores alone, and not many: no address, so fit to be shown in a
// message.
bool plain_word(std::string_view text);

// The form in which addresses are compared; empty when there is no address (blank).
// Email: trimmed, ASCII case folded; no dot- or plus-folding. SQL: lower(trim(email)).
// Phone: without blanks, dots, hyphens and brackets, a leading 00 turned into +.
std::string email_key(std::string_view email);
std::string phone_key(std::string_view phone);
constexpr bool dropped_from_phones(char sign) {
  return sign == ' ' || sign == '.' || sign == '-' || sign == '(' || sign == ')' || sign == '[' ||
         sign == ']';
}

}  // namespace softoptin::rules
