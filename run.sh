#!/usr/bin/env bash
# Sets up, builds and runs Headrace.
#
#   ./run.sh                         the question "one site or ten?", answered from the shipped scenarios; then, on a
#                                    terminal with a display, the window that lets you ask "what if"
#   ./run.sh --no-gui                the same, never opening a window
#   ./run.sh run my.toml --seed 7    anything else goes to build/release/headrace, file names as seen from here
#
# Exit code: headrace's own, or the window's where it fails once it is open; 3 if packages are missing, 1 if the build fails.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
"$root/tools/setup.sh"
"$root/tools/build.sh" release headrace headrace-gui

if (($# == 0)) || [[ $# -eq 1 && $1 == --no-gui ]]; then
  window=$#
  cd "$root"
  set -- compare scenarios/one-site.toml scenarios/ten-sites.toml scenarios/ten-sites-ready.toml \
    --out results/one-site-or-ten
  if ((window == 0)) && [[ -t 1 && -n ${DISPLAY:-} ]]; then
    "$root/build/release/headrace" "$@"
    # A display that is named but gone takes nothing from the answer.
    "$root/build/release/headrace-gui" || { code=$?; ((code == 3)) || exit "$code"; }
    exit 0
  fi
fi
exec "$root/build/release/headrace" "$@"
