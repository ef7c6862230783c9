#include "sql/runner/player.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "support/host/clock.hpp"

// Absent, and so null, from a SQLite built with OMIT_PROGRESS_CALLBACK.
#pragma weak sqlite3_progress_handler

namespace softoptin::scripts {
namespace {

constexpr std::string_view noon = "2026-06-15 12:00:00";

// The result codes that scripts may name; any other is shown as its number.
constexpr std::array<std::pair<int, std::string_view>, 15> codes = {{
    {SQLITE_ERROR, "SQLITE_ERROR"},
    {SQLITE_ABORT, "SQLITE_ABORT"},
    {SQLITE_BUSY, "SQLITE_BUSY"},
    {SQLITE_LOCKED, "SQLITE_LOCKED"},
    {SQLITE_NOMEM, "SQLITE_NOMEM"},
    {SQLITE_READONLY, "SQLITE_READONLY"},
    {SQLITE_INTERRUPT, "SQLITE_INTERRUPT"},
    {SQLITE_CORRUPT, "SQLITE_CORRUPT"},
    {SQLITE_CONSTRAINT, "SQLITE_CONSTRAINT"},
    {SQLITE_CONSTRAINT_TRIGGER, "SQLITE_CONSTRAINT_TRIGGER"},
    {SQLITE_CONSTRAINT_UNIQUE, "SQLITE_CONSTRAINT_UNIQUE"},
    {SQLITE_MISMATCH, "SQLITE_MISMATCH"},
    {SQLITE_MISUSE, "SQLITE_MISUSE"},
    {SQLITE_AUTH, "SQLITE_AUTH"},
    {SQLITE_RANGE, "SQLITE_RANGE"},
}};

std::string code_name(int code) {
  const auto* found = std::ranges::find(codes, code, [](const auto& named) { return named.first; });
  return found != codes.end() ? std::string{found->second} : std::to_string(code);
}

// An expectation is one line: line ends within a value are shown as \n.
std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char letter : text) {
    if (letter == '\n') {
      line += "\\n";
    } else {
      line += letter;
    }
  }
  return line;
}

std::string as_expectations(bool nothing, const std::vector<std::string>& rows,
                            const std::optional<ExpectedError>& error) {
  std::string text;
  if (nothing) text += "\n    --> (nothing)";
  for (const std::string& row : rows) text += "\n    --> " + row;
  if (!error) return text;
  const bool usual = error->code == "SQLITE_ERROR";
  return text + "\n    --! " + (usual ? "" : "[" + error->code + "] ") + error->message;
}

// The number that a version such as 3.35.0 has in sqlite3_libversion_number(); 0 where it is none.
int version_number(std::string_view text) {
  std::array<int, 3> parts{};
  for (int& part : parts) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), part);
    if (error != std::errc{}) return 0;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (text.starts_with('.')) text.remove_prefix(1);
  }
  return parts[0] * 1'000'000 + parts[1] * 1'000 + parts[2];
}

// Whether a statement follows another one on the same line.
bool more_than_comments(sqlite3* db, std::string_view rest) {
  try {
    return !host::Statement(db, rest).empty();
  } catch (const host::Error&) {
    return true;
  }
}

// Whether SQLite was built with an option such as ENABLE_COLUMN_METADATA.
bool built_with(std::string_view option) {
  return sqlite3_compileoption_used(std::string{option}.c_str()) != 0;
}

// Before SQLite 3.35 no statement that writes can answer, but ALTER TABLE has columns all the same.
int columns_of_answer(const host::Statement& statement) {
  const bool writes = sqlite3_stmt_readonly(statement.handle()) == 0;
  return sqlite3_libversion_number() < 3'035'000 && writes ? 0 : statement.columns();
}

int always(void* /*unused*/) { return 1; }

void set_progress_handler(sqlite3* db, int operations, int (*handler)(void*)) {
  if (sqlite3_progress_handler != nullptr)
    sqlite3_progress_handler(db, operations, handler, nullptr);
}

}  // namespace

// What a statement answered.
struct Player::Answer {
  int columns = 0;
  std::vector<std::string> rows;
  std::optional<ExpectedError> error;
};

Player::Player(std::filesystem::path folder) : folder_(std::move(folder)) {
  host::set_still_clock(noon);
  open(host::Database::Mode::create);
}

void Player::play(const Script& script) {
  const std::string outer = std::exchange(name_, script.name);
  complaints_.insert(complaints_.end(), script.complaints.begin(), script.complaints.end());
  for (const Step& step : script.steps) {
    if (!skipped_.empty()) break;
    if (const auto* question = std::get_if<Question>(&step)) {
      ask(*question);
    } else {
      obey(std::get<Directive>(step));
    }
  }
  name_ = outer;
}

void Player::finish() {
  name_ = "at the end";
  if (!next_is_left_out_.empty()) {
    complaints_.push_back(name_ + ": a directive is about the next statement, and there is none");
  }
  close();
}

void Player::complain(int line, std::string_view words) {
  complaints_.push_back(complaint(name_, line, words));
}

void Player::ask(const Question& question) {
  if (db_ == nullptr) return;  // It could not be opened, which was complained about.
  if (!concerns_this_sqlite(question)) return;
  compare(question, answer(question));
  demand_no_statement_left(question);
}

bool Player::concerns_this_sqlite(const Question& question) {
  if (next_is_left_out_.empty()) return true;
  left_out_.push_back(complaint(name_, question.line, next_is_left_out_));
  next_is_left_out_.clear();
  return false;
}

Player::Answer Player::answer(const Question& question) {
  Answer result;
  authorizer_.watch(db_->handle());
  if (operations_before_interrupt_ > 0) {
    set_progress_handler(db_->handle(), operations_before_interrupt_, always);
  }
  try {
    host::Statement statement(db_->handle(), question.sql);
    result.columns = columns_of_answer(statement);
    if (more_than_comments(db_->handle(), statement.rest())) {
      complain(question.line, "two statements: give each its own lines");
    }
    while (statement.step()) result.rows.push_back(on_one_line(statement.row()));
  } catch (const host::Error& error) {
    result.error = ExpectedError{code_name(error.code), on_one_line(error.what())};
  }
  operations_before_interrupt_ = 0;
  set_progress_handler(db_->handle(), 0, nullptr);
  return result;
}

void Player::compare(const Question& question, const Answer& answer) {
  if (answer.columns > 0 && !answer.error && !question.expects()) {
    complain(question.line, "this answers, and nothing says what. It answered:" +
                                as_expectations(answer.rows.empty(), answer.rows, {}));
    return;
  }
  const bool as_expected = answer.rows == question.rows &&
                           answer.error.has_value() == question.error.has_value() &&
                           (!answer.error || (answer.error->code == question.error->code &&
                                              answer.error->message == question.error->message));
  if (as_expected) return;
  const bool nothing = answer.columns > 0 && answer.rows.empty() && !answer.error;
  complain(question.line,
           "expected" + as_expectations(question.nothing, question.rows, question.error) +
               "\n  it answered" + as_expectations(nothing, answer.rows, answer.error));
}

void Player::demand_no_statement_left(const Question& question) {
  const sqlite3_stmt* left = sqlite3_next_stmt(db_->handle(), nullptr);
  if (left == nullptr) return;
  const char* sql = sqlite3_sql(const_cast<sqlite3_stmt*>(left));
  complain(question.line,
           std::string("a statement was left behind: ") + (sql != nullptr ? sql : ""));
}

void Player::obey(const Directive& directive) {
  const std::string_view words = directive.words;
  const auto verb = words.substr(0, words.find(' '));
  const auto rest = words.substr(std::min(verb.size() + 1, words.size()));
  try {
    if (!obeyed(verb, rest)) complain(directive.line, "no such directive: " + directive.words);
  } catch (const std::exception& error) {
    complain(directive.line, error.what());
  }
}

bool Player::obeyed(std::string_view verb, std::string_view rest) {
  const auto follows = [&](std::string_view word) {
    const bool found = rest.starts_with(word) && rest.size() > word.size();
    if (found) rest.remove_prefix(word.size());
    return found;
  };
  if (verb == "include" && !rest.empty()) {
    include(std::string{rest});
  } else if (verb == "reopen" && (rest.empty() || rest == "read-only")) {
    close();
    open(rest.empty() ? host::Database::Mode::create : host::Database::Mode::read_only);
  } else if (verb == "clock" && !rest.empty()) {
    host::set_still_clock(rest);
  } else if (verb == "deny" && follows("reading ")) {
    authorizer_.rule(rest, SQLITE_DENY);
  } else if (verb == "ignore" && follows("reading ")) {
    authorizer_.rule(rest, SQLITE_IGNORE);
  } else if (verb == "allow" && rest == "everything") {
    authorizer_.clear();
  } else if (verb == "interrupt" && follows("after ")) {
    interrupt_next_after(std::stoi(std::string{rest}));
  } else if (verb == "only" && follows("with ")) {
    if (!built_with(rest)) leave_next_out("SQLite was built without " + std::string{rest});
  } else if (verb == "only" && follows("without ")) {
    if (built_with(rest)) leave_next_out("SQLite was built with " + std::string{rest});
  } else if (verb == "needs" && follows("SQLite ") && version_number(rest) > 0) {
    if (sqlite3_libversion_number() < version_number(rest))
      skipped_ = "needs SQLite " + std::string{rest};
  } else {
    return false;
  }
  return true;
}

void Player::leave_next_out(std::string why) { next_is_left_out_ = std::move(why); }

void Player::interrupt_next_after(int operations) {
  if (sqlite3_progress_handler == nullptr) {
    leave_next_out("SQLite was built without a progress handler");
  } else {
    operations_before_interrupt_ = operations;
  }
}

void Player::include(const std::string& file) {
  play(read_script(host::read_file(folder_ / file), file));
}

void Player::open(host::Database::Mode mode) {
  const auto file = (scratch_.path() / "script.db").string();
  db_ = std::make_unique<host::Database>(file, mode, host::still_clock());
  db_->run("PRAGMA synchronous = OFF");  // Nobody pulls the plug on a test.
  db_->load_extension();
}

void Player::close() {
  if (db_ == nullptr) return;
  if (db_->close() != SQLITE_OK) complaints_.push_back(name_ + ": the connection does not close");
  db_.reset();
}

}  // namespace softoptin::scripts
