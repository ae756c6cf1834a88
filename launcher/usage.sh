# Sourced by countersign: reads the usage files, which say what each command takes, and prints help.
#
# A usage file has lines "key: value" up to "text:", and free text from there on:
#   command: transfer                    as it is typed
#   summary: one sentence
#   runs: client | network | maven | benchmark   which program does it
#   needs: build jdk8                    what must be there before, in any order, or nothing
#   argument: NAME|description           a required argument; [NAME] may be left out, [NAME...] takes
#                                        whatever follows, options included
#   option: -o,--out|VALUE|occurs|description    VALUE is empty for a switch, N for a whole number;
#                                        occurs is required, optional or repeated
#   include: ledger                      the lines of ledger.options
#   example: a command line
#   section: Title|files                 only in countersign.txt: the order of the overview
# A copy of these rules in Java keeps the client's own command definitions equal to the files.

# load_usage NAME fills the variables below from usage file NAME.txt.
load_usage() {
  usage_command="" usage_summary="" usage_runs="" usage_needs="" usage_text=""
  usage_arguments=() usage_options=() usage_examples=() usage_sections=()
  load_usage_lines "$usage_directory/$1.txt"
}

load_usage_lines() {
  local line value
  while IFS= read -r line || [ -n "$line" ]; do
    value="${line#*: }"
    case "$line" in
      "command: "*) usage_command="$value" ;;
      "summary: "*) usage_summary="$value" ;;
      "runs: "*) usage_runs="$value" ;;
      "needs: "*) usage_needs="$value" ;;
      "argument: "*) usage_arguments+=("$value") ;;
      "option: "*) usage_options+=("$value") ;;
      "example: "*) usage_examples+=("$value") ;;
      "section: "*) usage_sections+=("$value") ;;
      "include: "*) load_usage_lines "$usage_directory/$value.options" ;;
      "text:")
        while IFS= read -r line || [ -n "$line" ]; do usage_text+="$line"$'\n'; done
        ;;
    esac
  done < "$1"
}

# The summary line of one usage file, without loading the rest.
summary_of() {
  local line
  while IFS= read -r line; do
    case "$line" in
      "summary: "*) printf '%s' "${line#*: }"; return ;;
    esac
  done < "$usage_directory/$1.txt"
}

print_examples_and_text() {
  local example
  if [ ${#usage_examples[@]} -gt 0 ]; then
    printf '\nExample:\n'
    for example in "${usage_examples[@]}"; do printf '  %s\n' "$example"; done
  fi
  [ -z "$usage_text" ] || printf '\n%s' "$usage_text"
}

# The help of the command that is loaded.
print_command_help() {
  local line="./countersign $usage_command" entry names value occurs description rest
  for entry in "${usage_arguments[@]+"${usage_arguments[@]}"}"; do line+=" ${entry%%|*}"; done
  for entry in "${usage_options[@]+"${usage_options[@]}"}"; do
    IFS='|' read -r names value occurs description <<< "$entry"
    [ "$occurs" != required ] || line+=" ${names%%,*} $value"
  done
  [ ${#usage_options[@]} = 0 ] || line+=" [OPTIONS]"
  printf '%s\n\nUsage: %s\n' "$usage_summary" "$line"
  if [ ${#usage_arguments[@]} -gt 0 ]; then
    printf '\nArguments:\n'
    for entry in "${usage_arguments[@]}"; do printf '  %-24s %s\n' "${entry%%|*}" "${entry#*|}"; done
  fi
  printf '\nOptions:\n'
  for entry in "${usage_options[@]+"${usage_options[@]}"}"; do
    IFS='|' read -r names value occurs description <<< "$entry"
    case "$occurs" in
      required) description+=" (required)" ;;
      repeated) description+=" (may be given several times)" ;;
    esac
    printf '  %-24s %s\n' "${names//,/, }${value:+ $value}" "$description"
  done
  printf '  %-24s %s\n' "-h, --help" "show this"
  print_examples_and_text
}

# The overview of all commands.
print_overview() {
  local section file files
  load_usage countersign
  printf '%s\n\nUsage: ./countersign COMMAND [ARGUMENTS] [OPTIONS]\n' "$usage_summary"
  for section in "${usage_sections[@]}"; do
    printf '\n%s:\n' "${section%%|*}"
    files="${section#*|}"
    for file in $files; do printf '  %-18s %s\n' "${file/-/ }" "$(summary_of "$file")"; done
  done
  printf '\nEach command explains itself with --help.\n'
  print_examples_and_text
}

# The overview of the commands that begin with the word $1.
print_group() {
  local path file
  printf 'Usage: ./countersign %s COMMAND [ARGUMENTS] [OPTIONS]\n\nCommands:\n' "$1"
  for path in "$usage_directory/$1"-*.txt; do
    file="$(basename "$path" .txt)"
    printf '  %-18s %s\n' "${file/-/ }" "$(summary_of "$file")"
  done
  printf "\nExample:\n  ./countersign %s --help\n" "${file/-/ }"
}
