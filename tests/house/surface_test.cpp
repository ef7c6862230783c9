// What loading the built extension adds to a connection, against the written list, surface.txt.
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "checks.hpp"
#include "support/host/database.hpp"
#include "support/host/files.hpp"

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

// What the page's table says of a name: its second cell, the class, or its third, what it reads.
std::string on_the_page(const Tree& tree, const std::string& name, int cell) {
  const File* page = tree.find("sql/reference/security.md");
  if (page == nullptr) return "no page";
  for (std::string_view line : page->lines) {
    const std::string first = "| `" + name + "` | ";
    if (!line.starts_with(first)) continue;
    for (line.remove_prefix(first.size()); cell > 2; --cell) {
      line.remove_prefix(line.find(" | ") + 3);
    }
    return std::string{line.substr(0, line.find(" |"))};
  }
  return "not on the page";
}

// Also of what the first pass registers. SQLite has no list of the class of a table: scripts show
// it (tests/sql/hosts/trusted_schema.sql).
TEST(surface, is_classified_on_the_page) {
  const Tree tree = Tree::of_folder(SOURCE_DIR);
  host::Database database{":memory:"};
  database.load_extension();
  database.run(host::read_file(std::string{SOURCE_DIR} + "/tests/sql/worlds/lawful.sql"));
  database.run("SELECT * FROM soft_optin_audience('shoes')");
  const Names found = database.rows(R"(
    SELECT DISTINCT name, CASE flags & 0x280800
        WHEN 0x200800 THEN 'deterministic, innocuous'
        WHEN 0x080000 THEN 'direct-only'
        WHEN 0 THEN 'none'
        ELSE 'another' END
    FROM pragma_function_list
    WHERE name GLOB 'soft_optin_*' OR name = 'marketing_basis')");
  EXPECT_EQ(found.size(), 9U);
  for (const std::string& line : found) {
    const std::string name = line.substr(0, line.find(" | "));
    EXPECT_EQ(on_the_page(tree, name, 2), line.substr(line.find(" | ") + 3)) << name;
  }
  for (const std::string& name : written_surface(tree)) {
    if (!name.starts_with("module ")) continue;
    EXPECT_EQ(on_the_page(tree, name.substr(7), 2), "table, none") << name;
  }
}

// The relations that it reads under a national policy: SQLite asks an authorizer about each column.
std::set<std::string> read_by(host::Database& database, const std::string& call) {
  std::set<std::string> tables;
  const auto note = [](void* noted, int action, const char* table, const char* /*column*/,
                       const char* /*schema*/, const char* /*view*/) {
    if (action == SQLITE_READ) static_cast<std::set<std::string>*>(noted)->insert(table);
    return SQLITE_OK;
  };
  sqlite3_set_authorizer(database.handle(), note, &tables);
  database.run("SELECT * FROM (" + call + ")");
  sqlite3_set_authorizer(database.handle(), nullptr, nullptr);
  std::erase_if(tables, [&](const std::string& name) {
    return !name.starts_with("soft_optin_") || call.find(name) != std::string::npos;
  });
  return tables;
}

// Calls what a line of surface.txt names, with as many arguments as it needs.
std::set<std::string> read_by_surface(host::Database& database, std::string_view line) {
  const std::string name{words(line).at(1)};
  if (line.starts_with("function ")) {
    const bool without = line.find("/0") != std::string_view::npos;
    return read_by(database, "SELECT " + name + (without ? "()" : "(1, 'a')"));
  }
  for (const char* arguments : {"", "('a')"}) {
    try {
      return read_by(database, "SELECT * FROM " + name + arguments);
    } catch (const host::Error&) {  // It needs more.
    }
  }
  return read_by(database, "SELECT * FROM " + name + "(1, 'a')");
}

TEST(surface, reads_what_the_page_says) {
  const Tree tree = Tree::of_folder(SOURCE_DIR);
  host::Database database{":memory:"};
  database.load_extension();
  database.run(host::read_file(std::string{SOURCE_DIR} + "/sql/schema.sql"));
  database.run(
      "INSERT INTO soft_optin_settings VALUES ('policy', 'national');"
      "INSERT INTO soft_optin_contacts(contact_id, email, country) VALUES (1, 'a@b.example', 'ES');"
      "INSERT INTO soft_optin_products(product_id, category) VALUES ('a', 'b')");
  const std::set<std::string> policies = {"soft_optin_policy_choices", "soft_optin_settings"};
  for (const std::string& line : written_surface(tree)) {
    const auto relations = read_by_surface(database, line);
    const std::string expected = relations.empty()         ? "nothing"
                                 : relations == policies   ? "settings, policy choices"
                                 : relations.size() == 10U ? "all relations"
                                                           : "something else";
    EXPECT_EQ(on_the_page(tree, std::string{words(line).at(1)}, 3), expected) << line;
  }
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
