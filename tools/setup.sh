#!/usr/bin/env bash
# Installs the Debian packages that Headrace needs, only those that are missing; says nothing when none is.
#
#   tools/setup.sh       what ./run.sh and ./test.sh need
#   tools/setup.sh ci    also what .ci/run needs
#
# Exit code 3: packages are missing and cannot be installed; the message says which and how.
set -euo pipefail

packages=(build-essential cmake ninja-build ccache git ca-certificates
  libtbb-dev libboost-dev libboost-graph-dev libeigen3-dev libtomlplusplus-dev libfmt-dev libcli11-dev
  nlohmann-json3-dev doctest-dev
  libimgui-dev libglfw3-dev libgl1-mesa-dev libgl1-mesa-dri libfreetype-dev libstb-dev fonts-inter
  xvfb xauth xdotool imagemagick)
# Letters that Inter does not have: Chinese, Japanese and Korean (1.6 MB), Arabic, Hebrew, Armenian and Georgian. Without
# them the window shows marks in their place, and works.
fine_without=(fonts-wqy-microhei fonts-dejavu-core)
case ${1:-} in
  "") ;;
  ci) packages+=(clang-format-14 clang-19 libclang-rt-19-dev python3 dpkg-dev) ;;
  *) echo "usage: tools/setup.sh [ci]" >&2; exit 2 ;;
esac

give_up() {
  echo "setup: $1." >&2
  echo "setup: as root, run: apt-get update && apt-get install --no-install-recommends ${missing[*]}" >&2
  exit 3
}

# Only what is fine to be without is missing, and cannot be had: says so and goes on.
give_up_or_go_on() {
  local package
  for package in "${missing[@]}"; do
    [[ " ${fine_without[*]} " == *" $package "* ]] || give_up "$1"
  done
  echo "setup: $1; going on without ${missing[*]}: names in some scripts show as marks" >&2
  exit 0
}

missing=("${packages[@]}")
if ! command -v apt-get >/dev/null; then
  give_up "this is not a Debian system (written for Debian 12); install the equivalents of these packages"
fi

# What is not fully installed. dpkg-query also fails for a package it has never heard of.
missing=()
for package in "${packages[@]}" "${fine_without[@]}"; do
  status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
  [[ $status == installed ]] || missing+=("$package")
done
((${#missing[@]})) || exit 0

as_root=()
if ((EUID != 0)); then
  command -v sudo >/dev/null || give_up_or_go_on "missing: ${missing[*]}; installing them needs root, and there is no sudo"
  as_root=(sudo)
fi
apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0)

# Where the package lists cannot be refreshed, old ones may still do.
echo "setup: installing ${missing[*]}" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
"${apt[@]}" update >"$log" 2>&1 </dev/null || { cat "$log"; echo "setup: could not refresh the package lists"; } >&2
"${apt[@]}" install --yes --no-install-recommends "${missing[@]}" >"$log" 2>&1 </dev/null ||
  { cat "$log" >&2; give_up_or_go_on "could not install ${missing[*]}"; }
