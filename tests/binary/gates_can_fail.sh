#!/usr/bin/env bash
# Builds small libraries with one flaw each: gates.sh must refuse every one with its sentence, and
# pass the one without a flaw.
#
#   gates_can_fail.sh <c++>
set -euo pipefail

compiler=$1
gates=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/gates.sh
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

cat >sound.cpp <<'CPP'
#include <cstdio>
#define PUBLIC extern "C" __attribute__((visibility("default")))
char* text;
PUBLIC int sqlite3_softoptin_init(const char* format) {
  char room[32];
  std::snprintf(room, sizeof room, format, 1);
  text = new char[32];
  return room[0];
}
CPP
{ cat sound.cpp && echo 'PUBLIC int another() { return 1; }'; } >second_symbol.cpp
{ cat sound.cpp && echo 'PUBLIC int sqlite3_libversion_number();' \
  'int version() { return sqlite3_libversion_number(); }' \
  'int (*keep)() __attribute__((used)) = version;'; } >imports_sqlite.cpp
{ cat sound.cpp && printf '%s\n' '#include <cstdlib>' \
  'char* (*keep)(const char*) __attribute__((used)) = std::getenv;'; } >environment.cpp
{ cat sound.cpp && printf '%s\n' '#include <fstream>' \
  'void write() { std::ofstream{"a"} << 1; }' \
  'void (*keep)() __attribute__((used)) = write;'; } >file.cpp
{ cat sound.cpp && echo '__attribute__((section(".text"), used)) void* place = &text;'; } \
  >text_relocation.cpp
{ cat sound.cpp && echo 'asm(".pushsection .both,\"awx\"; .byte 1; .popsection");'; } \
  >writable_code.cpp

compile_flags=(-O2 -std=c++20 -fPIC -fvisibility=hidden -fvisibility-inlines-hidden
  -fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
# As ext/softoptin.map does it, else templates of the standard library are exported as well.
echo '{ global: sqlite3_softoptin_init; another; local: *; };' >exports.map
link_flags=(-shared "-Wl,--version-script=exports.map"
  "-Wl,--as-needed,-z,relro,-z,now,-z,noexecstack")

# build <file> [flags]: library.so, and the commands that made it.
build() {
  local source=$1
  shift
  echo "\"command\": \"$compiler ${compile_flags[*]} $* -c /ext/$source\"" >commands.json
  "$compiler" "${compile_flags[@]}" "$source" "${link_flags[@]}" "$@" -o library.so 2>build.log ||
    { cat build.log >&2 && exit 1; }
}

failed=0
# refused <sentence> <file> [flags]
refused() {
  local sentence=$1
  shift
  build "$@"
  if "$gates" library.so commands.json "" >said 2>&1; then
    echo "gates.sh passes a library that ought to be refused: it $sentence" >&2
    failed=1
  elif ! grep --quiet --fixed-strings "library.so $sentence" said; then
    echo "gates.sh refuses, but not since it $sentence: $(cat said)" >&2
    failed=1
  fi
}

build sound.cpp
"$gates" library.so commands.json "" || failed=1

refused "exports" second_symbol.cpp
refused "needs libdl.so.2" sound.cpp -Wl,--no-as-needed,-l:libdl.so.2
refused "imports functions of SQLite" imports_sqlite.cpp
refused "reaches outside by getenv" environment.cpp
refused "reaches outside by _Z" file.cpp
refused "names folders" sound.cpp -Wl,-rpath,/opt/somewhere
refused "names folders" sound.cpp -Wl,--disable-new-dtags,-rpath,/opt/somewhere
refused "has text relocations" text_relocation.cpp -Wl,-z,notext
refused "binds its imports late" sound.cpp -Wl,-z,lazy
refused "leaves its tables writable" sound.cpp -Wl,-z,norelro
refused "wants an executable stack" sound.cpp -Wl,-z,execstack
refused "has memory both writable and executable" writable_code.cpp
refused "is built without -fstack-protector-strong" sound.cpp -fno-stack-protector

build sound.cpp
for flag in -fstack-protector-strong -D_FORTIFY_SOURCE=2 -fvisibility=hidden -fPIC; do
  sed -i.whole "s/ $flag / /" commands.json
  if "$gates" library.so commands.json "" >said 2>&1 || ! grep --quiet -e "without $flag" said; then
    echo "gates.sh does not miss $flag in the compiler's commands" >&2
    failed=1
  fi
  mv commands.json.whole commands.json
done
exit "$failed"
