#include "rules/window.hpp"

#include <algorithm>

namespace softoptin::rules {
namespace {

// The policy's statutory window where it has one, else the house's; 0 is none.
Months months_of(const Facts& facts, const Sale& sale) {
  const auto& statutory = sale.kind == Kind::negotiation ? facts.policy.window_from_negotiation
                                                         : facts.policy.window_from_sale;
  return statutory.value_or(facts.house.window);
}

// lim(d): "d plus the window's months, clamped to month end (`exclusive`: one day less)."
Day limit(Day day, Months months, WindowBoundary boundary) {
  const Day last = months_later(day, months);
  return boundary == WindowBoundary::exclusive ? day_before(last) : last;
}

// "A qualifying message was marketing by the same organisation to that contact on that channel,
// `sent`, with an opt-out included, at a time when no opt-out was in force."
bool qualifies(const Message& message, const Question& question) {
  return message.sent == Truth::yes && message.opt_out_included == Truth::yes &&
         message.same_organisation == Truth::yes && !message.opted_out_then &&
         reaches(message.channel, question.channel) == Truth::yes;
}

}  // namespace

// "link = day of the sale; for each qualifying message after it, in order of time: if its day is
// not after lim(link), link = its day; else stop." (sql/reference/dates.md; S.I. 336/2011 (IE) reg.
// 13(11))
Window window(const Question& question, const Facts& facts, const Sale& sale) {
  const Months months = months_of(facts, sale);
  if (months == Months{0}) return {};
  const WindowBoundary boundary = facts.house.boundary;
  Window result{limit(sale.day, months, boundary)};
  if (!facts.policy.window_rolls) return result;
  for (const Message& message : facts.messages) {
    if (!message.sent_at || !qualifies(message, question)) continue;
    const Day day = message.sent_at->day;
    if (day < sale.day || day > question.as_of.day) continue;  // Before it, or not known yet.
    if (day > *result.last_day) break;
    result = {limit(day, months, boundary), &message};
  }
  return result;
}

std::optional<Day> too_early_before(const Policy& policy, const House& house, Day as_of) {
  constexpr int longest_month = 31;
  constexpr int most_months = 1200;
  constexpr date::days apart{3};  // Two zones, and a time written with the offset of a third.
  const int of_sale = policy.window_from_sale.value_or(house.window).count;
  const int of_negotiation = policy.window_from_negotiation.value_or(house.window).count;
  if (policy.window_rolls || policy.initially_collected) return std::nullopt;
  if (of_sale == 0 || of_negotiation == 0) return std::nullopt;
  const int months = std::max(of_sale, of_negotiation);
  if (months > most_months) return std::nullopt;
  const Day day{as_of.sys_days() - date::days{longest_month * months} - apart};
  return day < Day::earliest() ? std::nullopt : std::optional{day};
}

}  // namespace softoptin::rules
