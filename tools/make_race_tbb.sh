#!/usr/bin/env bash
# Builds oneTBB from its Debian source with the thread sanitizer: with Debian's own library it reports races where there
# are none. Kept in build/race-tbb until the installed libtbb-dev is another version.
#
#   tools/make_race_tbb.sh    prints the folder to give as HEADRACE_TBB_ROOT
#
# Needs what `tools/setup.sh ci` installs, and the Debian registry for its source. Exit code 3: the source cannot be had.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=$root/build/race-tbb
version=$(dpkg-query --show --showformat='${Version}' libtbb-dev)
if [[ -f $folder/version && $(<"$folder/version") == "$version" ]]; then
  echo "$folder/install"
  exit 0
fi

rm -rf "$folder"
mkdir -p "$folder"/{lists/partial,cache/archives/partial}
log=$folder/log
give_up() {
  cat "$log" >&2
  echo "race-tbb: $1; without it the thread sanitizer cannot judge what runs on oneTBB." >&2
  exit 3
}

# Source lists of our own, so that the machine's stay as they are.
release=$(. /etc/os-release && echo "$VERSION_CODENAME")
keys=/usr/share/keyrings/debian-archive-keyring.gpg
for suite in "$release" "$release-updates"; do
  echo "deb-src [signed-by=$keys] http://deb.debian.org/debian $suite main"
done >"$folder/sources.list"
echo "deb-src [signed-by=$keys] http://deb.debian.org/debian-security $release-security main" >>"$folder/sources.list"
options=(-qq -o "Dir::Etc::sourcelist=$folder/sources.list" -o Dir::Etc::sourceparts=/dev/null
  -o "Dir::State::lists=$folder/lists" -o "Dir::Cache=$folder/cache" -o APT::Get::List-Cleanup=0
  -o APT::Sandbox::User=root -o Acquire::Languages=none)
cd "$folder"
apt-get "${options[@]}" update >"$log" 2>&1 </dev/null || give_up "the list of Debian sources cannot be had"
# A rebuild of the packages alone (+b1) has the source of the version before it.
apt-get "${options[@]}" source --only-source "onetbb=${version%+b*}" >"$log" 2>&1 </dev/null ||
  give_up "the source of onetbb ${version%+b*} cannot be had"

cmake -G Ninja -S onetbb-*/ -B objects -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_INSTALL_PREFIX="$folder/install" \
  -DTBB_SANITIZE=thread -DTBB_TEST=OFF -DTBB_STRICT=OFF -DTBBMALLOC_BUILD=OFF >"$log" 2>&1 </dev/null ||
  give_up "oneTBB cannot be configured"
ninja -C objects install >"$log" 2>&1 </dev/null || give_up "oneTBB cannot be built"
rm -r lists cache objects onetbb*
echo "$version" >version
echo "$folder/install"
