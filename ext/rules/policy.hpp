// Policy: what one jurisdiction's rule says on one day, as the conditions ask it; and the house's
// own settings beside it. policy_book.hpp makes the national ones.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "rules/day.hpp"
#include "rules/policy_row.hpp"
#include "rules/truth.hpp"
#include "rules/vocabulary.hpp"

namespace softoptin::rules {

struct PolicyChoice;  // policy_choice.hpp

// Whether a policy decides, and if none does, why. Only `covered` allows; it is not the first, so
// that a policy that nobody has filled in allows nothing.
enum class Coverage : std::uint8_t {
  country_not_known,  // NULL, blank, or no column.
  covered,
  written_uk,  // No code of a country: GB is.
  written_eu,  // The Directive binds member states; nobody is decided about under it.
  no_such_jurisdiction,
  not_valid_then,  // None of its rows covers the day.
  not_settled,     // A row might: its first day is not known, or confidence in it is low.
};

// Days from `first` on, to `last`, both included; without one for ever.
struct Period {
  Day first;
  std::optional<Day> last;
  [[nodiscard]] constexpr bool contains(Day day) const {
    return first <= day && (!last || day <= *last);
  }
};

// Whether the registers that bear on a kind of subscriber were screened in time.
struct Screening {
  Truth done = Truth::yes;      // Yes, too, where there are none.
  std::optional<Day> last_day;  // On which that still holds; nothing: for ever.
};

// A register that the policy names, and when it was last screened.
struct ScreenedRegister {
  const Register* what;
  std::optional<Day> checked_on;  // Nothing: never, up to the day asked about.
  std::optional<Day> last_day;    // On which that check still counts.
};

// What a policy says of one kind of subscriber.
struct SubscriberTerms {
  Truth offered;       // The soft opt-in.
  Truth not_required;  // Neither consent nor soft opt-in is asked for.
  Screening screening;
};

// Only `yes` allows: what the sources dispute, make conditional or do not tell is unknown here.
// Views: whoever made the policy owns what it points to.
struct Policy {
  std::string_view name;      // As the column `policy` shows it; empty where none covers the day.
  std::string_view version;   // Changes whenever any value does, and says so where the house chose.
  std::string_view citation;  // The authority for the row as a whole.

  Coverage coverage;
  Truth covers_the_day;         // A row is valid for the contact's country on the day asked about.
  std::optional<Day> last_day;  // On which that row is; nothing: still in force.
  bool for_charities;           // The variant for what is not commercial.
  std::array<SubscriberTerms, 2> subscribers;  // By Subscriber.
  std::array<Truth, channel_names.size()> channels;

  Truth accepts_sale;
  // By Trigger; where it is not known: yes where all triggers are accepted, no where none is.
  std::array<Truth, trigger_names.size()> accepts_negotiation;
  Truth accepts_free_account;
  std::optional<Day> collected_from;  // Details collected before that day do not count.
  bool initially_collected;           // Conditions 14 to 17 hold at the first collection too.

  // Statutory window; nothing: the house's own window_months applies.
  std::optional<Months> window_from_sale;
  std::optional<Months> window_from_negotiation;
  bool window_rolls;  // A lawful message within the window starts it anew (sql/reference/dates.md).

  bool similar_required;
  // When details were collected without a duty to offer an opt-out then. At all other times, and
  // where the day is not known, there was one.
  std::span<const Period> no_opt_out_at_collection;

  // For evidence.
  const PolicyRow* row;  // With the house's choices in it; null under the baseline, or without one.
  std::span<const ScreenedRegister> registers;
  std::span<const PolicyChoice* const> choices;  // In force on the day asked about.

  [[nodiscard]] const SubscriberTerms& of(Subscriber subscriber) const {
    return subscribers[static_cast<std::size_t>(subscriber)];
  }
  [[nodiscard]] SubscriberTerms& of(Subscriber subscriber) {
    return subscribers[static_cast<std::size_t>(subscriber)];
  }
};

// One rule for everyone (sql/reference/conditions.md): art. 13(2) as its strict reading stands,
// with negotiation, for every channel of electronic mail, and the house's window.
const Policy& baseline();

// The policy where none decides: it allows nothing. `coverage` is not `covered`; `row` is the one
// that might, where there is one.
Policy no_policy(Coverage coverage, const PolicyRow* row = nullptr);

// Whether a register must be screened for that kind of subscriber.
constexpr bool bears_on(const Register& entry, Subscriber subscriber) {
  return !entry.legal_persons_only || subscriber == Subscriber::corporate;
}

// What a row that covers the day allows, but for what the book adds: its version with the house's
// choices, whether registers were screened, and when there was no duty at collection. A view into
// the row.
Policy policy_of(const PolicyRow& row);

// The row allows nothing on any day as long as its first day is not known or confidence is low.
constexpr bool settled(const PolicyRow& row) {
  return row.valid_from && row.confidence != Confidence::low;
}
constexpr bool covers(const PolicyRow& row, Day day) {
  return settled(row) && Period{*row.valid_from, row.valid_to}.contains(day);
}

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
