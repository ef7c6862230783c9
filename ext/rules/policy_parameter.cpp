#include "rules/policy_parameter.hpp"

#include <array>
#include <charconv>

#include "rules/text.hpp"
#include "rules/zone.hpp"

namespace softoptin::rules {
namespace {

using Latitude = std::optional<std::int64_t>;

// Reading what a person wrote.

Latitude read_word(std::string_view value, std::string_view strict, std::string_view loose) {
  if (same_word(value, strict)) return 0;
  return same_word(value, loose) ? Latitude{1} : std::nullopt;
}

Latitude read_allowing(std::string_view value) { return read_word(value, "no", "yes"); }
Latitude read_duty(std::string_view value) { return read_word(value, "yes", "no"); }

Latitude read_months(std::string_view value) {
  constexpr int most = 1200;
  const std::string_view digits = trimmed(value);
  int months{};
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), months);
  const bool whole = error == std::errc{} && end == digits.data() + digits.size();
  return whole && months >= 1 && months <= most ? Latitude{months} : std::nullopt;
}

Day first_day_of(std::int64_t latitude) {
  return Day{date::sys_days{date::days{static_cast<int>(-latitude)}}};
}

Latitude read_date(std::string_view value) {
  const auto stamp = read_text(value);
  const bool date_alone = stamp && stamp->form() == Stamp::Form::date;
  return date_alone ? Latitude{latitude_of(stamp->day_in(Zone::utc()))} : std::nullopt;
}

// What the rows say.

Latitude settled_word(Said said, Said loose) {
  if (said != Said::yes && said != Said::no) return std::nullopt;
  return said == loose ? 1 : 0;
}

Said word(std::int64_t latitude, Said loose) {
  const Said strict = loose == Said::yes ? Said::no : Said::yes;
  return latitude == 1 ? loose : strict;
}

template <Channel channel>
constexpr PolicyParameter covers_channel() {
  constexpr auto place = static_cast<std::size_t>(channel);
  return {channel_names[place], "yes or no",
          [](const PolicyRow& row) { return settled_word(row.channels[place], Said::yes); },
          read_allowing,
          [](PolicyRow& row, std::int64_t latitude) {
            row.channels[place] = word(latitude, Said::yes);
          }};
}

template <Said PolicyRow::*member>
constexpr PolicyParameter allowing(std::string_view name) {
  return {name, "yes or no",
          [](const PolicyRow& row) { return settled_word(row.*member, Said::yes); }, read_allowing,
          [](PolicyRow& row, std::int64_t latitude) { row.*member = word(latitude, Said::yes); }};
}

template <Said PolicyRow::*member>
constexpr PolicyParameter duty(std::string_view name) {
  return {name, "yes or no",
          [](const PolicyRow& row) { return settled_word(row.*member, Said::no); }, read_duty,
          [](PolicyRow& row, std::int64_t latitude) { row.*member = word(latitude, Said::no); }};
}

template <std::optional<Months> PolicyRow::*member>
constexpr PolicyParameter months(std::string_view name) {
  return {name, "a whole number of months from 1 to 1200",
          [](const PolicyRow& row) {
            const auto& window = row.*member;
            return window ? Latitude{window->count} : std::nullopt;
          },
          read_months,
          [](PolicyRow& row, std::int64_t latitude) {
            row.*member = Months{static_cast<int>(latitude)};
          }};
}

template <std::optional<Day> PolicyRow::*member>
constexpr PolicyParameter first_day(std::string_view name) {
  return {name, "a day as YYYY-MM-DD",
          [](const PolicyRow& row) {
            const auto& day = row.*member;
            return day ? Latitude{latitude_of(*day)} : std::nullopt;
          },
          read_date,
          [](PolicyRow& row, std::int64_t latitude) { row.*member = first_day_of(latitude); }};
}

constexpr PolicyParameter soft_optin{
    "soft_optin", "no",
    [](const PolicyRow& row) { return Latitude{static_cast<std::int64_t>(row.soft_optin)}; },
    [](std::string_view value) -> Latitude {
      for (std::size_t at = 0; at < soft_optin_names.size(); ++at) {
        if (same_word(value, soft_optin_names[at])) return static_cast<std::int64_t>(at);
      }
      return std::nullopt;
    },
    [](PolicyRow& row, std::int64_t latitude) {
      row.soft_optin = static_cast<SoftOptIn>(latitude);
    }};

constexpr PolicyParameter corporate_subscribers{
    "corporate_subscribers", "same_rule or not_required",
    [](const PolicyRow& row) -> Latitude {
      if (row.corporates == Corporates::unknown) return std::nullopt;
      return row.corporates == Corporates::not_required ? 1 : 0;
    },
    [](std::string_view value) { return read_word(value, "same_rule", "not_required"); },
    [](PolicyRow& row, std::int64_t latitude) {
      row.corporates = latitude == 1 ? Corporates::not_required : Corporates::same_rule;
    }};

constexpr PolicyParameter window_rolls{
    "window_rolls", "0", [](const PolicyRow& row) { return Latitude{row.window_rolls ? 1 : 0}; },
    [](std::string_view value) { return read_word(value, "0", "1"); },
    [](PolicyRow& row, std::int64_t latitude) { row.window_rolls = latitude == 1; }};

constexpr PolicyParameter initially_collected{
    "initially_collected", "1",
    [](const PolicyRow& row) { return Latitude{row.initially_collected ? 0 : 1}; },
    [](std::string_view value) { return read_word(value, "1", "0"); },
    [](PolicyRow& row, std::int64_t latitude) { row.initially_collected = latitude == 0; }};

// A person who has looked at a row of low confidence may give it the medium one, not the high.
constexpr PolicyParameter confidence{
    "confidence", "medium or low",
    [](const PolicyRow& row) -> Latitude {
      if (row.confidence == Confidence::low) return std::nullopt;
      return static_cast<std::int64_t>(row.confidence);
    },
    [](std::string_view value) { return read_word(value, "low", "medium"); },
    [](PolicyRow& row, std::int64_t latitude) {
      row.confidence = static_cast<Confidence>(latitude);
    }};

constexpr std::array parameters = {
    soft_optin,
    covers_channel<Channel::email>(),
    covers_channel<Channel::sms>(),
    covers_channel<Channel::mms>(),
    covers_channel<Channel::voicemail>(),
    covers_channel<Channel::in_app>(),
    allowing<&PolicyRow::completed_sale>("completed_sale"),
    allowing<&PolicyRow::enquiry>("enquiry"),
    allowing<&PolicyRow::quote>("quote"),
    allowing<&PolicyRow::free_trial>("free_trial"),
    allowing<&PolicyRow::free_account>("free_account"),
    initially_collected,
    first_day<&PolicyRow::collected_from>("collected_from"),
    months<&PolicyRow::window_from_sale>("window_months_from_sale"),
    months<&PolicyRow::window_from_enquiry>("window_months_from_enquiry"),
    window_rolls,
    duty<&PolicyRow::similar_required>("similar_required"),
    duty<&PolicyRow::opt_out_at_collection_required>("opt_out_at_collection_required"),
    corporate_subscribers,
    first_day<&PolicyRow::valid_from>("valid_from"),
    confidence,
};

}  // namespace

const PolicyParameter* policy_parameter(std::string_view name) {
  for (const PolicyParameter& parameter : parameters) {
    if (same_word(parameter.name, name)) return &parameter;
  }
  return nullptr;
}

std::string policy_parameter_names() {
  std::string names;
  for (const PolicyParameter& parameter : parameters) {
    names += (names.empty() ? "" : ", ") + std::string{parameter.name};
  }
  return names;
}

std::int64_t latitude_of(Day day) { return -day.sys_days().time_since_epoch().count(); }

}  // namespace softoptin::rules
