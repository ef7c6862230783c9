// soft_optin_funnel(product_id [, channel [, as_of]]): from all contacts down to the audience.
//
//   SELECT code, removed, remaining FROM soft_optin_funnel('trail-shoes') WHERE removed > 0;
//
// A row a condition, in the order of precedence: how many contacts it is the first to stop, and how
// many are left. The last row's `remaining` is the size of soft_optin_audience.
#include <array>
#include <memory>

#include "api/answer.hpp"
#include "api/contact_rows.hpp"
#include "api/surface.hpp"
#include "rules/rule_book.hpp"
#include "sqlite/error.hpp"
#include "sqlite/table_function.hpp"

namespace softoptin::api {
namespace {

enum Column { code, removed, remaining, product_id, channel, as_of };

class Funnel : public sqlite::TableCursor {
 public:
  explicit Funnel(sqlite::Connection& connection) : rows_(connection) {}

  void filter(sqlite::Arguments arguments, unsigned /*columns_used*/) override {
    given_as_of_ = arguments[2];
    const Asked question = asked({}, arguments);
    require_product(question);
    removed_.fill(0);
    remaining_ = 0;
    at_ = 0;
    for (rows_.start(question, {}); !rows_.at_end(); rows_.next()) {
      ++remaining_;
      const auto& unmet = rows_.decision().unmet;
      if (unmet) ++removed_[rules::place_of(*unmet)];
    }
    remaining_ -= removed_[at_];
  }
  [[nodiscard]] bool at_end() const override { return at_ == rules::rule_book.size(); }
  void next() override {
    if (++at_ < rules::rule_book.size()) remaining_ -= removed_[at_];
  }

  void column(int column, sqlite::Result result) const override {
    switch (column) {
      case code:
        return result.text(rules::rule_book[at_].name);
      case removed:
        return result.integer(removed_[at_]);
      case remaining:
        return result.integer(remaining_);
      case product_id:
        return result.value(rows_.asked().product_id);
      case channel:
        return result.text(name(rows_.asked().channel));
      default:
        return given_as_of_ ? result.value(*given_as_of_)
                            : result.text(shown(rows_.asking().as_of));
    }
  }

 private:
  ContactRows rows_;
  std::optional<sqlite::Value> given_as_of_;
  std::array<std::int64_t, rules::rule_book.size()> removed_{};
  std::int64_t remaining_ = 0;
  std::size_t at_ = 0;
};

constexpr sqlite::TableFunction table{
    .name = "soft_optin_funnel",
    .declaration =
        "CREATE TABLE x(code TEXT, removed INTEGER, remaining INTEGER,"
        " product_id HIDDEN, channel TEXT HIDDEN, as_of HIDDEN)",
    .usage = "soft_optin_funnel(product_id [, channel [, as_of]])",
    .visible_columns = product_id,
    .arguments = 3,
    .required_arguments = 1,
    .pushed = {},
    .cost = 1e6,
    .rows = rules::rule_book.size(),
    .pushed_cost = 0,
    .pushed_rows = 0,
    .open = [](sqlite::Connection& connection) -> std::unique_ptr<sqlite::TableCursor> {
      return std::make_unique<Funnel>(connection);
    },
};

}  // namespace

void register_funnel(const sqlite::ConnectionPointer& connection) {
  register_table_function(connection, table);
}

}  // namespace softoptin::api
