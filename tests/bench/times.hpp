// The least time of each statement.
#pragma once

#include <algorithm>
#include <map>
#include <string>

namespace softoptin::bench {

using Times = std::map<std::string, double>;

// What disturbs a measurement only ever adds to it.
inline void keep_least(Times& times, const std::string& name, double seconds) {
  const auto [found, is_new] = times.emplace(name, seconds);
  if (!is_new) found->second = std::min(found->second, seconds);
}

}  // namespace softoptin::bench
