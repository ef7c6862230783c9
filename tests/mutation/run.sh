#!/usr/bin/env bash
# Mutation of the rules: changes ext/rules mechanically, one change at a time, and expects the unit
# tests or the case book to notice each. README.md here says which changes.
#
#   tests/mutation/run.sh                            a sample that fits into three minutes
#   tests/mutation/run.sh --sample 500 --seed 7      a larger one, and another
#   tests/mutation/run.sh --file ext/rules/day.cpp   every change of one file
#   tests/mutation/run.sh --file ext/rules/day.cpp:40    of one line
#   tests/mutation/run.sh --all                      every change: an hour of processor time
#
# Works in a copy of the tree that goes away with this script. A change that no test notices, and
# that equivalent.txt does not explain, makes it fail.
set -euo pipefail
tree=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

usage() {
  sed -n 's/^#   //p' "${BASH_SOURCE[0]}" >&2
  exit 2
}

# Which changes: a number of them, or "all". The same tree has the same sample.
sample=120
seed=$(cat "$tree"/ext/rules/*.?pp "$tree"/ext/rules/conditions/*.hpp | cksum | cut -d ' ' -f 1)
files=()
while [[ $# -gt 0 ]]; do
  case "$1" in
    --all) sample=all ;;
    --sample) sample=${2:?} && shift ;;
    --seed) seed=${2:?} && shift ;;
    --file) files+=("${2:?}") && sample=all && shift ;;
    *) usage ;;
  esac
  shift
done

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
copy=$scratch/tree
build=$scratch/build
results=$scratch/results
export copy build results

compile=(clang++ -std=c++20 -O0 -Wno-everything -D_GLIBCXX_ASSERTIONS -Werror=return-type)
export compile_line="${compile[*]}"

give_up() {
  echo "$1" >&2
  if [[ -e $scratch/log ]]; then tail -n 30 "$scratch/log" >&2; fi
  exit 1
}

copy_tree() {
  mkdir -p "$copy/tests" "$results"
  cp -R "$tree/CMakeLists.txt" "$tree/ext" "$copy"
  cp -R "$tree"/tests/{CMakeLists.txt,support,unit,cases} "$copy/tests"
}

# Everything as it is, without optimisation, so that an inline function stands in the program once
# and can be replaced by linking another before it.
build_unchanged() {
  cmake -S "$copy" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE= -DCMAKE_CXX_COMPILER=clang++ \
    -DCMAKE_CXX_FLAGS="-O0 -w -D_GLIBCXX_ASSERTIONS" >"$scratch/log" 2>&1 &&
    cmake --build "$build" --target unit cases_core >"$scratch/log" 2>&1 &&
    g++ -std=c++20 -O1 "$tree/tests/mutation/mutate.cpp" -o "$scratch/mutate"
}

# What the rules include from elsewhere never changes: it is read once.
precompile() {
  cat "$copy"/ext/rules/*.?pp | grep -h '^#include <' | sort -u >"$scratch/elsewhere.hpp"
  "${compile[@]}" -x c++-header "$scratch/elsewhere.hpp" -o "$scratch/elsewhere.pch"
}

# The object files of the rules, of the unit tests and of the case book.
list_objects() {
  find "$build/ext/CMakeFiles/softoptin_rules.dir/rules" -name '*.o' | sort >"$scratch/rules"
  find "$build/tests/unit" -name '*.o' | sort >"$scratch/unit"
  find "$build/tests/cases/CMakeFiles/cases_core.dir" \
    "$build/tests/cases/CMakeFiles/case_runner.dir" "$build/tests/support" -name '*.o' |
    sort >"$scratch/cases"
}

# The object files that include a header, "<header> <object>" each.
list_includers() {
  ninja -C "$build" -t deps | awk -v root="$build/" '
    /^[^ ].*: #deps/ { object = root substr($1, 1, length($1) - 1) }
    # Relative where a compiler cache makes it so.
    sub(/^ .*\/tree\/ext\//, "ext/") { print $1, object }
  ' >"$scratch/includers"
  [[ -s $scratch/includers ]] || give_up "ninja knows no file that includes another"
}

source_of() {
  local object=$1 path
  path=${object#"$build"/}
  path=${path/CMakeFiles\/*.dir\//}
  echo "$copy/${path%.o}"
}
export -f source_of

# Compiles into $1/objects what the change in $1/tree reaches among the object files of the list $3,
# and prints all of them, those changed first.
compile_changed() {
  local work=$1 file=$2 object source path
  local -a compile
  read -ra compile <<<"$compile_line"
  while read -r object; do
    source=$(source_of "$object")
    path=${source#"$copy"/}
    if [[ -e $work/tree/$path ]]; then source=$work/tree/$path; fi
    "${compile[@]}" -include-pch "$scratch/elsewhere.pch" \
      -DSOFTOPTIN_CASES="\"$copy/tests/cases\"" \
      -I"$work/tree/ext" -I"$copy/ext" -I"$copy/tests" -c "$source" \
      -o "$work/objects/${path//\//.}.o" || return 1
    echo "$work/objects/${path//\//.}.o"
  done < <(reached "$file" "$3" 1)
  reached "$file" "$3" 0
}
# The object files of the list $2 that the file $1 is in (1), or is not in (0).
reached() {
  awk -v file="$1" -v wanted="$3" '
    NR == FNR { if ($1 == file) has[$2] = 1; next }
    ($1 in has) == wanted' "$scratch/includers" "$2"
}
export -f compile_changed reached

# A program of the object files that two lists name. The first of two copies of an inline function
# is the one that stays.
link_tests() {
  # shellcheck disable=SC2046
  clang++ -fuse-ld=lld -o "$1" $(cat "$2" "$3") "$scratch/policy_rows.o" \
    "${@:4}" -lgtest -lyaml-cpp -lsqlite3 -lpthread
}
export -f link_tests

# The tests that compare every day, and every hour of every zone, take seconds.
days='dates_by_sqlite.*:days.of_all_years*:windows.of_each_day*'
zones='*Zones*'
export days zones scratch

# Whether these tests pass. Seconds are of the processor, so that a busy machine changes nothing; a
# test that needs more has noticed, and leaves a line in $scratch/endless, for a person to look at.
pass() {
  local program=$1 seconds=$2 tests=$3 status=0
  {
    (
      ulimit -t "$seconds" -v 4000000 -c 0
      "$program" --gtest_fail_fast --gtest_brief=1 --gtest_filter="$tests"
    ) >/dev/null
  } 2>/dev/null || status=$?
  if [[ $status -eq 137 ]]; then echo "${change:-nothing changed}" >>"$scratch/endless"; fi
  return "$status"
}

# Whether the tests pass that can notice a change in that file: the unit tests, and then the case
# book, which takes longer to read. The lists of object files are those of the rules and of the
# tests. A program that does not link is the fault of the change.
tests_pass() {
  local work=$1 file=$2 rules=$3 unit=$4 cases=$5
  link_tests "$work/unit.run" "$rules" "$unit" -lgtest_main 2>/dev/null || return 1
  pass "$work/unit.run" 8 "-$days:$zones" || return 1
  case "$file" in
    */day.* | */window.*) pass "$work/unit.run" 20 "$days" || return 1 ;;
    */zone.*)
      pass "$work/unit.run" 20 "$days" && pass "$work/unit.run" 120 "$zones" || return 1
      ;;
  esac
  link_tests "$work/cases.run" "$rules" "$cases" 2>/dev/null && pass "$work/cases.run" 8 '*'
}
export -f pass tests_pass

# One change: is it noticed? First with the rules alone compiled anew; for what a header says that
# is not enough, since the tests have copies of their own of what is constant there.
judge() {
  local file number line before after work change verdict=survived
  IFS=$'\t' read -r file number line before after <<<"$1"
  change="$file:$line"$'\n'"    $before ==> $after"
  work=$(mktemp -d "$scratch/work.XXXXXX")
  mkdir -p "$work/tree/$(dirname "$file")" "$work/objects"
  "$scratch/mutate" "$copy/$file" "$number" >"$work/tree/$file"
  if ! compile_changed "$work" "$file" "$scratch/rules" >"$work/rules" 2>/dev/null; then
    verdict=broken
  elif ! tests_pass "$work" "$file" "$work/rules" "$scratch/unit" "$scratch/cases"; then
    verdict=noticed
  elif [[ $file == *.hpp ]]; then
    if ! compile_changed "$work" "$file" "$scratch/unit" >"$work/unit" 2>/dev/null ||
      ! compile_changed "$work" "$file" "$scratch/cases" >"$work/cases" 2>/dev/null; then
      verdict=broken
    elif ! tests_pass "$work" "$file" "$work/rules" "$work/unit" "$work/cases"; then
      verdict=noticed
    fi
  fi
  rm -rf "$work"
  printf '%s\t%s\t%s\t%s\t%s\n' "$verdict" "$file" "$line" "$before" "$after" \
    >"$results/${file//\//.}.$number"
}
export -f judge

list_mutants() {
  local place file line
  for place in "${files[@]}"; do
    file=${place%%:*}
    line=${place#"$file"}
    "$scratch/mutate" "$copy/$file" |
      awk -F '\t' -v line="${line#:}" -v OFS='\t' -v file="$file" \
        'line == "" || $2 == line { print file, $0 }'
  done
}

choose() {
  if [[ $sample == all ]]; then
    cat
  else
    awk -v seed="$seed" 'BEGIN { srand(seed) } { printf "%.9f\t%s\n", rand(), $0 }' |
      sort -n | cut -f 2- | sed -n "1,${sample}p"
  fi
}

# "file: before ==> after" for each entry of equivalent.txt.
equivalents() { grep -v -e '^#' -e '^$' "$tree/tests/mutation/equivalent.txt" | sort; }

# The same of the results with a verdict.
of_verdict() {
  awk -F '\t' -v verdict="$1" '$1 == verdict { print $2 ": " $4 " ==> " $5 }' "$scratch/judged" |
    sort
}

if [[ ${#files[@]} -eq 0 ]]; then
  mapfile -t files < <(cd "$tree" && printf '%s\n' ext/rules/*.cpp ext/rules/*.hpp \
    ext/rules/conditions/*.hpp)
fi
for file in "${files[@]}"; do
  [[ -e $tree/${file%%:*} ]] || give_up "there is no $file; write it as ext/rules/day.cpp"
done

copy_tree
build_unchanged || give_up "the copy of the tree does not build"
precompile
list_objects
list_includers
cp "$(find "$build/ext/policies" -name 'policy_rows.cpp.o')" "$scratch/policy_rows.o"
if ! tests_pass "$scratch" ext/rules/zone.cpp \
  "$scratch/rules" "$scratch/unit" "$scratch/cases"; then
  {
    "$scratch/unit.run" --gtest_brief=1
    "$scratch/cases.run" --gtest_brief=1
  } >"$scratch/log" 2>&1 || true
  give_up "a test fails before anything is changed"
fi

list_mutants >"$scratch/all"
choose <"$scratch/all" >"$scratch/chosen"
echo "$(wc -l <"$scratch/chosen") of $(wc -l <"$scratch/all") changes, seed $seed"
# shellcheck disable=SC2016
tr '\n' '\0' <"$scratch/chosen" |
  xargs -0 -n 1 -P "$(nproc)" bash -c 'judge "$1"' _
find "$results" -type f -exec cat {} + | sort -t $'\t' -k 2,2 -k 3,3n >"$scratch/judged"

noticed=$(of_verdict noticed | wc -l)
broken=$(of_verdict broken | wc -l)
of_verdict survived >"$scratch/survived"
equivalents >"$scratch/equivalent"
grep -vxF -f "$scratch/equivalent" "$scratch/survived" >"$scratch/unexplained" || true
unexplained=$(wc -l <"$scratch/unexplained")
equivalent=$(($(wc -l <"$scratch/survived") - unexplained))

if [[ $unexplained -gt 0 ]]; then
  echo "no test notices these:"
  awk -F '\t' '$1 == "survived" { print $2 ":" $3 "\t" $2 ": " $4 " ==> " $5 }' "$scratch/judged" |
    while IFS=$'\t' read -r place text; do
      if grep -qxF "$text" "$scratch/unexplained"; then
        printf '  %s\n    %s\n' "$place" "${text#*: }"
      fi
    done
fi
if [[ -e $scratch/endless ]]; then
  echo "the tests do not end with these:"
  sed 's/^ext/  ext/' "$scratch/endless"
fi
echo "$noticed noticed, $equivalent equivalent, $unexplained not noticed" \
  "($broken do not compile and are none)"

# An entry that no change has any more is in the way of whoever reads the list.
stale=0
if [[ $sample == all ]]; then
  while read -r entry; do
    [[ " ${files[*]} " == *" ${entry%%: *} "* ]] || continue
    if ! grep -qxF "$entry" "$scratch/survived"; then
      echo "equivalent.txt: no change that survives is: $entry"
      stale=$((stale + 1))
    fi
  done <"$scratch/equivalent"
fi
[[ $unexplained -eq 0 && $stale -eq 0 ]]
