#!/usr/bin/env bash
# Passes or fails, now that all is kept. What was not run to its end is never a pass.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

went_well() { # outcome of a step
  [[ $1 == success || $1 == skipped ]]
}

codes=" $SUITE_CODE $CLI_CODE $REPORT_CODE "
if [[ $codes == *" $MISUSE "* ]]; then
  verdict=misuse code=$MISUSE
elif [[ $codes == *' 1 '* ]]; then
  verdict=violated code=1
elif [[ $codes == *[!\ 0]* || $COMPLETE != true ]] ||
  ! went_well "$SUITE" || ! went_well "$CLI" || ! went_well "$REPORT"; then
  verdict=could-not-look code=$COULD_NOT_LOOK
else
  verdict=held code=0
fi
output verdict "$verdict"
output exit-code "$code"

case $verdict in
  misuse) echo "::error title=mltest::A wrong input; see 'configuration:' in the log." ;;
  violated) echo "::error title=mltest::Violated under the policy '$FAIL_ON'; see the summary." ;;
  could-not-look) echo "::error title=mltest::Not all of the suite came to its end; see its log." ;;
esac
exit "$code"
