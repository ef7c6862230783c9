// soft_optin_eligibility(product_id [, channel [, as_of]]): every contact, with the answer and its
// reason.
//
//   SELECT reason, count(*) FROM soft_optin_eligibility('trail-shoes') GROUP BY reason;
//
// A row a contact, in the order of soft_optin_contacts. `contact_id = ?` reads that contact alone,
// by key.
#include <array>
#include <memory>

#include "api/contact_table.hpp"
#include "api/surface.hpp"

namespace softoptin::api {
namespace {

using Shown = ContactTable::Shown;

constexpr std::array columns = {Shown::contact_id, Shown::eligible, Shown::reason,  Shown::basis,
                                Shown::expires_on, Shown::policy,   Shown::sale_id, Shown::sale_on,
                                Shown::product_id, Shown::channel,  Shown::as_of};
constexpr std::array pushed = {0, 1};  // contact_id and eligible.

constexpr sqlite::TableFunction table{
    .name = "soft_optin_eligibility",
    .declaration =
        "CREATE TABLE x(contact_id, eligible INTEGER, reason TEXT, basis TEXT, expires_on TEXT,"
        " policy TEXT, sale_id, sale_on TEXT, product_id HIDDEN, channel TEXT HIDDEN, as_of "
        "HIDDEN)",
    .usage = "soft_optin_eligibility(product_id [, channel [, as_of]])",
    .visible_columns = 8,
    .arguments = ContactTable::arguments,
    .required_arguments = 1,
    .pushed = pushed,
    .cost = 1e6,
    .rows = 1e6,
    .pushed_cost = 50,
    .pushed_rows = 1,
    .open = [](sqlite::Connection& connection) -> std::unique_ptr<sqlite::TableCursor> {
      return std::make_unique<ContactTable>(connection, columns, false);
    },
};

}  // namespace

void register_eligibility(const sqlite::ConnectionPointer& connection) {
  register_table_function(connection, table);
}

}  // namespace softoptin::api
