// Categories: those without a path, and scopes that no product is in.
#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <vector>

#include "facts/check/list.hpp"
#include "facts/check/tally.hpp"
#include "rules/scope.hpp"

namespace softoptin::facts::check {
namespace {

using enum Severity;

struct Counted {
  std::optional<std::string> category;
  std::int64_t rows;
  sqlite::Value example;
};

// The distinct categories in a column, with how many rows each has.
std::vector<Counted> distinct_in(Ground& ground, const Relation& relation, std::string_view column,
                                 std::string_view id) {
  std::vector<Counted> all;
  if (!ground.has(relation, column)) return all;
  const std::string example =
      ground.has(relation, id) ? "min(" + std::string{id} + ")" : std::string{"NULL"};
  const std::string name{column};
  ground.reading(relation, [&] {
    sqlite::Statement rows = ground.prepare("SELECT " + name + ", count(*), " + example + " FROM " +
                                                ground[relation].from + " GROUP BY " + name,
                                            relation);
    while (rows.step()) {
      Counted counted{std::nullopt, rows[1].integer(), rows[2].copy()};
      if (!rows[0].is_null()) counted.category = rows[0].text();
      all.push_back(std::move(counted));
    }
  });
  return all;
}

// A path and every path above it, without empty segments: a/b/c, a/b, a.
void add_with_ancestors(std::string_view category, std::set<std::string, std::less<>>& paths) {
  std::string path;
  std::size_t at = 0;
  while (at < category.size()) {
    const auto end = std::min(category.find('/', at), category.size());
    const std::string_view segment = category.substr(at, end - at);
    at = end + 1;
    if (segment.empty()) continue;
    path += (path.empty() ? "" : "/") + std::string{segment};
    paths.insert(path);
  }
}

std::string without_empty_segments(std::string_view category) {
  std::set<std::string, std::less<>> paths;
  add_with_ancestors(category, paths);
  return paths.empty() ? std::string{} : *paths.rbegin();  // The longest sorts last.
}

// What is wrong with a product's category, if anything.
std::optional<Fault> fault_of(const std::optional<std::string>& category, int depth) {
  const std::size_t segments = category ? rules::segments(*category) : 0;
  if (segments == 0) {
    return Fault{note, "no_category",
                 "Write the category of these products in {column}, a path such as "
                 "footwear/running/trail: without one they are similar to nothing but themselves."};
  }
  if (depth > 1 && segments < static_cast<std::size_t>(depth)) {
    return Fault{warning, "shallow_category",
                 "Write paths of at least as many steps in {column} as the setting "
                 "similarity_depth says: shorter ones are similar to nothing but themselves."};
  }
  if (segments > 1) return std::nullopt;
  return Fault{note, "bare_root_category",
               "Write the whole path in {column}, such as footwear/running/trail, where a single "
               "step stands: all products of that step are similar to each other."};
}

void check_products(Ground& ground, const std::vector<Counted>& categories) {
  Tally tally{products::relation, "category"};
  for (const Counted& counted : categories) {
    const auto fault = fault_of(counted.category, ground.settings().house.similarity_depth);
    if (fault) tally.add(*fault, counted.example, counted.rows);
  }
  tally.report(ground);
}

// Columns that name categories of products, and what it means that there is none such.
struct ScopeColumn {
  const Relation* relation;
  std::string_view column;
  std::string_view id;
  Severity severity;
  std::string_view advice;
};

constexpr std::array scope_columns = {
    ScopeColumn{&preferences::relation, "category", "contact_id", error,
                "Write a category that soft_optin_products has in place of {word} in {column}, "
                "letter for letter: no product is in it, so that an opt-out of it stops nothing."},
    ScopeColumn{&assessments::relation, "category", "", warning,
                "Write a category that soft_optin_products has in place of {word} in {column}, "
                "letter for letter: no product is in it, so that the assessment covers none."},
    ScopeColumn{&similar_categories::relation, "category", "", warning,
                "Write a category that soft_optin_products has in place of {word} in {column}, "
                "letter for letter: no product is in it, so that it is similar to nothing."},
    ScopeColumn{&similar_categories::relation, "similar_to", "", warning,
                "Write a category that soft_optin_products has in place of {word} in {column}, "
                "letter for letter: no product is in it, so that it is similar to nothing."},
};

void check_scope(Ground& ground, const ScopeColumn& scope,
                 const std::set<std::string, std::less<>>& of_products) {
  Tally tally{*scope.relation, scope.column};
  for (const Counted& counted : distinct_in(ground, *scope.relation, scope.column, scope.id)) {
    if (!counted.category) continue;
    const std::string path = without_empty_segments(*counted.category);
    if (path.empty()) {
      tally.add({warning, "blank_category",
                 "Write NULL (all categories) in {column}, or the category that is meant, where "
                 "a blank or slashes alone stand: which category that is, is not known."},
                counted.example, counted.rows);
    } else if (!of_products.contains(path)) {
      tally.add({scope.severity, "category_without_products", scope.advice, shown(path)},
                counted.example, counted.rows);
    }
  }
  tally.report(ground);
}

}  // namespace

void check_categories(Ground& ground) {
  if (!ground.has(products::relation, "category")) return;
  const auto categories = distinct_in(ground, products::relation, "category", "product_id");
  check_products(ground, categories);
  std::set<std::string, std::less<>> paths;
  for (const Counted& counted : categories) {
    if (counted.category) add_with_ancestors(*counted.category, paths);
  }
  for (const ScopeColumn& scope : scope_columns) check_scope(ground, scope, paths);
}

}  // namespace softoptin::facts::check
