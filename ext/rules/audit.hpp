// Audit: was a message lawful when it was sent?
#pragma once

#include <string_view>

#include "rules/decide.hpp"

namespace softoptin::rules {

// What the audit asks of a message beside the conditions on whether it might be sent.
struct MessageDuty {
  Condition code;
  std::string_view name;
  std::string_view requirement;
  std::string_view citation;
};

constexpr MessageDuty no_opt_out_in_message{
    Condition::no_opt_out_in_message, "no_opt_out_in_message", "The message offered the opt-out.",
    "Directive 2002/58/EC art. 13(2) and (4): an opportunity to object on the occasion of each "
    "message"};

struct Verdict {
  bool lawful = false;
  // `eligible` where it was lawful, on whatever basis; else the code of the first condition not
  // met.
  std::string_view reason;
  Basis basis = Basis::none;
};

// The verdict on a message: `decision` is that on its contact, product and channel at the instant
// it was sent. `own_message` is whether its sender is the organisation whose product it is;
// `opt_out_included` whether it offered the opt-out. Unknown is not lawful. Without a basis the
// decision's reason stands; with consent a message needs no sale, but still its sender and its
// opt-out.
Verdict judge(const Decision& decision, Truth own_message, Truth opt_out_included);

}  // namespace softoptin::rules
