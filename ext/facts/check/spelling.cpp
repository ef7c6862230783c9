#include "facts/check/spelling.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "rules/text.hpp"

namespace softoptin::facts::check {
namespace {

std::string letters_of(std::string_view name) {
  std::string letters;
  for (const char sign : name) {
    if (sign != '_' && sign != '-' && sign != ' ') letters += rules::ascii_lower(sign);
  }
  return letters;
}

// How many letters have to be changed, added, left out or swapped with their neighbour.
std::size_t distance(std::string_view left, std::string_view right) {
  std::vector<std::vector<std::size_t>> least(left.size() + 1,
                                              std::vector<std::size_t>(right.size() + 1));
  for (std::size_t row = 0; row <= left.size(); ++row) least[row][0] = row;
  for (std::size_t column = 0; column <= right.size(); ++column) least[0][column] = column;
  for (std::size_t row = 1; row <= left.size(); ++row) {
    for (std::size_t column = 1; column <= right.size(); ++column) {
      const bool same = left[row - 1] == right[column - 1];
      std::size_t cost = std::min({least[row - 1][column] + 1, least[row][column - 1] + 1,
                                   least[row - 1][column - 1] + (same ? 0U : 1U)});
      if (row > 1 && column > 1 && left[row - 1] == right[column - 2] &&
          left[row - 2] == right[column - 1]) {
        cost = std::min(cost, least[row - 2][column - 2] + 1);
      }
      least[row][column] = cost;
    }
  }
  return least[left.size()][right.size()];
}

std::size_t most_changes(std::size_t letters) {
  if (letters < 4) return 0;
  return letters < 10 ? 1 : 2;
}

}  // namespace

bool misspells(std::string_view met, std::string_view meant) {
  const std::string left = letters_of(met);
  const std::string right = letters_of(meant);
  const std::size_t most = most_changes(right.size());
  if (left.size() > right.size() + most || right.size() > left.size() + most) return false;
  return distance(left, right) <= most;
}

}  // namespace softoptin::facts::check
