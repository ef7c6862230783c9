#!/usr/bin/env bash
# Installs what is missing from Debian's packages.
#
#   .ci/install.sh build       to build the extension and run the examples
#   .ci/install.sh test        that, and to run the tests and checks
#   .ci/install.sh versions    what fetches the sources of other SQLite versions
#
# Calls apt-get only when something is missing, then with sudo unless root runs it. Quiet when all
# goes well; what apt-get said is shown when it fails.
set -euo pipefail

build=(g++ cmake ninja-build sqlite3 libsqlite3-dev libhowardhinnant-date-dev nlohmann-json3-dev
  libyaml-cpp-dev)
test=("${build[@]}" libgtest-dev libgmock-dev clang clang-format clang-tidy lld llvm
  libclang-rt-dev shellcheck xz-utils libbenchmark-dev hyperfine tzdata valgrind)
versions=(npm)

case "${1:-}" in
  build) wanted=("${build[@]}") ;;
  test) wanted=("${test[@]}") ;;
  versions) wanted=("${versions[@]}") ;;
  *)
    echo "usage: $0 build|test|versions" >&2
    exit 2
    ;;
esac

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  echo "This is no Debian system (no dpkg or apt-get), so nothing can be installed for you." >&2
  echo "What these Debian packages hold is needed: ${wanted[*]}" >&2
  exit 1
fi

missing=()
for package in "${wanted[@]}"; do
  status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
  [[ $status == installed* ]] || missing+=("$package")
done
[[ ${#missing[@]} -gt 0 ]] || exit 0

as_root=()
if [[ $(id -u) -ne 0 ]]; then
  if ! command -v sudo >/dev/null; then
    echo "Missing: ${missing[*]}" >&2
    echo "Run as root: apt-get install ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
  echo "Installing with sudo: ${missing[*]}"
else
  echo "Installing: ${missing[*]}"
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
apt() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get --quiet --yes \
    --option DPkg::Lock::Timeout=300 "$@" </dev/null >>"$log" 2>&1
}
# A mirror that fails to update does no harm as long as the packages can still be had.
apt update || true
if ! apt install --no-install-recommends "${missing[@]}"; then
  cat "$log" >&2
  echo "apt-get could not install: ${missing[*]}" >&2
  exit 1
fi
