// marketing_basis(contact_id, product_id [, channel [, as_of]]): on what ground it may be sent.
//
// TEXT: the first that holds of `consent`, `soft_opt_in`, `not_required`; NULL: do not send.
#include "api/answer.hpp"
#include "api/surface.hpp"

namespace softoptin::api {

void register_marketing_basis(const sqlite::ConnectionPointer& connection) {
  register_function(connection, "marketing_basis", 2, 4, sqlite::Purity::reads_tables,
                    [](sqlite::Call& call) { decide(call, show_basis); });
}

}  // namespace softoptin::api
