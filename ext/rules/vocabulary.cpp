#include "rules/vocabulary.hpp"

#include "rules/text.hpp"

namespace softoptin::rules {
std::optional<Channel> channel_of(std::string_view word) {
  for (std::size_t at = 0; at < channel_names.size(); ++at) {
    if (same_word(word, channel_names[at])) return static_cast<Channel>(at);
  }
  return std::nullopt;
}

Kind kind_of(std::string_view word) {
  if (same_word(word, "sale")) return Kind::sale;
  if (same_word(word, "negotiation")) return Kind::negotiation;
  if (same_word(word, "free_account")) return Kind::free_account;
  return blank(word) ? Kind::unknown : Kind::other;
}

Trigger trigger_of(std::string_view word) {
  for (const char* enquiry : {"enquiry", "inquiry", "request_for_information", "negotiation"}) {
    if (same_word(word, enquiry)) return Trigger::enquiry;
  }
  if (same_word(word, "quote")) return Trigger::quote;
  const bool trial = same_word(word, "free_trial") || same_word(word, "trial");
  return trial ? Trigger::free_trial : Trigger::unknown;
}

State state_of(std::string_view word) {
  for (const char* opt_out : {"opt_out", "opt-out", "opt out", "optout"}) {
    if (same_word(word, opt_out)) return State::opt_out;
  }
  if (same_word(word, "opt_in")) return State::opt_in;
  return blank(word) ? State::unknown : State::neither;
}

ChannelScope channel_scope_of(std::string_view word) {
  using Reach = ChannelScope::Reach;
  if (const auto channel = channel_of(word)) return {Reach::one, *channel};
  for (const char* other : {"post", "letter", "phone", "telephone", "call", "fax"}) {
    if (same_word(word, other)) return {Reach::no_mail};
  }
  return {Reach::unknown};
}

}  // namespace softoptin::rules
