// A host: a program that opens a database and loads the built extension, as users' programs do.
//
// Tests reach SQLite only through the built .so, since code compiled against sqlite3ext.h calls
// through a table that only the loader fills. The API used here is that of SQLite 3.31, so that the
// library can be exchanged for an older one.
#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace softoptin::host {

// What SQLite said, with its extended result code.
struct Error : std::runtime_error {
  Error(int result_code, const std::string& message)
      : std::runtime_error(message), code(result_code) {}
  int code;
};

// The built extension, as sqlite3_load_extension takes it.
std::filesystem::path extension();

// One prepared statement. It must be gone before its database closes.
class Statement {
 public:
  // Prepares the first statement of the text; throws Error where it cannot be prepared.
  Statement(sqlite3* db, std::string_view sql);

  void bind(int place, std::string_view text);
  void bind(int place, std::int64_t number);
  // Whether there is a row; throws Error where the step fails.
  bool step();
  void reset();

  [[nodiscard]] int columns() const { return sqlite3_column_count(handle_.get()); }
  [[nodiscard]] std::int64_t number(int column) const;
  // As a person reads it: text as it is, NULL as NULL, blobs as x'..'.
  [[nodiscard]] std::string shown(int column) const;
  // The columns of the row, separated by " | ".
  [[nodiscard]] std::string row() const;
  // What stands in the text behind this statement.
  [[nodiscard]] std::string_view rest() const { return rest_; }
  // Nothing but blanks and comments was there to prepare.
  [[nodiscard]] bool empty() const { return handle_ == nullptr; }
  [[nodiscard]] sqlite3_stmt* handle() const { return handle_.get(); }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  void check(int code) const;

  sqlite3* db_;
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
  std::string_view rest_;
};

// One connection.
class Database {
 public:
  enum class Mode { create, read_only };

  // `name` is a file, a file: URI or :memory:. `vfs` is SQLite's own unless named. Throws Error.
  explicit Database(const std::string& name, Mode mode = Mode::create, const char* vfs = nullptr);
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  Database(Database&&) = delete;
  Database& operator=(Database&&) = delete;
  ~Database();

  // Loads the built extension, as `.load` does; throws Error.
  void load_extension();

  // Runs every statement of the text and drops the rows.
  void run(std::string_view sql);
  // The rows of one statement, as Statement::row writes them.
  std::vector<std::string> rows(std::string_view sql);
  // The only row of one statement.
  std::string one(std::string_view sql);

  // SQLite's answer to closing: SQLITE_BUSY where a statement was left behind. Only once.
  int close();

  [[nodiscard]] sqlite3* handle() const { return db_; }

 private:
  sqlite3* db_ = nullptr;
};

}  // namespace softoptin::host
