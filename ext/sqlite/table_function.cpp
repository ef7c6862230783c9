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

// idxNum tells xFilter what it is given and what will be asked for: bit n is set where input n (an
// argument or pushed column) has a value, bit 8 + n where argument n has none and is compared, bit
// 16 + n where column n is used.
constexpr unsigned compared_from = 8;
constexpr unsigned used_from = 16;
constexpr unsigned used_mask = 0x7fff;

int inputs(const TableFunction& function) {
  return function.arguments + static_cast<int>(function.pushed.size());
}

int column_of_input(const TableFunction& function, int input) {
  if (input < function.arguments) return function.visible_columns + input;
  return function.pushed[static_cast<std::size_t>(input - function.arguments)];
}

unsigned bit(int input) { return 1U << static_cast<unsigned>(input); }

// As the usage names it.
std::string argument_name(const TableFunction& function, int argument) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz_";
  const std::string_view usage{function.usage};
  std::size_t from = 0;
  std::size_t end = usage.find('(');
  for (int at = 0; at <= argument; ++at) {
    from = usage.find_first_of(letters, end);
    end = usage.find_first_not_of(letters, from);
  }
  return std::string{usage.substr(from, end - from)};
}

// What is asked of a column: the `column = value` that a plan can use, whether there is one that it
// cannot use yet, and whether the column is compared in another way.
struct Found {
  int constraint = -1;
  bool unusable = false;
  bool compared = false;
};

enum class Comparison { equal, other, none };

// The operator alone tells: LIMIT and OFFSET, and what else a later SQLite may have, carry a column
// that means nothing. IS is `=` to an argument, which is never NULL; to a pushed column it is not.
// IS NOT NULL holds for every value.
Comparison comparison(unsigned char op, bool argument) {
  switch (op) {
    case SQLITE_INDEX_CONSTRAINT_EQ:
      return Comparison::equal;
    case SQLITE_INDEX_CONSTRAINT_IS:
      return argument ? Comparison::equal : Comparison::other;
    case SQLITE_INDEX_CONSTRAINT_NE:
    case SQLITE_INDEX_CONSTRAINT_GT:
    case SQLITE_INDEX_CONSTRAINT_LE:
    case SQLITE_INDEX_CONSTRAINT_LT:
    case SQLITE_INDEX_CONSTRAINT_GE:
    case SQLITE_INDEX_CONSTRAINT_LIKE:
    case SQLITE_INDEX_CONSTRAINT_GLOB:
    case SQLITE_INDEX_CONSTRAINT_REGEXP:
    case SQLITE_INDEX_CONSTRAINT_MATCH:
    case SQLITE_INDEX_CONSTRAINT_ISNOT:
    case SQLITE_INDEX_CONSTRAINT_ISNULL:
      return Comparison::other;
    default:
      return Comparison::none;
  }
}

Found asked_of(const sqlite3_index_info& info, int column, bool argument) {
  Found found;
  for (int at = 0; at < info.nConstraint; ++at) {
    const auto& constraint = info.aConstraint[at];
    const Comparison how = comparison(constraint.op, argument);
    if (how == Comparison::none || constraint.iColumn != column) continue;
    if (how == Comparison::other) {
      found.compared = true;
    } else if (constraint.usable == 0) {
      found.unusable = true;
    } else if (found.constraint < 0) {
      found.constraint = at;
    }
  }
  return found;
}

void estimate(const TableFunction& function, unsigned given, sqlite3_index_info& info) {
  constexpr double never = 1e300;  // A plan that can only fail is the last one to choose.
  const unsigned required = bit(function.required_arguments) - 1;
  const bool pushed = !function.pushed.empty() && (given & bit(function.arguments)) != 0;
  const double rows = pushed ? function.pushed_rows : function.rows;
  info.estimatedCost = pushed ? function.pushed_cost : function.cost;
  info.estimatedRows = static_cast<sqlite3_int64>(rows);
  if (pushed && rows == 1) info.idxFlags = SQLITE_INDEX_SCAN_UNIQUE;
  if ((given & required) != required) info.estimatedCost = never;
}

int best_index(sqlite3_vtab* base, sqlite3_index_info* info) noexcept {
  const TableFunction& function = static_cast<Table*>(base)->function();
  unsigned given = 0;
  int next_value = 1;
  for (int input = 0; input < inputs(function); ++input) {
    const bool argument = input < function.arguments;
    const Found found = asked_of(*info, column_of_input(function, input), argument);
    if (argument && found.unusable && found.constraint < 0) return SQLITE_CONSTRAINT;
    if (argument && found.compared && found.constraint < 0) given |= bit(input) << compared_from;
    if (found.constraint < 0) continue;
    info->aConstraintUsage[found.constraint].argvIndex = next_value++;
    info->aConstraintUsage[found.constraint].omit = argument ? 1 : 0;
    given |= bit(input);
  }
  const unsigned used = static_cast<unsigned>(info->colUsed) & used_mask;
  info->idxNum = static_cast<int>(given | used << used_from);
  estimate(function, given, *info);
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

int filter(sqlite3_vtab_cursor* base, int plan, const char* /*name*/, int /*count*/,
           sqlite3_value** values) noexcept {
  return guarded(base->pVtab, [&] {
    const TableFunction& function = static_cast<Table*>(base->pVtab)->function();
    const auto given = static_cast<unsigned>(plan);
    std::vector<std::optional<Value>> arguments(static_cast<std::size_t>(inputs(function)));
    int next_value = 0;
    for (int input = 0; input < inputs(function); ++input) {
      if ((given & bit(input)) != 0) {
        arguments[static_cast<std::size_t>(input)] = Cell{values[next_value++]}.copy();
      } else if (input < function.required_arguments) {
        throw Error(std::string{function.name} + " needs its arguments: write " + function.usage);
      } else if ((given >> compared_from & bit(input)) != 0) {
        throw Error(argument_name(function, input) +
                    " is compared, but not given: write it with =, or as in " + function.usage);
      }
    }
    Cursor& cursor = cursor_of(base);
    cursor.rowid = 0;
    cursor.rows->filter(arguments, given >> used_from);
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
