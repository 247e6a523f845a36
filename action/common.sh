# What the scripts share. Inputs come as environment variables and are never evaluated.
# shellcheck shell=bash

export MISUSE=2
export COULD_NOT_LOOK=3

# For the steps that follow. A line break would begin another output.
output() { # name value
  printf '%s=%s\n' "$1" "${2//[$'\r\n']/ }" >>"$GITHUB_OUTPUT"
}

# Misuse: says what to write instead.
refuse() {
  printf 'configuration: %s\n' "$1" >&2
  output exit-code "$MISUSE"
  exit "$MISUSE"
}

require_one_of() { # name value allowed...
  local name=$1 value=$2 allowed
  shift 2
  for allowed in "$@"; do
    if [[ $value == "$allowed" ]]; then
      return
    fi
  done
  refuse "the input '$name' is '$value', but needs one of: $*"
}

# For what becomes part of a file name or of a Maven coordinate.
require_plain() { # name value
  if [[ ! $2 =~ ^[A-Za-z0-9][A-Za-z0-9._-]*$ ]]; then
    refuse "the input '$1' is '$2', but needs letters, digits, dots, hyphens and underscores"
  fi
}

# The project's own wrapper if it has one; else what is installed.
# shellcheck disable=SC2034 # the scripts read it
find_tool() { # wrapper command
  if [[ -x ./$1 ]]; then
    tool=$PWD/$1
  elif command -v "$2" >/dev/null; then
    tool=$2
  else
    refuse "there is neither ./$1 nor a command '$2'; add the wrapper to your project"
  fi
}

# Words separated by spaces, none of which is a pattern or a command.
# shellcheck disable=SC2034 # the scripts read it
split() { # text
  read -ra words <<<"${1//$'\n'/ }"
}
