// Dates: in which form a date stands that cannot be read, and how to write it instead.
#pragma once

#include <string_view>

#include "sqlite/value.hpp"

namespace softoptin::facts::check {

struct DateForm {
  std::string_view code;    // Of the finding.
  std::string_view advice;  // A sentence; {column} is replaced.
};

// The form of a value that is neither NULL nor a date that can be read (meaning.hpp, moment_of).
const DateForm& form_of(sqlite::Cell cell);

}  // namespace softoptin::facts::check
