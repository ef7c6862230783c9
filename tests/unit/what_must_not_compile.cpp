// Sums and comparisons that the types must refuse: "twelve months later" is a civil date, never a
// number of days or seconds, so nothing may be added to a day but months, and by name.
#include <gtest/gtest.h>

#include <concepts>
#include <cstdint>
#include <type_traits>

#include "rules/day.hpp"
#include "rules/truth.hpp"

namespace softoptin::rules {
namespace {

template <typename Left, typename Right>
concept adds = requires(Left left, Right right) {
  left + right;
};
template <typename Left, typename Right>
concept subtracts = requires(Left left, Right right) {
  left - right;
};
template <typename Left, typename Right>
concept grows_by = requires(Left left, Right right) {
  left += right;
};
template <typename Left, typename Right>
concept compares = requires(Left left, Right right) {
  left == right;
}
|| requires(Left left, Right right) { left < right; };
template <typename Value>
concept steps = requires(Value value) {
  ++value;
}
|| requires(Value value) { value++; };
template <typename Value>
concept negates = requires(Value value) {
  !value;
};
template <typename Count>
concept months_can_be = requires(Day day, Count count) {
  months_later(day, count);
};

// The concepts see what does compile; otherwise the refusals below would prove nothing.
static_assert(adds<int, int> && subtracts<int, int> && grows_by<int, int> && steps<int>);
static_assert(compares<Day, Day> && std::totally_ordered<Day> && months_can_be<Months>);

// A day plus a number, a duration, or months without the name of the sum.
static_assert(!adds<Day, int> && !adds<int, Day> && !adds<Day, std::int64_t>);
static_assert(!adds<Day, date::days> && !adds<Day, date::weeks> && !adds<Day, date::months>);
static_assert(!adds<Day, date::years> && !adds<Day, std::chrono::seconds> && !adds<Day, Months>);
static_assert(!adds<Day, Day> && !adds<Months, int> && !adds<Months, Months>);
static_assert(!grows_by<Day, int> && !grows_by<Day, date::days> && !grows_by<Day, Months>);
static_assert(!steps<Day> && !steps<Months>);

// The distance of two days as a number: no rule asks for it.
static_assert(!subtracts<Day, Day> && !subtracts<Day, int> && !subtracts<Day, date::days>);
static_assert(!subtracts<Day, Months>);

// A day beside a number, an instant or another library's day.
static_assert(!compares<Day, int> && !compares<Day, std::int64_t> && !compares<Day, Months>);
static_assert(!compares<Day, date::sys_days> && !compares<Day, date::year_month_day>);
static_assert(!compares<Day, Moment> && !compares<Moment, Moment>);
static_assert(!compares<Stamp, Stamp> && !compares<Stamp, Moment> && !compares<Stamp, Day>);

// Numbers and library types become a Day or Months only where somebody says so.
static_assert(!std::default_initializable<Day> && !std::constructible_from<Day, int>);
static_assert(!std::convertible_to<date::sys_days, Day> && !std::convertible_to<Day, int>);
static_assert(!std::convertible_to<Day, date::sys_days> && !std::convertible_to<Day, bool>);
static_assert(!std::convertible_to<int, Months> && !std::convertible_to<Months, int>);
static_assert(!std::constructible_from<Months, date::months>);
static_assert(!months_can_be<int> && !months_can_be<date::months> && !months_can_be<date::days>);

// What is written becomes a day or a moment only in a zone that somebody names.
static_assert(!std::convertible_to<Stamp, Moment> && !std::constructible_from<Moment, Stamp>);
static_assert(!std::constructible_from<Day, Stamp> && !std::convertible_to<Day, Moment>);

// Unknown is no boolean: nobody may write `if (truth)`, `!truth` or `truth && other`.
static_assert(!std::convertible_to<Truth, bool> && !std::convertible_to<bool, Truth>);
static_assert(!std::constructible_from<bool, Truth> && !negates<Truth> && negates<bool>);

// Values copy and compare; no decision on them allocates or throws.
static_assert(std::is_trivially_copyable_v<Day> && std::is_trivially_copyable_v<Moment>);
static_assert(std::is_trivially_copyable_v<Stamp> && sizeof(Stamp) == 8);

TEST(what_must_not_compile, is_refused_by_the_types) {
  SUCCEED() << "The assertions above are the test: this file compiles only while they hold.";
}

}  // namespace
}  // namespace softoptin::rules
