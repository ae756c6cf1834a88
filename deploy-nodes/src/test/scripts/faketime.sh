#!/usr/bin/env bash
# Prints the path of libfaketime's library for programs with threads, which shifts the clock of a process. It is taken from
# the machine or, on a Debian-family machine, fetched into the user's cache directory. Ends with 3 on a machine where it
# is neither installed nor to be fetched, and with 1 if fetching it has failed.
set -euo pipefail

. "$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../../launcher" && pwd -P)/apt.sh"

cache="${XDG_CACHE_HOME:-$HOME/.cache}/countersign/faketime"

find_library() {
  local candidate
  for candidate in /usr/lib/*/faketime/libfaketimeMT.so.1 /usr/lib/faketime/libfaketimeMT.so.1 \
      /usr/lib64/faketime/libfaketimeMT.so.1 \
      /usr/local/lib/faketime/libfaketimeMT.so.1 "$cache"/usr/lib/*/faketime/libfaketimeMT.so.1; do
    if [ -r "$candidate" ]; then printf '%s\n' "$candidate"; return 0; fi
  done
  return 1
}

if find_library; then exit 0; fi
command -v apt-get > /dev/null 2>&1 && command -v dpkg > /dev/null 2>&1 || exit 3

id=""
codename=""
if [ -r /etc/os-release ]; then . /etc/os-release; id="${ID:-}"; codename="${VERSION_CODENAME:-}"; fi
case "$id" in
  debian) keyring=/usr/share/keyrings/debian-archive-keyring.gpg; components=main ;;
  ubuntu) keyring=/usr/share/keyrings/ubuntu-archive-keyring.gpg; components="main universe" ;;
  *) exit 3 ;;
esac

failed() {
  printf 'libfaketime is not installed and could not be fetched: %s\n' "$1" >&2
  exit 1
}

mirror="$(machine_mirror "$id" || true)"
[ -n "$mirror" ] || failed "the machine's apt names no mirror of $id"
[ -n "$codename" ] || failed "/etc/os-release names no release"
[ -r "$keyring" ] || failed "$keyring is missing"

work="$cache.partial"
rm -rf "$work"
mkdir -p "$work"
prepare_apt
printf 'deb [signed-by=%s] %s %s %s\n' "$keyring" "$mirror" "$codename" "$components" > "$work/etc/sources.list"
if ! private_apt apt-get -qq update > "$work/log" 2>&1 \
    || ! (cd "$work/archives" && private_apt apt-get -qq download libfaketime) >> "$work/log" 2>&1; then
  failed "$(tail -n 3 "$work/log" | tr '\n' ' ')"
fi
mkdir -p "$work/root"
dpkg -x "$work"/archives/libfaketime_*.deb "$work/root"
rm -rf "$cache"
mv "$work/root" "$cache"
rm -rf "$work"
find_library || failed "the package does not hold the library where it is looked for"
