// Policy rows made by hand, for tests that must not depend on what the policy data say today.
#pragma once

#include <string_view>
#include <vector>

#include "rules/policy_book.hpp"
#include "written_dates.hpp"

namespace softoptin::rules {

// A row that allows a completed sale and email, valid from 2010-01-01.
inline PolicyRow row_of(std::string_view jurisdiction) {
  PolicyRow row{};
  row.policy = jurisdiction;
  row.jurisdiction = jurisdiction;
  row.variant = "commercial";
  row.valid_from = day("2010-01-01");
  row.soft_optin = SoftOptIn::yes;
  row.channels = {Said::yes, Said::no, Said::unknown, Said::disputed, Said::conditional};
  row.completed_sale = Said::yes;
  row.enquiry = Said::no;
  row.quote = Said::disputed;
  row.free_trial = Said::unknown;
  row.free_account = Said::conditional;
  row.similar_required = Said::yes;
  row.opt_out_at_collection_required = Said::yes;
  row.opt_out_in_every_message_required = Said::yes;
  row.corporates = Corporates::same_rule;
  row.confidence = Confidence::high;
  row.citation = "an act";
  row.version = "1";
  return row;
}

inline PolicyRow charity_row_of(std::string_view jurisdiction, std::string_view name,
                                std::string_view valid_from) {
  PolicyRow row = row_of(jurisdiction);
  row.policy = name;
  row.variant = "charity";
  row.valid_from = day(valid_from);
  return row;
}

// A choice that says everything.
inline PolicyChoice choice(std::string jurisdiction, std::string parameter, std::string value,
                           std::string_view decided_on = "2026-01-10") {
  return {.jurisdiction = std::move(jurisdiction),
          .parameter = std::move(parameter),
          .value = std::move(value),
          .reason = "counsel said so",
          .decided_by = "A. Byrne",
          .decided_on = day(decided_on)};
}

}  // namespace softoptin::rules
