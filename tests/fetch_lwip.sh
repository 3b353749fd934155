#!/usr/bin/env bash
# Fetches lwIP, once, into build/lwip: the sources of the system's own release, from the archive that its packages come from.
# Says what it does on standard error. With PROMETHEUS_EXPRESS_LWIP_DIR set there is nothing to fetch.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
tree=$root/build/lwip
log=$root/build/lwip.log

say() { printf 'setup: %s\n' "$*" >&2; }

# One `deb-src` line for each archive of packages, with the key that the system trusts for it. apt-get's own answer, so that
# it does not matter in which of the two formats the lists are written.
source_lines() {
  # shellcheck disable=SC2016  # apt-get fills them in
  apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT) $(SIGNED_BY)' 'Created-By: Packages' |
    while read -r uri suite component key; do
      [[ $component == main || $component == universe ]] || continue  # Debian's and Ubuntu's names of where lwIP is
      [[ $key == /* ]] || key=
      printf 'deb-src %s%s %s %s\n' "${key:+[signed-by=$key] }" "$uri" "$suite" "$component"
    done
}

fetch() {
  local folder=$1 options
  mkdir -p "$folder"/lists/partial "$folder"/cache/archives/partial
  source_lines >"$folder/sources.list"
  # Lists and cache of its own: the system's are not touched, and no root is needed.
  options=(-o "Dir::Etc::sourcelist=$folder/sources.list" -o Dir::Etc::sourceparts=/dev/null
    -o "Dir::State::lists=$folder/lists" -o "Dir::Cache=$folder/cache" -o "APT::Sandbox::User=$(id -un)")
  apt-get "${options[@]}" update
  (cd "$folder" && apt-get "${options[@]}" source --download-only lwip)
  mkdir "$folder/tree"
  tar -xf "$folder"/lwip_*.orig.tar.* -C "$folder/tree" --strip-components=1
  [[ -f $folder/tree/src/include/lwip/tcp.h ]]
}

[[ -z ${PROMETHEUS_EXPRESS_LWIP_DIR:-} && ! -d $tree ]] || exit 0
say "fetching lwIP's sources (log: $log)"
mkdir -p "$root/build"
folder=$(mktemp -d "$root/build/lwip-XXXXXX")
trap 'rm -rf "$folder"' EXIT
export -f fetch source_lines
# Of its own, so that -e holds in it.
if ! bash -euo pipefail -c 'fetch "$1"' fetch "$folder" >"$log" 2>&1 </dev/null; then
  tail -n 10 "$log" >&2
  say 'could not fetch them. Set PROMETHEUS_EXPRESS_LWIP_DIR to a tree of lwIP 2.1 or later and try again.'
  exit 1
fi
mv -T "$folder/tree" "$tree" 2>/dev/null || [[ -d $tree ]]  # somebody else may have been faster
