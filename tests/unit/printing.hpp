// How GoogleTest writes the core's values when an expectation fails: as people read them.
#pragma once

#include <array>
#include <ostream>
#include <string_view>

#include "rules/condition.hpp"
#include "rules/preferences.hpp"
#include "rules/truth.hpp"

namespace softoptin::rules {

// GoogleTest finds these by the namespace of the type, and asks for this very name.
inline void PrintTo(Condition code, std::ostream* out) {
  *out << "condition " << static_cast<int>(code);
}
inline void PrintTo(Truth truth, std::ostream* out) {
  const bool yes = truth == Truth::yes;
  *out << (truth == Truth::unknown ? "unknown" : yes ? "yes" : "no");
}
inline void PrintTo(Standing::Word word, std::ostream* out) {
  constexpr std::array<std::string_view, 4> words = {"none", "unknown", "opt_out", "opt_in"};
  *out << words[static_cast<std::size_t>(word)];
}

}  // namespace softoptin::rules
