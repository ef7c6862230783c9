#include "sqlite/statement.hpp"

#include <new>
#include <utility>

#include "sqlite/error.hpp"

namespace softoptin::sqlite {

Statement::Statement(sqlite3* db, const std::string& sql, std::string subject)
    : subject_(std::move(subject)), handle_(nullptr, Finalize{db}) {
  sqlite3_stmt* statement = nullptr;
  const int code =
      sqlite3_prepare_v2(db, sql.c_str(), static_cast<int>(sql.size() + 1), &statement, nullptr);
  handle_.reset(statement);
  if (code != SQLITE_OK) fail(code);
}

Statement& Statement::bind(int parameter, const Value& value) {
  auto* const statement = handle_.get();
  int code = SQLITE_OK;
  if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    code = sqlite3_bind_int64(statement, parameter, *integer);
  } else if (const auto* real = std::get_if<double>(&value)) {
    code = sqlite3_bind_double(statement, parameter, *real);
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    return bind_text(parameter, *text);
  } else if (const auto* blob = std::get_if<Blob>(&value)) {
    code = sqlite3_bind_blob64(statement, parameter, blob->bytes.data(), blob->bytes.size(),
                               SQLITE_TRANSIENT);
  } else {
    code = sqlite3_bind_null(statement, parameter);
  }
  if (code != SQLITE_OK) fail(code);
  return *this;
}

Statement& Statement::bind_text(int parameter, std::string_view text) {
  const int code = sqlite3_bind_text64(handle_.get(), parameter, text.data(), text.size(),
                                       SQLITE_TRANSIENT, SQLITE_UTF8);
  if (code != SQLITE_OK) fail(code);
  return *this;
}

Statement& Statement::bind_pointer(int parameter, void* pointer, const char* type) {
  const int code = sqlite3_bind_pointer(handle_.get(), parameter, pointer, type, nullptr);
  if (code != SQLITE_OK) fail(code);
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(handle_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) fail(code);
  return false;
}

void Statement::reset() { sqlite3_reset(handle_.get()); }

std::string_view Statement::column_name(int column) const {
  const char* name = sqlite3_column_name(handle_.get(), column);
  if (name == nullptr) throw std::bad_alloc{};
  return name;
}

std::string_view Statement::declared_type(int column) const {
  if (sqlite3_api->column_decltype == nullptr) return {};
  const char* type = sqlite3_column_decltype(handle_.get(), column);
  return type == nullptr ? std::string_view{} : type;
}

Cell Statement::operator[](int column) const {
  return Cell{sqlite3_column_value(handle_.get(), column)};
}

void Statement::fail(int code) const {
  sqlite3* const db = handle_.get_deleter().db;
  if ((code & 0xff) == SQLITE_NOMEM) throw std::bad_alloc{};
  if (code == SQLITE_INTERRUPT) throw Error("interrupted", code);
  const int extended = sqlite3_extended_errcode(db);
  throw Error(subject_ + " cannot be read: " + sqlite3_errmsg(db),
              (extended & 0xff) == (code & 0xff) ? extended : code);
}

// A host that is closing may have finalized every statement of the connection, ours among them:
// only one that the connection still lists is ours to finalize. The statement that called us is
// listed meanwhile, so there is always one, but after sqlite3_close_v2 in the middle of it: then an
// SQLite that guards its API (ENABLE_API_ARMOR) lists none, and nobody has finalized ours.
void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_stmt* listed = sqlite3_next_stmt(db, nullptr);
  const bool tells_nothing = listed == nullptr;
  while (listed != nullptr && listed != statement) listed = sqlite3_next_stmt(db, listed);
  if (listed == statement || tells_nothing) sqlite3_finalize(statement);
}

}  // namespace softoptin::sqlite
