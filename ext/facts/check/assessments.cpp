// Assessments: which products have none in force, or one whose review is near or overdue. The rule
// itself judges (rules/assessment.hpp), once for each category and organisation of own products.
#include <optional>

#include "facts/check/list.hpp"
#include "facts/check/tally.hpp"
#include "facts/meaning.hpp"
#include "facts/source.hpp"
#include "rules/assessment.hpp"

namespace softoptin::facts::check {
namespace {

using enum Severity;

constexpr date::days soon{30};

enum Column { category, organisation, own, commercial, charity, rows, example };

// Product rows that an assessment covers alike. A product of several categories needs each of its
// rows covered.
std::string products_sql(const Found& products) {
  std::string columns;
  std::string groups;
  for (const products::Place place : {products::category, products::organisation, products::own,
                                      products::commercial, products::charity}) {
    const auto& column = products::columns[static_cast<std::size_t>(place)];
    const bool there = products.has(column.name);
    columns += std::string{there ? column.name : column.in_its_place} + ", ";
    if (there) groups += (groups.empty() ? " GROUP BY " : ", ") + std::string{column.name};
  }
  return "SELECT " + columns + "count(*), min(product_id) FROM " + products.from + groups;
}

std::optional<Fault> fault_of(const rules::Assessment* in_force, const rules::Moment& now) {
  if (in_force == nullptr || in_force->approved != rules::Truth::yes) {
    return Fault{warning, "no_assessment",
                 "Record in soft_optin_assessments, once it is made, an approved assessment that "
                 "covers these products: none is in force, so that nobody is eligible "
                 "for them."};
  }
  const auto due = rules::review_due(*in_force);
  const std::string day = due ? due->text() : "a day that cannot be read";
  if (!due || *due < now.day) {
    return Fault{warning, "assessment_overdue",
                 "Review the assessment that covers these products and record the result as a row "
                 "of soft_optin_assessments: the review was due on {word}, and nobody is "
                 "eligible for them.",
                 day};
  }
  if (*due > rules::Day{now.day.sys_days() + soon}) return std::nullopt;
  return Fault{note, "assessment_due",
               "Review the assessment that covers these products and record the result as a row of "
               "soft_optin_assessments: it is due on {word}, and nobody is eligible for "
               "them after that day.",
               day};
}

// Own products, for profit or, where a policy in use has a rule for them, of a charity.
bool marketed(const sqlite::Statement& product, bool charities) {
  using rules::Truth;
  if (truth_of(product[own]) != Truth::yes) return false;
  const Truth for_profit = truth_of(product[commercial]);
  if (for_profit == Truth::yes) return true;
  return charities && for_profit == Truth::no && truth_of(product[charity]) == Truth::yes;
}

void check_products(Ground& ground, const Source& source) {
  const Settings& settings = source.settings();
  const rules::Moment now = ground.law().now();
  const bool charities =
      ground.law().any_policy(&rules::Policy::for_charities, rules::Variant::charity);
  Tally tally{assessments::relation, ""};
  sqlite::Statement products =
      ground.prepare(products_sql(ground[products::relation]), products::relation);
  while (products.step()) {
    if (!marketed(products, charities)) continue;
    ProductRecord product;
    product.exists = true;
    product.categories.push_back(text_or_nothing(products[category]));
    product.organisation = name_or_nothing(products[organisation]);
    const auto assessments =
        source.assessments_in(ground.law().zone(), source.assessments_cover(product));
    const rules::Question question{rules::Channel::email, now};
    const rules::Facts facts{{}, {}, {}, {}, {}, assessments, rules::baseline(), settings.house};
    const auto fault = fault_of(rules::assessment_in_force(question, facts), now);
    if (fault) tally.add(*fault, products[example].copy(), products[rows].integer());
  }
  tally.report(ground);
}

}  // namespace

void check_assessments(Ground& ground) {
  if (!ground.settings().house.require_assessment || !ground.questions_can_be_asked()) return;
  ground.reading(products::relation, [&] {
    const Source source{ground.db()};
    check_products(ground, source);
  });
}

}  // namespace softoptin::facts::check
