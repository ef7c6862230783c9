// The table of traps in tests/README.md: each has a test, and each test that it names is there.
//
// A test is named as it stands in its source: `hostile.Authorizers.that_deny` is
// TEST*(Authorizers, that_deny) in tests/hostile/, `.*` all of a suite, `binary.gates` an add_test,
// `sqlite_versions.lean` a line of builds.txt. A file, such as a script, is named by its path.
#include <algorithm>

#include "checks.hpp"

namespace softoptin::house {
namespace {

constexpr std::string_view page = "tests/README.md";
constexpr std::string_view heading = "## Traps";

// The last cell of a line of a table.
std::string_view last_cell(std::string_view line) {
  line.remove_suffix(line.ends_with('|') ? 1 : 0);
  return line.substr(line.rfind('|') + 1);
}

// What stands there between `backticks`.
std::vector<std::string_view> quoted(std::string_view text) {
  std::vector<std::string_view> found;
  while (true) {
    const auto begin = text.find('`');
    if (begin == std::string_view::npos) return found;
    const auto end = text.find('`', begin + 1);
    if (end == std::string_view::npos) return found;
    found.push_back(text.substr(begin + 1, end - begin - 1));
    text.remove_prefix(end + 1);
  }
}

// folder.Suite.test, or folder.test.
struct Named {
  std::string whole;
  std::string folder;
  std::string test;  // Without the folder.

  explicit Named(std::string_view text)
      : whole(text), folder(text.substr(0, text.find('.'))), test(text) {
    test.erase(0, std::min(test.size(), folder.size() + 1));
  }
};

// Whether TEST(Suite, test) stands on the line, and any test for `*`.
bool declares(std::string_view line, const Named& named) {
  const auto found = words(line);
  if (found.size() < 3 || !found[0].starts_with("TEST")) return false;
  const std::string suite = std::string{found[1]} + ".";
  return named.test == suite + "*" || named.test == suite + std::string{found[2]};
}

// Whether a line of the file is the one with which a source, CMake, or the list of other SQLite
// libraries names the test.
bool declares(const File& file, const Named& named) {
  return std::ranges::any_of(file.lines, [&](const std::string& line) {
    if (file.name() == "builds.txt") return line.starts_with(named.test + " ");
    if (file.name() == "CMakeLists.txt") return line.starts_with("add_test(NAME " + named.whole);
    return file.extension() == "cpp" && declares(line, named);
  });
}

bool is_there(const Tree& tree, std::string_view text) {
  if (text.find('/') != std::string_view::npos) return tree.find(text) != nullptr;
  const Named named{text};
  return std::ranges::any_of(tree.below("tests/" + named.folder + "/"),
                             [&](const File* file) { return declares(*file, named); });
}

}  // namespace

Breaches traps_without_test(const Tree& tree) {
  const File* file = tree.find(page);
  if (file == nullptr) return {{std::string{page}, 0, "is not there", "list the traps there"}};
  Breaches breaches;
  bool inside = false;
  int traps = 0;
  for (std::size_t at = 0; at < file->lines.size(); ++at) {
    const std::string_view line = file->lines[at];
    if (line.starts_with("## ")) inside = line.starts_with(heading);
    if (!inside || !line.starts_with("| ") || line.starts_with("| trap")) continue;
    ++traps;
    const auto tests = quoted(last_cell(line));
    if (tests.empty()) {
      breaches.push_back({file->path, at + 1, "names no test", "write the test that holds it"});
    }
    for (const std::string_view test : tests) {
      if (is_there(tree, test)) continue;
      breaches.push_back({file->path, at + 1, "names " + std::string{test} + ", which is not there",
                          "name it as in its source: folder.Suite.test, or the path of a file"});
    }
  }
  if (traps == 0) {
    breaches.push_back(
        {file->path, 0, "has no table of traps", "keep it below \"" + std::string{heading} + "\""});
  }
  return breaches;
}

}  // namespace softoptin::house
