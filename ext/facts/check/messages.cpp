// Messages: where a policy in use lets them extend a window, and there are none.
#include "facts/check/list.hpp"

namespace softoptin::facts::check {

void check_messages(Ground& ground) {
  if (!ground.law().national() || ground[messages::relation].present) return;
  for (const rules::Jurisdiction country : ground.law().in_use()) {
    const rules::Policy& policy = ground.law().policy(country);
    if (!policy.window_rolls) continue;
    const Met met = ground.law().contacts_of(country);
    ground.add({Severity::note, messages::relation.name, "no_messages", met.rows, met.example,
                "Create soft_optin_messages, with " + std::string{messages::relation.needs} +
                    ", if you have a record of what you sent: by policy " +
                    std::string{policy.name} +
                    " each lawful message extends the window, and without it that ends as if "
                    "nothing had been sent to these contacts."});
  }
}

}  // namespace softoptin::facts::check
