// An authorizer as a careful host sets one: some columns may not be read, or read as NULL.
#pragma once

#include <sqlite3.h>

#include <string>
#include <string_view>
#include <vector>

namespace softoptin::scripts {

class Authorizer {
 public:
  // `what` is a table, or a column as table.column. `verdict` is SQLITE_DENY or SQLITE_IGNORE.
  void rule(std::string_view what, int verdict);
  void clear() { rules_.clear(); }

  // Until the connection closes; the authorizer must live as long.
  void watch(sqlite3* db);

 private:
  struct Rule {
    std::string what;
    int verdict;
  };
  static int decide(void* self, int action, const char* table, const char* column,
                    const char* schema, const char* view);

  std::vector<Rule> rules_;
};

}  // namespace softoptin::scripts
