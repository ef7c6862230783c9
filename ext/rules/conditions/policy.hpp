// Conditions on the policy that decides: 6 to 8 and 22. `baseline` meets 6 and 22 by itself;
// policy_book.hpp tells which row of the policy data decides, and what of it allows.
#pragma once

#include "rules/condition.hpp"

namespace softoptin::rules {

constexpr Rule unknown_jurisdiction{
    Condition::unknown_jurisdiction, "unknown_jurisdiction",
    "A policy covers the contact's country on the day asked about.",
    "Directive 2002/58/EC art. 13: each member state's own law decides",
    [](const Matter& matter) { return matter.facts.policy.covers_the_day; }};

constexpr Rule no_soft_optin{Condition::no_soft_optin, "no_soft_optin",
                             "The policy offers the soft opt-in, for this kind of subscriber.",
                             "Directive 2002/58/EC art. 13(2) and (5)", [](const Matter& matter) {
                               const Contact& contact = matter.facts.contact;
                               if (!contact.exists) return Truth::unknown;
                               return matter.facts.policy.of(contact.subscriber).offered;
                             }};

constexpr Rule channel_not_covered{
    Condition::channel_not_covered, "channel_not_covered",
    "The policy's soft opt-in covers the channel.",
    "Directive 2002/58/EC art. 2(h): any text, voice, sound or image message",
    [](const Matter& matter) {
      return matter.facts.policy.channels[static_cast<std::size_t>(matter.question.channel)];
    }};

constexpr Rule register_not_checked{
    Condition::register_not_checked, "register_not_checked",
    "The opt-out registers that the policy names were screened in time.",
    "Directive 2002/58/EC art. 13(3) and (5): national law may keep opt-out registers",
    [](const Matter& matter) {
      return matter.facts.policy.of(matter.facts.contact.subscriber).screening.done;
    }};

}  // namespace softoptin::rules
