#!/usr/bin/env bash
# Mutation testing of one room of the product. docs/contributing/mutation-testing.md describes how to read the results.
#   mutate.sh                    lists the rooms
#   mutate.sh ROOM [OPTION]...   runs it; the options are those of dotnet stryker, such as --mutate 'Objects/Paging/IdRange*.cs'
# The build of a mutated project replaces files of the tests' output, so do not build or test in the same clone at the same time.
set -euo pipefail
cd "$(dirname "$0")/.."
rooms="$PWD/build/mutation"

room=${1:-}
if [ ! -f "$rooms/$room.json" ]; then
    [ -z "$room" ] || echo "There is no room '$room'." >&2
    echo "Rooms:" >&2
    (cd "$rooms" && ls ./*.json) | sed 's|^\./|  |; s|\.json$||' >&2
    exit 1
fi
shift

# Only the tests of a room are compiled, because all of them would run before the first mutant. Each line of the second file is a pattern.
# MUTATION=1 makes simulations short.
tests=$(head -1 "$rooms/$room.tests")
MutationTests=$(tail -n +2 "$rooms/$room.tests" | paste -s -d ';')
export MutationTests MUTATION=1 DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

dotnet tool restore
cd "tests/$tests"
dotnet stryker --config-file "$rooms/$room.json" --output "$rooms/../../artifacts/mutation/$room" --skip-version-check "$@"
