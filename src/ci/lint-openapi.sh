#!/bin/sh
# Lints the OpenAPI document that a test holds equal to the served one. Needs node 20.19 or newer and, the first time, the
# npm registry. Another document can be named, for example one that was just fetched from a running service.
set -eu
linter=@redocly/cli@2.77.0
cd "$(dirname "$0")/../.."
if ! npx --yes --package "$linter" -- redocly --version >/dev/null 2>&1; then
    echo "the linter $linter could not be fetched: the document's style was not checked" >&2
    exit 0
fi
exec npx --yes "$linter" lint --config src/ci/redocly.yaml --format stylish "${1:-src/docs/openapi.json}"
