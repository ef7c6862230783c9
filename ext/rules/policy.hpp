// Policy: what one jurisdiction's rule says, as values; and the house's own settings beside it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "rules/day.hpp"
#include "rules/truth.hpp"
#include "rules/vocabulary.hpp"

namespace softoptin::rules {

// One dated row of the policy data. Only `yes` allows: no, disputed, conditional and unknown do
// not.
struct Policy {
  std::string_view name;      // As soft_optin_settings.policy and the column `policy` write it.
  std::string_view version;   // Changes whenever any value of the row does.
  std::string_view citation;  // The authority for the row as a whole.

  Truth covers_the_day;  // A row is valid for the contact's country on the day asked about.
  Truth offered_to_individuals;
  Truth offered_to_corporates;
  std::array<Truth, channel_names.size()> channels;

  Truth accepts_sale;
  Truth accepts_negotiation;
  Truth accepts_free_account;

  // Statutory window; nothing: the house's own window_months applies.
  std::optional<Months> window_from_sale;
  std::optional<Months> window_from_negotiation;
  bool window_rolls;  // A lawful message within the window starts it anew (sql/reference/dates.md).

  // Neither consent nor soft opt-in is asked for this kind of subscriber.
  Truth not_required_for_individuals;
  Truth not_required_for_corporates;

  Truth registers_screened;  // Yes where the policy names none, or all it names were screened in
                             // time.
};

// One rule for everyone (sql/reference/conditions.md): art. 13(2) as its strict reading stands,
// with negotiation, for every channel of electronic mail, and the house's window.
const Policy& baseline();

enum class WindowBoundary : std::uint8_t { inclusive, exclusive };

// The settings of soft_optin_settings that the rule reads; the defaults are those of the contract.
struct House {
  Months window{12};  // 0: no window.
  WindowBoundary boundary = WindowBoundary::inclusive;
  int similarity_depth = 0;
  bool opt_out_follows_address = true;
  bool require_assessment = true;
};

}  // namespace softoptin::rules
