// Invent: a small database made at random, with questions about it.
//
// Rows are few and values are drawn from short lists, so that they meet: days beside the end of a
// window, equal instants in different forms, scopes that overlap, addresses that two contacts share
// in different spellings. Each world has a temper of its own: from tidy ones, where most answers
// are a yes, to ones where hardly a cell is as it should be.
#pragma once

#include <cstdint>

#include "dice.hpp"
#include "imagined.hpp"

namespace softoptin::agreement {

// The same world for the same seed, everywhere.
Imagined invent(std::uint64_t seed);
// As these dice fall.
Imagined invent(const Dice& dice);

}  // namespace softoptin::agreement
