// Dates as a test writes them, and as GoogleTest writes them when an expectation fails.
#pragma once

#include <ostream>
#include <string_view>

#include "rules/day.hpp"

namespace softoptin::rules {

// A misspelt date throws.
inline Moment moment(std::string_view text) { return read_text(text).value(); }
inline Day day(std::string_view text) { return moment(text).day; }

// GoogleTest finds these by the namespace of the type, and asks for this very name.
inline void PrintTo(Day day, std::ostream* out) { *out << day.text(); }
inline void PrintTo(const Moment& moment, std::ostream* out) { *out << moment.text(); }

}  // namespace softoptin::rules
