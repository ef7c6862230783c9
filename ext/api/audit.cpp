// soft_optin_audit([from [, until]]): every message sent, judged at the instant it was sent.
//
//   SELECT reason, count(*) FROM soft_optin_audit('2026-01-01') WHERE NOT lawful GROUP BY reason;
//
// A row a message of soft_optin_messages, no letter or call, whose status is `sent` or not known,
// in the relation's order: its columns, whether it was lawful, why not, and on what basis, by the
// facts recorded up to then. `from` and `until` are dates or instants, both included; a message
// without a readable date is always shown.
#include <array>
#include <memory>
#include <optional>

#include "api/audit_block.hpp"
#include "api/question.hpp"
#include "api/surface.hpp"
#include "sqlite/error.hpp"
#include "sqlite/table_function.hpp"

namespace softoptin::api {
namespace {

namespace messages = facts::messages;
using sqlite::Value;

enum Column {
  message_id,
  contact_id,
  channel,
  sent_at,
  product_id,
  opt_out_included,
  status,
  organisation,
  lawful,
  reason_column,
  basis,
  from,
  until
};

// Where each of the message's columns stands in the contract.
constexpr std::array<int, 8> places = {
    messages::message_id, messages::contact_id,       messages::channel, messages::sent_at,
    messages::product_id, messages::opt_out_included, messages::status,  messages::organisation};

class Audit : public sqlite::TableCursor {
 public:
  explicit Audit(sqlite::Connection& connection) : connection_(connection) {}

  void filter(sqlite::Arguments arguments, unsigned columns_used) override {
    const sqlite::Entered entered{connection_};
    if (!reading_) reading_.emplace(connection_.db);
    given_from_ = arguments[0].value_or(Value{});
    given_until_ = arguments[1].value_or(Value{});
    const auto from = limit(arguments[0], "from");
    const auto until = limit(arguments[1], "until");
    if (from && until && before(*until, *from)) {
      throw sqlite::Error("until is before from: write soft_optin_audit([from [, until]])");
    }
    messages_.emplace(*reading_,
                      AuditBlock::Wanted{from, until, arguments[2], places_used(columns_used)});
    at_end_ = !messages_->next();
  }
  [[nodiscard]] bool at_end() const override { return at_end_; }
  void next() override {
    const sqlite::Entered entered{connection_};
    at_end_ = !messages_->next();
  }

  void column(int column, sqlite::Result result) const override {
    const rules::Verdict& verdict = messages_->verdict();
    switch (column) {
      case lawful:
        return result.boolean(verdict.lawful);
      case reason_column:
        return result.constant(verdict.reason);
      case basis:
        return verdict.basis == rules::Basis::none ? result.null()
                                                   : result.constant(name(verdict.basis));
      case from:
        return result.value(given_from_);
      case until:
        return result.value(given_until_);
      default:
        return messages_->show(places[static_cast<std::size_t>(column)], result);
    }
  }

 private:
  static unsigned places_used(unsigned columns_used) {
    unsigned used = 0;
    for (std::size_t column = 0; column < places.size(); ++column) {
      used |= (columns_used >> column & 1U) << static_cast<unsigned>(places[column]);
    }
    return used;
  }

  // The days of `from` and `until` are those of the setting time_zone.
  [[nodiscard]] std::optional<rules::Moment> limit(const std::optional<Value>& given,
                                                   const char* name) const {
    if (!given) return std::nullopt;
    return stamp_argument(*given, name).in(*reading_->source().settings().time_zone);
  }

  sqlite::Connection& connection_;
  std::optional<facts::Reading> reading_;
  std::optional<AuditBlock> messages_;
  Value given_from_;
  Value given_until_;
  bool at_end_ = true;
};

constexpr std::array pushed = {static_cast<int>(contact_id)};

constexpr sqlite::TableFunction table{
    .name = "soft_optin_audit",
    .declaration =
        "CREATE TABLE x(message_id, contact_id, channel, sent_at, product_id, opt_out_included,"
        " status, organisation, lawful INTEGER, reason TEXT, basis TEXT, \"from\" HIDDEN, until "
        "HIDDEN)",
    .usage = "soft_optin_audit([from [, until]])",
    .visible_columns = from,
    .arguments = 2,
    .required_arguments = 0,
    .pushed = pushed,
    .cost = 1e6,
    .rows = 1e6,
    .pushed_cost = 100,
    .pushed_rows = 10,
    .open = [](sqlite::Connection& connection) -> std::unique_ptr<sqlite::TableCursor> {
      return std::make_unique<Audit>(connection);
    },
};

}  // namespace

void register_audit(const sqlite::ConnectionPointer& connection) {
  register_table_function(connection, table);
}

}  // namespace softoptin::api
