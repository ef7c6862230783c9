#include "documentation/page.hpp"

#include <algorithm>

namespace softoptin::documentation {
namespace {

constexpr std::string_view blanks = " \t\r";
constexpr std::string_view fence = "```";

std::string_view trimmed_right(std::string_view text) {
  const auto last = text.find_last_not_of(blanks);
  return last == text.npos ? std::string_view{} : text.substr(0, last + 1);
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(blanks);
  return first == text.npos ? std::string_view{} : trimmed_right(text.substr(first));
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto line = text.substr(0, text.find('\n'));
    lines.push_back(trimmed_right(line));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

// Reads a page line by line. Fences may be indented, as within a list.
class Reader {
 public:
  void read(std::string_view line) {
    ++line_;
    if (inside_) {
      read_inside(line);
    } else if (const auto text = trimmed(line); text.starts_with(fence)) {
      begin(line, trimmed(text.substr(fence.size())));
    } else if (text.starts_with("<!--") && text.ends_with("-->")) {
      comments_.emplace_back(trimmed(text.substr(4, text.size() - 7)));
    } else if (!text.empty()) {
      comments_.clear();  // A comment asks for something only directly above its block.
      follows_sql_ = false;
    }
  }

  Page finish() {
    if (inside_) complain("the block does not end");
    return std::move(page_);
  }

 private:
  void complain(const std::string& words) {
    page_.complaints.push_back("line " + std::to_string(line_) + ": " + words);
  }

  void begin(std::string_view line, std::string_view language) {
    inside_ = true;
    indent_ = line.find(fence);
    block_ = {};
    block_.line = line_ + 1;
    block_.language = language;
    for (const std::string& comment : comments_) obey(comment);
    comments_.clear();
  }

  void obey(std::string_view comment) {
    const auto value = [&](std::string_view name) -> std::optional<std::string> {
      if (!comment.starts_with(name)) return std::nullopt;
      return std::string{trimmed(comment.substr(name.size()))};
    };
    if (const auto world = value("runs on:")) {
      block_.runs_on = world;
    } else if (const auto reason = value("not run:")) {
      block_.not_run = reason;
      if (reason->empty()) complain("`not run` without its reason");
    } else {
      complain("a comment above a block that asks for nothing known: " + std::string{comment});
    }
  }

  void read_inside(std::string_view line) {
    if (trimmed(line) == fence) {
      end();
      return;
    }
    const auto blank = std::min(line.find_first_not_of(' '), line.size());
    block_.text.append(line.substr(std::min(blank, indent_))).append("\n");
  }

  void end() {
    inside_ = false;
    if (block_.language == "text" && follows_sql_) {
      page_.blocks.back().shown = std::move(block_.text);
      follows_sql_ = false;
      return;
    }
    follows_sql_ = block_.language == "sql";
    page_.blocks.push_back(std::move(block_));
  }

  Page page_;
  Block block_;
  std::vector<std::string> comments_;  // Directly above the line being read.
  int line_ = 0;
  std::size_t indent_ = 0;
  bool inside_ = false;
  bool follows_sql_ = false;
};

bool matches(const std::vector<std::string_view>& printed, std::size_t from_printed,
             const std::vector<std::string_view>& shown, std::size_t from_shown) {
  for (; from_shown < shown.size(); ++from_shown, ++from_printed) {
    if (shown[from_shown] == "...") {
      for (std::size_t next = from_printed; next <= printed.size(); ++next) {
        if (matches(printed, next, shown, from_shown + 1)) return true;
      }
      return false;
    }
    if (from_printed == printed.size() || printed[from_printed] != shown[from_shown]) return false;
  }
  return from_printed == printed.size();
}

}  // namespace

Page read_page(std::string_view markdown) {
  Reader reader;
  while (!markdown.empty()) {
    const auto line = markdown.substr(0, markdown.find('\n'));
    reader.read(line);
    markdown.remove_prefix(std::min(line.size() + 1, markdown.size()));
  }
  return reader.finish();
}

bool prints(std::string_view printed, std::string_view shown) {
  return matches(lines_of(printed), 0, lines_of(shown), 0);
}

}  // namespace softoptin::documentation
