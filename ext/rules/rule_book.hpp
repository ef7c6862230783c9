// The rule book: every condition, in order of precedence. The list is all there is.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "rules/condition.hpp"
#include "rules/conditions/assessment.hpp"
#include "rules/conditions/collection.hpp"
#include "rules/conditions/opt_out.hpp"
#include "rules/conditions/policy.hpp"
#include "rules/conditions/sale.hpp"
#include "rules/conditions/subject.hpp"

namespace softoptin::rules {

constexpr std::array rule_book = {
    unknown_contact,
    unknown_product,
    third_party_product,
    non_commercial,
    no_address,
    unknown_jurisdiction,
    no_soft_optin,
    channel_not_covered,
    opted_out,
    // From here to `lapsed`: of one and the same sale.
    no_sale,
    unreadable_date,
    no_express_communication,
    other_organisation,
    not_collected_directly,
    preticked_box,
    no_opt_out_offered,
    refused_at_collection,
    not_similar,
    lapsed,
    no_assessment,
    assessment_overdue,
    register_not_checked,
};

constexpr std::size_t place_of(Condition code) {
  for (std::size_t at = 0; at < rule_book.size(); ++at) {
    if (rule_book[at].code == code) return at;
  }
  return rule_book.size();
}

constexpr std::size_t first_sale_rule = place_of(Condition::no_sale);
constexpr std::size_t after_sale_rules = place_of(Condition::lapsed) + 1;

constexpr const Rule& rule(Condition code) { return rule_book[place_of(code)]; }
constexpr std::string_view name(Condition code) { return rule(code).name; }

namespace proof {

constexpr bool each_code_once() {
  for (std::size_t number = 1; number <= rule_book.size(); ++number) {
    std::size_t found = 0;
    for (const Rule& entry : rule_book) {
      if (static_cast<std::size_t>(entry.code) == number) ++found;
    }
    if (found != 1) return false;
  }
  return true;
}

constexpr bool nothing_blank() {
  return std::ranges::none_of(rule_book, [](const Rule& entry) {
    return entry.name.empty() || entry.requirement.empty() || entry.citation.empty() ||
           entry.met == nullptr;
  });
}

static_assert(each_code_once(), "a condition is missing from the rule book, or stands there twice");
static_assert(nothing_blank(), "a condition has no requirement, no citation or no test");

}  // namespace proof
}  // namespace softoptin::rules
