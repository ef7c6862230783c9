// A page of the documentation: the blocks of a Markdown file that are run or checked.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace softoptin::documentation {

// One fenced block, with what an HTML comment above it asks for.
struct Block {
  int line = 0;          // Of its first line of text.
  std::string language;  // The info string: sql, text, sh, ...
  std::string text;
  std::optional<std::string> shown;    // The text block directly below: what it prints.
  std::optional<std::string> runs_on;  // <!-- runs on: shop -->
  std::optional<std::string> not_run;  // <!-- not run: the reason -->
};

struct Page {
  std::vector<Block> blocks;
  std::vector<std::string> complaints;  // What cannot be read, each "line N: ...".
};

Page read_page(std::string_view markdown);

// Whether the printed text is the shown one. Blanks at line ends do not matter; a line `...` stands
// for any lines.
bool prints(std::string_view printed, std::string_view shown);

}  // namespace softoptin::documentation
