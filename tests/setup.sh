#!/usr/bin/env bash
# Installs what is missing of tests/packages.txt: setup.sh build | setup.sh build cross board pico test
# With `board`, lwIP's sources are fetched, too, with `pico` the emulator of the RP2040.
# Says which packages those are; with nothing missing it only looks. Everything it says goes to standard error.
# PROMETHEUS_EXPRESS_SETUP=skip takes the machine as it is.
set -euo pipefail
shopt -s inherit_errexit
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
log=$root/build/setup.log

say() { printf 'setup: %s\n' "$*" >&2; }
fail() { say "$@"; exit 1; }

# The needs of the sections named, a line each: package names, first choice first.
needs() {
  local section='' words word
  while read -r -a words; do
    case ${words[0]:-#} in
      '#'*) continue ;;
      '['*) section=${words[0]//[\[\]]/} && continue ;;
    esac
    [[ " $* " == *" $section "* ]] || continue
    local names=("${words[0]}") previous=${words[0]}
    for word in "${words[@]:1}"; do
      [[ $previous == '|' ]] && names+=("$word")
      [[ $word == '|' || $previous == '|' ]] || break
      previous=$word
    done
    echo "${names[*]}"
  done <"$root/tests/packages.txt"
}

# The needs that no installed package meets.
missing() {
  local needs installed need name
  needs=$(needs "$@")
  # What a package provides counts, too: Node.js' own package brings npm.
  installed=" $(dpkg-query -W -f '${db:Status-Status}:${Package} ${Provides}\n' 2>/dev/null | sed -n 's/^installed://p' | tr '\n,' '  ' || true) "
  while read -r need; do
    for name in $need; do
      [[ $installed == *" $name "* ]] && continue 2
    done
    echo "$need"
  done <<<"$needs"
}

# Of each need given, the first name that the package lists know.
choose() {
  local need name
  for need in "$@"; do
    for name in $need; do
      [[ $need == "$name" || -n $(apt-cache --quiet=2 show "$name" 2>/dev/null) ]] && break
    done
    echo "$name"
  done
}

# Prints the prefix that makes apt-get root's, or fails.
root_prefix() {
  if ((EUID == 0)); then
    echo env
  elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [[ -t 0 ]]; }; then
    echo sudo env
  else
    return 1
  fi
}

# Packages such as prometheus start a server when installed. A policy that forbids it stands while apt-get runs, unless the
# machine has one of its own, and the server is not started at the next boot either.
install() {
  local as_root=$1 policy=/usr/sbin/policy-rc.d ours='' status=0
  shift
  if [[ ! -e $policy ]]; then
    ours=1
    # shellcheck disable=SC2064  # the values of now
    trap "$as_root rm -f $policy" EXIT
    printf '#!/bin/sh\n# Placed by setup.sh while it installs packages.\nexit 101\n' |
      $as_root sh -c "cat >$policy && chmod 755 $policy"
  fi
  local apt="$as_root DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 apt-get -y -o DPkg::Lock::Timeout=120"
  # A broken list of some other archive is no reason to stop, so only the installation's status counts.
  # shellcheck disable=SC2046  # words on purpose
  { $apt update; $apt install --no-install-recommends $(choose "$@"); } >"$log" 2>&1 </dev/null || status=$?
  if ((status == 0)) && [[ " $* " == *' prometheus '* ]]; then
    $as_root update-rc.d prometheus disable >>"$log" 2>&1 || say 'prometheus may start at the next boot; see' "$log"
  fi
  [[ -z $ours ]] || { $as_root rm -f "$policy" && trap - EXIT; }
  return "$status"
}

# Ends the script.
fetch_sources() {
  [[ " $* " != *' board '* ]] || "$root/tests/fetch_lwip.sh"
  [[ " $* " != *' pico '* ]] || "$root/tests/fetch_rp2040js.sh"
  exit
}

[[ ${PROMETHEUS_EXPRESS_SETUP:-} != skip ]] || exit 0
if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
  needs "$@" | sed 's/ .*//' | tr '\n' ' ' | sed 's, $,\n,' >&2
  fail 'this machine has no apt-get. Install what the packages above hold (tests/packages.txt says what each is for),' \
    'then run again with PROMETHEUS_EXPRESS_SETUP=skip.'
fi
list=$(missing "$@")
[[ -n $list ]] || fetch_sources "$@"
mapfile -t packages <<<"$list"
wanted=${packages[*]%% *}
say "missing packages: $wanted"
prefix=$(root_prefix) ||
  fail "installing them takes root; run this as root, then try again:" \
    "apt-get update && apt-get install --no-install-recommends $wanted"
mkdir -p "$root/build"
say "installing them with apt-get (log: $log)"
install "$prefix" "${packages[@]}" || {
  say 'apt-get failed; once more in 5 seconds'
  sleep 5
  install "$prefix" "${packages[@]}" || {
    tail -n 20 "$log" >&2
    fail "apt-get could not install: $wanted"
  }
}
say 'done'
fetch_sources "$@"
