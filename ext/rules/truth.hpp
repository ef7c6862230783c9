// Truth: what the recorded facts say of one statement: yes, no, or nothing.
//
// Nothing (unknown) is a value of its own, never folded into yes or no, because the rule says so:
// everything unknown is a no, with a reason. A condition is met only when its truth is yes.
#pragma once

#include <cstdint>

namespace softoptin::rules {

enum class Truth : std::uint8_t { unknown = 0, no = 1, yes = 2 };

constexpr Truth truth(bool value) { return value ? Truth::yes : Truth::no; }

constexpr Truth opposite(Truth value) {
  if (value == Truth::unknown) return Truth::unknown;
  return value == Truth::yes ? Truth::no : Truth::yes;
}

// Both hold: no as soon as one is no; unknown as long as one is unknown.
constexpr Truth both(Truth left, Truth right) {
  if (left == Truth::no || right == Truth::no) return Truth::no;
  if (left == Truth::unknown || right == Truth::unknown) return Truth::unknown;
  return Truth::yes;
}

}  // namespace softoptin::rules
