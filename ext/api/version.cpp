// soft_optin_version(): the version of the extension. soft_optin_debug(): what to
// quote in a report of a problem. Both TEXT; they read no table.
#include <algorithm>
#include <string>

#include "api/surface.hpp"
#include "rules/policy_row.hpp"
#include "sqlite/function.hpp"

namespace softoptin::api {
namespace {

#if defined(__clang__)
constexpr const char* compiler = "clang " __clang_version__;
#else
constexpr const char* compiler = "g++ " __VERSION__;
#endif

// The day on which a policy row was last checked.
std::string_view policy_data() {
  return std::ranges::max(rules::policy_rows(), {}, &rules::PolicyRow::last_checked).last_checked;
}

std::string description() {
  return "softoptin " SOFTOPTIN_VERSION "; SQLite " + std::string{sqlite3_libversion()} + "; " +
         compiler + "; policy data " + std::string{policy_data()};
}

}  // namespace

void register_version(const sqlite::ConnectionPointer& connection) {
  register_function(connection, "soft_optin_version", 0, 0, sqlite::Purity::pure,
                    [](sqlite::Call& call) { call.result().text(SOFTOPTIN_VERSION); });
}

void register_debug(const sqlite::ConnectionPointer& connection) {
  register_function(connection, "soft_optin_debug", 0, 0, sqlite::Purity::pure,
                    [](sqlite::Call& call) { call.result().text(description()); });
}

}  // namespace softoptin::api
