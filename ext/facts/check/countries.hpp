// Countries: the codes of ISO 3166-1 alpha-2, and which one is meant by another word.
#pragma once

#include <string_view>

namespace softoptin::facts::check {

// Whether it is one of the 249 officially assigned codes, in upper or lower case.
bool country_code(std::string_view word);
// The code of a country's English name, or of a word that often stands for one: GB for United
// Kingdom and UK, IE for EIRE. Empty where none is known.
std::string_view code_meant_by(std::string_view word);

}  // namespace softoptin::facts::check
