// Loading: by which names, onto what, how often, and by hosts of every manner.
#define SQLITE_CORE 1  // Only the type of the table of functions is wanted, not calls through one.
#include <dlfcn.h>
#include <gtest/gtest.h>
#include <sqlite3ext.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "support/host/database.hpp"
#include "support/host/files.hpp"

namespace softoptin {
namespace {

using host::Database;
using EntryPoint = int (*)(sqlite3*, char**, const sqlite3_api_routines*);

constexpr const char* entry_point_name = "sqlite3_softoptin_init";

EntryPoint entry_point() {
  static void* const library = dlopen(host::extension().c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) throw std::runtime_error(dlerror());
  return reinterpret_cast<EntryPoint>(dlsym(library, entry_point_name));
}

// SQLite's code for loading that file, and its words.
host::Error outcome_of_loading(Database& db, const std::string& file, const char* entry = nullptr) {
  sqlite3_db_config(db.handle(), SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, nullptr);
  char* words = nullptr;
  const int code = sqlite3_load_extension(db.handle(), file.c_str(), entry, &words);
  host::Error outcome{code, words == nullptr ? "" : words};
  sqlite3_free(words);
  return outcome;
}

int deny_and_count(void* calls, int /*action*/, const char* /*first*/, const char* /*second*/,
                   const char* /*schema*/, const char* /*trigger*/) {
  ++*static_cast<int*>(calls);
  return SQLITE_DENY;
}

// SQLite asks the authorizer about whatever a statement does when it is prepared.
TEST(Loading, runs_no_sql) {
  Database db{":memory:"};
  int calls = 0;
  sqlite3_set_authorizer(db.handle(), deny_and_count, &calls);
  db.load_extension();
  EXPECT_EQ(calls, 0);
  EXPECT_THROW(db.one("SELECT soft_optin_version()"), host::Error) << "it denies nothing";
  EXPECT_GT(calls, 0);
}

TEST(Loading, does_not_mind_what_the_file_is) {
  const host::ScratchFolder scratch;
  const auto file = (scratch.path() / "a.db").string();
  host::write_file(file, "");
  {
    Database empty{file};
    empty.load_extension();
    EXPECT_EQ(empty.one("SELECT soft_optin_version() IS NOT NULL"), "1");
    empty.run("CREATE TABLE t(a)");
  }
  {
    Database read_only{file, Database::Mode::read_only};
    read_only.load_extension();
    EXPECT_EQ(read_only.one("SELECT soft_optin_version() IS NOT NULL"), "1");
  }
  // As an encrypted file looks to a library that knows no key.
  host::write_file(file, std::string(8'192, '\x5a'));
  Database unreadable{file};
  unreadable.load_extension();
  try {
    unreadable.one("SELECT soft_optin_eligible(1, 'shoes')");
    ADD_FAILURE() << "an answer from a file that cannot be read";
  } catch (const host::Error& error) {
    EXPECT_EQ(error.code, SQLITE_NOTADB);
    EXPECT_TRUE(std::string_view{error.what()}.ends_with("file is not a database")) << error.what();
  }
}

// What SQLite finds: by the path with or without the ending, as `lib...` too, and never by a bare
// name in the current folder.
TEST(Loading, goes_by_the_name_of_the_file) {
  const host::ScratchFolder scratch;
  for (const std::string name : {"softoptin.so", "libsoftoptin.so", "softoptin-linux-x64.so"}) {
    std::filesystem::copy_file(host::extension(), scratch.path() / name);
  }
  const auto outcome = [&](const std::string& name) {
    Database db{":memory:"};
    return outcome_of_loading(db, scratch.path() / name);
  };
  for (const std::string name : {"softoptin.so", "softoptin", "libsoftoptin.so", "libsoftoptin"}) {
    EXPECT_EQ(outcome(name).code, SQLITE_OK) << name << ": " << outcome(name).what();
  }
  EXPECT_EQ(outcome("softoptin-linux-x64.so").code, SQLITE_ERROR) << "ship it under that name then";
}

TEST(Loading, from_the_current_folder_needs_its_dot) {
  const host::ScratchFolder scratch;
  // Under a name that no machine has where its loader looks.
  std::filesystem::copy_file(host::extension(), scratch.path() / "nowhere_else.so");
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(scratch.path());
  Database db{":memory:"};
  EXPECT_EQ(outcome_of_loading(db, "nowhere_else", entry_point_name).code, SQLITE_ERROR);
  const host::Error with_dot = outcome_of_loading(db, "./nowhere_else", entry_point_name);
  EXPECT_EQ(with_dot.code, SQLITE_OK) << with_dot.what();
  std::filesystem::current_path(before);
}

int load_without_a_place_for_words(sqlite3* db, char** /*words*/, const sqlite3_api_routines* api) {
  return entry_point()(db, nullptr, api) == SQLITE_OK ? SQLITE_OK : SQLITE_ERROR;
}

// SQLite calls it for each connection that opens. Hosts that call it as their own code take any
// other code than SQLITE_OK for a failure, that of "loaded for good" too.
class AutomaticExtension : public testing::Test {
 protected:
  using Registered = void (*)();
  void SetUp() override { ASSERT_EQ(sqlite3_auto_extension(registered), SQLITE_OK); }
  void TearDown() override { sqlite3_cancel_auto_extension(registered); }

  const Registered registered = reinterpret_cast<Registered>(load_without_a_place_for_words);
};

TEST_F(AutomaticExtension, loads_into_every_connection) {
  for (int count = 0; count < 3; ++count) {
    Database db{":memory:"};
    EXPECT_EQ(db.one("SELECT soft_optin_version() IS NOT NULL"), "1");
    EXPECT_EQ(db.close(), SQLITE_OK);
  }
}

// A function cannot be replaced while a statement runs, so that loading fails, and has no place to
// say why.
int load_in_the_middle(sqlite3* db, char** /*words*/, const sqlite3_api_routines* api) {
  int code = entry_point()(db, nullptr, api);
  if (code != SQLITE_OK) return code;
  host::Statement running{db, "VALUES (1), (2)"};
  running.step();
  code = entry_point()(db, nullptr, api);
  return code == SQLITE_BUSY ? SQLITE_OK : SQLITE_ERROR;
}

TEST(Loading, may_fail_without_a_place_for_words) {
  const auto registered = reinterpret_cast<void (*)()>(load_in_the_middle);
  ASSERT_EQ(sqlite3_auto_extension(registered), SQLITE_OK);
  EXPECT_NO_THROW(Database{":memory:"});
  sqlite3_cancel_auto_extension(registered);
}

TEST(Loading, in_the_middle_of_a_statement_is_an_error_and_what_was_loaded_works_on) {
  Database db{":memory:"};
  db.load_extension();
  {
    host::Statement running{db.handle(), "VALUES (1), (2)"};
    running.step();
    const host::Error second = outcome_of_loading(db, host::extension());
    EXPECT_EQ(second.code, SQLITE_ERROR);
    EXPECT_STREQ(second.what(),
                 "error during initialization: soft_optin_eligible cannot be registered: unable to "
                 "delete/modify user-function due to active statements");
    EXPECT_EQ(db.one("SELECT soft_optin_version() IS NOT NULL"), "1");
  }
  EXPECT_EQ(db.close(), SQLITE_OK);
}

// What SQLite calls when a connection ends is in the library: it stays in the process. A copy, that
// nothing else has opened.
TEST(Loading, is_for_good) {
  const host::ScratchFolder scratch;
  const auto copy = (scratch.path() / "copy.so").string();
  std::filesystem::copy_file(host::extension(), copy);
  Database db{":memory:"};
  EXPECT_EQ(outcome_of_loading(db, copy, entry_point_name).code, SQLITE_OK);
  EXPECT_EQ(db.close(), SQLITE_OK);
  void* const still_there = dlopen(copy.c_str(), RTLD_NOW | RTLD_NOLOAD);
  EXPECT_NE(still_there, nullptr);
  if (still_there != nullptr) dlclose(still_there);
}

}  // namespace
}  // namespace softoptin
