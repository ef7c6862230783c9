// A calendar counted day by day from a table of month lengths: the second opinion on every date.
//
// It shares nothing with ext/rules or date.h, and does no arithmetic that could be wrong in the
// same way: days and months are stepped one at a time.
#pragma once

#include <array>
#include <cstdint>
#include <cstdio>
#include <string>

namespace counted {

struct Civil {
  int year;
  int month;
  int day;
  friend bool operator==(const Civil&, const Civil&) = default;
};

inline bool leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

inline int length_of_month(int year, int month) {
  constexpr std::array<int, 12> lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month == 2 && leap(year)) return 29;
  return lengths[static_cast<std::size_t>(month - 1)];
}

inline Civil next_day(Civil civil) {
  if (civil.day < length_of_month(civil.year, civil.month)) {
    return {civil.year, civil.month, civil.day + 1};
  }
  if (civil.month < 12) return {civil.year, civil.month + 1, 1};
  return {civil.year + 1, 1, 1};
}

// The same day of the month, that many months later; the last of the month where there is none.
inline Civil months_later(Civil civil, int months) {
  for (; months > 0; --months) {
    civil.month = civil.month == 12 ? 1 : civil.month + 1;
    if (civil.month == 1) ++civil.year;
  }
  const int length = length_of_month(civil.year, civil.month);
  if (civil.day > length) civil.day = length;
  return civil;
}

inline std::string text(Civil civil) {
  std::array<char, 48> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", civil.year, civil.month, civil.day);
  return buffer.data();
}

// Calls visit(civil, days since 1970-01-01) for each day of those years, both included.
template <typename Visit>
void each_day(int first_year, int last_year, Visit visit) {
  std::int64_t number = 0;
  for (Civil civil{1970, 1, 1}; civil.year <= last_year; civil = next_day(civil), ++number) {
    if (civil.year >= first_year) visit(civil, number);
  }
}

}  // namespace counted
