#!/usr/bin/env bash
# Rewrites the expected results of tests/regression. The only way to change them: in a commit of its own that says why.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$root/tools/build.sh" release headrace_regression_tests
HEADRACE_UPDATE_EXPECTATIONS=1 "$root/build/release/headrace_regression_tests"
git -C "$root" --no-pager diff --stat -- tests/regression
