#!/usr/bin/env bash
# Prints what redact takes of logs beside one expression of sed: processor seconds and
# wall seconds for each kind of log and share of lines with a connection string, in
# turn. The logs are made by bench/logs.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/.."

bytes=${1:-100000000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
go build -o "$work/kustoconn" ./cmd/kustoconn
(cd bench && go build -o "$work/logs" ./logs)
measure() { /usr/bin/time -f "%U %S %e" "$@" < "$work/log" 2>&1 > "$work/out" | awk '{ printf "%.2f s, wall %.2f s", $1 + $2, $3 }'; }

echo "| log, lines of a thousand with a string | redact | one processor | sed |"
echo "|---|--:|--:|--:|"
for kind in access json pairs stack hostile; do
	for share in 0 2 50; do
		"$work/logs" "$kind" "$share" "$bytes" > "$work/log"
		all=$(measure "$work/kustoconn" redact)
		one=$(GOMAXPROCS=1 measure "$work/kustoconn" redact)
		sed=$(measure sed -E 's/(AppKey=)[^;]*/\1****/')
		echo "| $kind, $share | $all | $one | $sed |"
	done
done
