#include "support/policy_terms.hpp"

#include <array>

namespace softoptin::tests {
namespace {

using rules::Months;
using rules::Policy;
using rules::Truth;

constexpr std::array<std::string_view, 13> terms_known = {"covers_the_day",
                                                          "offered_to_individuals",
                                                          "offered_to_corporates",
                                                          "channels",
                                                          "accepts_sale",
                                                          "accepts_negotiation",
                                                          "accepts_free_account",
                                                          "window_from_sale",
                                                          "window_from_negotiation",
                                                          "window_rolls",
                                                          "not_required_for_individuals",
                                                          "not_required_for_corporates",
                                                          "registers_screened"};

void read(const YAML::Node& terms, const char* name, Truth& into) {
  const auto node = terms[name];
  if (!node) return;
  const auto word = sentence(node, name);
  if (word != "yes" && word != "no" && word != "unknown") {
    refuse(node, "`" + std::string{name} + "` must be yes, no or unknown");
  }
  into = word == "unknown" ? Truth::unknown : rules::truth(word == "yes");
}

void read(const YAML::Node& terms, const char* name, std::optional<Months>& into) {
  const auto node = terms[name];
  if (!node) return;
  const auto value = cell(node);
  const auto* months = std::get_if<std::int64_t>(&value);
  if (months == nullptr || *months < 0) {
    refuse(node, "`" + std::string{name} + "` must be a number of months");
  }
  into = Months{static_cast<int>(*months)};
}

void read(const YAML::Node& terms, const char* name, bool& into) {
  const auto node = terms[name];
  if (!node) return;
  const auto word = sentence(node, name);
  if (word != "true" && word != "false") {
    refuse(node, "`" + std::string{name} + "` must be true or false");
  }
  into = word == "true";
}

void read_channels(const YAML::Node& channels, Policy& policy) {
  allow_only(channels, rules::channel_names);
  for (std::size_t at = 0; at < rules::channel_names.size(); ++at) {
    read(channels, rules::channel_names[at].data(), policy.channels[at]);
  }
}

}  // namespace

Policy with_terms(Policy policy, const YAML::Node& terms) {
  allow_only(terms, terms_known);
  policy.name = "of the case";
  policy.version = "of the case";
  read(terms, "covers_the_day", policy.covers_the_day);
  auto& individuals = policy.of(rules::Subscriber::individual);
  auto& corporates = policy.of(rules::Subscriber::corporate);
  read(terms, "offered_to_individuals", individuals.offered);
  read(terms, "offered_to_corporates", corporates.offered);
  if (terms["channels"]) read_channels(terms["channels"], policy);
  read(terms, "accepts_sale", policy.accepts_sale);
  for (Truth& accepted : policy.accepts_negotiation) {
    read(terms, "accepts_negotiation", accepted);
  }
  read(terms, "accepts_free_account", policy.accepts_free_account);
  read(terms, "window_from_sale", policy.window_from_sale);
  read(terms, "window_from_negotiation", policy.window_from_negotiation);
  read(terms, "window_rolls", policy.window_rolls);
  read(terms, "not_required_for_individuals", individuals.not_required);
  read(terms, "not_required_for_corporates", corporates.not_required);
  read(terms, "registers_screened", individuals.screening.done);
  read(terms, "registers_screened", corporates.screening.done);
  return policy;
}

}  // namespace softoptin::tests
