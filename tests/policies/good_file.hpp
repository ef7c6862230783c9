// A file of policies in which all is well, for tests that change one thing of it.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace softoptin::policies {

// Of a country that is not there, with a row for two periods and a variant.
constexpr std::string_view good_file = R"(# Nowhere.
jurisdiction: XX
name: Nowhere
time_zone: Europe/Dublin

rows:
  - policy: XX until 2019-12-31
    variant: commercial
    valid_from: 2010-01-01
    valid_from_basis: seen
    valid_to: 2019-12-31
    soft_optin: yes
    email: yes
    sms: no
    mms: unknown
    voicemail: disputed
    in_app: conditional
    completed_sale: yes
    enquiry: no
    quote: no
    free_trial: no
    free_account: no
    initially_collected: no
    collected_from: none
    window_months_from_sale: 12
    window_months_from_enquiry: 6
    window_rolls: yes
    similar_required: yes
    opt_out_at_collection_required: yes
    opt_out_in_every_message_required: yes
    corporate_subscribers: not_required
    corporates_note: none
    registers:
      - name: Robinson
        legal_persons_only: no
        note: none
    days_to_honour_opt_out: 10
    days_unit: working days
    other_conditions:
      - the first
      - the "second"
    citation: Act 1, s 2
    sources:
      - https://example.org/act
    confidence: high
    seen_as: statute text
    last_checked: 2026-11-24
    notes: none
)";

// The text of `before` that is to be there once, and what stands in its place instead.
inline std::string changed(std::string_view text, std::string_view before, std::string_view after) {
  std::string whole{text};
  const auto at = whole.find(before);
  if (at == std::string::npos) throw std::logic_error{"the file has no " + std::string{before}};
  return whole.replace(at, before.size(), after);
}

// The good file with a second row, which is its first with a change to some of it.
class SecondRow {
 public:
  SecondRow() : row_{good_file.substr(good_file.find("  - policy"))} {}

  SecondRow with(std::string_view before, std::string_view after) const {
    SecondRow other = *this;
    other.row_ = changed(row_, before, after);
    return other;
  }
  [[nodiscard]] std::string file() const { return std::string{good_file} + row_; }

 private:
  std::string row_;
};

// A second row that is all right: the period that follows.
inline SecondRow next_period() {
  return SecondRow{}
      .with("XX until 2019-12-31", "XX")
      .with("2010-01-01", "2020-01-01")
      .with("valid_to: 2019-12-31", "valid_to: none");
}

}  // namespace softoptin::policies
