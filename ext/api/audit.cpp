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

#include "api/answer.hpp"
#include "api/surface.hpp"
#include "facts/meaning.hpp"
#include "facts/reading.hpp"
#include "facts/scan.hpp"
#include "rules/audit.hpp"
#include "rules/rule_book.hpp"
#include "sqlite/error.hpp"
#include "sqlite/table_function.hpp"

namespace softoptin::api {
namespace {

namespace messages = facts::messages;
using rules::Truth;
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

  void filter(sqlite::Arguments arguments, unsigned /*columns_used*/) override {
    const sqlite::Entered entered{connection_};
    if (!reading_) reading_.emplace(connection_.db);
    from_ = limit(arguments[0], "from");
    until_ = limit(arguments[1], "until");
    given_from_ = arguments[0].value_or(Value{});
    given_until_ = arguments[1].value_or(Value{});
    messages_.emplace(reading_->source().find_required(messages::relation), arguments[2]);
    at_end_ = !to_next_message();
  }
  [[nodiscard]] bool at_end() const override { return at_end_; }
  void next() override {
    const sqlite::Entered entered{connection_};
    at_end_ = !to_next_message();
  }

  void column(int column, sqlite::Result result) const override {
    switch (column) {
      case lawful:
        return result.boolean(verdict_.lawful);
      case reason_column:
        return result.text(verdict_.reason);
      case basis:
        return verdict_.basis == rules::Basis::none ? result.null()
                                                    : result.text(name(verdict_.basis));
      case from:
        return result.value(given_from_);
      case until:
        return result.value(given_until_);
      default:
        break;
    }
    const int place = places[static_cast<std::size_t>(column)];
    if (messages_->has(place)) return result.value((*messages_)[place].copy());
    return place == messages::status ? result.text("sent") : result.null();
  }

 private:
  bool to_next_message() {
    while (messages_->next()) {
      if (!is_sent() || is_no_mail()) continue;
      const auto sent_at = facts::stamp_of((*messages_)[messages::sent_at]);
      if (sent_at && !within(sent_at->in(zone()))) continue;
      verdict_ = judged(sent_at);
      return true;
    }
    return false;
  }

  [[nodiscard]] bool is_sent() const {
    if (!messages_->has(messages::status)) return true;
    return facts::sent((*messages_)[messages::status]) != Truth::no;
  }
  // A letter or a call: other rules are for those.
  [[nodiscard]] bool is_no_mail() const {
    return facts::channel_scope_of((*messages_)[messages::channel]).reach ==
           rules::ChannelScope::Reach::no_mail;
  }

  // The days of `from` and `until` are those of the setting time_zone.
  [[nodiscard]] const rules::Zone& zone() const { return *reading_->source().settings().time_zone; }
  [[nodiscard]] std::optional<rules::Moment> limit(const std::optional<Value>& given,
                                                   const char* name) const {
    if (!given) return std::nullopt;
    return stamp_argument(*given, name).in(zone());
  }

  // A date without time: `from` is the start of that day, `until` its end; so is a message's own.
  [[nodiscard]] bool within(const rules::Moment& moment) const {
    if (from_ && before(moment, *from_)) return false;
    return !until_ || !before(*until_, moment);
  }
  static bool before(const rules::Moment& left, const rules::Moment& right) {
    if (left.timed && right.timed) return left.microsecond < right.microsecond;
    return left.day < right.day;
  }

  rules::Verdict judged(const std::optional<rules::Stamp>& sent_at) {
    const facts::Scan& row = *messages_;
    if (!sent_at) return {false, rules::unreadable_date.name, rules::Basis::none};
    const auto way = rules::channel_of(row[messages::channel].text());
    if (!way) return {false, rules::channel_not_covered.name, rules::Basis::none};
    if (row[messages::contact_id].is_null()) {
      return {false, rules::unknown_contact.name, rules::Basis::none};
    }
    if (row[messages::product_id].is_null()) {
      return {false, rules::unknown_product.name, rules::Basis::none};
    }
    const Value product = row[messages::product_id].copy();
    const auto decision =
        reading_->decide(row[messages::contact_id].copy(), product, {*way, *sent_at});
    return judge(decision, sent_by_owner(product),
                 facts::truth_of(row[messages::opt_out_included]));
  }

  // Without a column organisation the sender is taken to be the organisation whose product it is.
  [[nodiscard]] Truth sent_by_owner(const Value& product) {
    if (!messages_->has(messages::organisation)) return Truth::yes;
    const auto sender = facts::name_or_nothing((*messages_)[messages::organisation]);
    return reading_->source().product(product).is_of(sender);
  }

  sqlite::Connection& connection_;
  std::optional<facts::Reading> reading_;
  std::optional<facts::Scan> messages_;
  std::optional<rules::Moment> from_;
  std::optional<rules::Moment> until_;
  Value given_from_;
  Value given_until_;
  rules::Verdict verdict_;
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
