#!/usr/bin/env bash
# Configures and builds one preset; speaks only of progress, and in full only when it fails.
#
#   tools/build.sh PRESET [TARGET...]
#
# With CI=true warnings are errors. All output goes to stderr, so that a caller's stdout stays its own.
set -euo pipefail
exec 1>&2

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
preset=$1
shift
cd "$root"
folder=build/$preset
log=$folder/build.log
mkdir -p "$folder"

# One build at a time in a folder: ninja does not lock it.
exec 9>"$folder/.lock"
flock 9

options=()
[[ ${CI:-} != true ]] || options+=(-DHEADRACE_WERROR=ON)
cmake --preset "$preset" "${options[@]}" >"$log" 2>&1 9>&- ||
  { cat "$log"; echo "build: could not configure $folder"; exit 1; }

# On a terminal one line of progress comes and goes; elsewhere every twentieth step is told.
progress() {
  local line count=0
  while IFS= read -r line; do
    [[ $line == *" "@(Building|Linking)" "* ]] || continue
    if [[ -t 1 ]]; then
      printf '\r%.79s\e[K' "$line"
    elif ((count++ % 20 == 0)); then
      echo "$line"
    fi
  done
  [[ ! -t 1 ]] || printf '\r\e[K'
}

export NINJA_STATUS="build: %f of %t  "
ninja -C "$folder" "$@" 2>&1 9>&- | tee "$log" | progress ||
  { grep -v '^build: [0-9]' "$log"; echo "build: failed in $folder"; exit 1; }
