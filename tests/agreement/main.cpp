// The tests of agreement: --worlds=N and --seed=S, or SOFTOPTIN_WORLDS and SOFTOPTIN_SEED.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "extent.hpp"

namespace softoptin::agreement {
namespace {

Extent chosen{SOFTOPTIN_DEFAULT_WORLDS, 1};

void set(std::uint64_t& number, std::string_view name, const std::string& text) {
  const bool whole = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
  if (!whole) {
    std::cerr << name << " is no whole number: " << text << "\n";
    std::exit(2);
  }
  number = std::stoull(text);
}

void read_variable(std::uint64_t& number, const char* name) {
  if (const char* text = std::getenv(name)) set(number, name, text);
}

void read_flag(std::uint64_t& number, std::string_view flag, std::string_view argument) {
  if (argument.starts_with(flag)) set(number, flag, std::string{argument.substr(flag.size())});
}

}  // namespace

const Extent& extent() { return chosen; }

void read_extent(int argument_count, char** arguments) {
  read_variable(chosen.worlds, "SOFTOPTIN_WORLDS");
  read_variable(chosen.seed, "SOFTOPTIN_SEED");
  for (int at = 1; at < argument_count; ++at) {
    read_flag(chosen.worlds, "--worlds=", arguments[at]);
    read_flag(chosen.seed, "--seed=", arguments[at]);
  }
}

}  // namespace softoptin::agreement

int main(int argument_count, char** arguments) {
  // No connection here is shared by threads, and nobody asks how much memory SQLite has in use:
  // without the locks for both, threads do not wait for each other.
  sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  testing::InitGoogleTest(&argument_count, arguments);
  softoptin::agreement::read_extent(argument_count, arguments);
  return RUN_ALL_TESTS();
}
