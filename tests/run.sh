#!/usr/bin/env bash
# Installs what is missing, builds everything and runs all tests: the one command before and after a
# change. `.ci/run` calls it. Arguments name the steps to run instead of all of them:
#
#   tests/run.sh                 everything; skips SQLite sources that cannot be had
#   tests/run.sh tests           build and run the tests
#   tests/run.sh format tidy     only these gates
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

named=("$@")
steps=("$@")
all=(format shell tidy conditions mutation sanitizers threads fuzz tests faults versions)
[[ ${#steps[@]} -gt 0 ]] || steps=("${all[@]}")

say() { printf '\n== %s\n' "$*"; }

workflow() {
  cmake --workflow --preset "$1"
}

run_step() {
  case "$1" in
    format)
      say "clang-format: every C++ file as the house writes it"
      git ls-files -z --cached --others --exclude-standard '*.cpp' '*.hpp' |
        xargs -0 clang-format --dry-run --Werror
      ;;
    shell)
      say "shellcheck: every shell script"
      git ls-files -z --cached --others --exclude-standard '*.sh' '.ci/run' | xargs -0 shellcheck
      ;;
    tidy)
      say "clang-tidy: the extension, findings are errors"
      workflow tidy
      ;;
    conditions)
      say "Every condition matters: without any one of them a test fails"
      tests/house/each_condition_matters.sh
      ;;
    mutation)
      say "A sample of small changes of the rules: a test notices each"
      tests/mutation/run.sh
      ;;
    sanitizers)
      say "The tests under address and undefined-behaviour sanitizers"
      workflow asan
      ;;
    threads)
      say "The tests with threads under the thread sanitizer"
      workflow tsan
      ;;
    fuzz)
      say "Fuzzing, each program for a minute"
      workflow fuzz
      ;;
    faults)
      say "Every fault, and 1,000 corrupted files"
      cmake --preset dev
      cmake --build --preset dev --target hostile faults memory_faults
      SOFTOPTIN_EVERY_FAULT=1 SOFTOPTIN_CORRUPTED=1000 ctest --preset dev -R \
        '^(faults\.|hostile\.Corrupted)'
      ;;
    tests)
      say "The tests"
      workflow dev
      ;;
    versions)
      say "Against older and newer SQLite libraries"
      if [[ ${#named[@]} -gt 0 ]]; then  # Then none may be skipped.
        command -v npm >/dev/null || .ci/install.sh versions
        workflow versions
      else
        command -v npm >/dev/null || .ci/install.sh versions || say "npm cannot be had"
        workflow versions_at_hand
      fi
      ;;
    *)
      echo "tests/run.sh: no step '$1'; write one of format, shell, tidy, conditions," \
        "mutation, sanitizers, threads, fuzz, tests, faults, versions" >&2
      exit 2
      ;;
  esac
}

.ci/install.sh test
for step in "${steps[@]}"; do
  run_step "$step"
done
say "All of it passed: ${steps[*]}"
