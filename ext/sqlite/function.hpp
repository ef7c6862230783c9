// Scalar functions: registering one, and what one call of it sees.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "sqlite/connection.hpp"
#include "sqlite/result.hpp"
#include "sqlite/value.hpp"

namespace softoptin::sqlite {

// One call of a scalar function: its arguments, its result, and the state of the SQL statement that
// calls. Valid until the function returns.
class Call {
 public:
  Call(sqlite3_context* context, int count, sqlite3_value** arguments)
      : context_(context), arguments_(arguments, static_cast<std::size_t>(count)) {}

  [[nodiscard]] std::size_t count() const { return arguments_.size(); }
  [[nodiscard]] Cell operator[](std::size_t argument) const { return Cell{arguments_[argument]}; }
  [[nodiscard]] Connection& connection() const;

  [[nodiscard]] Result result() const { return Result{context_}; }

  // The state of the calling statement, of type State, made by make() (a std::unique_ptr<State>) at
  // the first call. All functions of ours share it, and it is gone when the statement is reset or
  // finalized.
  template <class State, class Make>
  [[nodiscard]] State& statement_state(Make make) const {
    if (void* found = sqlite3_get_auxdata(context_, state_key)) return *static_cast<State*>(found);
    std::unique_ptr<State> made = make();
    // Takes ownership, and may destroy at once when memory is short: hence the second look.
    sqlite3_set_auxdata(context_, state_key, made.release(),
                        [](void* state) { delete static_cast<State*>(state); });
    void* kept = sqlite3_get_auxdata(context_, state_key);
    if (kept == nullptr) throw std::bad_alloc{};
    return *static_cast<State*>(kept);
  }

 private:
  // A negative key belongs to the whole statement instead of one argument of one call
  // (SQLite's ext/misc/stmtrand.c does the same). The number means nothing, to be nobody else's.
  static constexpr int state_key = -1'202'200'258;

  sqlite3_context* context_;
  std::span<sqlite3_value*> arguments_;
};

using Function = void (*)(Call&);

// What a function may be used for. None that reads tables is deterministic (an index on one would
// keep contacts who have since opted out), nor innocuous, nor direct-only, so that saved views can
// call it.
enum class Purity { reads_tables, pure };

// Registers `function` for each number of arguments from `fewest` to `most`. Throws Error.
void register_function(const ConnectionPointer& connection, const char* name, int fewest, int most,
                       Purity purity, Function function);

}  // namespace softoptin::sqlite
