# Sourced by scripts that fetch Debian packages for the user alone: apt with a configuration, state and cache of its own
# below $work, which the sourcing script sets. Signatures are verified with the machine's own archive keyring.

# Who has no HOME, as under some service managers, is still somebody with a home directory.
[ -n "${HOME:-}" ] || { unset HOME; export HOME=~; }

# Runs an apt tool on the private configuration, state and cache below $work.
private_apt() {
  local tool="$1"
  shift
  "$tool" -c "$work/apt.conf" "$@"
}

# Prepares $work for apt: lists and archives of its own, the sources given, keyring of the machine.
prepare_apt() {
  mkdir -p "$work/lists/partial" "$work/archives/partial" "$work/etc/parts" "$work/etc/preferences.d"
  : > "$work/status"
  cat > "$work/apt.conf" <<CONF
Dir::State "$work";
Dir::State::lists "$work/lists";
Dir::State::status "$work/status";
Dir::Cache "$work";
Dir::Cache::archives "$work/archives";
Dir::Etc::sourcelist "$work/etc/sources.list";
Dir::Etc::sourceparts "$work/etc/parts";
Dir::Etc::preferences "$work/etc/preferences";
Dir::Etc::preferencesparts "$work/etc/preferences.d";
Acquire::AllowInsecureRepositories "false";
Acquire::AllowWeakRepositories "false";
APT::Get::AllowUnauthenticated "false";
APT::Sandbox::User "";
Acquire::Languages "none";
Acquire::Retries "3";
CONF
}

# The first repository of the machine's apt that serves the distribution itself.
machine_mirror() {
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 2>/dev/null \
    | grep -E "/$1/?\$" | head -n 1
}
