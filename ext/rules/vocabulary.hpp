// The words that facts are written in: channels, kinds of sale and of negotiation, states of a
// preference, subscribers.
//
// Words read from data are compared without regard to ASCII case and blanks around them. A word
// outside the vocabulary counts as each function here says, never in favour of sending.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace softoptin::rules {

// Electronic mail in the sense of Directive 2002/58/EC art. 2(h), by the way it is received.
enum class Channel : std::uint8_t { email, sms, mms, voicemail, in_app };
constexpr std::array<std::string_view, 5> channel_names = {"email", "sms", "mms", "voicemail",
                                                           "in_app"};
constexpr std::string_view name(Channel channel) {
  return channel_names[static_cast<std::size_t>(channel)];
}

// Which of a contact's addresses a channel uses.
enum class Address : std::uint8_t { email, phone, none };
constexpr Address address_of(Channel channel) {
  if (channel == Channel::email) return Address::email;
  return channel == Channel::in_app ? Address::none : Address::phone;
}

// How the details came to be collected. `other` never qualifies: cancelled, refund, donation, ...
enum class Kind : std::uint8_t { unknown, sale, negotiation, free_account, other };

// What kind of negotiation it was; some countries accept one and not another. `unknown`: NULL,
// blank, or any other word.
enum class Trigger : std::uint8_t { unknown, enquiry, quote, free_trial };
constexpr std::array<std::string_view, 4> trigger_names = {"unknown", "enquiry", "quote",
                                                           "free_trial"};
constexpr std::string_view name(Trigger trigger) {
  return trigger_names[static_cast<std::size_t>(trigger)];
}

// What a policy is about: marketing of what is sold, or fundraising and the like by a charity.
enum class Variant : std::uint8_t { commercial, charity };
constexpr std::array<std::string_view, 2> variant_names = {"commercial", "charity"};
constexpr std::string_view name(Variant variant) {
  return variant_names[static_cast<std::size_t>(variant)];
}

// What an entry of the preference ledger says. `neither`: any other word (unknown, pending, ...).
// `unknown`: the state itself is NULL, so that it may have been an opt-out.
enum class State : std::uint8_t { neither, unknown, opt_out, opt_in };
constexpr std::string_view name(State state) {
  constexpr std::array<std::string_view, 4> names = {"neither", "unknown", "opt_out", "opt_in"};
  return names[static_cast<std::size_t>(state)];
}

enum class Subscriber : std::uint8_t { individual, corporate };

// The channels that a row is about: all of them, one, one that is no electronic mail (post, fax, a
// call), or one that is not known.
struct ChannelScope {
  enum class Reach : std::uint8_t { all, one, no_mail, unknown };
  Reach reach = Reach::all;
  Channel channel = Channel::email;  // Where reach is `one`.
};

std::optional<Channel> channel_of(std::string_view word);
Kind kind_of(std::string_view word);
// An enquiry is also an inquiry, a request_for_information or a negotiation; a free_trial a trial.
Trigger trigger_of(std::string_view word);
// An opt-out is also one when it is spelt opt-out, opt out or optout.
State state_of(std::string_view word);
// post, letter, phone, telephone, call and fax are no electronic mail. Any other word outside the
// vocabulary ("e-mail", "all"), and a blank, is unknown: it may mean the channel asked about.
ChannelScope channel_scope_of(std::string_view word);

}  // namespace softoptin::rules
