// Which SQLite the scripts and programs of this folder run with.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <cstdlib>

namespace softoptin {
namespace {

// tests/sqlite_versions exchanges the library and says in SOFTOPTIN_SQLITE what must be found then;
// else it is the one that was compiled for.
TEST(library, is_the_one_asked_for) {
  const char* asked_for = std::getenv("SOFTOPTIN_SQLITE");
  EXPECT_STREQ(sqlite3_libversion(), asked_for != nullptr ? asked_for : SQLITE_VERSION);
}

}  // namespace
}  // namespace softoptin
