#include "facts/check/check.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "facts/check/list.hpp"

namespace softoptin::facts::check {
namespace {

// The law is filled by check_choices, check_values and check_registers, and asked by those after
// these (law.hpp).
constexpr std::array checks = {
    check_relations,    check_columns,    check_choices,     check_values,
    check_rows,         check_categories, check_registers,   check_policies,
    check_negotiations, check_messages,   check_assessments, check_indexes,
};

// Where the relation stands in the contract.
std::ptrdiff_t place_of(std::string_view relation) {
  return std::ranges::find(relations, relation, &Relation::name) - relations.begin();
}

}  // namespace

std::vector<Finding> findings(sqlite3* db) {
  Ground ground{db};
  for (const auto check : checks) check(ground);
  auto all = ground.take_findings();
  std::ranges::stable_sort(all, {}, [](const Finding& finding) {
    return std::pair{finding.severity, place_of(finding.relation)};
  });
  return all;
}

}  // namespace softoptin::facts::check
