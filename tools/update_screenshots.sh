#!/usr/bin/env bash
# Redraws the expected pictures of tests/smoke and the README's picture of the window. Look at each before committing it.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$root/tools/build.sh" release headrace-gui headrace_smoke_tests
mkdir -p "$root/tests/smoke/expected"
HEADRACE_UPDATE_EXPECTATIONS=1 "$root/build/release/headrace_smoke_tests" --test-case='pictures: two sizes*'
cd "$root"
xvfb-run --auto-servernum build/release/headrace-gui --size 1600x1000 --scale 1 --screenshot docs/window.png

# Half the bytes, the same pixels.
mogrify -strip -define png:compression-level=9 -define png:compression-filter=5 tests/smoke/expected/*.png docs/window.png
git status --short -- tests/smoke docs/window.png
