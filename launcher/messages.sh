# Sourced by countersign: how it speaks to people on standard error and to scripts on standard output.

# 1 when the command line asks for JSON, known before anything else about it is.
wants_json=0

say() { printf '%s\n' "$*" >&2; }

# $1 as the inside of a JSON string.
json_text() {
  local text="$1"
  text="${text//\\/\\\\}"
  text="${text//\"/\\\"}"
  text="${text//$'\n'/\\n}"
  text="${text//$'\r'/\\r}"
  text="${text//$'\t'/\\t}"
  printf '%s' "$text" | tr -d '\000-\037'
}

# error CODE MESSAGE REMEDY: to people, and to the script that asked for JSON.
error() {
  say "countersign: $2"
  [ -z "$3" ] || say "$3"
  if [ "$wants_json" = 1 ]; then
    printf '{"error":{"code":"%s","message":"%s","remedy":"%s"}}\n' "$1" "$(json_text "$2")" "$(json_text "$3")"
  fi
}

# The work could not be done.
fail() {
  error "$@"
  exit 1
}

# The command line is wrong. $1 is what is wrong, $2 the command whose help has the right one, or nothing.
wrong_usage() {
  error WRONG_USAGE "$1" "Try './countersign ${2:+$2 }--help'."
  exit 2
}
