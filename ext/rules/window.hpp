// The window: until when a sale allows marketing, rolled by lawful messages where the policy rolls.
#pragma once

#include <optional>

#include "rules/facts.hpp"

namespace softoptin::rules {

struct Window {
  std::optional<Day> last_day;       // Nothing: without end.
  const Message* message = nullptr;  // The last message that started the window anew.
};

// The window of a sale whose day can be read, on the facts known by question.as_of.
Window window(const Question& question, const Facts& facts, const Sale& sale);

// A day before which no sale allows anything on `as_of`; nothing where one of any day may. Some
// days too early, so that it also holds for days counted in another zone.
std::optional<Day> too_early_before(const Policy& policy, const House& house, Day as_of);

}  // namespace softoptin::rules
