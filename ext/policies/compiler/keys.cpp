#include "policies/compiler/keys.hpp"

#include <algorithm>
#include <set>

namespace softoptin::policies {
namespace {

std::string in_backticks(std::string_view word) { return "`" + std::string{word} + "`"; }

}  // namespace

Keys::Keys(const YAML::Node& map, std::string what) : map_{map}, what_{std::move(what)} {
  if (!map.IsMap()) throw Fault{line_of(map), what_ + " is to be `key: value` pairs"};
  std::set<std::string> seen;
  for (const auto& entry : map) {
    const std::string& key = entry.first.Scalar();
    if (seen.insert(key).second) continue;
    throw Fault{line_of(entry.first), what_ + " has " + in_backticks(key) + " twice"};
  }
}

void Keys::allow_only(std::span<const std::string_view> known) const {
  for (const auto& entry : map_) {
    const std::string& key = entry.first.Scalar();
    if (std::ranges::find(known, key) != known.end()) continue;
    throw Fault{line_of(entry.first), what_ + " has " + in_backticks(key) + ", which is no key"};
  }
}

YAML::Node Keys::need(std::string_view key, std::string_view what_to_write) const {
  for (const auto& entry : map_) {
    if (entry.first.Scalar() != key) continue;
    if (!entry.second.IsNull()) return entry.second;
    throw Fault{line_of(entry.first),
                in_backticks(key) + " says nothing: write " + std::string{what_to_write}};
  }
  throw Fault{line(),
              what_ + " has no " + in_backticks(key) + ": write " + std::string{what_to_write}};
}

}  // namespace softoptin::policies
