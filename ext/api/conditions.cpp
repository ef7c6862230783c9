// soft_optin_conditions(contact_id, product_id [, channel [, as_of]]): every condition, a row each.
//
//   SELECT code, evidence FROM soft_optin_conditions(42, 'trail-shoes') WHERE met IS NOT 1;
//
// 22 rows in the order of precedence; none for a NULL contact or product. The same findings as
// soft_optin_explain's.
#include <vector>

#include "api/answer.hpp"
#include "api/surface.hpp"
#include "rules/explain.hpp"
#include "rules/rule_book.hpp"

namespace softoptin::api {
namespace {

enum Column { code, met, requirement, evidence, citation, contact_id, product_id, channel, as_of };

class Conditions : public sqlite::TableCursor {
 public:
  explicit Conditions(sqlite::Connection& connection) : connection_(connection) {}

  void filter(sqlite::Arguments arguments, unsigned /*columns_used*/) override {
    findings_.clear();
    at_ = 0;
    asked_ = asked(*arguments[0], arguments.subspan(1));
    if (!asked_.has_answer()) return;
    const sqlite::Entered entered{connection_};
    if (!reading_) reading_.emplace(connection_.db);
    const Answer answer{*reading_, asked_};
    findings_ = explain(answer.matter, answer.dossier.names());
    as_of_ = arguments[3] ? *arguments[3] : sqlite::Value{answer.question.as_of.text()};
  }

  [[nodiscard]] bool at_end() const override { return at_ == findings_.size(); }
  void next() override { ++at_; }

  void column(int column, sqlite::Result result) const override {
    const rules::Finding& finding = findings_[at_];
    switch (column) {
      case code:
        return result.text(finding.rule->name);
      case met:
        return finding.met == rules::Truth::unknown
                   ? result.null()
                   : result.boolean(finding.met == rules::Truth::yes);
      case requirement:
        return result.text(finding.rule->requirement);
      case evidence:
        return result.text(finding.evidence);
      case citation:
        return result.text(finding.rule->citation);
      case contact_id:
        return result.value(asked_.contact_id);
      case product_id:
        return result.value(asked_.product_id);
      case channel:
        return result.text(name(asked_.channel));
      default:
        return result.value(as_of_);
    }
  }

 private:
  sqlite::Connection& connection_;
  std::optional<facts::Reading> reading_;
  Asked asked_;
  sqlite::Value as_of_;
  std::vector<rules::Finding> findings_;
  std::size_t at_ = 0;
};

constexpr sqlite::TableFunction table{
    .name = "soft_optin_conditions",
    .declaration =
        "CREATE TABLE x(code TEXT, met INTEGER, requirement TEXT, evidence TEXT, citation TEXT,"
        " contact_id HIDDEN, product_id HIDDEN, channel TEXT HIDDEN, as_of HIDDEN)",
    .usage = "soft_optin_conditions(contact_id, product_id [, channel [, as_of]])",
    .visible_columns = contact_id,
    .arguments = 4,
    .required_arguments = 2,
    .pushed = {},
    .cost = 50,  // A handful of look-ups.
    .rows = rules::rule_book.size(),
    .pushed_cost = 0,
    .pushed_rows = 0,
    .open = [](sqlite::Connection& connection) -> std::unique_ptr<sqlite::TableCursor> {
      return std::make_unique<Conditions>(connection);
    },
};

}  // namespace

void register_conditions(const sqlite::ConnectionPointer& connection) {
  register_table_function(connection, table);
}

}  // namespace softoptin::api
