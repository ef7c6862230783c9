#!/usr/bin/env bash
# From a fresh Debian (12 or later) to the first answers, in one command:
#
#   examples/quickstart.sh
#
# Installs what is missing from Debian's packages, builds the extension, makes the database of the
# shop in examples/shop/ and walks through a campaign in the sqlite3 shell. Can be run again at any
# time, from any directory. Writes to build/ only.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD

# Runs a command in silence; shows what it said when it fails.
quietly() {
  local log=build/quickstart.log
  if ! "$@" >"$log" 2>&1; then
    cat "$log" >&2
    echo "Failed: $* (the lines above are in $root/$log)" >&2
    exit 1
  fi
}

.ci/install.sh build

mkdir -p build
echo "Building softoptin ..."
quietly cmake --preset release
quietly cmake --build --preset release
extension=$root/build/release/softoptin

echo "Making the shop's database, build/shop.db ..."
rm -f build/shop.db
for part in schema data views; do
  sqlite3 -init /dev/null -batch -bail build/shop.db <"examples/shop/$part.sql"
done

sqlite3 -init /dev/null -batch -bail -cmd ".load '$extension'" build/shop.db <examples/shop/walk.sql

cat <<END

The shop is in build/shop.db, its tables and views are explained in examples/shop/README.md.

Next, over your own data: copy the views of sql/relations/ into a file, put the names of your tables
into them, open your database with sqlite3, and type

.load '$extension'
.read my_views.sql
SELECT email FROM customers WHERE soft_optin_eligible(id, 'my-product');
END
