// Who may include whom in ext/ (ext/README.md).
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "checks.hpp"

namespace softoptin::house {
namespace {

using Rooms = std::set<std::string_view>;

// From each room to those that it may include. api reads rules too, because it shows decisions.
const std::map<std::string_view, Rooms>& arrows() {
  static const std::map<std::string_view, Rooms> all = {
      {"rules", {"rules"}},
      {"policies", {"policies", "rules"}},
      {"sqlite", {"sqlite"}},
      {"facts", {"facts", "rules", "sqlite"}},
      {"api", {"api", "facts", "rules", "sqlite"}},
  };
  return all;
}

// Headers of other libraries, each with the one room that may include it. Everything else between
// angle brackets is the standard library's.
const std::map<std::string_view, std::string_view>& libraries() {
  static const std::map<std::string_view, std::string_view> all = {
      {"date", "rules"}, {"yaml-cpp", "policies"}, {"nlohmann", "api"}, {"sqlite3ext.h", "sqlite"}};
  return all;
}

// Whether the line calls a function of that name which is no member.
bool calls(std::string_view line, std::string_view function) {
  return std::ranges::any_of(words(line), [&](std::string_view word) {
    const auto begin = static_cast<std::size_t>(word.data() - line.data());
    const std::string_view before = line.substr(0, begin);
    return word == function && line.substr(begin + word.size()).starts_with('(') &&
           !before.ends_with('.') && !before.ends_with("->");
  });
}

std::string_view room_of(const File& file) {
  const std::string_view below_ext =
      std::string_view{file.path}.substr(std::string_view{"ext/"}.size());
  return below_ext.substr(0, below_ext.find('/'));
}

struct Include {
  std::size_t line;
  std::string_view header;
  bool quoted;  // "header", not <header>.

  // The part before the first slash: a room, or a library.
  [[nodiscard]] std::string_view first() const { return header.substr(0, header.find('/')); }
};

std::optional<Include> include_in(std::string_view line, std::size_t number) {
  if (!line.starts_with("#include ")) return std::nullopt;
  const auto begin = line.find_first_of("\"<");
  if (begin == std::string_view::npos) return std::nullopt;
  const auto end = line.find_first_of("\">", begin + 1);
  return Include{number, line.substr(begin + 1, end - begin - 1), line[begin] == '"'};
}

std::vector<const File*> sources(const Tree& tree) {
  std::vector<const File*> found = tree.below("ext/");
  std::erase_if(found, [](const File* file) {
    return file->extension() != "cpp" && file->extension() != "hpp";
  });
  return found;
}

std::vector<Include> includes_of(const File& file) {
  std::vector<Include> found;
  for (std::size_t at = 0; at < file.lines.size(); ++at) {
    if (const auto include = include_in(file.lines[at], at + 1)) found.push_back(*include);
  }
  return found;
}

std::string quoted(std::string_view text) { return "\"" + std::string{text} + "\""; }

std::string listed(const Rooms& rooms) {
  std::string text;
  for (const std::string_view room : rooms) text += (text.empty() ? "" : ", ") + std::string{room};
  return text;
}

}  // namespace

Breaches wrong_arrows(const Tree& tree) {
  Breaches breaches;
  for (const File* file : sources(tree)) {
    const auto arrow = arrows().find(room_of(*file));
    if (arrow == arrows().end()) continue;  // strangers_in_ext() names it.
    const auto& [room, allowed] = *arrow;
    for (const Include& include : includes_of(*file)) {
      if (!include.quoted || allowed.contains(include.first())) continue;
      const std::string remedy =
          arrows().contains(include.first())
              ? std::string{room} + "/ may include " + listed(allowed) + " only"
              : "write the room before the name of the header";
      breaches.push_back({file->path, include.line, "includes " + quoted(include.header), remedy});
    }
  }
  return breaches;
}

Breaches foreign_headers(const Tree& tree) {
  Breaches breaches;
  for (const File* file : sources(tree)) {
    for (const Include& include : includes_of(*file)) {
      if (include.quoted) continue;
      const auto library = libraries().find(include.first());
      const bool known = library != libraries().end();
      const bool standard = !known && include.header.find_first_of("./") == std::string_view::npos;
      if (standard || (known && library->second == room_of(*file))) continue;
      const std::string remedy =
          known ? "only ext/" + std::string{library->second} + "/ may"
                : "ext/ stands on the standard library and those that arrows.cpp lists";
      breaches.push_back(
          {file->path, include.line, "includes <" + std::string{include.header} + ">", remedy});
    }
  }
  return breaches;
}

// The extension interface redirects every call through a table; two places that do so drift apart.
Breaches second_includes_of_sqlite(const Tree& tree) {
  Breaches breaches;
  constexpr std::string_view the_one = "ext/sqlite/api.hpp";
  bool found = false;
  for (const File* file : sources(tree)) {
    for (const Include& include : includes_of(*file)) {
      if (!include.header.starts_with("sqlite3")) continue;
      if (file->path == the_one && include.header == "sqlite3ext.h" && !found) {
        found = true;
        continue;
      }
      breaches.push_back({file->path, include.line, "includes " + std::string{include.header},
                          "include \"sqlite/api.hpp\", the one include of sqlite3ext.h"});
    }
  }
  if (!found) {
    breaches.push_back({std::string{the_one}, 0, "does not include sqlite3ext.h",
                        "the one include of SQLite's extension interface belongs there"});
  }
  return breaches;
}

// "Now" is read once per statement from SQLite's own clock, and the rules read nothing at all.
Breaches clocks_and_files(const Tree& tree) {
  constexpr std::array<std::string_view, 5> clocks = {"_clock::now", "gettimeofday",
                                                      "clock_gettime", "localtime", "gmtime"};
  constexpr std::array<std::string_view, 9> headers = {"fstream", "iostream", "filesystem",
                                                       "thread",  "mutex",    "random",
                                                       "ctime",   "cstdlib",  "print"};
  Breaches breaches;
  for (const File* file : sources(tree)) {
    for (std::size_t at = 0; at < file->lines.size(); ++at) {
      const std::string& line = file->lines[at];
      const auto refuse = [&](const std::string& what, std::string_view name,
                              const std::string& advice) {
        breaches.push_back({file->path, at + 1, what + " (" + std::string{name} + ")", advice});
      };
      const std::string one_clock = "SQLite's clock is the only one, read once per statement";
      for (const std::string_view clock : clocks) {
        if (line.find(clock) != std::string::npos) refuse("reads a clock", clock, one_clock);
      }
      if (calls(line, "time")) refuse("reads a clock", "time", one_clock);
      if (line.find("getenv") != std::string::npos) {
        refuse("reads the environment", "getenv", "what a house decides stands in its relations");
      }
    }
    if (!file->below("ext/rules/")) continue;
    for (const Include& include : includes_of(*file)) {
      if (std::ranges::find(headers, include.header) == headers.end()) continue;
      breaches.push_back({file->path, include.line,
                          "includes <" + std::string{include.header} + ">",
                          "rules are pure: no clock, no I/O, no chance, no threads"});
    }
  }
  return breaches;
}

}  // namespace softoptin::house
