#include "facts/check.hpp"

#include <algorithm>
#include <array>

#include "facts/check_list.hpp"

namespace softoptin::facts::check {
namespace {

constexpr std::array checks = {
    check_relations,  check_columns,     check_values,  check_rows,
    check_categories, check_assessments, check_indexes,
};

}  // namespace

std::vector<Finding> findings(sqlite3* db) {
  Ground ground{db};
  for (const auto check : checks) check(ground);
  auto all = ground.take_findings();
  std::ranges::stable_sort(all, {}, &Finding::severity);
  return all;
}

}  // namespace softoptin::facts::check
