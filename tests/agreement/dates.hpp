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

// How a date is to be read: its day, YYYY-MM-DD in UTC, and the instant where it has a time of day.
struct Reading {
  std::string day;
  std::optional<std::int64_t> microsecond;  // Since 1970-01-01.
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
