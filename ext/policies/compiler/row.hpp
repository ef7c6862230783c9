// Row: one dated policy row as its file has it, and the columns that it has to fill.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policies/compiler/value.hpp"

namespace softoptin::policies {

struct Column {
  std::string_view key;     // In the file.
  std::string_view member;  // Of rules::PolicyRow. Several in a row that share one fill its array.
  Reader read;
  std::string_view what_to_write;
  bool of_the_jurisdiction = false;  // At the top of the file, for all its rows.
};

constexpr std::string_view a_word = "yes, no, unknown, disputed or conditional";

// In the order of rules::PolicyRow's members.
constexpr std::array columns = {
    Column{"policy", "policy", text, "the name that users see, such as `IE` or `GB charity`"},
    Column{"jurisdiction", "jurisdiction", jurisdiction, "its ISO code", true},
    Column{"name", "name", text, "its name in English", true},
    Column{"variant", "variant", variant, "commercial or charity"},
    Column{"valid_from", "valid_from", date_or_unknown, "the first day, or unknown"},
    Column{"valid_from_basis", "valid_from_basis", text, "how that day is known"},
    Column{"valid_to", "valid_to", date_or_none, "the last day, or none"},
    Column{"time_zone", "time_zone", zone_or_none, "its zone, such as Europe/Dublin, or none",
           true},
    Column{"soft_optin", "soft_optin", soft_optin, "yes, no or not_needed"},
    Column{"email", "channels", said, a_word},
    Column{"sms", "channels", said, a_word},
    Column{"mms", "channels", said, a_word},
    Column{"voicemail", "channels", said, a_word},
    Column{"in_app", "channels", said, a_word},
    Column{"completed_sale", "completed_sale", said, a_word},
    Column{"enquiry", "enquiry", said, a_word},
    Column{"quote", "quote", said, a_word},
    Column{"free_trial", "free_trial", said, a_word},
    Column{"free_account", "free_account", said, a_word},
    Column{"initially_collected", "initially_collected", yes_or_no, "yes or no"},
    Column{"collected_from", "collected_from", date_or_none, "the first day, or none"},
    Column{"window_months_from_sale", "window_from_sale", months_or_none,
           "a number of months, or none"},
    Column{"window_months_from_enquiry", "window_from_enquiry", months_or_none,
           "a number of months, or none"},
    Column{"window_rolls", "window_rolls", yes_or_no, "yes or no"},
    Column{"similar_required", "similar_required", said, a_word},
    Column{"opt_out_at_collection_required", "opt_out_at_collection_required", said, a_word},
    Column{"opt_out_in_every_message_required", "opt_out_in_every_message_required", said, a_word},
    Column{"corporate_subscribers", "corporates", corporates, "same_rule, not_required or unknown"},
    Column{"corporates_note", "corporates_note", text_or_none, "the source's words, or none"},
    Column{"registers", "registers", registers_or_none, "the registers to screen, or none"},
    Column{"days_to_honour_opt_out", "days_to_honour_opt_out", days_or_none,
           "a number of days, or none"},
    Column{"days_unit", "days_unit", text_or_none, "what days they are, or none"},
    Column{"other_conditions", "other_conditions", texts_or_none, "a list, or none"},
    Column{"citation", "citation", text, "the statute and its provision"},
    Column{"sources", "sources", addresses, "the addresses of what was read"},
    Column{"confidence", "confidence", confidence, "low, medium or high"},
    Column{"seen_as", "seen_as", text, "what of it was seen, and in which form"},
    Column{"last_checked", "last_checked", date, "the day on which the sources were last read"},
    Column{"notes", "notes", text_or_none, "what else a reader must know, or none"},
};

class Row {
 public:
  // The row of `node`, below the top of its file. Throws a Fault.
  Row(const YAML::Node& top, const YAML::Node& node);

  [[nodiscard]] const Value& value(std::string_view key) const;
  [[nodiscard]] const std::string& written(std::string_view key) const {
    return value(key).written;
  }
  [[nodiscard]] std::optional<rules::Day> day(std::string_view key) const {
    return day_of(written(key));
  }
  // last_checked, and a digest (FNV-1a) of all values, which changes when any of them does.
  [[nodiscard]] std::string version() const;
  [[nodiscard]] int line() const { return line_; }

 private:
  int line_;
  std::array<Value, columns.size()> values_;
};

// The rows of a file, by variant (commercial first) and first day. Throws a Fault for what is wrong
// with them: a value, or their periods.
std::vector<Row> rows_of(const std::string& text);

}  // namespace softoptin::policies
