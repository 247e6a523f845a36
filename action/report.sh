#!/usr/bin/env bash
# Merges the verdicts of all shards into one report and asks the policy. Whatever that says does not
# fail this step: the report is to be uploaded first.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

require_one_of fail-on "$FAIL_ON" any new never
require_one_of history "$KEEP_HISTORY" true false

tell() {
  echo "$1" | tee -a "$GITHUB_STEP_SUMMARY"
}

nothing_judged() { # why
  tell "$1"
  output exit-code "$COULD_NOT_LOOK"
  exit
}

if [[ -z $JAR ]]; then
  nothing_judged "The command line that reports could not be had; see the step before."
fi

complete=true
if [[ $COMPLETE != true || ($SUITE != success && $SUITE != skipped) ]]; then
  complete=false
  tell "**Not all of the suite came to its end**; this is about the rest. See the log of the suite."
fi

directories=()
while IFS= read -r directory; do
  directories+=("$directory")
done < <(find "$RESULTS" -type f -name '*.verdicts.json' -exec dirname {} + | sort -u)
if ((${#directories[@]} == 0)); then
  nothing_judged "There are no verdicts: no test of the suite came to its end."
fi

annotations=$(mktemp)
options=(
  "--out=$OUT" "--fail-on=$FAIL_ON" "--branch=$BRANCH" "--commit=$COMMIT"
  "--github-summary=$GITHUB_STEP_SUMMARY" "--github-annotations=$annotations"
)
if [[ $KEEP_HISTORY == true ]]; then
  options+=("--history=$HISTORY")
  if [[ -n $AGAINST ]]; then
    options+=("--against=$AGAINST")
  fi
fi
if [[ -n $BASELINE ]]; then
  options+=("--baseline=$BASELINE")
fi
split "$SOURCE_ROOTS"
for root in ${words[@]+"${words[@]}"}; do
  options+=("--source-root=$root")
done

code=0
java -jar "$JAR" report "${directories[@]}" "${options[@]}" || code=$?
cat "$annotations"
output exit-code "$code"
if ((code <= 1)); then
  output judged true
  if [[ $complete == true ]]; then
    output keep "$KEEP_HISTORY"
  fi
fi
