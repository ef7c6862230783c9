// Conditions on who and what is asked about: the contact and the product. 1 to 5.
#pragma once

#include "rules/condition.hpp"

namespace softoptin::rules {

constexpr Rule unknown_contact{
    Condition::unknown_contact, "unknown_contact", "The contact exists.",
    "Directive 2002/58/EC art. 13(1): without the facts of art. 13(2), prior consent is needed",
    [](const Matter& matter) { return truth(matter.facts.contact.exists); }};

constexpr Rule unknown_product{
    Condition::unknown_product, "unknown_product", "The product exists.",
    "Directive 2002/58/EC art. 13(1): without the facts of art. 13(2), prior consent is needed",
    [](const Matter& matter) { return truth(matter.facts.product.exists); }};

constexpr Rule third_party_product{
    Condition::third_party_product, "third_party_product",
    "The product is the organisation's own, not a third party's.",
    "Directive 2002/58/EC art. 13(2): direct marketing of its own similar products or services",
    [](const Matter& matter) { return matter.facts.product.own; }};

// A variant of a policy for charities (GB, from 2026-02-05) extends the soft opt-in to their own
// promotion; it decides only about that (variant_for).
constexpr Rule non_commercial{
    Condition::non_commercial, "non_commercial",
    "The promotion is of a product or service, not fundraising or another non-commercial aim.",
    "Directive 2002/58/EC art. 13(2): in the context of the sale of a product or a service",
    [](const Matter& matter) {
      const Product& product = matter.facts.product;
      return matter.facts.policy.for_charities ? product.charity : product.commercial;
    }};

// Blank or NULL: the contact cannot be reached there. in_app needs no address.
constexpr Rule no_address{
    Condition::no_address, "no_address", "The contact has an address for the channel.",
    "Directive 2002/58/EC art. 13(2): contact details obtained from customers, for electronic mail",
    [](const Matter& matter) {
      const Contact& contact = matter.facts.contact;
      return contact.exists ? truth(contact.has_address) : Truth::unknown;
    }};

}  // namespace softoptin::rules
