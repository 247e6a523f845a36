#!/usr/bin/env bash
# From how many shards to the list of them, as JSON: 3 becomes ["1/3","2/3","3/3"].
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

if [[ ! $SHARDS =~ ^[1-9][0-9]?$ ]]; then
  refuse "the input 'shards' is '$SHARDS', but needs a whole number from 1 to 99"
fi

list=''
for ((number = 1; number <= SHARDS; number++)); do
  list+="${list:+,}\"$number/$SHARDS\""
done
output list "[$list]"
