// The tree as text: every file of the project by its path, and what a check says of one.
//
// A check is a function from a Tree to Breaches. It runs over the project's own folder, and in
// checks_test.cpp over small invented trees that show it can fail.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace softoptin::house {

struct File {
  std::string path;  // Below the top of the tree, with slashes: ext/rules/day.hpp.
  std::vector<std::string> lines;

  // "cpp" of ext/rules/day.cpp; the whole name where it has no dot but the first.
  [[nodiscard]] std::string_view extension() const;
  // "day.cpp" and "day" of ext/rules/day.cpp.
  [[nodiscard]] std::string_view name() const;
  [[nodiscard]] std::string_view stem() const;
  [[nodiscard]] bool below(std::string_view folder) const;  // "ext/": with its slash.
};

File file_of_text(std::string path, std::string_view text);

class Tree {
 public:
  explicit Tree(std::vector<File> files);
  // The text files of a folder, but not what git keeps for itself and what a build leaves.
  static Tree of_folder(const std::filesystem::path& folder);

  [[nodiscard]] const std::vector<File>& files() const { return files_; }  // In order of path.
  [[nodiscard]] std::vector<const File*> below(std::string_view folder) const;
  // Nothing: there is no such file.
  [[nodiscard]] const File* find(std::string_view path) const;

 private:
  std::vector<File> files_;
};

struct Breach {
  std::string path;
  std::size_t line;    // From 1; 0: the file as a whole.
  std::string what;    // What is wrong there.
  std::string remedy;  // What to do.

  [[nodiscard]] std::string text() const;  // path:line: what; remedy
};
using Breaches = std::vector<Breach>;

// The words of a line: letters, digits and underscores that stand together.
std::vector<std::string_view> words(std::string_view line);

}  // namespace softoptin::house
