// Each script of this folder is one test, played against the built extension.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "sql/runner/player.hpp"
#include "sql/runner/script.hpp"
#include "support/host/files.hpp"

namespace softoptin::scripts {
namespace {

const std::filesystem::path folder = SOFTOPTIN_SCRIPTS;

// A world is a place to start from (`--@ include`), not a script.
bool world(const std::filesystem::path& file) { return *file.begin() == "worlds"; }

std::vector<std::filesystem::path> scripts() {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const auto file = entry.path().lexically_relative(folder);
    if (file.extension() == ".sql" && !world(file)) found.push_back(file);
  }
  std::ranges::sort(found);
  return found;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += "\n" + line;
  return text;
}

// arguments/null.sql is the test sql.every/Scripts.play/arguments_null.
std::string test_name(const testing::TestParamInfo<std::filesystem::path>& info) {
  std::string name = info.param.parent_path() / info.param.stem();
  std::ranges::replace_if(
      name, [](char letter) { return std::isalnum(static_cast<unsigned char>(letter)) == 0; }, '_');
  return name;
}

class Scripts : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(Scripts, play) {
  const Script script = read_script(host::read_file(folder / GetParam()), GetParam());
  EXPECT_TRUE(script.expects()) << GetParam() << " expects nothing, so it shows nothing";
  Player player(folder);
  player.play(script);
  player.finish();
  EXPECT_TRUE(player.complaints().empty()) << joined(player.complaints());
  for (const std::string& line : player.left_out()) std::cout << "left out: " << line << "\n";
  if (!player.skipped().empty()) GTEST_SKIP() << player.skipped();
}

INSTANTIATE_TEST_SUITE_P(every, Scripts, testing::ValuesIn(scripts()), test_name);

}  // namespace
}  // namespace softoptin::scripts
