// soft_optin_eligible(contact_id, product_id [, channel [, as_of]]): may it be sent?
//
//   SELECT email FROM customers WHERE soft_optin_eligible(id, 'trail-shoes');
//
// INTEGER 1 or 0; NULL for a NULL contact or product.
#include "api/answer.hpp"
#include "api/surface.hpp"

namespace softoptin::api {

void register_eligible(const sqlite::ConnectionPointer& connection) {
  register_function(connection, "soft_optin_eligible", 2, 4, sqlite::Purity::reads_tables,
                    decide_eligible);
}

}  // namespace softoptin::api
