#!/usr/bin/env bash
# Fetches the emulator of the RP2040, once, into build/rp2040js: one package from npm, without dependencies.
# Says what it does on standard error.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
version=1.4.1
folder=$root/build/rp2040js
log=$root/build/rp2040js.log

[[ ! -f $folder/node_modules/rp2040js/package.json ]] || exit 0
printf 'setup: fetching rp2040js %s from npm (log: %s)\n' "$version" "$log" >&2
mkdir -p "$root/build"
new=$(mktemp -d "$root/build/rp2040js-XXXXXX")
trap 'rm -rf "$new"' EXIT
if ! npm install --prefix "$new" --no-audit --no-fund --ignore-scripts "rp2040js@$version" >"$log" 2>&1 </dev/null; then
  tail -n 10 "$log" >&2
  printf 'setup: could not fetch it\n' >&2
  exit 1
fi
mv -T "$new" "$folder" 2>/dev/null || [[ -f $folder/node_modules/rp2040js/package.json ]]  # somebody else may have been faster
