// ByCountry: a yes or no for each country, found out once.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <utility>

#include "rules/policy_book.hpp"

namespace softoptin::facts {

template <class Find>
class ByCountry {
 public:
  explicit ByCountry(Find find) : find_(std::move(find)) {}

  bool operator()(rules::Jurisdiction country) {
    std::int8_t& kept = kept_[static_cast<std::uint8_t>(country)];
    if (kept == not_asked) kept = find_(country) ? 1 : 0;
    return kept == 1;
  }

 private:
  static constexpr std::int8_t not_asked = -1;
  static constexpr std::size_t countries = std::numeric_limits<std::uint8_t>::max() + 1;

  static constexpr std::array<std::int8_t, countries> nobody_asked() {
    std::array<std::int8_t, countries> kept{};
    kept.fill(not_asked);
    return kept;
  }

  Find find_;
  std::array<std::int8_t, countries> kept_ = nobody_asked();
};

}  // namespace softoptin::facts
