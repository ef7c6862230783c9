// Meaning: what a value in a column says. The one place where SQL values become facts; both readers
// use it. Nothing here throws but std::bad_alloc.
#pragma once

#include <optional>
#include <string>

#include "rules/facts.hpp"
#include "rules/zone.hpp"
#include "sqlite/value.hpp"

namespace softoptin::facts {

// 1 is yes, 0 is no, also as the texts '1' and '0' that a CSV import leaves; NULL and the rest
// unknown.
rules::Truth truth_of(sqlite::Cell cell);
// The date, where the value is one that can be read (rules/day.hpp has the forms); and the moment
// that it is in a zone, UTC where none is given.
std::optional<rules::Stamp> stamp_of(sqlite::Cell cell);
std::optional<rules::Moment> moment_of(sqlite::Cell cell, const rules::Zone& zone);

// NULL is nothing; text otherwise, numbers written out.
std::optional<std::string> text_or_nothing(sqlite::Cell cell);
// NULL and blank are nothing.
std::optional<std::string> name_or_nothing(sqlite::Cell cell);

rules::Kind kind_of(sqlite::Cell cell);                     // NULL and blank are unknown.
rules::Trigger trigger_of(sqlite::Cell cell);               // NULL and blank are unknown.
rules::State state_of(sqlite::Cell cell);                   // NULL and blank are unknown.
rules::ChannelScope channel_scope_of(sqlite::Cell cell);    // NULL is all, blank is unknown.
rules::ChannelScope message_channel_of(sqlite::Cell cell);  // NULL and blank are unknown.
rules::Subscriber subscriber_of(sqlite::Cell cell);         // All but `corporate` are individuals.
rules::Truth approved(sqlite::Cell outcome);                // NULL and blank are unknown.
rules::Truth sent(sqlite::Cell status);                     // NULL and blank are unknown.

// A date column of a sale: readable (unknown when NULL), and its day in the zone, or UTC.
struct SaleDate {
  rules::Truth readable;
  rules::Day day;
};
SaleDate sale_date_of(sqlite::Cell cell, const rules::Zone& zone);

}  // namespace softoptin::facts
