#include "rules/explain_policy.hpp"

#include <algorithm>
#include <initializer_list>

#include "rules/policy_choice.hpp"
#include "rules/text.hpp"

namespace softoptin::rules {
namespace {

std::string text(std::string_view view) { return std::string{view}; }

// "; the house has chosen free_trial = no on 2026-06-01 (why; by whom)", for each of the
// parameters that it has chosen.
std::string chosen(const Matter& matter, std::initializer_list<std::string_view> parameters) {
  std::string words;
  for (const PolicyChoice* choice : matter.facts.policy.choices) {
    const bool asked = std::ranges::any_of(
        parameters, [&](auto name) { return same_word(name, choice->parameter); });
    if (!asked) continue;
    words += "; the house has chosen " + text(trimmed(choice->parameter)) + " = " +
             text(trimmed(choice->value)) + " on " + choice->decided_on->text() + " (" +
             text(trimmed(choice->reason)) + "; " + text(trimmed(choice->decided_by)) + ")";
  }
  return words;
}

std::string not_settled(const PolicyRow& row) {
  std::string words = "policy " + text(row.policy) + " allows nothing by itself: ";
  const bool undated = !row.valid_from;
  if (undated) words += "since when it is valid is not known";
  if (row.confidence == Confidence::low) {
    words += text(undated ? ", and " : "") + "confidence in it is low";
  }
  return words;
}

// Why no policy decides.
std::string nothing_decides(const Matter& matter) {
  const Policy& policy = matter.facts.policy;
  switch (policy.coverage) {
    case Coverage::country_not_known:
      return matter.facts.contact.exists ? "the country of the contact is not known"
                                         : "the contact is not known";
    case Coverage::written_uk:
      return "country is UK, which is no code of a country: write GB";
    case Coverage::written_eu:
      return "country is EU, which is no country: each member state has its own law";
    case Coverage::not_settled:
      return not_settled(*policy.row);
    case Coverage::not_valid_then:
      return "policy " + text(policy.row->policy) + " was not valid on " +
             matter.question.as_of.day.text() +
             (policy.row->valid_from ? ", but from " + policy.row->valid_from->text() : "");
    default:
      return "no policy of the country is known";
  }
}

// What the row says of the kinds of negotiation.
std::string of_negotiations(const PolicyRow& row, Trigger trigger) {
  switch (trigger) {
    case Trigger::enquiry:
      return "enquiry " + text(name(row.enquiry));
    case Trigger::quote:
      return "quote " + text(name(row.quote));
    case Trigger::free_trial:
      return "free_trial " + text(name(row.free_trial));
    case Trigger::unknown:
      break;
  }
  return "enquiry " + text(name(row.enquiry)) + ", quote " + text(name(row.quote)) +
         ", free_trial " + text(name(row.free_trial));
}

std::string of_kind(const Matter& matter, const PolicyRow& row) {
  const Sale& sale = *matter.sale;
  const std::string says = "; policy " + text(row.policy) + " says ";
  const auto& from = row.collected_from;
  if (from && sale.date_readable == Truth::yes && sale.day < *from) {
    return says + "collected from " + from->text() + " on" + chosen(matter, {"collected_from"});
  }
  switch (sale.kind) {
    case Kind::sale:
      return says + "completed_sale " + text(name(row.completed_sale)) +
             chosen(matter, {"completed_sale"});
    case Kind::negotiation: {
      const bool known = sale.trigger != Trigger::unknown;
      return (known ? ", trigger " + text(name(sale.trigger)) : text(", trigger is not known")) +
             says + of_negotiations(row, sale.trigger) +
             chosen(matter, {"enquiry", "quote", "free_trial"});
    }
    case Kind::free_account:
      return says + "free_account " + text(name(row.free_account)) +
             chosen(matter, {"free_account"});
    default:
      return {};
  }
}

std::string of_window(const Matter& matter, const PolicyRow& row) {
  const bool negotiated = matter.sale->kind == Kind::negotiation;
  const auto& statutory = negotiated ? row.window_from_enquiry : row.window_from_sale;
  std::string words;
  if (statutory && matter.sale->date_readable == Truth::yes) {
    words = "; " + std::to_string(statutory->count) + " months by policy " + text(row.policy);
  }
  return words +
         chosen(matter, {negotiated ? "window_months_from_enquiry" : "window_months_from_sale",
                         "window_rolls"});
}

// What one collection says of the condition.
Truth at_collection(Condition code, const Sale& sale, const Policy& policy) {
  switch (code) {
    case Condition::not_collected_directly:
      return collected_directly(sale);
    case Condition::preticked_box:
      return not_preticked(sale);
    case Condition::no_opt_out_offered:
      return opt_out_offered(sale, policy);
    default:
      return not_refused(sale);
  }
}

// Those rows of the first collection, other than the one that decides, that do not meet it.
std::string of_first_collection(Condition code, const Matter& matter, const Names& names) {
  if (!matter.facts.policy.initially_collected) return {};
  const auto first = first_day(matter.question, matter.facts);
  std::string words;
  for (const Sale& sale : matter.facts.sales) {
    if (&sale == matter.sale || !may_be_first(sale, first, matter.question)) continue;
    const Truth met = at_collection(code, sale, matter.facts.policy);
    if (met == Truth::yes) continue;
    words += "; when first collected, by " + names.sale(sale) + ", it was " +
             (met == Truth::no ? "not so" : "not known");
  }
  return words + chosen(matter, {"initially_collected"});
}

std::string not_asked_for(const Policy& policy) {
  return "; policy " + text(policy.name) + " does not ask for it";
}

std::string of_opt_out(const Matter& matter, const Names& names) {
  const Policy& policy = matter.facts.policy;
  return (opt_out_had_to_be_offered(*matter.sale, policy) ? std::string{} : not_asked_for(policy)) +
         of_first_collection(Condition::no_opt_out_offered, matter, names) +
         chosen(matter, {"opt_out_at_collection_required"});
}

}  // namespace

std::string about_policy(const Matter& matter) {
  const Policy& policy = matter.facts.policy;
  if (policy.coverage != Coverage::covered) return nothing_decides(matter);
  return "policy " + text(policy.name) + ", version " + text(policy.version);
}

std::string about_coverage(const Matter& matter) {
  const Policy& policy = matter.facts.policy;
  std::string words = about_policy(matter);
  if (policy.row != nullptr && policy.coverage == Coverage::covered) {
    words += ", valid from " + policy.row->valid_from->text();
    if (policy.last_day) words += " to " + policy.last_day->text();
  }
  return words + chosen(matter, {"valid_from", "confidence"});
}

std::string about_subscriber(const Matter& matter) {
  const Policy& policy = matter.facts.policy;
  if (!matter.facts.contact.exists) return "the contact is not known; " + about_policy(matter);
  const Subscriber subscriber = matter.facts.contact.subscriber;
  const bool corporate = subscriber == Subscriber::corporate;
  std::string words = text(corporate ? "subscriber: corporate; " : "subscriber: individual; ") +
                      about_policy(matter);
  if (policy.of(subscriber).not_required == Truth::yes) {
    words += ", asks for neither consent nor soft opt-in";
  }
  return words + chosen(matter, {"soft_optin", "corporate_subscribers"});
}

std::string about_channel(const Matter& matter) {
  const Policy& policy = matter.facts.policy;
  std::string words = about_policy(matter);
  if (policy.row == nullptr || policy.coverage != Coverage::covered) return words;
  const auto channel = static_cast<std::size_t>(matter.question.channel);
  words +=
      ", says " + text(channel_names[channel]) + " " + text(name(policy.row->channels[channel]));
  return words + chosen(matter, {channel_names[channel]});
}

std::string about_registers(const Matter& matter) {
  const Policy& policy = matter.facts.policy;
  std::string words = about_policy(matter);
  if (policy.row == nullptr || policy.coverage != Coverage::covered) return words;
  bool any = false;
  for (const ScreenedRegister& entry : policy.registers) {
    if (!bears_on(*entry.what, matter.facts.contact.subscriber)) continue;
    any = true;
    words += "; " + text(entry.what->name);
    words += entry.checked_on ? " was screened on " + entry.checked_on->text() +
                                    ", which counts until " + entry.last_day->text()
                              : " was never screened";
  }
  return any ? words : words + ", names no register for this subscriber";
}

std::string by_the_policy(Condition code, const Matter& matter, const Names& names) {
  const Policy& policy = matter.facts.policy;
  if (policy.coverage != Coverage::covered || policy.row == nullptr) return {};
  switch (code) {
    case Condition::no_sale:
      return of_kind(matter, *policy.row);
    case Condition::not_collected_directly:
    case Condition::preticked_box:
    case Condition::refused_at_collection:
      return of_first_collection(code, matter, names);
    case Condition::no_opt_out_offered:
      return of_opt_out(matter, names);
    case Condition::not_similar:
      return (policy.similar_required ? std::string{} : not_asked_for(policy)) +
             chosen(matter, {"similar_required"});
    case Condition::lapsed:
      return of_window(matter, *policy.row);
    default:
      return {};
  }
}

}  // namespace softoptin::rules
