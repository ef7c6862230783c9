#include "sql/runner/script.hpp"

#include <sqlite3.h>

#include <algorithm>

namespace softoptin::scripts {
namespace {

constexpr std::string_view blanks = " \t\r\n";

bool blank(std::string_view text) { return text.find_first_not_of(blanks) == text.npos; }
bool comment(std::string_view line) { return line.starts_with("--"); }

// What follows the marker and one blank.
std::string_view after(std::string_view line, std::size_t marker) {
  line.remove_prefix(std::min(marker, line.size()));
  if (line.starts_with(' ')) line.remove_prefix(1);
  return line;
}

ExpectedError read_error(std::string_view words) {
  ExpectedError error;
  const auto end = words.find("] ");
  if (words.starts_with("[SQLITE_") && end != words.npos) {
    error.code = words.substr(1, end - 1);
    words.remove_prefix(end + 2);
  }
  error.message = words;
  return error;
}

// Reads a script line by line.
class Reader {
 public:
  explicit Reader(std::string name) { script_.name = std::move(name); }

  void read(std::string_view line) {
    ++line_;
    if (line.starts_with("-->")) {
      read_row(after(line, 3));
    } else if (line.starts_with("--!")) {
      read_expected_error(after(line, 3));
    } else if (line.starts_with("--@")) {
      if (!inside_statement())
        script_.steps.emplace_back(Directive{line_, std::string{after(line, 3)}});
    } else {
      read_sql(line);
    }
  }

  Script finish() {
    if (begun_ != 0) complain("the statement does not end: is a semicolon missing?");
    return std::move(script_);
  }

 private:
  void complain(std::string_view words) {
    script_.complaints.push_back(complaint(script_.name, line_, words));
  }

  bool inside_statement() {
    if (begun_ != 0) complain("this stands inside a statement: is a semicolon missing?");
    return begun_ != 0;
  }

  // The statement that an expectation is about: the one right above it.
  Question* question() {
    if (inside_statement()) return nullptr;
    auto* last = script_.steps.empty() ? nullptr : std::get_if<Question>(&script_.steps.back());
    if (last == nullptr) complain("an expectation without a statement above it");
    return last;
  }

  void read_row(std::string_view row) {
    Question* last = question();
    if (last == nullptr) return;
    const bool nothing = row == "(nothing)";
    if (last->error || last->nothing || (nothing && last->expects())) {
      complain("this contradicts the expectation above it");
    } else if (nothing) {
      last->nothing = true;
    } else {
      last->rows.emplace_back(row);
    }
  }

  void read_expected_error(std::string_view words) {
    Question* last = question();
    if (last == nullptr) return;
    if (last->error || last->nothing) complain("this contradicts the expectation above it");
    if (blank(words)) complain("an error without its message");
    last->error = read_error(words);
  }

  void read_sql(std::string_view line) {
    if (begun_ == 0 && !blank(line) && !comment(line)) begun_ = line_;
    sql_.append(line).append("\n");
    if (begun_ == 0 || sqlite3_complete(sql_.c_str()) == 0) return;
    Question question;
    question.line = begun_;
    question.sql = std::move(sql_);
    script_.steps.emplace_back(std::move(question));
    sql_.clear();
    begun_ = 0;
  }

  Script script_;
  std::string sql_;
  int line_ = 0;
  int begun_ = 0;  // The line on which the SQL of the statement being read begins; 0: none has.
};

}  // namespace

bool Script::expects() const {
  return std::ranges::any_of(steps, [](const Step& step) {
    const auto* question = std::get_if<Question>(&step);
    return question != nullptr && question->expects();
  });
}

Script read_script(std::string_view text, std::string name) {
  Reader reader(std::move(name));
  while (!text.empty()) {
    const auto line = text.substr(0, text.find('\n'));
    reader.read(line);
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return reader.finish();
}

std::string complaint(std::string_view name, int line, std::string_view words) {
  return std::string{name} + ":" + std::to_string(line) + ": " + std::string{words};
}

}  // namespace softoptin::scripts
