#include "database_of_world.hpp"

namespace softoptin::tests {
namespace {

void bind(host::Statement& statement, int place, const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    statement.bind(place, *text);
  } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
    statement.bind(place, *whole);
  } else if (const auto* real = std::get_if<double>(&value)) {
    sqlite3_bind_double(statement.handle(), place, *real);
  }
}

Value value_at(const host::Statement& statement, int column) {
  sqlite3_stmt* row = statement.handle();
  switch (sqlite3_column_type(row, column)) {
    case SQLITE_NULL:
      return {};
    case SQLITE_INTEGER:
      return std::int64_t{sqlite3_column_int64(row, column)};
    case SQLITE_FLOAT:
      return sqlite3_column_double(row, column);
    default:
      return statement.shown(column);
  }
}

// The parts, each shown by `show`, with commas between them.
template <typename Parts, typename Show>
std::string listed(const Parts& parts, Show show) {
  std::string text;
  for (const auto& part : parts) text += (text.empty() ? "" : ", ") + std::string{show(part)};
  return text;
}

}  // namespace

DatabaseOfWorld::DatabaseOfWorld(const World& world) : world_(world), database_(":memory:") {
  database_.load_extension();
  for (const auto& [name, relation] : world.relations) create("soft_optin_" + name, relation);
}

void DatabaseOfWorld::create(const std::string& relation, const Relation& content) {
  const auto name = [](const std::string& column) { return "\"" + column + "\""; };
  database_.run("CREATE TABLE " + relation + " (" + listed(content.columns, name) + ")");
  const auto parameter = [](const std::string&) { return "?"; };
  const std::string insert =
      "INSERT INTO " + relation + " VALUES (" + listed(content.columns, parameter) + ")";
  for (const Row& row : content.rows) {
    host::Statement statement(database_.handle(), insert);
    int place = 0;
    for (const auto& column : content.columns) bind(statement, ++place, at(row, column));
    statement.step();
  }
}

std::vector<std::vector<Value>> DatabaseOfWorld::ask(const std::string& select) {
  host::Statement statement(database_.handle(), select);
  int place = 0;
  for (const auto* argument : {"contact_id", "product_id", "channel", "as_of"}) {
    bind(statement, ++place, at(world_.ask, argument));
  }
  std::vector<std::vector<Value>> rows;
  while (statement.step()) {
    auto& row = rows.emplace_back();
    for (int column = 0; column < statement.columns(); ++column) {
      row.push_back(value_at(statement, column));
    }
  }
  return rows;
}

void DatabaseOfWorld::close() {
  const int code = database_.close();
  if (code != SQLITE_OK) throw host::Error(code, "closing: a statement was left behind");
}

}  // namespace softoptin::tests
