// What loading the built extension adds to a connection, against the written list, surface.txt.
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

#include "checks.hpp"
#include "support/host/database.hpp"

namespace softoptin::house {
namespace {

using Names = std::vector<std::string>;

// Everything that SQL can call in a connection, in the form of surface.txt and in its order.
Names callable(host::Database& database) {
  // Bits of `flags` as sqlite3.h has them.
  Names names = database.rows(R"(
    SELECT DISTINCT 'function ' || name || '/' || narg
      || CASE flags & 0x200800 WHEN 0x200800 THEN ' pure' WHEN 0x000800 THEN ' deterministic'
                               WHEN 0x200000 THEN ' innocuous' ELSE '' END
      || CASE WHEN flags & 0x080000 THEN ' direct-only' ELSE '' END
    FROM pragma_function_list
    UNION ALL
    SELECT 'module ' || name FROM pragma_module_list)");
  std::ranges::sort(names);
  return names;
}

Names without(const Names& from, const Names& taken) {
  Names rest;
  std::ranges::set_difference(from, taken, std::back_inserter(rest));
  return rest;
}

struct Surface {
  Names added;
  Names removed;
};

// The pragmas are tables themselves once used, so both connections have used them.
Surface of_loading() {
  host::Database plain{":memory:"};
  host::Database loaded{":memory:"};
  static_cast<void>(callable(loaded));
  loaded.load_extension();
  const Names before = callable(plain);
  const Names after = callable(loaded);
  return {without(after, before), without(before, after)};
}

TEST(surface, is_what_the_list_says) {
  Names written = written_surface(Tree::of_folder(SOURCE_DIR));
  std::ranges::sort(written);
  const Names added = of_loading().added;
  for (const std::string& name : without(added, written)) {
    ADD_FAILURE() << "loading adds \"" << name << "\"; write it into tests/house/surface.txt";
  }
  for (const std::string& name : without(written, added)) {
    ADD_FAILURE() << "loading does not add \"" << name << "\" of tests/house/surface.txt";
  }
}

TEST(surface, takes_nothing_away) { EXPECT_EQ(of_loading().removed, Names{}); }

TEST(surface, says_the_version_of_the_project) {
  host::Database database{":memory:"};
  database.load_extension();
  EXPECT_EQ(database.one("SELECT soft_optin_version()"), version_of(Tree::of_folder(SOURCE_DIR)));
}

// An index on a function that reads tables would keep contacts who have since opted
// out.
TEST(surface, calls_nothing_pure_that_reads_tables) {
  for (const std::string& name : written_surface(Tree::of_folder(SOURCE_DIR))) {
    const bool without_arguments = name.find("/0") != std::string::npos;
    EXPECT_EQ(name.ends_with(" pure"), without_arguments) << name;
  }
}

}  // namespace
}  // namespace softoptin::house
