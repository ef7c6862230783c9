// ValuePlaces: the place of each id in a list of different ones.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

#include "facts/text_places.hpp"
#include "sqlite/value.hpp"

namespace softoptin::facts {

class ValuePlaces {
 public:
  // The id's place, the next one where it is met for the first time.
  std::uint32_t place_of(sqlite::Cell id) {
    const auto next = static_cast<std::uint32_t>(values_.size());
    switch (id.type()) {
      case SQLITE_TEXT:
        return texts_.place_of(id.text(), next, [&] { values_.push_back(id.copy()); });
      case SQLITE_INTEGER:
        return place_in(integers_, id.integer());
      default:
        return place_in(others_, id.copy());
    }
  }
  // Its place where it was met before.
  [[nodiscard]] std::optional<std::uint32_t> find(sqlite::Cell id) const {
    switch (id.type()) {
      case SQLITE_TEXT:
        return texts_.find(id.text());
      case SQLITE_INTEGER:
        return find_in(integers_, id.integer());
      default:
        return find_in(others_, id.copy());
    }
  }
  // The ids, each at its place.
  [[nodiscard]] const std::vector<sqlite::Value>& values() const { return values_; }

 private:
  template <class Places, class Id>
  std::uint32_t place_in(Places& places, const Id& id) {
    const auto [found, added] = places.emplace(id, static_cast<std::uint32_t>(values_.size()));
    if (added) values_.emplace_back(id);
    return found->second;
  }

  template <class Places, class Id>
  static std::optional<std::uint32_t> find_in(const Places& places, const Id& id) {
    const auto found = places.find(id);
    return found == places.end() ? std::nullopt : std::optional{found->second};
  }

  TextPlaces texts_;
  std::unordered_map<std::int64_t, std::uint32_t> integers_;
  std::map<sqlite::Value, std::uint32_t> others_;
  std::vector<sqlite::Value> values_;
};

}  // namespace softoptin::facts
