#include "sqlite/row_taker.hpp"

#include <array>
#include <exception>
#include <new>
#include <utility>

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
    const bool asked = !values.empty();  // Else only whether the function may be called.
    sqlite3_result_int(context, asked && over.taker->wants(values) ? 1 : 0);
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

[[noreturn]] void fail_not_allowed(const RowsToTake& rows) {
  throw Error(rows.subject + " cannot be read: the function that takes its rows is not allowed",
              SQLITE_AUTH);
}

}  // namespace

std::string wanted(const std::string& columns) {
  return "soft_optin_pass_wants(?1, " + columns + ")";
}

bool hand_over(sqlite3* db, const RowsToTake& rows, RowTaker& taker) {
  register_functions(db);
  const std::string sql = "SELECT soft_optin_pass_takes(?1, " + rows.columns + ") FROM " +
                          rows.from + " " + rows.behind;
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
  fail_not_allowed(rows);
}

// Answers whether the row ends a block.
class RowBlocks::Pause final : public RowTaker {
 public:
  explicit Pause(BlockTaker& block_taker) : over{this, nullptr}, taker(block_taker) {}

  bool wants(Cells row) override {
    // SQLite asks before it gives the row out, as it does where it sorts afterwards.
    if (paused) too_soon = true;
    if (too_soon) throw Error("rows come in another order", SQLITE_ABORT);
    const bool go_on = taker.take(row);
    paused = first || !go_on;
    first = false;
    return paused;
  }
  bool take(Cells /*row*/) override { return false; }

  HandOver over;
  BlockTaker& taker;
  bool paused = false;
  bool first = true;
  bool too_soon = false;
  bool began = false;       // A block was given out.
  bool second_try = false;  // Asked about rows in order.
};

namespace {

// An authorizer that has the function ignored puts NULL in its place, and no row would be taken.
void require_function(sqlite3* db, const RowsToTake& rows) {
  register_functions(db);
  HandOver nothing{nullptr, nullptr};
  Statement question{db, "SELECT soft_optin_pass_wants(?1)", rows.subject};
  question.bind_pointer(1, &nothing, pointer_type);
  if (!question.step() || question[0].type() != SQLITE_INTEGER) fail_not_allowed(rows);
}

}  // namespace

// The function is asked in the list of results, so that the columns go to it uncopied. The LIMIT is
// none, but keeps SQLite from moving the WHERE inside.
RowBlocks::RowBlocks(sqlite3* db, RowsToTake rows, std::optional<Value> parameter,
                     BlockTaker& taker)
    : db_(db),
      rows_(std::move(rows)),
      parameter_(std::move(parameter)),
      pause_(std::make_unique<Pause>(taker)) {
  require_function(db, rows_);
  prepare("SELECT 1 FROM (SELECT " + wanted(rows_.columns) + " AS pause FROM " + rows_.from + " " +
          rows_.behind + " LIMIT -1) WHERE pause");
}

RowBlocks::~RowBlocks() = default;

// Asked about rows that are in order already, which costs twice as much.
std::string RowBlocks::in_order() const {
  return "SELECT 1 FROM (SELECT " + rows_.columns + " FROM " + rows_.from + " " + rows_.behind +
         " LIMIT -1) WHERE " + wanted(rows_.columns);
}

void RowBlocks::prepare(const std::string& sql) {
  statement_.emplace(db_, sql, rows_.subject);
  statement_->bind_pointer(1, &pause_->over, pointer_type);
  if (parameter_) statement_->bind(2, *parameter_);
}

bool RowBlocks::next() {
  pause_->paused = false;
  try {
    const bool paused = statement_->step();
    pause_->began = true;
    return paused;
  } catch (const Error&) {
    const bool try_again = pause_->too_soon && !pause_->second_try && !pause_->began;
    if (!try_again) {
      if (pause_->over.failure) std::rethrow_exception(pause_->over.failure);
      throw;
    }
  }
  BlockTaker& taker = pause_->taker;
  taker.start_again();
  pause_ = std::make_unique<Pause>(taker);
  pause_->second_try = true;
  prepare(in_order());
  return next();
}

}  // namespace softoptin::sqlite
