// soft_optin_expires(contact_id, product_id [, channel [, as_of]]): how long a yes stays one.
//
// TEXT, YYYY-MM-DD: the last day on which the answer stays yes on the facts of today; NULL when it
// is no, or yes without end, and for a NULL contact or product.
#include "api/answer.hpp"
#include "api/surface.hpp"

namespace softoptin::api {

void register_expires(const sqlite::ConnectionPointer& connection) {
  register_function(connection, "soft_optin_expires", 2, 4, sqlite::Purity::reads_tables,
                    [](sqlite::Call& call) {
                      decide(call, [](const rules::Decision& decision, sqlite::Result result) {
                        const auto& last_day = decision.expires;
                        last_day ? result.text(last_day->text()) : result.null();
                      });
                    });
}

}  // namespace softoptin::api
