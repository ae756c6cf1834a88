#!/usr/bin/env bash
# Prints docs/reference/cli.md from the usage files. After a change of a usage file run
#   launcher/reference.sh > docs/reference/cli.md
set -euo pipefail
unset CDPATH
home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
usage_directory="$home/launcher/usage"
. "$home/launcher/usage.sh"

printf '# The command line\n\nPrinted by `launcher/reference.sh` from `launcher/usage`; do not edit.\n\n'
printf '```\n%s\n```\n' "$(print_overview)"
load_usage countersign
for section in "${usage_sections[@]}"; do
  printf '\n## %s\n' "${section%%|*}"
  for file in ${section#*|}; do
    load_usage "$file"
    printf '\n### %s\n\n```\n%s\n```\n' "$usage_command" "$(print_command_help)"
  done
done
cat << 'TEXT'

## Answers for scripts

With `--json` a command writes exactly one JSON document to standard output and nothing else; progress goes to standard
error. Quantities and amounts are decimal strings, ids are strings of hexadecimal digits, times are ISO 8601 in UTC.

A failure is a document too, and the exit code is the same as without `--json`:

```json
{"error":{"code":"MEMBER_UNKNOWN","message":"There is no member 'dealer-x' in network 'demo'.","remedy":"Members are: dealer-a, dealer-b."}}
```

| code | exit | what happened |
| --- | --- | --- |
| `WRONG_USAGE` | 2 | the command line has an unknown command or option, or lacks one |
| `AMOUNT_WRONG` | 1 | a quantity or amount is not written as a plain decimal number, or has too many decimals |
| `ARGUMENT_WRONG` | 1 | another argument cannot be understood, for example a transaction id |
| `NETWORK_UNKNOWN` | 1 | there is no network file, or it cannot be read |
| `NETWORK_DOWN` | 1 | a node does not answer |
| `MEMBER_UNKNOWN` | 1 | the network has no such member |
| `ACCESS_DENIED` | 1 | the node does not accept the user or the password of the network file |
| `SYMBOL_UNKNOWN` | 1 | no security has the symbol |
| `HOLDING_INSUFFICIENT` | 1 | the member holds less than is needed |
| `REFUSED` | 1 | the node, a counterparty, a committee or the notary refused; the message is theirs |
| `FINALITY_UNKNOWN` | 1 | the transaction may or may not have become final; the message says where to look |
| `FILE_WRONG` | 1 | a file cannot be read or written |
| `PROOF_REFUSED` | 1 | an ownership proof does not hold; the message names the first thing that does not |
| `DEMO_FAILED` | 1 | a step of the demonstration did not come out as told |
| `NO_JDK8`, `NO_JDK17`, `NO_MAVEN`, `OLD_MAVEN`, `BUILD_FAILED` | 1 | what a command needs is not there or does not build |
| `TOPOLOGY_INVALID`, `TOPOLOGY_CHANGED` | 1 | the topology file is wrong, or asks for another network than was founded |
| `NETWORK_BUSY` | 1 | another command is changing the network |
| `PORT_OCCUPIED` | 1 | something else listens on a port that a node needs |
| `DATABASE_REFUSED` | 1 | a member's PostgreSQL database does not answer, does not let the member in, or is not empty |
| `NODE_FAILED` | 1 | a node has ended, or does not answer in time |
| `CORDAPP_REFUSED`, `FOUNDING_FAILED`, `COMMITTEE_FAILED` | 1 | a CorDapp may not be used; the network or a committee could not be founded |
| `INTERNAL` | 1 | a fault of Countersign; `--verbose` shows where |
TEXT
