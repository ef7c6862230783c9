#!/usr/bin/env bash
# Fuzzing: each program that the preset `fuzz` has built, for some seconds, from its corpus on.
#
#   tests/fuzz/run.sh                      each for 25 seconds, as many at once as there are cores
#   tests/fuzz/run.sh --seconds 3600       each for an hour
#   tests/fuzz/run.sh dates worlds         only these
#
# What they find on the way stays in build/fuzz/corpus, and the next run begins with it. An input
# that shows a fault is kept in build/fuzz/findings; put it into tests/fuzz/corpus with the mending.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

seconds=25
names=()
while [[ $# -gt 0 ]]; do
  case "$1" in
    --seconds) seconds=${2:?} && shift ;;
    -*) sed -n 's/^#   //p' "${BASH_SOURCE[0]}" >&2 && exit 2 ;;
    *) names+=("$1") ;;
  esac
  shift
done
all=(worlds settings dates zones addresses categories policy_choices)
[[ ${#names[@]} -gt 0 ]] || names=("${all[@]}")

fuzz() {
  local name=$1 seconds=$2 program=build/fuzz/tests/fuzz/fuzz_$1
  local found=build/fuzz/corpus/$name log=build/fuzz/$name.log
  if [[ ! -x $program ]]; then
    echo "there is no $program: cmake --workflow --preset fuzz" >&2
    return 1
  fi
  mkdir -p "$found" build/fuzz/findings
  if "$program" -max_total_time="$seconds" -timeout=60 -rss_limit_mb=4096 -use_value_profile=1 \
    -artifact_prefix="build/fuzz/findings/$name." "$found" "tests/fuzz/corpus/$name" \
    >"$log" 2>&1; then
    echo "$name: $(sed -n 's/^Done \([0-9]* runs\) in .*/\1/p' "$log")"
  else
    tail -n 60 "$log" >&2
    echo "$name found a fault: see build/fuzz/findings" >&2
    return 1
  fi
}
export -f fuzz

# shellcheck disable=SC2016
printf '%s\n' "${names[@]}" |
  xargs -n 1 -P "$(nproc)" bash -c 'fuzz "$1" "$0"' "$seconds"
