#!/usr/bin/env bash
# What must be true of the built softoptin.so, whatever compiler made it. Says each thing that is
# not, and fails then.
#
#   gates.sh <softoptin.so> <compile_commands.json> <source folder>
#
# The second file has the compiler's command for each file of ext/: a flag that one of them lacks
# shows there, and need not show in the library.
set -euo pipefail
export LC_ALL=C

library=$1
commands=$2
folder=$3/ext/
failed=0

refuse() {
  echo "$library $1" >&2
  failed=1
}

dynamic=$(readelf --wide --dynamic "$library")
segments=$(readelf --wide --program-headers "$library")
exported=$(nm --dynamic --defined-only "$library" | sed 's/.* //')
imported=$(nm --dynamic --undefined-only "$library" | sed 's/.* //; s/@.*//')

has_line() { # <text> <pattern>
  grep --quiet --extended-regexp "$2" <<<"$1"
}

[[ $exported == sqlite3_softoptin_init ]] ||
  refuse "exports, besides or instead of sqlite3_softoptin_init: ${exported//$'\n'/ }"

needed=$(sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' <<<"$dynamic")
[[ -n $needed ]] || refuse "needs no library: readelf cannot have read it"
for name in $needed; do
  case $name in
    libc.so.6 | libm.so.6 | libstdc++.so.6 | libgcc_s.so.1 | ld-linux*.so.*) ;;
    *) refuse "needs $name, which a user may not have" ;;
  esac
done

# SQLite is whoever loads us: its functions come through the table that the loader hands over.
! has_line "$imported" '^sqlite3_' || refuse "imports functions of SQLite by name"

# It opens nothing, starts nothing, and knows no clock and no environment but the host's.
outside='open|open64|openat|creat|fopen|fopen64|freopen|popen|opendir|mmap|shm_open|socket|connect'
outside+='|getaddrinfo|getenv|secure_getenv|system|exec[a-z]*|fork|vfork|posix_spawn[a-z]*|dlopen'
outside+='|time|clock_gettime|gettimeofday|localtime|localtime_r|gmtime|gmtime_r'
found=$(grep --extended-regexp "^($outside)$|basic_filebuf|filesystem|_clock3now|random_device" \
  <<<"$imported" || true)
[[ -z $found ]] || refuse "reaches outside by ${found//$'\n'/ }"

! has_line "$dynamic" '\((RPATH|RUNPATH)\)' || refuse "names folders to look for libraries in"
! has_line "$dynamic" 'TEXTREL' || refuse "has text relocations: code is written to when it loads"
has_line "$dynamic" '(BIND_NOW|FLAGS_1.* NOW)' || refuse "binds its imports late: link with -z now"
has_line "$segments" '^ +GNU_RELRO ' || refuse "leaves its tables writable: link with -z relro"
has_line "$segments" '^ +GNU_STACK ' || refuse "does not say that its stack is not executable"
! has_line "$segments" '^ +GNU_STACK .* R?WE ' || refuse "wants an executable stack"
! has_line "$segments" '^ +LOAD .* RWE ' || refuse "has memory both writable and executable"

has_line "$imported" '^__stack_chk_fail$' || refuse "is built without -fstack-protector-strong"

# The compiler of the policy rows runs while building and is no part of the library.
compiled=$(grep --fixed-strings -e " -c $folder" "$commands" |
  grep --fixed-strings --invert-match -e " -c ${folder}policies/compiler/" || true)
files=$(grep --count . <<<"$compiled" || true)
[[ $files -gt 0 ]] || refuse "has no file of $folder in $commands"
for flag in -fstack-protector-strong -D_FORTIFY_SOURCE=2 -fvisibility=hidden \
  -fvisibility-inlines-hidden -fPIC; do
  with=$(grep --count -e " $flag " <<<"$compiled" || true)
  [[ $with -eq $files ]] || refuse "has $((files - with)) of $files files without $flag"
done

[[ $failed -eq 0 ]] || exit 1
echo "$library: one symbol, ${needed//$'\n'/ }, hardened, $files files alike"
