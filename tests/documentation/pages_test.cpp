// Every page of the documentation runs: its SQL in the sqlite3 shell, and what it shows is printed.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "documentation/page.hpp"
#include "documentation/session.hpp"
#include "support/host/files.hpp"

namespace softoptin::documentation {
namespace {

namespace fs = std::filesystem;

const fs::path source = SOFTOPTIN_SOURCE;

std::vector<fs::path> pages() {
  std::vector<fs::path> found;
  if (fs::exists(source / "README.md")) found.emplace_back("README.md");
  for (const char* folder : {"sql", "examples"}) {
    for (const auto& entry : fs::recursive_directory_iterator(source / folder)) {
      if (entry.path().extension() == ".md")
        found.push_back(entry.path().lexically_relative(source));
    }
  }
  std::ranges::sort(found);
  return found;
}

// sql/reference/soft_optin_reason.md is the test
// Documentation/Pages.run/sql_reference_soft_optin_reason.
std::string test_name(const testing::TestParamInfo<fs::path>& info) {
  std::string name = info.param.parent_path() / info.param.stem();
  std::ranges::replace_if(
      name, [](char letter) { return std::isalnum(static_cast<unsigned char>(letter)) == 0; }, '_');
  return name;
}

// A page shows rows as the shell prints them, or as boxes where it shows boxes: those of
// examples/shop/walk.sql, which fit a page.
class Look {
 public:
  // The dot-commands to give before the block.
  std::string of(const Block& block) {
    const bool wanted = block.shown && block.shown->starts_with("┌");
    if (wanted == boxes_) return "";
    boxes_ = wanted;
    return wanted ? ".mode box --wrap 76 --wordwrap on\n" : ".mode list\n.headers off\n";
  }

 private:
  bool boxes_ = false;
};

class Pages : public testing::TestWithParam<fs::path> {
 protected:
  [[nodiscard]] std::string at(int line) const {
    return "\n" + GetParam().string() + ":" + std::to_string(line) + ": ";
  }

  // One world, and the blocks that run on it in one session.
  void run(const std::string& world, const std::vector<Block>& blocks) {
    if (blocks.empty()) return;
    ASSERT_TRUE(known_world(world)) << at(blocks.front().line) << "no such world: " << world;
    std::vector<std::string> inputs;
    Look look;
    for (const Block& block : blocks) inputs.push_back(look.of(block) + block.text);
    const auto printed = run_session(world, inputs);
    for (std::size_t block = 0; block < blocks.size(); ++block)
      judge(blocks[block], printed[block]);
  }

  void judge(const Block& block, const Printed& printed) {
    ASSERT_TRUE(printed.ended) << at(block.line)
                               << "the block does not end: is a semicolon missing?";
    if (block.shown) {
      EXPECT_TRUE(prints(printed.text, *block.shown)) << at(block.line) << "the page shows\n"
                                                      << *block.shown << "and the shell prints\n"
                                                      << printed.text;
    } else {
      EXPECT_EQ(printed.errors(), std::vector<std::string>{}) << at(block.line);
    }
  }

  // The files of the tree that a block of shell commands names.
  void demand_files(const Block& block) {
    std::istringstream words(block.text);
    for (std::string word; words >> word;) {
      const bool named = word.starts_with("./") || word.find("examples/") != word.npos ||
                         word.find("tests/") != word.npos;
      if (!named) continue;
      EXPECT_TRUE(fs::exists(source / word)) << at(block.line) << "there is no " << word;
    }
  }
};

TEST_P(Pages, run) {
  const Page page = read_page(host::read_file(source / GetParam()));
  EXPECT_EQ(page.complaints, std::vector<std::string>{}) << GetParam();
  std::string world = "shop";
  std::vector<Block> session;
  for (const Block& block : page.blocks) {
    if (block.language.starts_with("sh")) demand_files(block);
    if (!block.language.starts_with("sql") || block.not_run) continue;
    EXPECT_EQ(block.language, "sql") << at(block.line) << "say more in a comment above the block";
    if (block.runs_on) {
      run(world, session);
      session.clear();
      world = *block.runs_on;
    }
    session.push_back(block);
  }
  run(world, session);
}

INSTANTIATE_TEST_SUITE_P(every, Pages, testing::ValuesIn(pages()), test_name);

}  // namespace
}  // namespace softoptin::documentation
