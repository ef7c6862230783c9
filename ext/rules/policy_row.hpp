// PolicyRow: one dated record of what a jurisdiction's law says, as the policy data hold it.
//
// The rows are written in ext/policies, one file a jurisdiction, and compiled in. They say what the
// sources say; what of it allows marketing is for policy_book.hpp to tell.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "rules/day.hpp"
#include "rules/vocabulary.hpp"

namespace softoptin::rules {

// What the sources say of one matter. Only `yes` allows, and only `no` relieves of a duty.
enum class Said : std::uint8_t { unknown, no, yes, disputed, conditional };
constexpr std::array<std::string_view, 5> said_names = {"unknown", "no", "yes", "disputed",
                                                        "conditional"};
constexpr std::string_view name(Said said) { return said_names[static_cast<std::size_t>(said)]; }

// Whether the law knows the soft opt-in. `not_needed`: it asks for no consent in the first place,
// an opt-out regime.
enum class SoftOptIn : std::uint8_t { no, yes, not_needed };
constexpr std::array<std::string_view, 3> soft_optin_names = {"no", "yes", "not_needed"};
constexpr std::string_view name(SoftOptIn word) {
  return soft_optin_names[static_cast<std::size_t>(word)];
}

// Marketing to companies and other legal persons. `not_required`: the record says that no consent
// is needed for them. `unknown` is treated as the same rule.
enum class Corporates : std::uint8_t { unknown, same_rule, not_required };
constexpr std::array<std::string_view, 3> corporates_names = {"unknown", "same_rule",
                                                              "not_required"};
constexpr std::string_view name(Corporates word) {
  return corporates_names[static_cast<std::size_t>(word)];
}

enum class Confidence : std::uint8_t { low, medium, high };
constexpr std::array<std::string_view, 3> confidence_names = {"low", "medium", "high"};
constexpr std::string_view name(Confidence word) {
  return confidence_names[static_cast<std::size_t>(word)];
}

// A national opt-out register that has to be screened, for customers too.
struct Register {
  std::string_view name;  // As soft_optin_register_checks.register writes it.
  bool legal_persons_only;
  std::string_view note;
};

struct PolicyRow {
  std::string_view policy;        // Unique, as users see it: IE, GB charity, NL until 2021-06-30.
  std::string_view jurisdiction;  // ISO 3166-1 alpha-2; EU for the Directive itself.
  std::string_view name;          // In English.
  std::string_view variant;       // commercial, or charity.

  std::optional<Day> valid_from;  // Nothing: not known, so that it allows nothing.
  std::string_view valid_from_basis;
  std::optional<Day> valid_to;  // The last day; nothing: still in force.
  std::string_view time_zone;   // IANA; empty where the jurisdiction has several or none.

  SoftOptIn soft_optin;
  std::array<Said, channel_names.size()> channels;

  // What details may have been collected in.
  Said completed_sale;
  Said enquiry;
  Said quote;
  Said free_trial;
  Said free_account;
  // The first collection decides: a later sale does not cure what was missing then.
  bool initially_collected;
  // Only details collected on that day or later.
  std::optional<Day> collected_from;

  // Statutory windows; nothing: the house's own.
  std::optional<Months> window_from_sale;
  std::optional<Months> window_from_enquiry;
  bool window_rolls;  // From the latest lawful message.

  Said similar_required;
  Said opt_out_at_collection_required;
  Said opt_out_in_every_message_required;

  Corporates corporates;
  std::string_view corporates_note;
  std::span<const Register> registers;

  std::optional<int> days_to_honour_opt_out;
  std::string_view days_unit;  // business days, working days.
  std::span<const std::string_view> other_conditions;

  std::string_view citation;
  std::span<const std::string_view> sources;  // Addresses.
  Confidence confidence;
  std::string_view seen_as;
  std::string_view last_checked;  // YYYY-MM-DD.
  std::string_view notes;
  std::string_view version;  // last_checked and a digest of the row: changes when any value does.
};

// All rows, by jurisdiction, then variant (commercial first), then valid_from. Compiled in.
std::span<const PolicyRow> policy_rows();

}  // namespace softoptin::rules
