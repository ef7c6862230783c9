// Dates: read by this folder's own hand, from the text of the contract and not from the C++ of the
// extension; and written in all the forms that the contract names.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "dice.hpp"
#include "support/value.hpp"

namespace softoptin::agreement {

using tests::Value;

// How a date is to be read. Microseconds are since 1970-01-01T00:00.
struct Reading {
  std::optional<std::string> day;       // A civil day, YYYY-MM-DD.
  std::optional<std::int64_t> clock;    // What a clock shows on that day; nothing: no time of day.
  std::optional<std::int64_t> instant;  // In UTC: then the day is a matter of the zone.
};

// Nothing where the value is no date.
std::optional<Reading> read(const Value& written);

// YYYY-MM-DD.
std::string date_text(std::chrono::sys_days day);

// That day without a time, or an instant of it, in one of the forms that can be read.
Value written_somehow(std::chrono::sys_days day, Dice& dice);
// A value that stands where a date should, and is none.
Value no_date(Dice& dice);

}  // namespace softoptin::agreement
