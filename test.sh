#!/usr/bin/env bash
# Sets up, builds and runs every test; ctest's closing lines come last.
#
#   ./test.sh                all tests
#   ./test.sh -L unit        arguments go to ctest
#
# Tests against outside data look in HEADRACE_VALIDATION_DIR (../shared/validation unless set) and print a line that
# starts with "skipped" where it is absent; those lines are repeated beside the closing lines, which are also kept in
# build/release/test-summary.txt. Exit code: ctest's own; 3 if packages are missing, 1 if the build fails.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
"$root/tools/setup.sh"
"$root/tools/build.sh" release

folder=$root/build/release
code=0
ctest --test-dir "$folder" --output-on-failure --no-label-summary --no-tests=error --timeout 600 \
  --parallel "$(nproc)" "$@" </dev/null | tee "$folder/test-output.txt" || code=$?

# What was skipped is in the log only, since ctest hides the output of tests that pass.
skipped=$(grep --no-filename '^skipped' "$folder/Testing/Temporary/LastTest.log" | sort -u || true)
closing=$(awk '/% tests passed/ { found = 1 } found && NF' "$folder/test-output.txt")
printf '%s\n' ${skipped:+"$skipped"} "$closing" >"$folder/test-summary.txt"
if [[ -n $skipped ]]; then
  echo
  cat "$folder/test-summary.txt"
fi
exit "$code"
