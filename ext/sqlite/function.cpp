#include "sqlite/function.hpp"

#include <string>

#include "sqlite/wall.hpp"

namespace softoptin::sqlite {
namespace {

// SQLITE_RESULT_SUBTYPE, which SQLite 3.45 introduced and older ones ignore.
constexpr int gives_subtype = 0x001000000;

struct Registered {
  ConnectionPointer connection;
  Function function;
};

void call(sqlite3_context* context, int count, sqlite3_value** arguments) noexcept {
  const auto* registered = static_cast<Registered*>(sqlite3_user_data(context));
  behind_the_wall(
      [&] {
        Call one_call{context, count, arguments};
        registered->function(one_call);
      },
      [&](int code, const char* message) {
        if (message == nullptr) {
          sqlite3_result_error_nomem(context);
          return;
        }
        sqlite3_result_error(context, message, -1);
        sqlite3_result_error_code(context, code);
      });
}

}  // namespace

Connection& Call::connection() const {
  return *static_cast<Registered*>(sqlite3_user_data(context_))->connection;
}

void register_function(const ConnectionPointer& connection, const char* name, int fewest, int most,
                       Purity purity, Function function) {
  const int flags = SQLITE_UTF8 | (purity == Purity::pure ? SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
                                                          : gives_subtype);
  for (int count = fewest; count <= most; ++count) {
    auto registered = std::make_unique<Registered>(Registered{connection, function});
    // SQLite owns it from here, also when it fails.
    const int code = sqlite3_create_function_v2(
        connection->db, name, count, flags, registered.release(), call, nullptr, nullptr,
        [](void* owned) { delete static_cast<Registered*>(owned); });
    if (code != SQLITE_OK) {
      throw Error(std::string{name} + " cannot be registered: " + sqlite3_errmsg(connection->db),
                  code);
    }
  }
}

}  // namespace softoptin::sqlite
