// policy_compiler <to.cpp> <file.yaml>...: compiles the files of policies, or says what is wrong
// with them and writes nothing. The build runs it; see README.md in ext/policies.
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "policies/compiler/compile.hpp"

namespace softoptin::policies {
namespace {

Source read(const std::filesystem::path& path) {
  std::ostringstream text;
  const std::ifstream file{path, std::ios::binary};
  text << file.rdbuf();
  if (!file || !text) throw std::runtime_error{"cannot read " + path.string()};
  return {path.filename().string(), text.str()};
}

void write(const std::filesystem::path& path, const std::string& text) {
  std::ofstream file{path, std::ios::binary | std::ios::trunc};
  file << text << std::flush;
  if (!file) throw std::runtime_error{"cannot write " + path.string()};
}

int run(const std::filesystem::path& to, const std::vector<std::filesystem::path>& from) {
  std::vector<Source> sources;
  sources.reserve(from.size());
  for (const auto& path : from) sources.push_back(read(path));
  const Compiled compiled = compile(std::move(sources));
  for (const std::string& fault : compiled.faults) {
    std::fputs(("ext/policies/" + fault + "\n").c_str(), stderr);
  }
  if (!compiled.faults.empty()) return 1;
  write(to, compiled.cpp);
  return 0;
}

}  // namespace
}  // namespace softoptin::policies

int main(int count, char** arguments) {
  try {
    if (count < 3) throw std::runtime_error{"write policy_compiler <to.cpp> <file.yaml>..."};
    return softoptin::policies::run(arguments[1], {arguments + 2, arguments + count});
  } catch (const std::exception& error) {
    std::fputs(error.what(), stderr);
    std::fputs("\n", stderr);
    return 1;
  }
}
