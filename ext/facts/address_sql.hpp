// Address SQL: the comparison of addresses as SQL expressions, so that the user's indexes serve it.
//
// The same meaning as rules/text.hpp's keys. An index serves only an expression that is written
// alike: sql/relations/contacts.sql and preferences.sql have the CREATE INDEX for each.
#pragma once

#include <string>
#include <string_view>

namespace softoptin::facts {

// True where the column holds the email bound to ?1: trimmed, ASCII case folded. SQLite folds both
// sides, so that they agree also where a host has given lower() another meaning.
inline std::string same_email(std::string_view column) {
  return "lower(trim(" + std::string{column} + ")) = lower(trim(?1))";
}

// True where the column holds the phone whose key (rules::phone_key) is bound to ?1: without
// blanks, dots, hyphens and brackets, a leading 00 turned into +.
inline std::string same_phone(std::string_view column) {
  std::string opening;
  std::string closing;
  for (const char* dropped : {" ", ".", "-", "(", ")", "[", "]"}) {
    opening += "replace(";
    closing.append(",'").append(dropped).append("','')");
  }
  const std::string signs = opening + std::string{column} + closing;
  return "replace(substr(" + signs + ",1,2),'00','+') || substr(" + signs + ",3) = ?1";
}

// Implied by same_phone where the key begins as phones do, with a digit or a plus: the address
// begins with no letter. Written so that an index on lower(trim(column)), which serves emails,
// leaves the emails out also where there is no index on phones. (A blob is greater than every
// text.)
inline std::string begins_as_phones_do(std::string_view column) {
  return "lower(trim(" + std::string{column} + ")) < CASE WHEN ?1 < ':' THEN 'a' ELSE x'' END";
}

}  // namespace softoptin::facts
