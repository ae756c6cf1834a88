# Sourced by countersign: checks a command line against the usage file of its command.

# select_command ARGUMENTS finds the command and loads its usage file. It sets
#   command        as it is typed, for example "proof export"
#   command_words  the same, to be split into words
#   rest           the arguments after it
#   runs, needs    what the usage file says
# and ends the script for help, version and unknown commands.
select_command() {
  local argument word="${1:-}" file
  for argument in "$@"; do
    case "$argument" in
      --json) wants_json=1 ;;
      --) break ;;
    esac
  done
  case "$word" in
    "") print_overview >&2; [ "$wants_json" = 0 ] || wrong_usage "No command is given."; exit 2 ;;
    -h | --help) print_overview; exit 0 ;;
    --version) print_version; exit 0 ;;
    help)
      if [ $# -eq 1 ]; then print_overview; exit 0; fi
      shift
      select_command "$@" --help
      return
      ;;
    -*) wrong_usage "'$word' is no command; the command comes first, its options after it." ;;
    */* | *.* | *-* | countersign) unknown_command "$word" ;;
  esac
  if [ -f "$usage_directory/$word.txt" ]; then
    file="$word"
    shift
  elif is_group "$word"; then
    shift
    select_in_group "$word" "${1:-}"
    file="$word-$1"
    shift
  else
    unknown_command "$word"
  fi
  load_usage "$file"
  command="$usage_command"
  command_words="$usage_command"
  runs="$usage_runs"
  needs="$usage_needs"
  rest=("$@")
}

print_version() {
  printf 'countersign %s\n' "$(sed -n 's|^  <version>\(.*\)</version>.*|\1|p' "$home/pom.xml" | head -n 1)"
}

is_group() {
  local path
  for path in "$usage_directory/$1"-*.txt; do [ -f "$path" ] && return 0; done
  return 1
}

# Ends the script unless $2 is a command of group $1.
select_in_group() {
  local path commands=""
  case "$2" in
    -h | --help) print_group "$1"; exit 0 ;;
  esac
  for path in "$usage_directory/$1"-*.txt; do
    path="$(basename "$path" .txt)"
    [ "$path" = "$1-$2" ] && return 0
    commands+=" ${path#*-}"
  done
  case "$2" in
    "" | -*) wrong_usage "'$1' needs one of:$commands." "$1" ;;
    *) wrong_usage "There is no command '$1 $2'$(suggestion "$2" $commands)" "$1" ;;
  esac
}

unknown_command() {
  local path commands=""
  for path in "$usage_directory"/*.txt; do
    path="$(basename "$path" .txt)"
    [ "$path" = countersign ] || commands+=" ${path%%-*}"
  done
  wrong_usage "There is no command '$1'$(suggestion "$1" $commands)"
}

# suggestion WORD CANDIDATES: "; did you mean 'X'?" or a full stop.
suggestion() {
  local word="$1" candidate best="" distance least=99
  shift
  for candidate in "$@"; do
    distance="$(edit_distance "$word" "$candidate")"
    if [ "$distance" -lt "$least" ]; then least="$distance" best="$candidate"; fi
  done
  if [ -n "$best" ] && [ "$least" -le $((${#best} / 3 + 1)) ]; then
    printf "; did you mean '%s'?" "$best"
  else
    printf '.'
  fi
}

# The number of letters to insert, delete or replace to get from $1 to $2.
edit_distance() {
  local from="${1:0:40}" to="${2:0:40}" i j cost row=() above diagonal
  for ((j = 0; j <= ${#to}; j++)); do row[j]=$j; done
  for ((i = 1; i <= ${#from}; i++)); do
    diagonal=${row[0]}
    row[0]=$i
    for ((j = 1; j <= ${#to}; j++)); do
      above=${row[j]}
      cost=1
      [ "${from:i-1:1}" != "${to:j-1:1}" ] || cost=0
      row[j]=$((diagonal + cost))
      [ $((above + 1)) -ge "${row[j]}" ] || row[j]=$((above + 1))
      [ $((row[j - 1] + 1)) -ge "${row[j]}" ] || row[j]=$((row[j - 1] + 1))
      diagonal=$above
    done
  done
  printf '%s' "${row[${#to}]}"
}

# check_arguments ARGUMENTS checks them against the usage file that is loaded, and sorts them into
# options ("--name=value" or "--name") and positionals.
check_arguments() {
  local argument value given=() index
  options=() positionals=()
  if takes_anything; then
    case "${1:-}" in -h | --help) print_command_help; exit 0 ;; esac
    return 0
  fi
  # Who asks for help gets help, whatever else is on the line; but what an option takes for its value asks for nothing.
  asks_for_help "$@" && { print_command_help; exit 0; }
  while [ $# -gt 0 ]; do
    argument="$1"
    shift
    case "$argument" in
      --) positionals+=("$@"); break ;;
      --*=*) find_option "${argument%%=*}"; value="${argument#*=}"; take_value inline ;;
      -[0-9]*) positionals+=("$argument") ;;
      -?*)
        find_option "$argument"
        if [ -z "$option_value" ]; then
          take_switch
        elif [ $# -eq 0 ] || { [ "${1:0:2}" = "--" ] && [ ${#1} -gt 2 ]; }; then
          wrong_usage "Option '$argument' needs a value, $option_value." "$command"
        else
          value="$1"
          shift
          take_value next
        fi
        ;;
      *) positionals+=("$argument") ;;
    esac
  done
  check_required
  check_positionals
}

asks_for_help() {
  local argument is_value=0
  for argument in "$@"; do
    if [ "$is_value" = 1 ]; then
      is_value=0
      case "$argument" in --?*) ;; *) continue ;; esac
    fi
    case "$argument" in
      --) return 1 ;;
      -h | --help) return 0 ;;
      -*) ! needs_value "$argument" || is_value=1 ;;
    esac
  done
  return 1
}

# Succeeds when the usage file has option $1, as it stands, with a value.
needs_value() {
  local entry names value occurs description
  for entry in "${usage_options[@]+"${usage_options[@]}"}"; do
    IFS='|' read -r names value occurs description <<< "$entry"
    case ",$names," in *",$1,"*) [ -n "$value" ]; return ;; esac
  done
  return 1
}

takes_anything() {
  local entry
  for entry in "${usage_arguments[@]+"${usage_arguments[@]}"}"; do
    case "${entry%%|*}" in *"...]") return 0 ;; esac
  done
  return 1
}

# Finds option $1 in the usage file: option_name (its long name), option_value, option_occurs.
find_option() {
  local entry names value occurs description known=""
  for entry in "${usage_options[@]+"${usage_options[@]}"}"; do
    IFS='|' read -r names value occurs description <<< "$entry"
    case ",$names," in
      *",$1,"*) option_name="${names##*,}" option_value="$value" option_occurs="$occurs"; return 0 ;;
    esac
    known+=" ${names##*,}"
  done
  wrong_usage "'$command' has no option '$1'$(suggestion "$1" $known --help)" "$command"
}

refuse_second() {
  local name
  [ "$option_occurs" != repeated ] || return 0
  for name in "${given[@]+"${given[@]}"}"; do
    [ "$name" != "$option_name" ] || wrong_usage "Option '$option_name' is given twice." "$command"
  done
}

take_switch() {
  refuse_second
  given+=("$option_name")
  options+=("$option_name")
}

take_value() {
  [ -n "$option_value" ] || wrong_usage "Option '$option_name' takes no value." "$command"
  [ -n "$value" ] || wrong_usage "Option '$option_name' needs a value, $option_value." "$command"
  if [ "$option_value" = N ]; then
    case "$value" in
      *[!0-9]* | ??????????*) wrong_usage "Option '$option_name' needs a whole number, not '$value'." "$command" ;;
    esac
  fi
  refuse_second
  given+=("$option_name")
  options+=("$option_name=$value")
}

check_required() {
  local entry names value occurs description missing="" name found
  for entry in "${usage_options[@]+"${usage_options[@]}"}"; do
    IFS='|' read -r names value occurs description <<< "$entry"
    [ "$occurs" = required ] || continue
    found=0
    for name in "${given[@]+"${given[@]}"}"; do [ "$name" != "${names##*,}" ] || found=1; done
    [ "$found" = 1 ] || missing+="${missing:+, }${names##*,} $value"
  done
  [ -z "$missing" ] || wrong_usage "'$command' needs $missing." "$command"
}

check_positionals() {
  local entry required=0 allowed=0 names=""
  for entry in "${usage_arguments[@]+"${usage_arguments[@]}"}"; do
    allowed=$((allowed + 1))
    case "$entry" in "["*) ;; *) required=$((required + 1)) ;; esac
    names+=" ${entry%%|*}"
  done
  if [ ${#positionals[@]} -lt "$required" ]; then
    wrong_usage "'$command' needs$names; ${#positionals[@]} given." "$command"
  elif [ ${#positionals[@]} -gt "$allowed" ]; then
    wrong_usage "'$command' takes${names:+ only}${names:- no arguments}; '${positionals[$allowed]}' is too much." "$command"
  fi
  for entry in "${positionals[@]+"${positionals[@]}"}"; do
    [ -n "$entry" ] || wrong_usage "An argument of '$command' is empty." "$command"
  done
}
