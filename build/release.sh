#!/usr/bin/env bash
# The steps of a release, for the workflow and for maintainers. docs/contributing/releasing.md describes them.
#   release.sh version TAG        checks a tag such as v0.2.0-beta.1 and prints version=0.2.0-beta.1
#   release.sh pack VERSION       creates the packages in artifacts/release
#   release.sh validate VERSION   compares them with the last release on the gallery, if there is one
#   release.sh notes VERSION      prints the release notes
set -euo pipefail
cd "$(dirname "$0")/.."

fail() {
    echo "$1" >&2
    exit 1
}

# The section of the changelog for a version.
section() {
    awk -v head="## [$1]" 'index($0, head) == 1 { found = 1; next } /^## / { found = 0 } found' CHANGELOG.md
}

command=${1:-}
argument=${2:-}
[ -n "$command" ] && [ -n "$argument" ] || fail "Usage: release.sh version|pack|validate|notes ARGUMENT"

case $command in
    version)
        version=${argument#v}
        [[ "$argument" == v* && "$version" =~ ^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.]+)?$ ]] \
            || fail "'$argument' is not a version tag. Use v1.2.3 or v1.2.3-beta.1."
        prefix=${version%%-*}
        declared=$(sed -n 's|.*<VersionPrefix>\(.*\)</VersionPrefix>.*|\1|p' build/Version.props)
        [ "$declared" = "$prefix" ] || fail "build/Version.props says $declared, and the tag says $prefix. Change one of them."
        if [ "$version" = "$prefix" ] && [ -z "$(section "$version" | tr -d '[:space:]')" ]; then
            fail "CHANGELOG.md has no section [$version]. Rename [Unreleased], and add a new empty one above it."
        fi
        echo "version=$version"
        ;;
    pack)
        rm -rf artifacts/release
        CI=true dotnet pack -p:Version="$argument" --output artifacts/release
        ;;
    validate)
        # The last stable release of each package that has one. Breaking changes need a new major version.
        for package in artifacts/release/*."$argument".nupkg; do
            id=$(basename "$package" ".$argument.nupkg")
            index="https://api.nuget.org/v3-flatcontainer/${id,,}/index.json"
            last=$(curl -fsSL "$index" 2> /dev/null \
                | tr ',' '\n' | sed -n 's/.*"\([0-9]*\.[0-9]*\.[0-9]*\)".*/\1/p' | grep -vx "$argument" | sort -V | tail -1 || true)
            if [ -z "$last" ]; then
                echo "$id: no earlier release"
                continue
            fi
            echo "$id: compared with $last"
            project=$(grep -l "<PackageId>$id</PackageId>" src/*/*.csproj || echo "src/$id/$id.csproj")
            CI=true dotnet pack "$project" -p:Version="$argument" -p:PackageValidationBaselineVersion="$last" --output artifacts/validated
        done
        ;;
    notes)
        notes=$(section "${argument%%-*}")
        [ -n "$notes" ] || notes=$(section Unreleased)
        echo "$notes"
        ;;
    *)
        fail "Unknown command '$command'."
        ;;
esac
