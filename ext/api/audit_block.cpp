#include "api/audit_block.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "api/question.hpp"
#include "facts/meaning.hpp"
#include "facts/scan.hpp"
#include "rules/rule_book.hpp"

namespace softoptin::api {

namespace messages = facts::messages;
using rules::Truth;
using sqlite::Cell;
using sqlite::Value;

namespace {

// The first block is of one message, for who asks for no more; each other of eight times as many.
constexpr std::size_t largest_block = 128;
constexpr std::size_t growth = 8;

}  // namespace

bool before(const rules::Moment& left, const rules::Moment& right) {
  if (left.timed && right.timed) return left.microsecond < right.microsecond;
  return left.day < right.day;
}

AuditBlock::AuditBlock(facts::Reading& reading, Wanted wanted)
    : reading_(reading),
      layout_(reading.source().find_required(messages::relation)),
      places_(layout_),
      wanted_(std::move(wanted)),
      rows_(layout_.db(),
            {layout_.columns_there(), layout_.from(),
             (wanted_.contact_id ? "WHERE contact_id = ?2" : "") + facts::whole_if_written(layout_),
             std::string{messages::relation.name}},
            wanted_.contact_id, *this) {
  (void)layout_.prepare_scan("");  // Throws where an authorizer has a column ignored.
}

bool AuditBlock::next() {
  if (++at_ < messages_.size()) return true;
  at_ = 0;
  do {
    if (last_) return false;
    read_block();
  } while (messages_.empty());
  return true;
}

void AuditBlock::start_again() {
  messages_.clear();
  contact_ids_.clear();
  for (facts::ValueColumn& column : shown_) column.clear();
}

void AuditBlock::read_block() {
  start_again();
  last_ = !rows_.next();
  most_ = std::min(largest_block, most_ * growth);
  reading_.expect(contact_ids_);
  verdicts_.resize(messages_.size());
  for (std::size_t at = 0; at < messages_.size(); ++at) verdicts_[at] = judged(at);
}

bool AuditBlock::take(sqlite::Cells cells) {
  const facts::Row row{places_, cells};
  const bool sent = !row.has(messages::status) || facts::sent(row[messages::status]) != Truth::no;
  if (!sent) return true;
  read_channel(row[messages::channel]);
  if (no_mail_) return true;
  const auto sent_at = dates_.stamp_of(row[messages::sent_at]);
  if (!within(sent_at)) return true;
  contact_ids_.push_back(row[messages::contact_id].copy());
  if (wanted_.contact_id) require_same_type(*wanted_.contact_id, contact_ids_.back());
  const std::uint32_t product = products_.place_of(row[messages::product_id]);
  messages_.push_back({rules::Stamp::packed(sent_at), product, channel_,
                       sent_by_owner(row, products_.values()[product]),
                       facts::truth_of(row[messages::opt_out_included])});
  for (std::size_t place = 0; place < shown_.size(); ++place) {
    const bool there = row.has(static_cast<int>(place));
    if (there && (wanted_.columns >> place & 1U) != 0)
      shown_[place].add(row[static_cast<int>(place)]);
  }
  return messages_.size() < most_;
}

// A letter or a call: other rules are for those.
void AuditBlock::read_channel(Cell cell) {
  if (channel_text_ && !cell.is_null() && cell.text() == *channel_text_) return;
  channel_text_ = facts::text_or_nothing(cell);
  no_mail_ = facts::channel_scope_of(cell).reach == rules::ChannelScope::Reach::no_mail;
  channel_ = rules::channel_of(cell.text());
}

// A date without time: `from` is the start of that day, `until` its end; so is a message's own. A
// message without a readable date is always shown. The days of `from` and `until` are those of the
// setting time_zone.
bool AuditBlock::within(const std::optional<rules::Stamp>& sent_at) const {
  if (!sent_at || (!wanted_.from && !wanted_.until)) return true;
  const rules::Moment moment = sent_at->in(*reading_.source().settings().time_zone);
  if (wanted_.from && before(moment, *wanted_.from)) return false;
  return !wanted_.until || !before(*wanted_.until, moment);
}

// Without a column organisation the sender is taken to be the organisation whose product it is.
Truth AuditBlock::sent_by_owner(const facts::Row& row, const Value& product) {
  if (!row.has(messages::organisation)) return Truth::yes;
  const auto sender = facts::name_or_nothing(row[messages::organisation]);
  return reading_.source().product(product).is_of(sender);
}

rules::Verdict AuditBlock::judged(std::size_t at) {
  const Message& message = messages_[at];
  const auto sent_at = rules::Stamp::unpacked(message.sent_at);
  if (!sent_at) return {false, rules::unreadable_date.name, rules::Basis::none};
  if (!message.channel) return {false, rules::channel_not_covered.name, rules::Basis::none};
  if (is_null(contact_ids_[at])) return {false, rules::unknown_contact.name, rules::Basis::none};
  const Value& product = products_.values()[message.product];
  if (is_null(product)) return {false, rules::unknown_product.name, rules::Basis::none};
  const auto decision = reading_.decide(contact_ids_[at], product, {*message.channel, *sent_at});
  return judge(decision, message.by_owner, message.opt_out_included);
}

void AuditBlock::show(int place, sqlite::Result result) const {
  if (places_.has(place)) return shown_[static_cast<std::size_t>(place)].show(at_, result);
  place == messages::status ? result.constant("sent") : result.null();
}

}  // namespace softoptin::api
