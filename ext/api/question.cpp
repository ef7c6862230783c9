#include "api/question.hpp"

#include <string>
#include <utility>

#include "rules/text.hpp"
#include "sqlite/error.hpp"

namespace softoptin::api {
namespace {

using sqlite::Error;
using sqlite::Value;

rules::Channel channel_of(const Value& value) {
  constexpr const char* what_to_write = "write email, sms, mms, voicemail or in_app";
  if (is_null(value)) throw Error(std::string{"the channel is NULL: "} + what_to_write);
  const auto* text = std::get_if<std::string>(&value);
  const auto channel = text != nullptr ? rules::channel_of(*text) : std::nullopt;
  if (channel) return *channel;
  const std::string shown = text != nullptr && rules::plain_word(*text) ? " '" + *text + "'" : "";
  throw Error("unknown channel" + shown + ": " + what_to_write);
}

std::optional<rules::Stamp> stamp_of(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return rules::read_text(*text);
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return rules::read_integer(*integer);
  if (const auto* real = std::get_if<double>(&value)) return rules::read_real(*real);
  return std::nullopt;
}

}  // namespace

rules::Stamp stamp_argument(const Value& value, const char* name) {
  constexpr const char* what_to_write =
      ": write a date such as 2026-11-24, or an instant such as 2026-11-24T09:30:00Z";
  if (is_null(value)) throw Error(std::string{name} + " is NULL" + what_to_write);
  const auto stamp = stamp_of(value);
  if (!stamp) throw Error(std::string{name} + " is no date that can be read" + what_to_write);
  return *stamp;
}

Asked asked(Value contact_id, sqlite::Arguments rest) {
  Asked result;
  result.contact_id = std::move(contact_id);
  if (rest[0]) result.product_id = *rest[0];
  if (rest.size() > 1 && rest[1]) result.channel = channel_of(*rest[1]);
  if (rest.size() > 2 && rest[2]) result.as_of = stamp_argument(*rest[2], "as_of");
  return result;
}

void require_product(const Asked& asked) {
  if (!is_null(asked.product_id)) return;
  throw Error("product_id is NULL: write the product_id of one of soft_optin_products");
}

void require_same_type(const Value& key, const Value& found) {
  if (!std::holds_alternative<std::string>(key)) return;
  if (is_null(found) || std::holds_alternative<std::string>(found)) return;
  throw Error(
      "contact_id is compared with a text, but is a number here: write CAST(... AS INTEGER) around "
      "the text");
}

}  // namespace softoptin::api
