#!/usr/bin/env bash
# Makes the pictures of docs/images from what Chromium shows in the tests of the data browser.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
SCREENSHOTS=$folder dotnet test tests/JourneyApps.Emulator.Tests --filter ChromiumLayoutTests
mkdir -p docs/images
cp "$folder"/light-1200-models-job-*-*-*-*-*.png docs/images/data-browser.png
