// A script: SQL statements with what they are to answer, as tests/sql/README.md describes them.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace softoptin::scripts {

struct ExpectedError {
  std::string code = "SQLITE_ERROR";
  std::string message;  // The whole of it.
};

// One statement, with the comments above it.
struct Question {
  int line;  // Where its SQL begins.
  std::string sql;
  bool nothing = false;  // `--> (nothing)`: no row.
  std::vector<std::string> rows;
  std::optional<ExpectedError> error;

  [[nodiscard]] bool expects() const { return nothing || !rows.empty() || error; }
};

// `--@ words`: something that SQL cannot say, such as opening the file again.
struct Directive {
  int line;
  std::string words;
};

using Step = std::variant<Question, Directive>;

struct Script {
  std::string name;  // As complaints call it.
  std::vector<Step> steps;
  std::vector<std::string> complaints;  // What cannot be read.

  [[nodiscard]] bool expects() const;
};

Script read_script(std::string_view text, std::string name);

// "name:line: words", as editors can jump to.
std::string complaint(std::string_view name, int line, std::string_view words);

}  // namespace softoptin::scripts
