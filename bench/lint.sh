#!/usr/bin/env bash
# Times the linter on Go's own source tree beside ripgrep, which looks for the
# same words, and beside gitleaks where that is installed. Wall seconds, user
# seconds and peak memory of whole processes, three times in turn.
set -euo pipefail
cd "$(dirname "$0")/.."

tree=${1:-$(go env GOROOT)/src}
words='kusto|federated|aad|dsts|appclientid|appkey|apptoken|usrtoken|appcert|sendx5c|traceappname'
words+='|application (client|key|token|certificate|name)|user ?token|authority ?id|query ?consistency|enforce ?mfa|azure ?region'

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
go build -o "$work/kustoconn" ./cmd/kustoconn
measure() { /usr/bin/time -f "$1: %e s, %U s user, %M KB" "${@:2}" > /dev/null 2> "$work/err" || true; tail -n 1 "$work/err"; }

for _ in 1 2 3; do
	measure kustoconn "$work/kustoconn" lint --exit-zero "$tree"
	measure rg rg -i -c "$words" "$tree"
done
if command -v gitleaks > /dev/null; then
	measure gitleaks gitleaks dir --no-banner --exit-code 0 "$tree"
fi
