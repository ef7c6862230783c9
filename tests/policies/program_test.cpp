// The program that the build runs: what it writes, and what it says where it writes nothing.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "good_file.hpp"
#include "policies/compiler/compile.hpp"

namespace softoptin::policies {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream{path}.rdbuf();
  return text.str();
}

// A folder of its own, gone with the test.
class Program : public testing::Test {
 public:
  Program() { fs::create_directories(folder_); }
  ~Program() override { fs::remove_all(folder_); }

 protected:
  // Whether the program, run on a file of that text, ends well.
  bool compiles(const std::string& text) {
    std::ofstream{folder_ / "XX.yaml"} << text;
    const std::string command = std::string{"'"} + POLICY_COMPILER + "' '" + made().string() +
                                "' '" + (folder_ / "XX.yaml").string() + "' 2>'" + said().string() +
                                "'";
    return std::system(command.c_str()) == 0;
  }
  [[nodiscard]] fs::path made() const { return folder_ / "made.cpp"; }
  [[nodiscard]] fs::path said() const { return folder_ / "said"; }

 private:
  fs::path folder_ =
      fs::path{testing::TempDir()} /
      (std::string{"policies_"} + testing::UnitTest::GetInstance()->current_test_info()->name());
};

TEST_F(Program, writes_what_it_makes) {
  EXPECT_TRUE(compiles(std::string{good_file}));
  EXPECT_EQ(text_of(said()), "");
  EXPECT_EQ(text_of(made()), compile({{"XX.yaml", std::string{good_file}}}).cpp);
}

TEST_F(Program, writes_nothing_where_it_refuses) {
  EXPECT_FALSE(compiles(changed(good_file, "    citation: Act 1, s 2\n", "")));
  EXPECT_EQ(text_of(said()),
            "ext/policies/XX.yaml:7: this row has no `citation`: write the statute and its "
            "provision\n");
  EXPECT_FALSE(fs::exists(made()));
}

}  // namespace
}  // namespace softoptin::policies
