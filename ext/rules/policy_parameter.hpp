// Policy parameters: what of a policy row the house may choose, and what is looser than what.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "rules/policy_row.hpp"

namespace softoptin::rules {

struct PolicyParameter {
  std::string_view name;           // A column of soft_optin_policies.
  std::string_view what_to_write;  // "yes or no".

  // How much latitude the row's value leaves: of two, the larger is the looser. Nothing: what the
  // row says is not settled (unknown, disputed, conditional, or not there), and the house may
  // settle it.
  std::optional<std::int64_t> (*said)(const PolicyRow&);
  // The same of a value as a person writes it; nothing where it is none that may be chosen.
  std::optional<std::int64_t> (*read)(std::string_view value);
  // Sets the row's value to the one that leaves this latitude.
  void (*write)(PolicyRow&, std::int64_t latitude);
};

// By its name, in any case and with blanks around; nullptr where there is none.
const PolicyParameter* policy_parameter(std::string_view name);

// "soft_optin, email, ...", for a message.
std::string policy_parameter_names();

// The latitude of a first day: a later one leaves less.
std::int64_t latitude_of(Day day);

}  // namespace softoptin::rules
