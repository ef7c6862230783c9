#include "sqlite/row_taker.hpp"

#include <array>
#include <exception>
#include <new>

#include "sqlite/error.hpp"
#include "sqlite/statement.hpp"

namespace softoptin::sqlite {
namespace {

constexpr const char* pointer_type = "softoptin rows";

struct HandOver {
  RowTaker* taker;
  std::exception_ptr failure;
  bool enough = false;
};

// Runs the body with the hand-over that the first argument points to; an exception waits in there,
// since none may cross SQLite.
template <class Body>
void with_taker(sqlite3_context* context, int count, sqlite3_value** arguments,
                Body body) noexcept {
  void* const pointer = count > 0 ? sqlite3_value_pointer(arguments[0], pointer_type) : nullptr;
  auto* over = static_cast<HandOver*>(pointer);
  if (over == nullptr) {
    sqlite3_result_error(context, "softoptin alone calls this function", -1);
    return;
  }
  try {
    body(*over);
  } catch (...) {
    over->failure = std::current_exception();
    sqlite3_result_error_code(context, SQLITE_ABORT);
  }
}

void wants(sqlite3_context* context, int count, sqlite3_value** arguments) noexcept {
  with_taker(context, count, arguments, [&](HandOver& over) {
    const Cells values{arguments + 1, static_cast<std::size_t>(count) - 1};
    sqlite3_result_int(context, over.taker->wants(values) ? 1 : 0);
  });
}

void take(sqlite3_context* context, int count, sqlite3_value** arguments) noexcept {
  with_taker(context, count, arguments, [&](HandOver& over) {
    if (over.taker->take({arguments + 1, static_cast<std::size_t>(count) - 1})) return;
    over.enough = true;
    sqlite3_result_error_code(context, SQLITE_ABORT);
  });
}

void taken(sqlite3_context* context) noexcept { sqlite3_result_int(context, 1); }

// Registers the two functions. Where they are already, SQLite refuses to replace them while a
// statement runs, as one always does that calls us: nothing to do.
void register_functions(sqlite3* db) {
  constexpr int flags = SQLITE_UTF8 | SQLITE_DIRECTONLY;
  const std::array codes = {sqlite3_create_function_v2(db, "soft_optin_pass_wants", -1, flags,
                                                       nullptr, wants, nullptr, nullptr, nullptr),
                            sqlite3_create_function_v2(db, "soft_optin_pass_takes", -1, flags,
                                                       nullptr, nullptr, take, taken, nullptr)};
  for (const int code : codes) {
    if (code == SQLITE_NOMEM) throw std::bad_alloc{};
  }
}

}  // namespace

bool hand_over(sqlite3* db, const RowsToTake& rows, RowTaker& taker) {
  register_functions(db);
  std::string sql = "SELECT soft_optin_pass_takes(?1, " + rows.columns + ") FROM " + rows.from;
  if (!rows.wanted_by.empty()) sql += " WHERE soft_optin_pass_wants(?1, " + rows.wanted_by + ")";
  HandOver over{&taker, nullptr};
  Statement statement{db, sql, rows.subject};
  statement.bind_pointer(1, &over, pointer_type);
  try {
    // One row, which says that all were taken. An authorizer that has a function ignored puts NULL
    // in its place, and nothing would be taken.
    if (statement.step() && statement[0].type() == SQLITE_INTEGER) return true;
  } catch (const Error&) {
    if (over.failure) std::rethrow_exception(over.failure);
    if (over.enough) return false;
    throw;
  }
  throw Error(rows.subject + " cannot be read: the function that takes its rows is not allowed",
              SQLITE_AUTH);
}

}  // namespace softoptin::sqlite
