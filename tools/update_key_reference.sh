#!/usr/bin/env bash
# Puts the key reference that the program prints between the markers of docs/scenario.md.
#
#   tools/update_key_reference.sh [PROGRAM]
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
program=${1:-$root/build/release/headrace}
document=$root/docs/scenario.md
new=$(mktemp)
trap 'rm -f "$new"' EXIT
{
  sed '/<!-- key reference: begin/q' "$document"
  "$program" keys
  sed -n '/<!-- key reference: end/,$p' "$document"
} >"$new"
cat "$new" >"$document"
