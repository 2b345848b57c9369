#!/usr/bin/env bash
# Fails if code compiled for AVX could run on a processor without it.
#
#   tools/check_isa_symbols.sh BUILD_FOLDER
#   tools/check_isa_symbols.sh --self-test COMPILER    shows that planted mistakes are found
#
# The lanes are compiled several times: for the baseline, and in namespaces isa_avx2 and isa_avx512 for these. Two
# things leak. An inline function or template outside its namespace is a weak symbol, equal in all objects, of which
# the linker keeps any one. And what initialises a global variable runs at start-up, on every processor.
set -euo pipefail

# leaks OBJECT ISA: one line per leak. nm says W for a weak function, i for an indirect one; V and u are data.
leaks() {
  nm --defined-only --format=posix "$1" | awk -v isa="isa_$2" '
    ($2 == "W" || $2 == "i") && index($1, isa) == 0 { print "weak function outside " isa ": " $1 }
    $1 ~ /^_GLOBAL__sub_I_/ { print "initialises a global variable at start-up: " $1 }' | c++filt
}

# check FOLDER: every object whose path names an instruction set.
check() {
  local count=0 bad=0 object isa found leak
  while IFS= read -r object; do
    isa=$(grep --only-matching --extended-regexp 'avx(2|512)' <<<"${object#"$1"}" | tail -n 1)
    found=$(leaks "$object" "$isa")
    count=$((count + 1))
    [[ -z $found ]] && continue
    bad=1
    while IFS= read -r leak; do echo "${object##*/CMakeFiles/}: error: $leak"; done <<<"$found"
  done < <(find "$1" -type f -name '*.o' -regextype posix-extended -regex '.*(headrace_lanes|isa)_avx(2|512).*' | sort)
  ((bad == 0)) || { echo "Move these into the namespace, make them static or always inline, or drop them."; return 1; }
  echo "isa_symbols: $count objects checked"
}

# Planted objects: one clean, two with a leak each.
self_test() {
  local compiler=$1 name
  folder=$(mktemp -d)
  trap 'rm -r "$folder"' EXIT
  plant() {
    mkdir "$folder/$1"
    "$compiler" -x c++ -O1 -mavx2 -c - -o "$folder/$1/isa_avx2.o" <<<"$2"
  }
  local f='inline __attribute__((noinline)) int f(int x) { return x * x; }' g='int g(int x) { return f(x); }'
  plant clean "namespace isa_avx2 { $f $g }"
  plant weak "$f namespace isa_avx2 { $g }"
  plant start 'int f(); namespace isa_avx2 { int g = f(); }'
  (check "$folder/clean") || { echo "a clean object was rejected"; exit 1; }
  for name in weak start; do
    ! (check "$folder/$name") || { echo "the planted mistake '$name' was not found"; exit 1; }
  done
}

case $# in
  1) check "$1" ;;
  2) self_test "$2" ;;
  *) echo "usage: tools/check_isa_symbols.sh BUILD_FOLDER | --self-test COMPILER" >&2; exit 2 ;;
esac
