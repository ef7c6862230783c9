// Spelling: is a name a misspelling of another?
#pragma once

#include <string_view>

namespace softoptin::facts::check {

// Whether `met` is likely meant to be `meant`: the same but for case, blanks, hyphens, underscores
// and one letter (two in a name of ten letters and more, none in one of three): opt_out_ofered,
// organization, OptOutOffered. Two letters that change places count as one.
bool misspells(std::string_view met, std::string_view meant);

}  // namespace softoptin::facts::check
