#include "support/host/database.hpp"

#include <array>
#include <cstdio>

namespace softoptin::host {
namespace {

[[noreturn]] void fail(sqlite3* db) {
  throw Error(sqlite3_extended_errcode(db), sqlite3_errmsg(db));
}

std::string hexadecimal(const unsigned char* bytes, int count) {
  std::string text = "x'";
  for (int at = 0; at < count; ++at) {
    std::array<char, 3> digits{};
    std::snprintf(digits.data(), digits.size(), "%02x", static_cast<unsigned>(bytes[at]));
    text += digits.data();
  }
  return text + "'";
}

}  // namespace

std::filesystem::path extension() { return SOFTOPTIN_EXTENSION; }

Statement::Statement(sqlite3* db, std::string_view sql) : db_(db) {
  sqlite3_stmt* prepared = nullptr;
  const char* tail = nullptr;
  const int code =
      sqlite3_prepare_v2(db, sql.data(), static_cast<int>(sql.size()), &prepared, &tail);
  handle_.reset(prepared);
  if (code != SQLITE_OK) fail(db);
  rest_ = sql.substr(static_cast<std::size_t>(tail - sql.data()));
}

void Statement::check(int code) const {
  if (code != SQLITE_OK) fail(db_);
}

void Statement::bind(int place, std::string_view text) {
  check(sqlite3_bind_text(handle_.get(), place, text.data(), static_cast<int>(text.size()),
                          SQLITE_TRANSIENT));
}

void Statement::bind(int place, std::int64_t number) {
  check(sqlite3_bind_int64(handle_.get(), place, number));
}

bool Statement::step() {
  const int code = sqlite3_step(handle_.get());
  if (code != SQLITE_ROW && code != SQLITE_DONE) fail(db_);
  return code == SQLITE_ROW;
}

void Statement::reset() { check(sqlite3_reset(handle_.get())); }

std::int64_t Statement::number(int column) const {
  return sqlite3_column_int64(handle_.get(), column);
}

std::string Statement::shown(int column) const {
  sqlite3_stmt* row = handle_.get();
  switch (sqlite3_column_type(row, column)) {
    case SQLITE_NULL:
      return "NULL";
    case SQLITE_BLOB: {
      const auto* bytes = static_cast<const unsigned char*>(sqlite3_column_blob(row, column));
      return hexadecimal(bytes, sqlite3_column_bytes(row, column));
    }
    default: {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
      return {text, static_cast<std::size_t>(sqlite3_column_bytes(row, column))};
    }
  }
}

std::string Statement::row() const {
  std::string text;
  for (int column = 0; column < columns(); ++column) {
    if (column > 0) text += " | ";
    text += shown(column);
  }
  return text;
}

Database::Database(const std::string& name, Mode mode, const char* vfs) {
  const int how =
      mode == Mode::read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  if (sqlite3_open_v2(name.c_str(), &db_, how | SQLITE_OPEN_URI, vfs) == SQLITE_OK) return;
  const Error error(sqlite3_extended_errcode(db_), sqlite3_errmsg(db_));
  sqlite3_close(db_);
  throw error;
}

// Not refused where a statement was left behind: the tests that see to that have called close().
Database::~Database() { sqlite3_close_v2(db_); }

void Database::load_extension() {
  sqlite3_db_config(db_, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, nullptr);
  char* message = nullptr;
  const int code = sqlite3_load_extension(db_, extension().c_str(), nullptr, &message);
  if (code == SQLITE_OK) return;
  const std::string text = message != nullptr ? message : sqlite3_errmsg(db_);
  sqlite3_free(message);
  throw Error(code, text);
}

void Database::run(std::string_view sql) {
  while (!sql.empty()) {
    Statement statement(db_, sql);
    while (!statement.empty() && statement.step()) {
    }
    sql = statement.rest();
  }
}

std::vector<std::string> Database::rows(std::string_view sql) {
  Statement statement(db_, sql);
  std::vector<std::string> found;
  while (statement.step()) found.push_back(statement.row());
  return found;
}

std::string Database::one(std::string_view sql) {
  const auto found = rows(sql);
  if (found.size() == 1) return found.front();
  throw Error(SQLITE_MISMATCH, std::to_string(found.size()) + " rows, where one is expected");
}

int Database::close() {
  const int code = sqlite3_close(db_);
  if (code == SQLITE_OK) db_ = nullptr;
  return code;
}

}  // namespace softoptin::host
