// Address hashes: what a pass keeps of an address. Two spellings of one address have one hash.
//
// Two addresses of one hash, one pair in 10^19, would share their opt-outs: a mail less, never one
// too many.
#pragma once

#include <cstdint>

#include "sqlite/value.hpp"

namespace softoptin::facts {

// Of the form in which addresses are compared (rules/text.hpp); 0 where there is none.
std::uint64_t email_hash(sqlite::Cell cell);
std::uint64_t phone_hash(sqlite::Cell cell);
// The first sign of the phone's key; NUL where there is no phone.
char first_of_phone(sqlite::Cell cell);

}  // namespace softoptin::facts
