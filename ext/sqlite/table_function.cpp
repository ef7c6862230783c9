#include "sqlite/table_function.hpp"

#include <string>
#include <vector>

#include "sqlite/wall.hpp"

namespace softoptin::sqlite {
namespace {

struct Registered {
  ConnectionPointer connection;
  const TableFunction* table;
};

struct Table : sqlite3_vtab {
  const Registered* registered;
  [[nodiscard]] const TableFunction& function() const { return *registered->table; }
};

struct Cursor : sqlite3_vtab_cursor {
  std::unique_ptr<TableCursor> rows;
  sqlite3_int64 rowid = 0;
};

Cursor& cursor_of(sqlite3_vtab_cursor* base) { return *static_cast<Cursor*>(base); }

// Runs what a callback does; an exception becomes its result code, with the words left in the
// table.
template <class Body>
int guarded(sqlite3_vtab* table, Body body) noexcept {
  return behind_the_wall(
      [&] {
        body();
        return SQLITE_OK;
      },
      [&](int code, const char* message) {
        if (message != nullptr) {
          sqlite3_free(table->zErrMsg);
          table->zErrMsg = sqlite3_mprintf("%s", message);
        }
        return code;
      });
}

int connect(sqlite3* db, void* user_data, int /*argc*/, const char* const* /*argv*/,
            sqlite3_vtab** result, char** error) noexcept {
  const auto* registered = static_cast<const Registered*>(user_data);
  return behind_the_wall(
      [&] {
        const int code = sqlite3_declare_vtab(db, registered->table->declaration);
        if (code != SQLITE_OK) return code;
        auto table = std::make_unique<Table>();
        table->registered = registered;
        *result = table.release();
        return SQLITE_OK;
      },
      [&](int code, const char* message) {
        if (message != nullptr) *error = sqlite3_mprintf("%s", message);
        return code;
      });
}

int disconnect(sqlite3_vtab* base) noexcept {
  delete static_cast<Table*>(base);
  return SQLITE_OK;
}

// idxNum: bit n is set where argument n is given, in the order of xFilter's values.
int best_index(sqlite3_vtab* base, sqlite3_index_info* info) noexcept {
  const TableFunction& function = static_cast<Table*>(base)->function();
  std::size_t given = 0;
  int next_value = 1;
  for (int argument = 0; argument < function.arguments; ++argument) {
    bool unusable = false;
    int chosen = -1;
    for (int at = 0; at < info->nConstraint; ++at) {
      const auto& constraint = info->aConstraint[at];
      // The operator first: LIMIT and OFFSET carry a column that means nothing.
      if (constraint.op != SQLITE_INDEX_CONSTRAINT_EQ) continue;
      if (constraint.iColumn != function.visible_columns + argument) continue;
      if (constraint.usable == 0) {
        unusable = true;
      } else if (chosen < 0) {
        chosen = at;
      }
    }
    if (chosen < 0) {
      if (unusable) return SQLITE_CONSTRAINT;
      continue;
    }
    info->aConstraintUsage[chosen].argvIndex = next_value++;
    info->aConstraintUsage[chosen].omit = 1;
    given |= std::size_t{1} << static_cast<unsigned>(argument);
  }
  const std::size_t required =
      (std::size_t{1} << static_cast<unsigned>(function.required_arguments)) - 1;
  const bool complete = (given & required) == required;
  constexpr double never = 1e300;  // A plan that can only fail is the last one to choose.
  constexpr double cost_of_reading_one_contact = 50;
  info->idxNum = static_cast<int>(given);
  info->estimatedCost = complete ? cost_of_reading_one_contact : never;
  info->estimatedRows = static_cast<sqlite3_int64>(function.expected_rows);
  return SQLITE_OK;
}

int open(sqlite3_vtab* base, sqlite3_vtab_cursor** result) noexcept {
  return guarded(base, [&] {
    const Registered& registered = *static_cast<Table*>(base)->registered;
    auto cursor = std::make_unique<Cursor>();
    cursor->rows = registered.table->open(*registered.connection);
    *result = cursor.release();
  });
}

int close(sqlite3_vtab_cursor* base) noexcept {
  delete static_cast<Cursor*>(base);
  return SQLITE_OK;
}

int filter(sqlite3_vtab_cursor* base, int given, const char* /*name*/, int /*count*/,
           sqlite3_value** values) noexcept {
  return guarded(base->pVtab, [&] {
    const TableFunction& function = static_cast<Table*>(base->pVtab)->function();
    std::vector<std::optional<Value>> arguments(static_cast<std::size_t>(function.arguments));
    int next_value = 0;
    for (int argument = 0; argument < function.arguments; ++argument) {
      const bool is_given =
          (static_cast<unsigned>(given) >> static_cast<unsigned>(argument) & 1U) != 0;
      if (is_given) {
        arguments[static_cast<std::size_t>(argument)] = Cell{values[next_value++]}.copy();
      } else if (argument < function.required_arguments) {
        throw Error(std::string{function.name} + " needs its arguments: write " + function.usage);
      }
    }
    Cursor& cursor = cursor_of(base);
    cursor.rowid = 0;
    cursor.rows->filter(arguments);
  });
}

int next(sqlite3_vtab_cursor* base) noexcept {
  return guarded(base->pVtab, [&] {
    Cursor& cursor = cursor_of(base);
    cursor.rows->next();
    ++cursor.rowid;
  });
}

int at_end(sqlite3_vtab_cursor* base) noexcept { return cursor_of(base).rows->at_end() ? 1 : 0; }

int column(sqlite3_vtab_cursor* base, sqlite3_context* context, int column) noexcept {
  return guarded(base->pVtab, [&] { cursor_of(base).rows->column(column, Result{context}); });
}

int rowid(sqlite3_vtab_cursor* base, sqlite3_int64* result) noexcept {
  *result = cursor_of(base).rowid;
  return SQLITE_OK;
}

// No xCreate: the table exists by its name alone and cannot be created under another.
constexpr sqlite3_module module = [] {
  sqlite3_module methods{};
  methods.xConnect = connect;
  methods.xDisconnect = disconnect;
  methods.xBestIndex = best_index;
  methods.xOpen = open;
  methods.xClose = close;
  methods.xFilter = filter;
  methods.xNext = next;
  methods.xEof = at_end;
  methods.xColumn = column;
  methods.xRowid = rowid;
  return methods;
}();

}  // namespace

void register_table_function(const ConnectionPointer& connection, const TableFunction& table) {
  auto registered = std::make_unique<Registered>(Registered{connection, &table});
  // SQLite owns it from here, also when it fails.
  const int code =
      sqlite3_create_module_v2(connection->db, table.name, &module, registered.release(),
                               [](void* owned) { delete static_cast<Registered*>(owned); });
  if (code != SQLITE_OK) {
    throw Error(
        std::string{table.name} + " cannot be registered: " + sqlite3_errmsg(connection->db), code);
  }
}

}  // namespace softoptin::sqlite
