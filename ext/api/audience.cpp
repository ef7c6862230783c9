// soft_optin_audience(product_id [, channel [, as_of]]): the send list, every contact that is
// eligible.
//
//   SELECT address, expires_on FROM soft_optin_audience('trail-shoes');
//
// A row an eligible contact, in the order of soft_optin_contacts. `contact_id = ?` reads that
// contact alone, by key. A product that does not exist is an error: an empty list would not say so.
#include <array>
#include <memory>

#include "api/contact_table.hpp"
#include "api/surface.hpp"

namespace softoptin::api {
namespace {

using Shown = ContactTable::Shown;

constexpr std::array columns = {
    Shown::contact_id, Shown::address, Shown::basis,      Shown::expires_on, Shown::policy,
    Shown::sale_id,    Shown::sale_on, Shown::product_id, Shown::channel,    Shown::as_of};
constexpr std::array pushed = {0};  // contact_id.

constexpr sqlite::TableFunction table{
    .name = "soft_optin_audience",
    .declaration =
        "CREATE TABLE x(contact_id, address TEXT, basis TEXT, expires_on TEXT, policy TEXT,"
        " sale_id, sale_on TEXT, product_id HIDDEN, channel TEXT HIDDEN, as_of HIDDEN)",
    .usage = "soft_optin_audience(product_id [, channel [, as_of]])",
    .visible_columns = 7,
    .arguments = ContactTable::arguments,
    .required_arguments = 1,
    .pushed = pushed,
    .cost = 1e6,
    .rows = 1e5,
    .pushed_cost = 50,
    .pushed_rows = 1,
    .open = [](sqlite::Connection& connection) -> std::unique_ptr<sqlite::TableCursor> {
      return std::make_unique<ContactTable>(connection, columns, true);
    },
};

}  // namespace

void register_audience(const sqlite::ConnectionPointer& connection) {
  register_table_function(connection, table);
}

}  // namespace softoptin::api
