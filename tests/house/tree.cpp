#include "tree.hpp"

#include <algorithm>
#include <array>

#include "support/host/files.hpp"

namespace softoptin::house {
namespace {

namespace fs = std::filesystem;

bool is_word_sign(char sign) {
  return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') ||
         (sign >= '0' && sign <= '9') || sign == '_';
}

// What is no part of the project: git's own, what a build leaves, and what clangd keeps.
bool left_out(const fs::path& below_top) {
  constexpr std::array<std::string_view, 3> folders = {".git", "build", ".cache"};
  return std::ranges::find(folders, below_top.string()) != folders.end();
}

}  // namespace

std::string_view File::name() const {
  const std::string_view whole{path};
  return whole.substr(whole.rfind('/') + 1);  // npos + 1 is 0.
}

std::string_view File::extension() const {
  const std::string_view last = name();
  const auto dot = last.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? last : last.substr(dot + 1);
}

std::string_view File::stem() const {
  const std::string_view last = name();
  return last.substr(0, last.rfind('.'));
}

bool File::below(std::string_view folder) const { return path.starts_with(folder); }

File file_of_text(std::string path, std::string_view text) {
  File file{std::move(path), {}};
  while (!text.empty()) {
    const auto end = text.find('\n');
    file.lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return file;
}

Tree::Tree(std::vector<File> files) : files_(std::move(files)) {
  std::ranges::sort(files_, {}, &File::path);
}

Tree Tree::of_folder(const fs::path& folder) {
  std::vector<File> files;
  for (auto at = fs::recursive_directory_iterator{folder}; at != fs::end(at); ++at) {
    const fs::path path = at->path().lexically_relative(folder);
    if (left_out(path)) {
      at.disable_recursion_pending();
      continue;
    }
    if (!at->is_regular_file()) continue;
    const std::string text = host::read_file(at->path());
    const bool binary = text.find('\0') != std::string::npos;
    files.push_back(file_of_text(path.generic_string(), binary ? "" : text));
  }
  return Tree{std::move(files)};
}

std::vector<const File*> Tree::below(std::string_view folder) const {
  std::vector<const File*> found;
  for (const File& file : files_) {
    if (file.below(folder)) found.push_back(&file);
  }
  return found;
}

const File* Tree::find(std::string_view path) const {
  const auto found = std::ranges::find(files_, path, &File::path);
  return found == files_.end() ? nullptr : &*found;
}

std::string Breach::text() const {
  const std::string place = line == 0 ? path : path + ":" + std::to_string(line);
  return place + ": " + what + "; " + remedy;
}

std::vector<std::string_view> words(std::string_view line) {
  std::vector<std::string_view> found;
  while (!line.empty()) {
    const auto begin = std::ranges::find_if(line, is_word_sign);
    const auto end = std::find_if_not(begin, line.end(), is_word_sign);
    if (begin != end) found.emplace_back(begin, end);
    line = std::string_view{end, line.end()};
  }
  return found;
}

}  // namespace softoptin::house
