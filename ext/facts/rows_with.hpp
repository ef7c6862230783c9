// rows_with: the rows of a sorted list that have a value.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

namespace softoptin::facts {

// The list is in order of that member. Cost: two binary searches.
template <class Row, class Key>
std::span<const Row> rows_with(const std::vector<Row>& rows, Key Row::*member, Key key) {
  const auto begin =
      std::lower_bound(rows.begin(), rows.end(), key,
                       [&](const Row& row, Key value) { return row.*member < value; });
  const auto end = std::upper_bound(begin, rows.end(), key,
                                    [&](Key value, const Row& row) { return value < row.*member; });
  return {begin, end};
}

}  // namespace softoptin::facts
