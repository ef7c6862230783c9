// soft_optin_check: what is wrong, or soon will be, with the mapping and the data in it.
//
//   SELECT severity, relation, finding, rows, what_to_do FROM soft_optin_check;
//
// A row for each finding, the errors first; none on good data. Reads every relation whole, once for
// its values and again for each question about its keys.
#include <vector>

#include "api/surface.hpp"
#include "facts/check/check.hpp"
#include "sqlite/table_function.hpp"

namespace softoptin::api {
namespace {

enum Column { severity, relation, finding, rows, example, what_to_do, columns };

class Check : public sqlite::TableCursor {
 public:
  explicit Check(sqlite::Connection& connection) : connection_(connection) {}

  void filter(sqlite::Arguments /*arguments*/, unsigned /*columns_used*/) override {
    at_ = 0;
    if (checked_) return;  // A join asks again for each of its rows; a statement has one answer.
    const sqlite::Entered entered{connection_};
    findings_ = facts::check::findings(connection_.db);
    checked_ = true;
  }

  [[nodiscard]] bool at_end() const override { return at_ == findings_.size(); }
  void next() override { ++at_; }

  void column(int column, sqlite::Result result) const override {
    const facts::check::Finding& found = findings_[at_];
    switch (column) {
      case severity:
        return result.text(name(found.severity));
      case relation:
        return result.text(found.relation);
      case finding:
        return result.text(found.code);
      case rows:
        return found.rows ? result.value(*found.rows) : result.null();
      case example:
        return result.value(found.example);
      default:
        return result.text(found.what_to_do);
    }
  }

 private:
  sqlite::Connection& connection_;
  std::vector<facts::check::Finding> findings_;
  bool checked_ = false;
  std::size_t at_ = 0;
};

constexpr sqlite::TableFunction table{
    .name = "soft_optin_check",
    .declaration =
        "CREATE TABLE x(severity TEXT, relation TEXT, finding TEXT, rows INTEGER, "
        "example, what_to_do TEXT)",
    .usage = "soft_optin_check",
    .visible_columns = columns,
    .arguments = 0,
    .required_arguments = 0,
    .pushed = {},
    .cost = 1e7,
    .rows = 10,
    .pushed_cost = 0,
    .pushed_rows = 0,
    .open = [](sqlite::Connection& connection) -> std::unique_ptr<sqlite::TableCursor> {
      return std::make_unique<Check>(connection);
    },
};

}  // namespace

void register_check(const sqlite::ConnectionPointer& connection) {
  register_table_function(connection, table);
}

}  // namespace softoptin::api
