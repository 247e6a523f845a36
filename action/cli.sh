#!/usr/bin/env bash
# Where the command line is: given by its path, or fetched through Maven.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

if [[ -n $CLI ]]; then
  if [[ ! -f $CLI ]]; then
    refuse "the input 'cli' is '$CLI', but there is no such file; build mltest-cli first, or leave it out"
  fi
  output jar "$CLI"
  exit
fi

require_plain mltest-version "$VERSION"
find_tool mvnw mvn
# Outside the project, whose plugins have no part in it.
directory=$RUNNER_TEMP/mltest-cli
mkdir -p "$directory"
cd "$directory"
"$tool" --batch-mode --quiet org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy \
  "-Dartifact=dev.mltest:mltest-cli:$VERSION:jar:all" \
  "-DoutputDirectory=$directory" -Dmdep.stripVersion=true
output jar "$directory/mltest-cli-all.jar"
