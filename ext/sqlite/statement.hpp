// Statement: a prepared statement that is gone with its owner.
//
// Owners live no longer than the SQL statement that called us: one that outlived it would keep
// sqlite3_close from closing.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "sqlite/api.hpp"
#include "sqlite/value.hpp"

namespace softoptin::sqlite {

class Statement {
 public:
  // Prepares. `subject` says what is read, for messages: "<subject> cannot be read: <SQLite's
  // words>". Throws Error with SQLite's code.
  Statement(sqlite3* db, const std::string& sql, std::string subject);

  // Parameters count from 1. The value is copied.
  Statement& bind(int parameter, const Value& value);
  Statement& bind_text(int parameter, std::string_view text);
  // A pointer that only a function of ours can read, by the same `type`; SQL sees NULL. Both must
  // outlive the statement.
  Statement& bind_pointer(int parameter, void* pointer, const char* type);
  // To the next row; false when there is none. Throws Error with SQLite's code.
  bool step();
  // Ready to be bound and stepped again; ends its hold on the database.
  void reset();

  // Rows it has stepped over in full scans of tables, or put into indexes of its own, since it was
  // prepared.
  [[nodiscard]] int rows_scanned() const {
    return sqlite3_stmt_status(handle_.get(), SQLITE_STMTSTATUS_FULLSCAN_STEP, 0) +
           sqlite3_stmt_status(handle_.get(), SQLITE_STMTSTATUS_AUTOINDEX, 0);
  }
  [[nodiscard]] int columns() const { return sqlite3_column_count(handle_.get()); }
  [[nodiscard]] std::string_view column_name(int column) const;
  // The type that the table behind the column declares; empty for an expression, an untyped column
  // and where SQLite was built without such types.
  [[nodiscard]] std::string_view declared_type(int column) const;
  // Columns count from 0.
  [[nodiscard]] Cell operator[](int column) const;

 private:
  struct Finalize {
    sqlite3* db;
    void operator()(sqlite3_stmt* statement) const;
  };

  [[noreturn]] void fail(int code) const;

  std::string subject_;
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

// Resets the statement when the reading of its rows ends, also by an exception.
class Rows {
 public:
  explicit Rows(Statement& statement) : statement_(statement) {}
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;
  Rows(Rows&&) = delete;
  Rows& operator=(Rows&&) = delete;
  ~Rows() { statement_.reset(); }

  bool next() { return statement_.step(); }
  [[nodiscard]] Cell operator[](int column) const { return statement_[column]; }

 private:
  Statement& statement_;
};

}  // namespace softoptin::sqlite
