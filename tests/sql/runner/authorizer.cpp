#include "sql/runner/authorizer.hpp"

namespace softoptin::scripts {

void Authorizer::rule(std::string_view what, int verdict) {
  rules_.push_back({std::string{what}, verdict});
}

void Authorizer::watch(sqlite3* db) {
  sqlite3_set_authorizer(db, rules_.empty() ? nullptr : decide, this);
}

int Authorizer::decide(void* self, int action, const char* table, const char* column,
                       const char* /*schema*/, const char* /*view*/) {
  if (action != SQLITE_READ || table == nullptr) return SQLITE_OK;
  const std::string name = table;
  for (const Rule& rule : static_cast<Authorizer*>(self)->rules_) {
    if (rule.what == name || rule.what == name + "." + (column != nullptr ? column : "")) {
      return rule.verdict;
    }
  }
  return SQLITE_OK;
}

}  // namespace softoptin::scripts
