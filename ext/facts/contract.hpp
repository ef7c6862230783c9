// Contract: the relations that the user provides, their columns and what stands in for a missing
// one.
//
// This is the one list of them. Columns are read in the order given here; the enumerations are
// their places. sql/relations/ has a commented file for each relation.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace softoptin::facts {

struct Column {
  std::string_view name;
  // SQL that stands in where the column is absent; empty: the column is required.
  std::string_view in_its_place;
  // For the message about a missing one: what to put into it.
  std::string_view holds;
  // What NULL says here: nothing is known, which never counts in favour of sending; or something
  // that may, such as "all" or "of nobody". Such a column must not be made NULL by an authorizer.
  enum class Null : std::uint8_t { unknown, speaks };
  Null null = Null::unknown;
};

struct Relation {
  std::string_view name;
  std::span<const Column> columns;
  // Two columns of which one at least must be there; empty when there is no such pair.
  std::string_view either;
  std::string_view or_else;
  // What to write when it is missing, after "create a table or view of that name with ".
  std::string_view needs;
};

namespace contacts {
enum Place { contact_id, email, phone, subscriber, country };
inline constexpr auto columns = std::to_array<Column>({
    {"contact_id", "", "an INTEGER or TEXT id, unique"},
    {"email", "NULL", "", Column::Null::speaks},
    {"phone", "NULL", "", Column::Null::speaks},
    {"subscriber", "'individual'", "", Column::Null::speaks},
    {"country", "NULL", ""},
});
inline constexpr Relation relation{"soft_optin_contacts", columns, "email", "phone",
                                   "contact_id, and email or phone or both"};
}  // namespace contacts

namespace sales {
enum Place {
  product_id,
  occurred_at,
  opt_out_offered,
  contact_id,
  kind,
  express_communication,
  collected_directly,
  refused,
  preticked,
  channel,
  organisation,
  sale_id,
  trigger
};
inline constexpr auto columns = std::to_array<Column>({
    {"product_id", "", "the product that was sold or negotiated about"},
    {"occurred_at", "", "the day or instant of the sale (ISO 8601 text, unix time or Julian day)"},
    {"opt_out_offered", "",
     "1 where a clear, free and easy opt-out was offered when the details were collected, 0 where "
     "not, "
     "NULL where nobody knows"},
    {"contact_id", "", "the id as in soft_optin_contacts"},
    {"kind", "'sale'", ""},
    {"express_communication", "NULL", ""},
    {"collected_directly", "1", ""},
    {"refused", "0", ""},
    {"preticked", "0", ""},
    {"channel", "NULL", "", Column::Null::speaks},
    {"organisation", "NULL", "", Column::Null::speaks},
    {"sale_id", "NULL", ""},
    {"trigger", "NULL", ""},
});
inline constexpr Relation relation{"soft_optin_sales", columns, "", "",
                                   "contact_id, product_id, occurred_at and opt_out_offered"};
}  // namespace sales

namespace products {
enum Place { product_id, category, own, commercial, organisation, charity };
inline constexpr auto columns = std::to_array<Column>({
    {"product_id", "", "the id that soft_optin_sales.product_id and your questions use"},
    {"category", "", "a path such as footwear/running/trail"},
    {"own", "1", ""},
    {"commercial", "1", ""},
    {"organisation", "NULL", "", Column::Null::speaks},
    {"charity", "0", ""},
});
inline constexpr Relation relation{"soft_optin_products", columns, "", "",
                                   "product_id and category"};
}  // namespace products

namespace preferences {
enum Place {
  contact_id,
  address,
  state,
  changed_at,
  channel,
  category,
  organisation,
  preticked,
  proof
};
inline constexpr auto columns = std::to_array<Column>({
    {"contact_id", "NULL", "", Column::Null::speaks},
    {"address", "NULL", "", Column::Null::speaks},
    {"state", "", "opt_out or opt_in"},
    {"changed_at", "", "when the person said so (ISO 8601 text, unix time or Julian day)"},
    {"channel", "NULL", "", Column::Null::speaks},
    {"category", "NULL", "", Column::Null::speaks},
    {"organisation", "NULL", "", Column::Null::speaks},
    {"preticked", "0", ""},
    {"proof", "NULL", ""},
});
inline constexpr Relation relation{"soft_optin_preferences", columns, "contact_id", "address",
                                   "state, changed_at, and contact_id or address or both"};
}  // namespace preferences

namespace messages {
enum Place {
  contact_id,
  channel,
  sent_at,
  product_id,
  opt_out_included,
  message_id,
  status,
  organisation
};
inline constexpr auto columns = std::to_array<Column>({
    {"contact_id", "", "the id as in soft_optin_contacts"},
    {"channel", "", "email, sms, mms, voicemail or in_app"},
    {"sent_at", "", "when it was sent (ISO 8601 text, unix time or Julian day)"},
    {"product_id", "", "the product that it was about"},
    {"opt_out_included", "",
     "1 where the message offered the opt-out, 0 where not, NULL where nobody knows"},
    {"message_id", "NULL", ""},
    {"status", "'sent'", ""},
    {"organisation", "NULL", "", Column::Null::speaks},
});
inline constexpr Relation relation{"soft_optin_messages", columns, "", "",
                                   "contact_id, channel, sent_at, product_id and opt_out_included"};
}  // namespace messages

namespace assessments {
enum Place { approved_at, outcome, review_due_at, category, organisation };
inline constexpr auto columns = std::to_array<Column>({
    {"approved_at", "", "the day on which the assessment was decided"},
    {"outcome", "", "approved, or any other word where it was not"},
    {"review_due_at", "",
     "the day on which its review is due, or NULL for 12 months after approved_at",
     Column::Null::speaks},
    {"category", "NULL", "", Column::Null::speaks},
    {"organisation", "NULL", "", Column::Null::speaks},
});
inline constexpr Relation relation{
    "soft_optin_assessments", columns, "", "",
    "approved_at, outcome and review_due_at (or write the setting require_assessment = 0)"};
}  // namespace assessments

namespace similar_categories {
enum Place { category, similar_to };
inline constexpr auto columns = std::to_array<Column>({
    {"category", "", "a category path"},
    {"similar_to", "", "the category path that was judged similar to it"},
});
inline constexpr Relation relation{"soft_optin_similar_categories", columns, "", "",
                                   "category and similar_to"};
}  // namespace similar_categories

namespace register_checks {
enum Place { register_name, checked_at };
inline constexpr auto columns = std::to_array<Column>({
    {"register", "", "the name of the national opt-out register"},
    {"checked_at", "", "the day on which it was screened"},
});
inline constexpr Relation relation{"soft_optin_register_checks", columns, "", "",
                                   "register and checked_at"};
}  // namespace register_checks

namespace policy_choices {
enum Place { jurisdiction, parameter, value, reason, decided_by, decided_at };
inline constexpr auto columns = std::to_array<Column>({
    {"jurisdiction", "", "the jurisdiction, such as DE, or GB charity"},
    {"parameter", "", "the name of a column of soft_optin_policies"},
    {"value", "", "what your house holds instead"},
    {"reason", "", "why"},
    {"decided_by", "", "who decided it"},
    {"decided_at", "", "the day on which it was decided"},
});
inline constexpr Relation relation{
    "soft_optin_policy_choices", columns, "", "",
    "jurisdiction, parameter, value, reason, decided_by and decided_at"};
}  // namespace policy_choices

namespace settings {
enum Place { name, value };
inline constexpr auto columns = std::to_array<Column>({
    {"name", "", "the name of a setting"},
    {"value", "", "the value of that setting"},
});
inline constexpr Relation relation{"soft_optin_settings", columns, "", "", "name and value"};
}  // namespace settings

}  // namespace softoptin::facts
