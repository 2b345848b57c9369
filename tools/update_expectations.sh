#!/usr/bin/env bash
# Rewrites what tests/regression expects. The only way to change it: in a commit of its own that says why.
#
#   tools/update_expectations.sh [names | stories]   only that; without a word all
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$root/tools/build.sh" release headrace headrace_regression_tests
mkdir -p "$root/tests/regression/names"
HEADRACE_UPDATE_EXPECTATIONS=1 "$root/build/release/headrace_regression_tests" ${1:+-tc="$1*"}
git -C "$root" --no-pager diff --stat -- tests/regression
