# Sourced by countersign: finds a JDK 17, and builds what is missing or older than its sources.

client_directory="$home/clients/cli/target"
build_log="$home/target/countersign-build.log"
build_stamp="$home/target/countersign-built"
java17_home=""

# The major version of the JDK in $1, 8 for 1.8; nothing if there is none.
java_version_of() {
  local line version
  [ -x "$1/bin/java" ] || return 0
  if [ -f "$1/release" ]; then
    line="$(grep '^JAVA_VERSION=' "$1/release" || true)"
  else
    line="$("$1/bin/java" -version 2>&1 | grep -m 1 version || true)"
  fi
  version="${line#*\"}"
  version="${version#1.}"
  printf '%s' "${version%%[!0-9]*}"
}

# The home of the java that the PATH finds first, or nothing.
java_home_of_path() {
  local program link
  program="$(command -v java || true)"
  while [ -n "$program" ] && [ -L "$program" ]; do
    link="$(readlink "$program")"
    case "$link" in
      /*) program="$link" ;;
      *) program="$(dirname "$program")/$link" ;;
    esac
  done
  [ -z "$program" ] || dirname "$(dirname "$program")"
}

# Sets java17_home to a JDK 17 or newer, or ends the script and says what to install.
find_jdk17() {
  local candidate version
  for candidate in "${JAVA_HOME:-}" "$(java_home_of_path)" /usr/lib/jvm/*17* /usr/lib/jvm/*21* /usr/lib/jvm/*25* \
      /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/*jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$candidate" ] && [ -x "$candidate/bin/javac" ] || continue
    version="$(java_version_of "$candidate")"
    if [ -n "$version" ] && [ "$version" -ge 17 ]; then
      java17_home="$candidate"
      return 0
    fi
  done
  fail NO_JDK17 "There is no JDK 17 or newer on this machine." \
    "Install one (on Debian: openjdk-17-jdk-headless), and set JAVA_HOME to its home if it is in an unusual place."
}

require_maven() {
  local version major minor
  command -v mvn > /dev/null 2>&1 || fail NO_MAVEN "Maven is needed to build, and there is no mvn on the PATH." \
    "Install Maven 3.8 or newer (on Debian: maven)."
  version="$(JAVA_HOME="$java17_home" mvn --version 2> /dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' || true)"
  major="${version%%.*}"
  minor="${version#*.}"
  minor="${minor%%.*}"
  if [ -z "$version" ] || [ "$major" -lt 3 ] || { [ "$major" -eq 3 ] && [ "$minor" -lt 8 ]; }; then
    fail OLD_MAVEN "The mvn on the PATH is version ${version:-unknown}; 3.8 or newer is needed." \
      "Install Maven 3.8 or newer (on Debian 12: maven)."
  fi
}

# Succeeds when everything is built and no source is newer.
is_built() {
  local newer
  [ -f "$build_stamp" ] && [ -d "$client_directory/lib" ] && [ -n "$(client_jar)" ] || return 1
  [ -d "$home/deploy-nodes/target/cordapps" ] && [ -d "$home/target/corda-capsule" ] || return 1
  newer="$(cd "$home" && find pom.xml contracts workflows oracles notary-config deploy-nodes clients/cli \
    \( -name target -o -path '*/src/test' \) -prune -o -type f -newer "$build_stamp" -print | head -n 1)"
  [ -z "$newer" ]
}

client_jar() {
  local jar
  for jar in "$client_directory"/countersign-cli-*.jar; do
    [ ! -f "$jar" ] || { printf '%s' "$jar"; return 0; }
  done
}

build_if_needed() {
  is_built && return 0
  find_jdk17
  require_maven
  mkdir -p "$home/target"
  if command -v flock > /dev/null 2>&1; then
    exec 9> "$home/target/countersign-build.lock"
    flock -n 9 || { say "Another build is running; waiting for it."; flock 9; }
    # Closed again before anything else starts, or the nodes would hold the lock for ever.
    if is_built; then exec 9>&-; return 0; fi
    build
    exec 9>&-
  else
    build
  fi
}

build() {
  local maven status=0 started="$home/target/countersign-built.candidate"
  say "Building what is missing or has changed; the first time takes some minutes. Log: $build_log"
  # The stamp is as old as the start: a source saved while the build runs is newer than it.
  touch "$started"
  (
    cd "$home"
    # Style is judged by './countersign test'; here the user wants to get going.
    JAVA_HOME="$java17_home" exec mvn -B -ntp -DskipTests -Dspotless.check.skip=true -Dcheckstyle.skip=true \
      -pl clients/cli,deploy-nodes -am package
  ) > "$build_log" 2>&1 < /dev/null &
  maven=$!
  trap 'kill "$maven" 2> /dev/null; exit 130' INT TERM
  show_build_progress "$maven"
  wait "$maven" || status=$?
  trap - INT TERM
  if [ "$status" != 0 ]; then
    grep -E '^\[ERROR\]|^ERROR' "$build_log" | head -n 20 >&2 || tail -n 20 "$build_log" >&2
    fail BUILD_FAILED "The build failed." "The whole log is in $build_log."
  fi
  mv -f "$started" "$build_stamp"
  say "Built in $SECONDS s."
}

# Tells every few seconds which module is being built, until process $1 ends.
show_build_progress() {
  local module="" last="" waited=0
  while kill -0 "$1" 2> /dev/null; do
    sleep 0.5
    waited=$((waited + 1))
    [ $((waited % 10)) = 0 ] || continue
    module="$(sed -n 's/^\[INFO\] Building \(Countersign.*[^ ]\)  *\[\(.*\)\]$/\1 (\2)/p' "$build_log" | tail -n 1)"
    if [ "$module" != "$last" ] || [ $((waited % 60)) = 0 ]; then
      say "  ${module:-resolving what Maven needs} … $((waited / 2)) s"
      last="$module"
    fi
  done
}
