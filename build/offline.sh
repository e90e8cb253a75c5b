#!/usr/bin/env bash
# Fills an empty package folder, then restores the packages of the lock files and builds without network. Needs Linux, and root or sudo.
#   offline.sh [FOLDER]     the package folder; artifacts/offline if it is not given
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDTERMINALLOGGER=off MSBUILDDISABLENODEREUSE=1
export NUGET_PACKAGES=${1:-$PWD/artifacts/offline}

if [ -n "$(ls -A "$NUGET_PACKAGES" 2> /dev/null)" ]; then
    echo "$NUGET_PACKAGES is not empty. A package that is left in it could hide that the restore does not find it." >&2
    exit 1
fi

echo "== dotnet restore"
dotnet restore
echo "$(ls "$NUGET_PACKAGES" | wc -l) packages in $NUGET_PACKAGES"

# Without the files of the first restore, the second one does its work again. Its http cache is empty too.
find . -path ./artifacts -prune -o -type d -name obj -print0 | xargs -0 rm -rf
NUGET_HTTP_CACHE_PATH=$(mktemp -d)
export NUGET_HTTP_CACHE_PATH
trap 'rm -rf "$NUGET_HTTP_CACHE_PATH"' EXIT

# A separate network namespace has no interface that is up, not even loopback.
without_network() {
    if [ "$(id -u)" -eq 0 ]; then
        unshare --net "$@"
    else
        sudo --preserve-env unshare --net sudo --preserve-env --user "$USER" env "PATH=$PATH" "HOME=$HOME" "$@"
    fi
}

echo "== without network: dotnet restore --locked-mode"
without_network dotnet restore --locked-mode
echo "== without network: dotnet build --no-restore"
without_network dotnet build --no-restore
