// The SQLite library that loads us.
#pragma once

#include <cstdint>

#include "sqlite/api.hpp"

namespace softoptin::sqlite {

// Takes the table of SQLite's functions. Returns nothing when this library will do, else the
// sentence that says why it will not (static text). Touches no database.
const char* adopt(const sqlite3_api_routines* api);

// A number that nobody can guess, from SQLite's own source of chance.
std::uint64_t random_word();

}  // namespace softoptin::sqlite
