#include "policies/compiler/periods.hpp"

#include <algorithm>
#include <tuple>

namespace softoptin::policies {
namespace {

constexpr std::string_view commercial = "commercial";

std::string named(const Row& row) { return "the row " + row.written("policy"); }

void check_one(const Row& row) {
  const auto from = row.day("valid_from");
  const auto to = row.day("valid_to");
  if (from && to && *to < *from) {
    throw Fault{row.line(), named(row) + " ends before it begins"};
  }
}

[[noreturn]] void refuse_undated(const Row& row) {
  throw Fault{row.line(),
              named(row) + " has no `valid_from`, and is not the only one of its variant"};
}

// Two rows of a variant, the earlier one first.
void check_neighbours(const Row& earlier, const Row& later) {
  const auto end = earlier.day("valid_to");
  const auto begin = later.day("valid_from");
  if (!begin) refuse_undated(later);
  if (!end && !earlier.day("valid_from")) refuse_undated(earlier);
  if (!end) {
    throw Fault{earlier.line(),
                named(earlier) + " has no `valid_to`, though " + named(later) + " follows it"};
  }
  const rules::Day last = day_before(*begin);
  if (*end == last) return;
  throw Fault{later.line(), named(later) +
                                (*end > last ? " overlaps " : " leaves days out after ") +
                                named(earlier) + ": one ends on " + end->text() +
                                ", the other begins on " + begin->text()};
}

}  // namespace

void put_in_order(std::vector<Row>& rows) {
  std::ranges::stable_sort(rows, {}, [](const Row& row) {
    return std::tuple{row.written("variant") != commercial, row.day("valid_from")};
  });
}

void check_periods(const std::vector<Row>& rows) {
  for (const Row& row : rows) check_one(row);
  for (std::size_t at = 1; at < rows.size(); ++at) {
    if (rows[at - 1].written("variant") == rows[at].written("variant")) {
      check_neighbours(rows[at - 1], rows[at]);
    }
  }
  if (rows.front().written("variant") != commercial) {
    throw Fault{rows.front().line(), "there is no row whose `variant` is commercial"};
  }
}

}  // namespace softoptin::policies
