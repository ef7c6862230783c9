// Plays scripts against the built extension and collects complaints, in the order of the script.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sql/runner/authorizer.hpp"
#include "sql/runner/script.hpp"
#include "support/host/database.hpp"
#include "support/host/files.hpp"

namespace softoptin::scripts {

// One stage for one script: an empty database file, the extension loaded, the clock at noon of
// 2026-06-15.
class Player {
 public:
  // `folder`: where `--@ include` looks.
  explicit Player(std::filesystem::path folder);

  void play(const Script& script);
  // Closes the connection, which complains where a statement was left behind.
  void finish();

  [[nodiscard]] host::Database& database() { return *db_; }
  [[nodiscard]] const std::vector<std::string>& complaints() const { return complaints_; }
  // Why the rest of the script does not concern this SQLite; empty where it does.
  [[nodiscard]] const std::string& skipped() const { return skipped_; }
  // The statements that do not concern this SQLite, each with the reason.
  [[nodiscard]] const std::vector<std::string>& left_out() const { return left_out_; }

 private:
  struct Answer;

  void ask(const Question& question);
  bool concerns_this_sqlite(const Question& question);
  Answer answer(const Question& question);
  void compare(const Question& question, const Answer& answer);
  void demand_no_statement_left(const Question& question);

  void obey(const Directive& directive);
  bool obeyed(std::string_view verb, std::string_view rest);
  void leave_next_out(std::string why);
  void interrupt_next_after(int operations);
  void include(const std::string& file);
  void open(host::Database::Mode mode);
  void close();
  void complain(int line, std::string_view words);

  std::filesystem::path folder_;
  host::ScratchFolder scratch_;
  std::unique_ptr<host::Database> db_;
  Authorizer authorizer_;
  int operations_before_interrupt_ = 0;
  std::string name_;  // Of the script being played.
  std::string skipped_;
  std::string next_is_left_out_;  // Why the next statement does not concern this SQLite.
  std::vector<std::string> left_out_;
  std::vector<std::string> complaints_;
};

}  // namespace softoptin::scripts
