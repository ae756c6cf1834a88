#!/usr/bin/env bash
# Finds a JDK 8 for the Corda nodes and prints its home on standard output; with --fetch it may
# download one into the user's cache directory. Nothing outside that directory is written.
#
#   launcher/jdk8.sh            prints the home of a JDK 8 that is already there, or exits with 1
#   launcher/jdk8.sh --fetch    as above, and on a Debian-family machine fetches one if there is none
#
# Order of search: COUNTERSIGN_JDK8, JAVA_HOME, the usual places of installation, the cache.
# Packages are taken by apt with a configuration and state of its own from the mirror that the
# machine's apt already uses, and apt verifies them with the machine's own archive keyring.
set -euo pipefail
unset CDPATH

. "$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)/apt.sh"

cache_root="${XDG_CACHE_HOME:-$HOME/.cache}/countersign"
cached_home="$cache_root/jdk8/usr/lib/jvm/java-8-openjdk"

say() { printf '%s\n' "$*" >&2; }

# A directory is a JDK 8 when it has a compiler and its virtual machine calls itself 1.8.
is_jdk8() {
  [ -n "${1:-}" ] && [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  if [ -f "$1/release" ]; then
    grep -q '^JAVA_VERSION="1\.8' "$1/release" && return 0
  fi
  "$1/bin/java" -version 2>&1 | head -n 1 | grep -q '"1\.8'
}

find_jdk8() {
  local candidate
  if [ -n "${COUNTERSIGN_JDK8:-}" ]; then
    if is_jdk8 "$COUNTERSIGN_JDK8"; then printf '%s\n' "$COUNTERSIGN_JDK8"; return 0; fi
    say "COUNTERSIGN_JDK8 is '$COUNTERSIGN_JDK8', which is not the home of a JDK 8 (bin/java and bin/javac of version 1.8)."
    say "Point it at one, or unset it to let countersign look for itself."
    exit 1
  fi
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*8* /usr/java/*8* /opt/*jdk*8* /opt/java/*8* \
      "$HOME"/.sdkman/candidates/java/8.* "$HOME"/.jdks/*8* "$HOME"/.jenv/versions/1.8* \
      /Library/Java/JavaVirtualMachines/*8*/Contents/Home "$cached_home"; do
    if is_jdk8 "$candidate"; then printf '%s\n' "$candidate"; return 0; fi
  done
  return 1
}

how_to_install() {
  say "Corda 4.10 nodes run on Java 8, and no JDK 8 was found."
  say "Install any JDK 8 (for example Temurin 8, Zulu 8, Corretto 8, or your distribution's openjdk-8-jdk)"
  say "and set COUNTERSIGN_JDK8 to its home, the directory that holds bin/javac."
}

fetch_jdk8() {
  local tool id="" id_like="" mirror keyring packages suite patch=yes
  [ -r /etc/os-release ] && . /etc/os-release
  id="${ID:-}"; id_like="${ID_LIKE:-}"
  case " $id $id_like " in
    *" debian "*|*" ubuntu "*) ;;
    *) how_to_install; return 1 ;;
  esac
  for tool in apt-get dpkg; do
    command -v "$tool" >/dev/null 2>&1 || { how_to_install; return 1; }
  done
  [ "$(dpkg --print-architecture)" = amd64 ] || { how_to_install; return 1; }

  work="$cache_root/jdk8.partial"
  rm -rf "$work"
  mkdir -p "$work"
  prepare_apt
  if [ "$id" = ubuntu ]; then
    # Ubuntu's own releases still carry OpenJDK 8, built against their own C library.
    mirror="$(machine_mirror ubuntu)"
    keyring=/usr/share/keyrings/ubuntu-archive-keyring.gpg
    suite="${VERSION_CODENAME:-}"
    patch=no
    packages="openjdk-8-jdk-headless openjdk-8-jre-headless"
    printf 'deb [signed-by=%s] %s %s main universe\ndeb [signed-by=%s] %s %s-updates main universe\n' \
      "$keyring" "$mirror" "$suite" "$keyring" "$mirror" "$suite" > "$work/etc/sources.list"
  else
    # Debian keeps OpenJDK 8 in its unstable suite only. It needs a newer C library than a stable
    # release has, so that library comes along and is used by this JDK alone.
    mirror="$(machine_mirror debian)"
    keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    packages="openjdk-8-jdk-headless openjdk-8-jre-headless libc6 libstdc++6 libgcc-s1 zlib1g patchelf"
    printf 'deb [signed-by=%s] %s sid main\n' "$keyring" "$mirror" > "$work/etc/sources.list"
  fi
  if [ -z "$mirror" ] || [ ! -r "$keyring" ]; then
    say "The machine's apt names no mirror of its distribution, or $keyring is missing."
    how_to_install
    return 1
  fi
  say "No JDK 8 found: fetching one into $cache_root (about 60 MB, signatures verified, system untouched)."
  if ! private_apt apt-get -qq update >"$work/log" 2>&1 \
      || ! (cd "$work/archives" && private_apt apt-get -qq download $packages) >>"$work/log" 2>&1; then
    say "apt could not get the packages: $(tail -n 3 "$work/log" | tr '\n' ' ')"
    how_to_install
    return 1
  fi
  mkdir -p "$work/root"
  for tool in "$work"/archives/*.deb; do dpkg -x "$tool" "$work/root"; done

  local jdk
  jdk="$(echo "$work"/root/usr/lib/jvm/java-8-openjdk-*)"
  # The packages link their configuration into /etc, which is not to be touched.
  find "$jdk" -type l | while read -r link; do
    case "$(readlink "$link")" in
      /etc/java-8-openjdk/*) ln -sfr "$work/root$(readlink "$link")" "$link" ;;
    esac
  done
  ln -s "$(basename "$jdk")" "$work/root/usr/lib/jvm/java-8-openjdk"
  if [ "$patch" = yes ]; then patch_jdk8 "$jdk" "$cache_root/jdk8"; fi
  rm -rf "$cache_root/jdk8"
  mv "$work/root" "$cache_root/jdk8"
  rm -rf "$work"
  if ! is_jdk8 "$cached_home" || ! "$cached_home/bin/java" -version >/dev/null 2>&1; then
    say "The JDK 8 in $cache_root/jdk8 does not start; remove that directory to have it fetched again."
    how_to_install
    return 1
  fi
  say "JDK 8 is in $cache_root/jdk8."
}

# Makes every program of the JDK in $1 use the C library that was unpacked beside it; $2 is where the
# tree will stand. The paths are absolute because an ELF interpreter cannot be relative.
patch_jdk8() {
  local jdk="$1" final="$2" root libraries loader program patchelf
  root="$work/root"
  loader="$(cd "$root" && find . -name 'ld-linux-x86-64.so.2' -path '*lib*' | grep -v '^./lib64' | head -n 1)"
  libraries="$final/usr/lib/x86_64-linux-gnu"
  # patchelf itself is of the same suite, so it too is run by the unpacked loader.
  patchelf="$root/usr/bin/patchelf"
  run_patchelf() {
    "$root/${loader#./}" --library-path "$root/usr/lib/x86_64-linux-gnu" "$patchelf" "$@"
  }
  for program in "$jdk"/bin/* "$jdk"/jre/bin/*; do
    [ -f "$program" ] && [ ! -L "$program" ] || continue
    [ "$(head -c 4 "$program" | tail -c 3)" = ELF ] || continue
    run_patchelf --set-interpreter "$final/${loader#./}" "$program"
    run_patchelf --force-rpath --set-rpath \
      "\$ORIGIN/../lib/amd64/jli:\$ORIGIN/../jre/lib/amd64/jli:$libraries" "$program"
  done
}

if find_jdk8; then exit 0; fi
[ "${1:-}" = --fetch ] || exit 1
mkdir -p "$cache_root"
# Two commands started together must not unpack into each other.
exec 9>"$cache_root/jdk8.lock"
if command -v flock >/dev/null 2>&1; then flock 9; fi
if find_jdk8; then exit 0; fi
fetch_jdk8
find_jdk8
