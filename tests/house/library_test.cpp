// The built shared object: one exported symbol, and nothing needed but the four libraries that
// every C++ program on Linux has.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <memory>
#include <set>
#include <stdexcept>

#include "support/host/database.hpp"
#include "tree.hpp"

namespace softoptin::house {
namespace {

// The lines that a program of binutils writes about the extension.
std::vector<std::string> lines_of(const std::string& program) {
  const std::string command = program + " '" + host::extension().string() + "'";
  struct Close {
    void operator()(std::FILE* pipe) const { pclose(pipe); }
  };
  const std::unique_ptr<std::FILE, Close> pipe{popen(command.c_str(), "r")};
  if (!pipe) throw std::runtime_error{"cannot run " + command};
  std::string text;
  std::array<char, 4096> buffer{};
  while (const std::size_t read = std::fread(buffer.data(), 1, buffer.size(), pipe.get())) {
    text.append(buffer.data(), read);
  }
  return file_of_text("", text).lines;
}

// A sanitizer adds symbols and libraries of its own.
bool sanitized() { return !std::string_view{SOFTOPTIN_SANITIZE}.empty(); }

TEST(library, exports_its_entry_point_only) {
  if (sanitized()) GTEST_SKIP() << "built with sanitizers";
  std::vector<std::string> symbols;
  for (const std::string& line : lines_of("nm -D --defined-only")) {
    symbols.push_back(line.substr(line.rfind(' ') + 1));
  }
  EXPECT_EQ(symbols, std::vector<std::string>{"sqlite3_softoptin_init"})
      << "ext/softoptin.map says what is exported";
}

TEST(library, needs_what_is_always_there) {
  if (sanitized()) GTEST_SKIP() << "built with sanitizers";
  const std::set<std::string_view> always_there = {"libc.so.6", "libm.so.6", "libstdc++.so.6",
                                                   "libgcc_s.so.1"};
  int needed = 0;
  for (const std::string& line : lines_of("readelf -d -W")) {
    if (line.find("(NEEDED)") == std::string::npos) continue;
    const auto begin = line.find('[') + 1;
    const std::string library = line.substr(begin, line.find(']') - begin);
    EXPECT_TRUE(always_there.contains(library)) << "needs " << library;
    ++needed;
  }
  EXPECT_GT(needed, 0) << "readelf said nothing";
}

}  // namespace
}  // namespace softoptin::house
