// soft_optin_reason(contact_id, product_id [, channel [, as_of]]): why, or why not.
//
// TEXT: `eligible`, or the code of the first condition not met (rules/rule_book.hpp); NULL for a
// NULL contact or product.
#include "api/answer.hpp"
#include "api/surface.hpp"

namespace softoptin::api {

void register_reason(const sqlite::ConnectionPointer& connection) {
  register_function(connection, "soft_optin_reason", 2, 4, sqlite::Purity::reads_tables,
                    [](sqlite::Call& call) {
                      decide(call, [](const rules::Decision& decision, sqlite::Result result) {
                        result.text(reason(decision));
                      });
                    });
}

}  // namespace softoptin::api
