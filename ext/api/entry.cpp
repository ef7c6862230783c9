// The entry point: what loading softoptin adds to a connection is this list.
//
// Loading touches no database: an empty, read-only, locked or encrypted one loads it alike.
#include <array>
#include <memory>

#include "api/surface.hpp"
#include "sqlite/library.hpp"
#include "sqlite/wall.hpp"

namespace softoptin::api {
namespace {

constexpr std::array surface = {
    register_eligible,        register_reason,      register_expires,  register_explain,
    register_marketing_basis, register_eligibility, register_audience, register_funnel,
    register_audit,           register_conditions,  register_check,    register_policies,
    register_version,         register_debug,
};

int load(sqlite3* db, char** error) noexcept {
  return sqlite::behind_the_wall(
      [&] {
        const auto connection = std::make_shared<sqlite::Connection>(sqlite::Connection{db});
        for (const auto add : surface) add(connection);
        return SQLITE_OK;
      },
      [&](int code, const char* message) {
        if (error != nullptr && message != nullptr) *error = sqlite3_mprintf("%s", message);
        return code;
      });
}

}  // namespace
}  // namespace softoptin::api

// SQLite finds it by the name of the file: softoptin.so or libsoftoptin.so. `error` may be null.
extern "C" __attribute__((visibility("default"))) int sqlite3_softoptin_init(
    sqlite3* db, char** error, const sqlite3_api_routines* api) {
  if (const char* refusal = softoptin::sqlite::adopt(api)) {
    if (error != nullptr) *error = api->mprintf("%s", refusal);
    return SQLITE_ERROR;
  }
  return softoptin::api::load(db, error);
}
