// Address SQL: the comparison of addresses as SQL expressions, so that the user's indexes serve it.
//
// The same meaning as rules/text.hpp's keys. An index serves only an expression that is written
// alike: sql/relations/contacts.sql and preferences.sql have the CREATE INDEX for each.
#pragma once

#include <string>
#include <string_view>

namespace softoptin::facts {

// Trimmed, ASCII case folded.
inline std::string email_key(std::string_view email) {
  return "lower(trim(" + std::string{email} + "))";
}

// Without blanks, dots, hyphens and brackets, a leading 00 turned into +.
inline std::string phone_key(std::string_view phone) {
  std::string digits{phone};
  for (const char* dropped : {"' '", "'.'", "'-'", "'('", "')'", "'['", "']'"}) {
    digits = "replace(" + digits + "," + dropped + ",'')";
  }
  return "CASE WHEN substr(" + digits + ",1,2) = '00' THEN '+' || substr(" + digits + ",3) ELSE " +
         digits + " END";
}

inline std::string same_email(std::string_view column, std::string_view parameter) {
  return email_key(column) + " = " + email_key(parameter);
}

inline std::string same_phone(std::string_view column, std::string_view parameter) {
  return "(" + phone_key(column) + ") = (" + phone_key(parameter) + ")";
}

}  // namespace softoptin::facts
