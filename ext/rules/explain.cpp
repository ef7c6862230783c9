#include "rules/explain.hpp"

#include "rules/explain_policy.hpp"
#include "rules/rule_book.hpp"

namespace softoptin::rules {
namespace {

std::string recorded(std::string_view column, Truth value) {
  std::string text{column};
  if (value == Truth::unknown) return text + " is not known";
  return text + (value == Truth::yes ? " = 1" : " = 0");
}

std::string about_product(const Matter& matter, std::string_view column, Truth value) {
  return matter.facts.product.exists ? recorded(column, value) : "the product is not known";
}

std::string about_aim(const Matter& matter) {
  const Product& product = matter.facts.product;
  std::string words = about_product(matter, "commercial", product.commercial);
  if (!matter.facts.policy.for_charities) return words;
  return words + ", " + recorded("charity", product.charity) + ": policy " +
         std::string{matter.facts.policy.name} + " is for charities";
}

std::string about_address(const Matter& matter) {
  if (!matter.facts.contact.exists) return "the contact is not known";
  switch (address_of(matter.question.channel)) {
    case Address::none:
      return std::string{name(matter.question.channel)} + " needs no address";
    case Address::email:
      return matter.facts.contact.has_address ? "email is recorded" : "email is blank or NULL";
    case Address::phone:
      break;
  }
  return matter.facts.contact.has_address ? "phone is recorded" : "phone is blank or NULL";
}

std::string about_preferences(const Matter& matter, const Names& names) {
  if (!matter.facts.contact.exists) return "the contact is not known";
  const Preference* entry = matter.standing.entry;
  if (entry == nullptr) {
    return "no preference covers this question up to " + matter.question.as_of.text();
  }
  return names.preference(*entry);
}

std::string about_kind(const Matter& matter, const Names& names) {
  const Sale& sale = *matter.sale;
  std::string text = "kind is " + names.kind(sale);
  const Truth reached = reaches(sale.channel, matter.question.channel);
  if (reached == Truth::no) text += ", collected for another channel";
  if (reached == Truth::unknown) text += ", collected for a channel that is not known";
  return text;
}

std::string about_date(const Sale& sale) {
  if (sale.date_readable == Truth::yes) return "occurred on " + sale.day.text();
  if (sale.date_readable == Truth::unknown) return "occurred_at is not known";
  return "occurred_at is no date that can be read";
}

std::string about_similarity(const Sale& sale) {
  if (sale.similar == Truth::unknown) return "a category of the two products is not known";
  return sale.similar == Truth::yes ? "the product itself, or of a similar category"
                                    : "no category of the two products is similar";
}

std::string about_window(const Matter& matter) {
  if (matter.sale->date_readable != Truth::yes) return "the date of the sale is not known";
  const Window opened = window(matter.question, matter.facts, *matter.sale);
  std::string text = opened.last_day ? "last day " + opened.last_day->text() : "without end";
  if (opened.message != nullptr) {
    text += ", from the message of " + opened.message->sent_at->day.text();
  }
  return text;
}

std::string of_the_sale(Condition code, const Matter& matter, const Names& names) {
  const Sale& sale = *matter.sale;
  switch (code) {
    case Condition::no_sale:
      return about_kind(matter, names);
    case Condition::unreadable_date:
      return about_date(sale);
    case Condition::no_express_communication:
      if (sale.kind == Kind::negotiation) {
        return recorded("express_communication", sale.express_communication);
      }
      return sale.kind == Kind::unknown ? "the kind is not known" : "no negotiation";
    case Condition::other_organisation:
      return names.organisations(sale);
    case Condition::not_collected_directly:
      return recorded("collected_directly", sale.collected_directly);
    case Condition::preticked_box:
      return recorded("preticked", sale.preticked);
    case Condition::no_opt_out_offered:
      return recorded("opt_out_offered", sale.opt_out_offered);
    case Condition::refused_at_collection:
      return recorded("refused", sale.refused);
    case Condition::not_similar:
      return about_similarity(sale);
    default:
      return about_window(matter);
  }
}

std::string about_sale(Condition code, const Matter& matter, const Names& names) {
  if (!matter.facts.contact.exists) return "the contact is not known";
  if (matter.sale == nullptr) {
    return "no sale or negotiation is recorded up to " + matter.question.as_of.day.text();
  }
  return names.sale(*matter.sale) + ": " + of_the_sale(code, matter, names) +
         by_the_policy(code, matter, names);
}

std::string about_assessment(const Matter& matter, const Names& names) {
  if (!matter.facts.house.require_assessment) return "require_assessment = 0";
  if (matter.assessment == nullptr) {
    return "no assessment decided up to " + matter.question.as_of.day.text() +
           " covers the product";
  }
  return names.assessment(*matter.assessment);
}

std::string about_review(const Matter& matter, const Names& names) {
  if (!matter.facts.house.require_assessment || matter.assessment == nullptr) {
    return about_assessment(matter, names);
  }
  const auto due = review_due(*matter.assessment);
  return due ? "review due " + due->text() : "review_due_at is no date that can be read";
}

std::string evidence(Condition code, const Matter& matter, const Names& names) {
  switch (code) {
    case Condition::unknown_contact:
      return (matter.facts.contact.exists ? "contact " : "no contact ") + names.contact;
    case Condition::unknown_product:
      return (matter.facts.product.exists ? "product " : "no product ") + names.product;
    case Condition::third_party_product:
      return about_product(matter, "own", matter.facts.product.own);
    case Condition::non_commercial:
      return about_aim(matter);
    case Condition::no_address:
      return about_address(matter);
    case Condition::no_soft_optin:
      return about_subscriber(matter);
    case Condition::unknown_jurisdiction:
      return about_coverage(matter);
    case Condition::channel_not_covered:
      return about_channel(matter);
    case Condition::register_not_checked:
      return about_registers(matter);
    case Condition::opted_out:
      return about_preferences(matter, names);
    case Condition::no_assessment:
      return about_assessment(matter, names);
    case Condition::assessment_overdue:
      return about_review(matter, names);
    default:
      return about_sale(code, matter, names);
  }
}

}  // namespace

std::vector<Finding> explain(const Matter& matter, const Names& names) {
  std::vector<Finding> findings;
  findings.reserve(rule_book.size());
  for (const Rule& rule : rule_book) {
    findings.push_back({&rule, rule.met(matter), evidence(rule.code, matter, names)});
  }
  return findings;
}

}  // namespace softoptin::rules
