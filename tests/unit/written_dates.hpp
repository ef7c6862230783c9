// Dates as a test writes them, and as GoogleTest writes them when an expectation fails.
#pragma once

#include <optional>
#include <ostream>
#include <string_view>

#include "rules/day.hpp"
#include "rules/zone.hpp"

namespace softoptin::rules {

// In UTC. A misspelt date throws, but for maybe_moment.
inline Moment moment(std::string_view text) { return read_text(text).value().in(Zone::utc()); }
inline std::optional<Moment> maybe_moment(std::string_view text) {
  const auto stamp = read_text(text);
  return stamp ? std::optional{stamp->in(Zone::utc())} : std::nullopt;
}
inline Day day(std::string_view text) { return moment(text).day; }

// GoogleTest finds these by the namespace of the type, and asks for this very name.
inline void PrintTo(Day day, std::ostream* out) { *out << day.text(); }
inline void PrintTo(const Moment& moment, std::ostream* out) { *out << moment.text(); }

}  // namespace softoptin::rules
