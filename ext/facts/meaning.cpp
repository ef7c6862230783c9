#include "facts/meaning.hpp"

#include "rules/text.hpp"

namespace softoptin::facts {

using rules::Truth;
using sqlite::Cell;

Truth truth_of(Cell cell) {
  switch (cell.type()) {
    case SQLITE_INTEGER:
      if (cell.integer() == 1) return Truth::yes;
      return cell.integer() == 0 ? Truth::no : Truth::unknown;
    case SQLITE_FLOAT:
      if (cell.real() == 1) return Truth::yes;
      return cell.real() == 0 ? Truth::no : Truth::unknown;
    case SQLITE_TEXT:
      if (rules::trimmed(cell.text()) == "1") return Truth::yes;
      return rules::trimmed(cell.text()) == "0" ? Truth::no : Truth::unknown;
    default:
      return Truth::unknown;
  }
}

std::optional<rules::Stamp> stamp_of(Cell cell) {
  switch (cell.type()) {
    case SQLITE_INTEGER:
      return rules::read_integer(cell.integer());
    case SQLITE_FLOAT:
      return rules::read_real(cell.real());
    case SQLITE_TEXT:
      return rules::read_text(cell.text());
    default:
      return std::nullopt;
  }
}

std::optional<rules::Moment> moment_of(Cell cell, const rules::Zone& zone) {
  const auto stamp = stamp_of(cell);
  if (!stamp) return std::nullopt;
  return stamp->in(zone);
}

std::optional<std::string> text_or_nothing(Cell cell) {
  if (cell.is_null()) return std::nullopt;
  return std::string{cell.text()};
}

std::optional<std::string> name_or_nothing(Cell cell) {
  if (cell.is_null() || rules::blank(cell.text())) return std::nullopt;
  return std::string{cell.text()};
}

rules::Kind kind_of(Cell cell) { return rules::kind_of(cell.text()); }

rules::Trigger trigger_of(Cell cell) { return rules::trigger_of(cell.text()); }

rules::State state_of(Cell cell) { return rules::state_of(cell.text()); }

rules::ChannelScope channel_scope_of(Cell cell) {
  if (cell.is_null()) return {};
  return rules::channel_scope_of(cell.text());
}

rules::ChannelScope message_channel_of(Cell cell) { return rules::channel_scope_of(cell.text()); }

rules::Subscriber subscriber_of(Cell cell) {
  return rules::same_word(cell.text(), "corporate") ? rules::Subscriber::corporate
                                                    : rules::Subscriber::individual;
}

Truth approved(Cell outcome) {
  if (rules::blank(outcome.text())) return Truth::unknown;
  return rules::truth(rules::same_word(outcome.text(), "approved"));
}

Truth sent(Cell status) {
  if (rules::blank(status.text())) return Truth::unknown;
  return rules::truth(rules::same_word(status.text(), "sent"));
}

SaleDate sale_date_of(Cell cell, const rules::Zone& zone) {
  constexpr rules::Day no_day{date::sys_days{}};
  if (cell.is_null()) return {Truth::unknown, no_day};
  const auto stamp = stamp_of(cell);
  return stamp ? SaleDate{Truth::yes, stamp->day_in(zone)} : SaleDate{Truth::no, no_day};
}

}  // namespace softoptin::facts
