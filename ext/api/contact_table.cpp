#include "api/contact_table.hpp"

#include "api/answer.hpp"
#include "sqlite/error.hpp"

namespace softoptin::api {
namespace {

using sqlite::Error;
using sqlite::Value;

// Whether `eligible = value` leaves the eligible contacts alone.
bool asks_for_the_eligible(const std::optional<Value>& value) {
  const auto* integer = value ? std::get_if<std::int64_t>(&*value) : nullptr;
  return integer != nullptr && *integer == 1;
}

void show_day(const std::optional<rules::Day>& day, sqlite::Result result) {
  day ? result.text(day->text()) : result.null();
}

}  // namespace

void ContactTable::filter(sqlite::Arguments given, unsigned columns_used) {
  const auto value_of = [&](std::size_t input) {
    return input < given.size() ? given[input] : std::nullopt;
  };
  const auto contact_id = value_of(contact_input);
  const Asked question = asked(contact_id.value_or(Value{}), given.first(arguments));
  require_product(question);
  given_as_of_ = given[as_of_input];
  nobody_ = contact_id && is_null(*contact_id);
  if (nobody_) return;
  rows_.start(question,
              {.eligible_only = eligible_only_ || asks_for_the_eligible(value_of(eligible_input)),
               .sale_id = uses(Shown::sale_id, columns_used),
               .address = uses(Shown::address, columns_used),
               .window = uses(Shown::expires_on, columns_used) ||
                         uses(Shown::sale_id, columns_used) || uses(Shown::sale_on, columns_used)});
  if (eligible_only_ && !rows_.product_exists()) {
    throw Error("soft_optin_products has no such product_id: write one that it has");
  }
}

bool ContactTable::uses(Shown shown, unsigned columns_used) const {
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    if (columns_[column] == shown) return (columns_used >> column & 1U) != 0;
  }
  return false;
}

void ContactTable::column(int column, sqlite::Result result) const {
  const rules::Decision& decision = rows_.decision();
  switch (columns_[static_cast<std::size_t>(column)]) {
    case Shown::contact_id:
      return result.value(rows_.contact_id());
    case Shown::eligible:
      return result.boolean(decision.eligible());
    case Shown::reason:
      return result.text(reason(decision));
    case Shown::address:
      return result.value(rows_.address());
    case Shown::basis:
      return show_basis(decision, result);
    case Shown::expires_on:
      return show_day(decision.expires, result);
    case Shown::policy:
      return result.text(rows_.policy().name);
    case Shown::sale_id:
      return result.value(rows_.sale_id());
    case Shown::sale_on:
      return show_day(rows_.sale_on(), result);
    case Shown::product_id:
      return result.value(rows_.asked().product_id);
    case Shown::channel:
      return result.text(name(rows_.asked().channel));
    case Shown::as_of:
      break;
  }
  given_as_of_ ? result.value(*given_as_of_) : result.text(shown(rows_.asking().as_of));
}

}  // namespace softoptin::api
