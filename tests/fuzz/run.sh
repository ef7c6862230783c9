#!/usr/bin/env bash
# Fuzzing: one program that the preset `fuzz` has built, for some seconds, from its corpus on.
#
#   tests/fuzz/run.sh dates 600       for ten minutes
#   ctest --preset fuzz               each for 60 seconds, two at a time, from seed 1 on
#   ctest --preset fuzz_hour          each for an hour
#
# SOFTOPTIN_FUZZ_SEED makes a run repeat itself, as far as its time goes, so that a red run is the
# tree's fault and not the dice's. Without it each run has other dice.
# What it finds on the way stays in build/fuzz/corpus, and the next run begins with it. An input
# that shows a fault is kept in build/fuzz/findings; put it into tests/fuzz/corpus with the mending.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

name=${1:?which one? see tests/fuzz/README.md}
seconds=${2:-${SOFTOPTIN_FUZZ_SECONDS:-60}}
program=build/fuzz/tests/fuzz/fuzz_$name
if [[ ! -x $program ]]; then
  echo "there is no $program: cmake --workflow --preset fuzz" >&2
  exit 1
fi

found=build/fuzz/corpus/$name
log=build/fuzz/$name.log
mkdir -p "$found" build/fuzz/findings
if ! "$program" -seed="${SOFTOPTIN_FUZZ_SEED:-0}" -max_total_time="$seconds" -timeout=60 \
  -rss_limit_mb=4096 -use_value_profile=1 -artifact_prefix="build/fuzz/findings/$name." \
  "$found" "tests/fuzz/corpus/$name" >"$log" 2>&1; then
  tail -n 60 "$log" >&2
  echo "$name found a fault: see build/fuzz/findings" >&2
  exit 1
fi
echo "$name: $(sed -n 's/^Done \([0-9]* runs\) in .*/\1/p' "$log")"
