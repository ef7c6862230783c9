#!/usr/bin/env bash
# Shows that every condition of the rule book matters: without any one of them a case fails.
#
#   tests/house/each_condition_matters.sh            every condition
#   tests/house/each_condition_matters.sh lapsed     only these
#
# In a copy of the tree that goes away with this script, each entry of the rule book becomes one
# that is always met while the variable REMOVED names it. So the copy is built once, and the case
# book, run through its rules, must notice each removal. One that nothing notices makes the script
# fail.
set -euo pipefail
tree=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT

rule_book=ext/rules/rule_book.hpp
log=$copy/log

# What went wrong, and the end of what the last program said.
give_up() {
  echo "$1" >&2
  if [[ -e $log ]]; then tail -n 20 "$log" >&2; fi
  exit 1
}

# The conditions, in order: the entries of the array.
conditions() {
  sed -n '/^constexpr std::array rule_book = {$/,/^};$/s/^    \([a-z_]*\),$/\1/p' "$tree/$rule_book"
}

# Only what the case book needs, and the rooms of ext/ that CMake asks for but nobody builds.
copy_tree() {
  mkdir -p "$copy/tests"
  cp -R "$tree/CMakeLists.txt" "$tree/ext" "$copy"
  cp -R "$tree/tests/CMakeLists.txt" "$tree/tests/support" "$tree/tests/cases" "$copy/tests"
}

# Each entry `lapsed,` of the copy's rule book becomes `unless_removed<lapsed>(),`.
make_removable() {
  local array='/^constexpr std::array rule_book = {$/'
  sed -e "$array,/^};\$/s/^    \([a-z_]*\),\$/unless_removed<\1>(),/" \
    -e 's/^#include <optional>$/&\n#include <cstdlib>/' \
    -e "$array"'i\
inline bool removed(std::string_view name) {\
  const char* wanted = std::getenv("REMOVED");\
  return wanted != nullptr \&\& name == wanted;\
}\
\
template <const Rule\& entry>\
constexpr Rule unless_removed() {\
  Rule rule = entry;\
  rule.met = [](const Matter\& matter) {\
    return removed(entry.name) ? Truth::yes : entry.met(matter);\
  };\
  return rule;\
}\
' "$tree/$rule_book" >"$copy/$rule_book"
}

build() {
  cmake -S "$copy" -B "$copy/build" -G Ninja -DCMAKE_BUILD_TYPE= >"$log" 2>&1 &&
    cmake --build "$copy/build" --target cases_core >"$log" 2>&1
}

# How the case book ends without that condition: "all pass", "7 tests fail", or that it crashes,
# which is noticed too.
cases_without() {
  local status=0
  REMOVED=$1 "$copy/build/tests/cases/cases_core" >"$log" 2>&1 || status=$?
  if [[ $status -eq 0 ]]; then
    echo "all pass"
  elif [[ $status -eq 1 ]]; then
    sed -n 's/^ *\([0-9]*\) FAILED TESTS\{0,1\}$/\1 tests fail/p' "$log"
  else
    echo "the run crashes after $(grep -c '^\[  FAILED  \]' "$log" || true) failures"
  fi
}

mapfile -t all < <(conditions)
written=$(cat "$tree"/ext/rules/conditions/*.hpp | grep -c '^constexpr Rule ')
[[ ${#all[@]} -eq $written ]] ||
  give_up "found ${#all[@]} conditions in the rule book, and $written in ext/rules/conditions"

wanted=("$@")
[[ $# -gt 0 ]] || wanted=("${all[@]}")
for condition in "${wanted[@]}"; do
  [[ " ${all[*]} " == *" $condition "* ]] || give_up "the rule book has no condition $condition"
done

copy_tree
make_removable
build || give_up "the copy of the tree does not build"
if [[ $(cases_without nothing) != "all pass" ]]; then
  grep '^\[  FAILED  \].*ms)$' "$log" >&2 || true
  echo "these cases fail before any condition is removed: nothing can be shown" >&2
  exit 1
fi

unnoticed=0
for condition in "${wanted[@]}"; do
  outcome=$(cases_without "$condition")
  [[ -n $outcome ]] || give_up "the cases without $condition end in a way not known here"
  echo "removed $condition: $outcome"
  if [[ $outcome == "all pass" ]]; then unnoticed=$((unnoticed + 1)); fi
done

if [[ $unnoticed -gt 0 ]]; then
  echo "$unnoticed of ${#wanted[@]} conditions can be removed without any case noticing" >&2
  exit 1
fi
echo "each of ${#wanted[@]} conditions matters"
