#!/usr/bin/env bash
# Prints the table of docs/performance.md: what kustoconn takes beside the Go client, sed,
# ripgrep and an empty program, each pair in turn and in processor time, and by which
# exponent each command grows. Flags say how long it takes: --log BYTES, --most BYTES,
# --turns N, --tree DIRECTORY. It needs sed, and ripgrep for the linter's row.
set -euo pipefail
cd "$(dirname "$0")"
exec go run ./table "$@"
