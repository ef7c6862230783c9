// SQLite libraries that the extension refuses: too old, or the second one in the process.
//
// Mostly the loader's part is played here: the entry point is called with a table of functions that
// no SQLite made, in which only what a refusal needs is there. Calling any other would be a crash.
#define SQLITE_CORE 1  // Only the type of the table is wanted, not calls through one.
#include <dlfcn.h>
#include <gtest/gtest.h>
#include <sqlite3ext.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "support/host/database.hpp"
#include "support/host/files.hpp"

namespace softoptin {
namespace {

using EntryPoint = int (*)(sqlite3*, char**, const sqlite3_api_routines*);

EntryPoint entry_point() {
  static void* const library = dlopen(host::extension().c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) throw std::runtime_error(dlerror());
  return reinterpret_cast<EntryPoint>(dlsym(library, "sqlite3_softoptin_init"));
}

template <int number>
int version() {
  return number;
}

template <int number>
sqlite3_api_routines table_of_version() {
  sqlite3_api_routines table{};
  table.libversion_number = version<number>;
  table.mprintf = sqlite3_mprintf;
  return table;
}

void expect_refusal(const sqlite3_api_routines& table, const char* sentence) {
  char* error = nullptr;
  EXPECT_EQ(entry_point()(nullptr, &error, &table), SQLITE_ERROR);
  EXPECT_STREQ(error, sentence);
  sqlite3_free(error);
  // Hosts may pass no place for the sentence.
  EXPECT_EQ(entry_point()(nullptr, nullptr, &table), SQLITE_ERROR);
}

constexpr const char* too_old = "softoptin needs SQLite 3.31.1 or newer";

TEST(refused, what_is_older_than_the_oldest_that_is_served) {
  expect_refusal(table_of_version<3'031'000>(), too_old);
  expect_refusal(table_of_version<3'007'017>(), too_old);
}

TEST(refused, a_second_library_while_the_first_one_goes_on) {
  if (sqlite3_libversion_number() < 3'031'001) GTEST_SKIP() << "no first one: it is too old itself";
  host::Database db(":memory:");
  db.load_extension();
  expect_refusal(table_of_version<3'040'001>(),
                 "softoptin is loaded in this process by another SQLite library: use one of them");
  host::Database other(":memory:");
  other.load_extension();
  EXPECT_EQ(db.one("SELECT soft_optin_version()"), other.one("SELECT soft_optin_version()"));
}

// A function of that library.
template <class Function>
Function function_of(void* library, const char* name, Function /*as_declared*/) {
  return reinterpret_cast<Function>(dlsym(library, name));
}

// The file of this process's SQLite once more, under another name: to the loader another library,
// with tables of its own. So it is where a program and a language that it embeds bring one each.
TEST(refused, a_second_real_library_while_the_first_one_goes_on) {
  if (sqlite3_libversion_number() < 3'031'001) GTEST_SKIP() << "no first one: it is too old itself";
  constexpr bool sanitized = !std::string_view{SOFTOPTIN_SANITIZE}.empty();
  if (sanitized) GTEST_SKIP() << "sanitizers allow no library that is bound to itself";
  Dl_info info{};
  ASSERT_NE(dladdr(reinterpret_cast<void*>(sqlite3_libversion), &info), 0);
  const host::ScratchFolder scratch;
  const auto file = scratch.path() / "another.so";
  std::filesystem::copy_file(std::filesystem::canonical(info.dli_fname), file);
  void* const library = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_DEEPBIND);
  ASSERT_NE(library, nullptr) << dlerror();
  const auto open = function_of(library, "sqlite3_open", sqlite3_open);
  const auto close = function_of(library, "sqlite3_close", sqlite3_close);
  const auto allow =
      function_of(library, "sqlite3_enable_load_extension", sqlite3_enable_load_extension);
  const auto load = function_of(library, "sqlite3_load_extension", sqlite3_load_extension);
  const auto release = function_of(library, "sqlite3_free", sqlite3_free);
  ASSERT_NE(open, sqlite3_open) << "it is the first one again";

  host::Database first(":memory:");
  first.load_extension();
  sqlite3* second = nullptr;
  ASSERT_EQ(open(":memory:", &second), SQLITE_OK);
  ASSERT_EQ(allow(second, 1), SQLITE_OK);
  char* words = nullptr;
  EXPECT_EQ(load(second, host::extension().c_str(), nullptr, &words), SQLITE_ERROR);
  EXPECT_STREQ(words,
               "error during initialization: softoptin is loaded in this process by another SQLite "
               "library: use one of them");
  release(words);
  EXPECT_EQ(close(second), SQLITE_OK);
  EXPECT_EQ(first.one("SELECT soft_optin_version() IS NOT NULL"), "1");
}

// Run with SQLite 3.28.0 by versions.sh; every other one is served.
TEST(refused, a_real_library_that_is_too_old_and_it_works_on) {
  host::Database db(":memory:");
  if (sqlite3_libversion_number() >= 3'031'001) GTEST_SKIP() << "this SQLite is not too old";
  try {
    db.load_extension();
    ADD_FAILURE() << "loaded into SQLite " << sqlite3_libversion();
  } catch (const host::Error& error) {
    EXPECT_EQ(error.code, SQLITE_ERROR);
    EXPECT_EQ(error.what(), std::string{"error during initialization: "} + too_old);
  }
  EXPECT_THROW(db.one("SELECT soft_optin_version()"), host::Error);
  EXPECT_EQ(db.one("SELECT 1"), "1");
  EXPECT_EQ(db.close(), SQLITE_OK);
}

}  // namespace
}  // namespace softoptin
