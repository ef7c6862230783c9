#include "facts/check/origin.hpp"

#include <algorithm>
#include <memory>

#include "facts/quote.hpp"
#include "rules/text.hpp"
#include "sqlite/error.hpp"
#include "sqlite/statement.hpp"

namespace softoptin::facts::check {
namespace {

struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

bool plain(const std::string& name) {
  const auto plain_sign = [](char sign) {
    const char folded = rules::ascii_lower(sign);
    return (folded >= 'a' && folded <= 'z') || (sign >= '0' && sign <= '9') || sign == '_';
  };
  const bool begins_with_digit = !name.empty() && name.front() >= '0' && name.front() <= '9';
  return !name.empty() && !begins_with_digit && std::ranges::all_of(name, plain_sign) &&
         sqlite3_keyword_check(name.data(), static_cast<int>(name.size())) == 0;
}

}  // namespace

std::optional<Origin> origin_of(sqlite3* db, const std::string& select) {
  if (sqlite3_api->column_origin_name == nullptr) return std::nullopt;
  sqlite3_stmt* prepared = nullptr;
  sqlite3_prepare_v2(db, select.c_str(), -1, &prepared, nullptr);
  const std::unique_ptr<sqlite3_stmt, Finalize> statement{prepared};
  if (statement == nullptr) return std::nullopt;
  const char* const schema = sqlite3_column_database_name(prepared, 0);
  const char* const table = sqlite3_column_table_name(prepared, 0);
  const char* const column = sqlite3_column_origin_name(prepared, 0);
  if (schema == nullptr || table == nullptr || column == nullptr) return std::nullopt;
  return Origin{schema, table, column};
}

bool indexed(sqlite3* db, const Origin& origin) {
  const std::string schema = identifier(origin.schema) + ".";
  sqlite::Statement list{db, "PRAGMA " + schema + "index_list(" + identifier(origin.table) + ")",
                         "the list of indexes"};
  while (list.step()) {
    if (list[4].integer() != 0) continue;  // A partial one.
    sqlite::Statement first{db,
                            "PRAGMA " + schema + "index_info(" + identifier(list[1].text()) + ")",
                            "the list of indexes"};
    if (first.step() && rules::same_word(first[2].text(), origin.column)) return true;
  }
  return false;
}

std::string create_index(const Origin& origin, std::string_view suffix,
                         const std::string& expression) {
  const std::string schema = origin.schema == "main" ? "" : written(origin.schema) + ".";
  return "CREATE INDEX " + schema + written(origin.table + "_by_" + std::string{suffix}) + " ON " +
         written(origin.table) + " (" + expression + ")";
}

std::string written(const std::string& name) { return plain(name) ? name : identifier(name); }

}  // namespace softoptin::facts::check
