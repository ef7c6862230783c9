#include "documentation/session.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <regex>
#include <stdexcept>
#include <utility>

#include "support/host/database.hpp"
#include "support/host/files.hpp"

namespace softoptin::documentation {
namespace {

namespace fs = std::filesystem;

const fs::path source = SOFTOPTIN_SOURCE;

const std::map<std::string, std::string, std::less<>>& worlds() {
  static const std::map<std::string, std::string, std::less<>> all = {
      {"nothing", ""},
      {"schema", ".read sql/schema.sql\n"},
      {"relations",
       [] {
         std::string reads = ".read sql/relations/example_tables.sql\n";
         for (const auto& entry : fs::directory_iterator(source / "sql" / "relations")) {
           const auto name = entry.path().filename();
           if (name.extension() != ".sql" || name == "example_tables.sql") continue;
           reads += ".read sql/relations/" + name.string() + "\n";
         }
         return reads;
       }()},
      {"shop",
       ".read examples/shop/schema.sql\n.read examples/shop/data.sql\n"
       ".read examples/shop/views.sql\n"},
  };
  return all;
}

std::string quoted(const fs::path& path) { return "'" + path.string() + "'"; }

std::string with_built_extension(const std::string& input) {
  static const std::regex load("(^|\n)\\.load +\\S*softoptin\\S*");
  return std::regex_replace(input, load, "$1.load " + quoted(host::extension()));
}

std::string marker(std::size_t input) { return "== end of input " + std::to_string(input) + " =="; }

// The shell reads from a file and so names a line of it, which the reader at a prompt does not see.
std::string as_at_a_prompt(std::string text) {
  static const std::regex near_line("(^|\n)((?:Parse |Runtime )?[Ee]rror) near line \\d+:");
  return std::regex_replace(std::move(text), near_line, "$1$2:");
}

// Runs the shell over the script, and gives all that it prints. stdbuf makes it print line by line,
// so that output and errors come in their order.
std::string run_shell(const std::string& script) {
  const host::ScratchFolder scratch;
  for (const char* folder : {"examples", "sql", "tests"}) {
    fs::create_directory_symlink(source / folder, scratch.path() / folder);
  }
  host::write_file(scratch.path() / "input", script);
  const std::string command = "cd " + quoted(scratch.path()) + " && stdbuf -oL " + SQLITE3_SHELL +
                              " -init /dev/null -batch :memory: <input >output 2>&1";
  const int status = std::system(command.c_str());  // Not 0 where a block shows an error.
  if (status < 0) throw std::runtime_error("the shell could not be started: " + command);
  return host::read_file(scratch.path() / "output");
}

// Takes what is printed up to the marker off the front.
Printed take(std::string& output, const std::string& end) {
  const auto at = output.find(end + "\n");
  if (at == std::string::npos) return {std::exchange(output, {}), false};
  Printed printed{as_at_a_prompt(output.substr(0, at)), true};
  output.erase(0, at + end.size() + 1);
  return printed;
}

}  // namespace

std::vector<std::string> Printed::errors() const {
  static const std::regex error("(^|\n)((?:Parse |Runtime )?[Ee]rror: [^\n]*)");
  std::vector<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), error), end; at != end; ++at) {
    found.push_back((*at)[2]);
  }
  return found;
}

bool known_world(std::string_view world) { return worlds().contains(world); }

std::vector<Printed> run_session(std::string_view world, const std::vector<std::string>& inputs) {
  std::string script = worlds().find(world)->second + ".load " + quoted(host::extension()) + "\n";
  script += ".print " + marker(0) + "\n";
  for (std::size_t at = 0; at < inputs.size(); ++at) {
    script += with_built_extension(inputs[at]);
    if (!script.ends_with('\n')) script += '\n';
    script += ".print " + marker(at + 1) + "\n";
  }
  std::string output = run_shell(script);
  const Printed setting_up = take(output, marker(0));
  if (!setting_up.ended || !setting_up.text.empty()) {
    throw std::runtime_error("the world `" + std::string{world} + "` prints: " + setting_up.text);
  }
  std::vector<Printed> printed;
  for (std::size_t at = 0; at < inputs.size(); ++at)
    printed.push_back(take(output, marker(at + 1)));
  return printed;
}

}  // namespace softoptin::documentation
