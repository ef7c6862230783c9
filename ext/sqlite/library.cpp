#include "sqlite/library.hpp"

#include <mutex>

SQLITE_EXTENSION_INIT1

namespace softoptin::sqlite {
namespace {

// 3.31.1: the first with SQLITE_DIRECTONLY and SQLITE_INNOCUOUS settled; older ones are not tested.
constexpr int oldest_version = 3'031'001;

}  // namespace

const char* adopt(const sqlite3_api_routines* api) {
  if (api->libversion_number() < oldest_version) return "softoptin needs SQLite 3.31.1 or newer";
  static std::mutex loading;  // Connections of several threads may load us at the same time.
  const std::lock_guard guard{loading};
  if (sqlite3_api == nullptr) SQLITE_EXTENSION_INIT2(api);
  // A second library in the process would overwrite the table under the first one's statements.
  if (sqlite3_api == api) return nullptr;
  return "softoptin is loaded in this process by another SQLite library: use one of them";
}

std::uint64_t random_word() {
  std::uint64_t word{};
  sqlite3_randomness(sizeof word, &word);
  return word;
}

}  // namespace softoptin::sqlite
