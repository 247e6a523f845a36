#!/usr/bin/env bash
# Runs the tagged suite, or one shard of it, and leaves its verdicts in a directory. Violations do
# not fail it, since the policy has yet to decide about them; whatever else goes wrong does.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

require_one_of task "$TASK" all test
require_one_of build-tool "$BUILD_TOOL" maven gradle
require_plain tag "$TAG"
require_plain name "$NAME"
if [[ ! $DEVICE =~ ^(cpu|gpu(:[0-9]+)?)$ ]]; then
  refuse "the input 'device' is '$DEVICE', but needs cpu, gpu or gpu:<index>"
fi

settings=("-Dmltest.evidence=$RESULTS" -Dmltest.fail-on=never "-Dmltest.device=$DEVICE")
if [[ $DEVICE != cpu ]]; then
  settings+=(-Dmltest.device.required=true)
fi

artifact=$NAME-results
if [[ -n $SHARD ]]; then
  if [[ ! $SHARD =~ ^([1-9][0-9]?)/([1-9][0-9]?)$ ]] || ((BASH_REMATCH[1] > BASH_REMATCH[2])); then
    refuse "the input 'shard' is '$SHARD', but needs the number of a part and how many there are, such as 2/3"
  fi
  settings+=("-Dmltest.shard=$SHARD")
  artifact+=-${SHARD/\//-of-}
fi
output artifact "$artifact"

# What an earlier run on the same machine left behind is not of this run.
rm -rf "$RESULTS"
mkdir -p "$RESULTS"

split "$ARGUMENTS"
if [[ $BUILD_TOOL == maven ]]; then
  find_tool mvnw mvn
  command=("$tool" --batch-mode --no-transfer-progress "-Dgroups=$TAG" "${settings[@]}")
  goal="test"
else
  find_tool gradlew gradle
  command=("$tool" --console=plain --continue "${settings[@]}")
  goal=mltest
fi
"${command[@]}" ${words[@]+"${words[@]}"} "${GOAL:-$goal}"
