#!/bin/sh
# Installs into a scratch prefix, and uses the extension from another directory as a user does:
# `.load softoptin`, a question, `.quit`. The shell must print the answers and nothing else.
#
#   load_by_name.sh <cmake> <build folder> <sqlite3> <version>
set -eu

cmake=$1
build=$2
sqlite3=$3
version=$4

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/elsewhere"

fail() {
  echo "$1" >&2
  exit 1
}

# expect <what> <wanted> <given>
expect() {
  [ "$2" = "$3" ] || fail "$1
--- expected
$2
--- given
$3"
}

unset DESTDIR
"$cmake" --install "$build" --prefix "$scratch/prefix" >"$scratch/install.log" ||
  fail "cmake --install failed: $(cat "$scratch/install.log")"

link=$(find "$scratch/prefix" -name softoptin.so)
[ -n "$link" ] || fail "no softoptin.so below the prefix: $(find "$scratch/prefix")"
directory=$(dirname "$link")
[ -f "$directory/libsoftoptin.so" ] || fail "no libsoftoptin.so beside $link"

# From a directory that does not hold the library: the loader finds it by name.
cd "$scratch/elsewhere"
LD_LIBRARY_PATH=$directory
export LD_LIBRARY_PATH

expect "the version, from the command line" "$version" \
  "$("$sqlite3" -init /dev/null :memory: ".load softoptin" "SELECT soft_optin_version()" 2>&1)"

"$sqlite3" -init /dev/null shop.db >out 2>err <<'SQL'
.load softoptin
CREATE TABLE soft_optin_contacts(contact_id INTEGER PRIMARY KEY, email TEXT);
CREATE TABLE soft_optin_products(product_id TEXT, category TEXT);
CREATE TABLE soft_optin_sales(
  contact_id INTEGER, product_id TEXT, occurred_at TEXT, opt_out_offered INTEGER);
CREATE TABLE soft_optin_preferences(contact_id INTEGER, state TEXT, changed_at TEXT);
CREATE TABLE soft_optin_assessments(approved_at TEXT, outcome TEXT, review_due_at TEXT);
INSERT INTO soft_optin_contacts VALUES (1, 'ada@example.org');
SELECT soft_optin_reason(1, 'shoes', 'email', '2026-06-15');
SELECT count(*) FROM soft_optin_conditions(1, 'shoes', 'email', '2026-06-15');
SELECT soft_optin_eligible(contact_id, 'shoes', 'email', '2026-06-15') FROM soft_optin_contacts;
.quit
SQL
expect "the answers, and nothing at .quit" "unknown_product
22
0" "$(cat out)"
expect "nothing on the error output" "" "$(cat err)"
