// Keys: the `key: value` pairs of a map in a file of policies, none of them twice or unknown.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "policies/compiler/value.hpp"

namespace softoptin::policies {

class Keys {
 public:
  // `what` is in front of "has no `citation`". Throws a Fault for what is no map, and for a key
  // that stands there twice.
  Keys(const YAML::Node& map, std::string what);

  // Throws a Fault for any other key.
  void allow_only(std::span<const std::string_view> known) const;

  // Throws a Fault, which says what to write, where it is not there or left open.
  [[nodiscard]] YAML::Node need(std::string_view key, std::string_view what_to_write) const;

  [[nodiscard]] int line() const { return line_of(map_); }

 private:
  YAML::Node map_;
  std::string what_;
};

}  // namespace softoptin::policies
