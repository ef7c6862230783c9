// Quoting: names as SQL identifiers.
#pragma once

#include <string>
#include <string_view>

namespace softoptin::facts {

// "name", with quotes inside it doubled.
inline std::string identifier(std::string_view name) {
  std::string quoted = "\"";
  for (const char letter : name) {
    quoted += letter;
    if (letter == '"') quoted += letter;
  }
  return quoted + "\"";
}

}  // namespace softoptin::facts
