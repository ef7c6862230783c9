// Where things are: the top level, the rooms of ext/, and names that say what is inside.
#include <algorithm>
#include <array>
#include <set>

#include "checks.hpp"

namespace softoptin::house {
namespace {

bool snake_case(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char sign) {
    return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || sign == '_';
  });
}

// Names that tools and readers expect as they are.
bool expected_by_tools(std::string_view name) {
  constexpr std::array<std::string_view, 4> all = {"README.md", "CMakeLists.txt",
                                                   "CMakePresets.json", "CMakeUserPresets.json"};
  return name.starts_with('.') || std::ranges::find(all, name) != all.end();
}

// ext/policies/IE.yaml: named by the jurisdiction's ISO code.
bool of_a_jurisdiction(const File& file) {
  const std::string_view name = file.stem();
  return file.below("ext/policies/") && file.extension() == "yaml" && name.size() == 2 &&
         std::ranges::all_of(name, [](char sign) { return sign >= 'A' && sign <= 'Z'; });
}

std::vector<std::string_view> segments(std::string_view path) {
  std::vector<std::string_view> found;
  while (true) {
    const auto slash = path.find('/');
    found.push_back(path.substr(0, slash));
    if (slash == std::string_view::npos) return found;
    path.remove_prefix(slash + 1);
  }
}

}  // namespace

Breaches strangers_at_the_top(const Tree& tree) {
  constexpr std::array<std::string_view, 4> folders = {"ext", "sql", "tests", "examples"};
  Breaches breaches;
  std::set<std::string_view> named;
  for (const File& file : tree.files()) {
    const auto path = segments(file.path);
    const std::string_view top = path.front();
    const bool folder = path.size() > 1;
    const bool planned = folder && std::ranges::find(folders, top) != folders.end();
    const bool tool = expected_by_tools(top) && (!folder || top.starts_with('.'));
    if (planned || tool || !named.insert(top).second) continue;
    breaches.push_back(
        {std::string{top}, 0, "stands at the top level",
         "the top holds CMakeLists.txt, ext/, sql/, tests/, examples/, README.md and "
         "what tools expect there"});
  }
  return breaches;
}

Breaches strangers_in_ext(const Tree& tree) {
  constexpr std::array<std::string_view, 5> rooms = {"rules", "policies", "sqlite", "facts", "api"};
  constexpr std::array<std::string_view, 4> files = {"README.md", "CMakeLists.txt", "install.cmake",
                                                     "softoptin.map"};
  Breaches breaches;
  for (const File* file : tree.below("ext/")) {
    const auto path = segments(file->path);
    const bool known = path.size() == 2 ? std::ranges::find(files, path[1]) != files.end()
                                        : std::ranges::find(rooms, path[1]) != rooms.end();
    if (known) continue;
    breaches.push_back({file->path, 0, "is in no room",
                        "ext/ has the rooms rules, policies, sqlite, facts and api"});
  }
  return breaches;
}

Breaches lumber_rooms(const Tree& tree) {
  constexpr std::array<std::string_view, 11> lumber = {"src",     "util",        "utils", "common",
                                                       "helpers", "misc",        "lib",   "include",
                                                       "vendor",  "third_party", "shared"};
  Breaches breaches;
  for (const File& file : tree.files()) {
    auto path = segments(file.path);
    path.back() = file.stem();
    for (const std::string_view name : path) {
      if (std::ranges::find(lumber, name) == lumber.end()) continue;
      breaches.push_back({file.path, 0, "\"" + std::string{name} + "\" does not say what is inside",
                          "name it after what it holds"});
    }
  }
  return breaches;
}

Breaches odd_file_names(const Tree& tree) {
  Breaches breaches;
  for (const File& file : tree.files()) {
    auto path = segments(file.path);
    if (expected_by_tools(path.back()) || of_a_jurisdiction(file))
      path.pop_back();
    else
      path.back() = path.back().substr(0, path.back().find('.'));
    for (const std::string_view name : path) {
      if (snake_case(name) || name.starts_with('.')) continue;
      breaches.push_back({file.path, 0, "\"" + std::string{name} + "\" is not snake_case",
                          "write lower case letters, digits and underscores"});
    }
  }
  return breaches;
}

}  // namespace softoptin::house
