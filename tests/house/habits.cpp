// How things are written: width, blanks, length, names, and what is said only once or not at all.
#include <algorithm>
#include <array>
#include <initializer_list>

#include "checks.hpp"

namespace softoptin::house {
namespace {

constexpr std::size_t widest = 100;
constexpr std::size_t longest = 400;

bool one_of(std::string_view extension, std::initializer_list<std::string_view> all) {
  return std::ranges::find(all, extension) != all.end();
}

bool is_cpp(const File& file) { return one_of(file.extension(), {"cpp", "hpp"}); }

// Files that people write and read as text, each with a way to break a line.
bool is_written(const File& file) {
  return is_cpp(file) || file.name() == "CMakeLists.txt" ||
         one_of(file.extension(), {"sql", "sh", "cmake", "md", "yaml", "py"});
}

// UTF-8 spends several bytes on one column; those after the first begin with the bits 10.
std::size_t columns(std::string_view line) {
  return static_cast<std::size_t>(std::ranges::count_if(
      line, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

// What a script of tests/sql/ says a statement answers stands on one line, however long it is.
bool is_answer(const File& file, std::string_view line) {
  return file.extension() == "sql" && (line.starts_with("-->") || line.starts_with("--!"));
}

// An address of the web, `  - https://...` in YAML, stands on one line, however long it is. It is
// what somebody read, not what the tree depends on.
bool is_address(const File& file, std::string_view line) {
  const auto begin = line.find_first_not_of(' ');
  return file.extension() == "yaml" && begin != std::string_view::npos &&
         line.substr(begin).starts_with("- http") && line.find(' ', begin + 2) == line.npos;
}

// A table or a block of code in Markdown cannot be broken as prose can.
class MarkdownProse {
 public:
  // Whether the next line of the page is prose.
  bool next(std::string_view line) {
    const bool fence =
        line.substr(std::min(line.find_first_not_of(' '), line.size())).starts_with("```");
    if (fence) in_code_ = !in_code_;
    return !fence && !in_code_ && !line.starts_with("    ") && !line.starts_with('|');
  }

 private:
  bool in_code_ = false;
};

// Whether a name breaks the house's ways: a constant marked by a k, or a type called IThing,
// ThingImpl, ThingManager.
bool foreign_constant(std::string_view word) {
  const auto between = [](char sign, char first, char last) {
    return sign >= first && sign <= last;
  };
  return word.size() > 2 && word[0] == 'k' && between(word[1], 'A', 'Z') &&
         between(word[2], 'a', 'z');
}

// A constant that is used by its full name, benchmark:: and so on, is that library's.
bool of_another_library(std::string_view line, std::string_view word) {
  return line.substr(0, static_cast<std::size_t>(word.data() - line.data())).ends_with("::");
}

bool foreign_type(std::string_view word) {
  const auto capital = [](char sign) { return sign >= 'A' && sign <= 'Z'; };
  const bool interface = word.size() > 2 && word[0] == 'I' && capital(word[1]) && !capital(word[2]);
  return interface || word.ends_with("Impl") || word.ends_with("Manager");
}

// What the tree must not depend on, and what to do instead. Each text has a blank in its middle
// that is not looked for, so that this file does not name itself.
struct Place {
  std::string_view text;
  std::string_view remedy;

  [[nodiscard]] std::string sought() const {
    std::string without_blank{text};
    without_blank.erase(without_blank.find(' '), 1);
    return without_blank;
  }
};

constexpr std::string_view stand_alone = "the tree stands alone: copy what is needed into it";
constexpr std::string_view take_it_as_argument =
    "take the place as an argument, or from a variable";
constexpr std::string_view name_the_package = "name the package; its manager knows the host";

constexpr std::array places = {
    Place{"../ shared", stand_alone},
    Place{"/work /shared", stand_alone},
    Place{"/work /main", take_it_as_argument},
    Place{"/home /", take_it_as_argument},
    Place{"/root /", take_it_as_argument},
    Place{"/Users /", take_it_as_argument},
    Place{"deb .debian.org", name_the_package},
    Place{"archive .ubuntu.com", name_the_package},
    Place{"pypi .org", name_the_package},
    Place{"python hosted.org", name_the_package},
    Place{"npm js.org", name_the_package},
    Place{"npm js.com", name_the_package},
    Place{"crates .io", name_the_package},
    Place{"ruby gems.org", name_the_package},
    Place{"proxy .golang.org", name_the_package},
    Place{"maven .org", name_the_package},
    Place{"maven .apache.org", name_the_package},
};

bool stands_alone(std::string_view line, std::size_t at, std::size_t length) {
  const auto joined = [](char sign) { return (sign >= '0' && sign <= '9') || sign == '.'; };
  const bool before = at > 0 && joined(line[at - 1]);
  const bool after =
      at + length < line.size() && line[at + length] >= '0' && line[at + length] <= '9';
  return !before && !after;
}

}  // namespace

Breaches wide_lines(const Tree& tree) {
  Breaches breaches;
  for (const File& file : tree.files()) {
    if (!is_written(file)) continue;
    MarkdownProse markdown;
    for (std::size_t at = 0; at < file.lines.size(); ++at) {
      const std::string& line = file.lines[at];
      const bool breakable = file.extension() == "md"
                                 ? markdown.next(line)
                                 : !is_answer(file, line) && !is_address(file, line);
      if (!breakable || columns(line) <= widest) continue;
      breaches.push_back({file.path, at + 1, "has " + std::to_string(columns(line)) + " columns",
                          "break the line: " + std::to_string(widest) + " are the most"});
    }
  }
  return breaches;
}

Breaches tabs_and_trailing_blanks(const Tree& tree) {
  Breaches breaches;
  for (const File& file : tree.files()) {
    if (!is_written(file)) continue;
    for (std::size_t at = 0; at < file.lines.size(); ++at) {
      const std::string& line = file.lines[at];
      if (is_cpp(file) && line.find('\t') != std::string::npos) {
        breaches.push_back({file.path, at + 1, "has a tab", "indent by blanks, or write \\t"});
      }
      if (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r')) {
        breaches.push_back({file.path, at + 1, "ends in a blank", "take it away"});
      }
    }
  }
  return breaches;
}

Breaches long_files(const Tree& tree) {
  Breaches breaches;
  for (const File* file : tree.below("ext/")) {
    if (file->lines.size() <= longest) continue;
    breaches.push_back({file->path, 0, "has " + std::to_string(file->lines.size()) + " lines",
                        "give what it does two names, and two files"});
  }
  return breaches;
}

Breaches foreign_type_and_constant_names(const Tree& tree) {
  Breaches breaches;
  for (const File& file : tree.files()) {
    if (!is_cpp(file)) continue;
    for (std::size_t at = 0; at < file.lines.size(); ++at) {
      std::string_view before;
      for (const std::string_view word : words(file.lines[at])) {
        const bool declares = one_of(before, {"class", "struct", "enum"});
        const bool constant = foreign_constant(word) && !of_another_library(file.lines[at], word);
        before = word;
        if (!constant && !(declares && foreign_type(word))) continue;
        breaches.push_back({file.path, at + 1, "names something " + std::string{word},
                            "say what it is: no k, I, Impl, Manager"});
      }
    }
  }
  return breaches;
}

std::string version_of(const Tree& tree) {
  const File* top = tree.find("CMakeLists.txt");
  if (top == nullptr) return {};
  constexpr std::string_view opening = "project(softoptin VERSION ";
  for (const std::string_view line : top->lines) {
    if (!line.starts_with(opening)) continue;
    const auto version = line.substr(opening.size());
    return std::string{version.substr(0, version.find(' '))};
  }
  return {};
}

Breaches version_written_twice(const Tree& tree) {
  const std::string version = version_of(tree);
  if (version.empty()) {
    return {{"CMakeLists.txt", 0, "declares no version", "write project(softoptin VERSION ...)"}};
  }
  Breaches breaches;
  for (const File& file : tree.files()) {
    if (file.path == "CMakeLists.txt") continue;
    for (std::size_t at = 0; at < file.lines.size(); ++at) {
      const auto found = file.lines[at].find(version);
      if (found == std::string::npos || !stands_alone(file.lines[at], found, version.size()))
        continue;
      breaches.push_back({file.path, at + 1, "writes the version " + version + " again",
                          "it stands in CMakeLists.txt; ask soft_optin_version()"});
    }
  }
  return breaches;
}

Breaches places_of_one_machine(const Tree& tree) {
  Breaches breaches;
  for (const Place& place : places) {
    const std::string sought = place.sought();
    for (const File& file : tree.files()) {
      for (std::size_t at = 0; at < file.lines.size(); ++at) {
        const std::string& line = file.lines[at];
        if (line.find(sought) == std::string::npos || is_address(file, line)) continue;
        breaches.push_back({file.path, at + 1, "names " + sought, std::string{place.remedy}});
      }
    }
  }
  return breaches;
}

Breaches scripts_that_do_not_say_what_runs_them(const Tree& tree) {
  Breaches breaches;
  for (const File& file : tree.files()) {
    if (file.extension() != "sh") continue;
    if (!file.lines.empty() && file.lines.front().starts_with("#!/")) continue;
    breaches.push_back(
        {file.path, 1, "does not say what runs it", "open with #!/usr/bin/env bash"});
  }
  return breaches;
}

}  // namespace softoptin::house
