#!/usr/bin/env bash
# Prints the table of docs/performance.md: the processor time, in ns, and the
# allocations of an operation at another revision and as the tree stands. Both are
# built with several layouts, which matter as much as most changes, and run in turn;
# the figures are medians. Give it a high priority: nice -n -20 bench/compare.sh REVISION
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/.."

base=${1:?a revision to compare with}
layouts=${LAYOUTS:-4} rounds=${ROUNDS:-2} n=${N:-20000x}
work=$(mktemp -d)
trap 'git worktree remove --force "$work/base" 2> "$work/err" || true; rm -rf "$work"' EXIT
git worktree add --quiet --detach "$work/base" "$base"
# The revision's own packages are judged by its own benchmarks, where they count
# the processor's time; else by the clock.
for i in $(seq "$layouts"); do
	(cd "$work/base/bench" && go test -c -ldflags=-randlayout="$i" -o "$work/before$i" .)
	(cd bench && go test -c -ldflags=-randlayout="$i" -o "$work/after$i" .)
done
for _ in $(seq "$rounds"); do
	for i in $(seq "$layouts"); do
		for side in before after; do
			"$work/$side$i" -test.run xxx -test.bench '^Benchmark(Parse|Validate|Faulty|Canonical|Redact)$/^kustoconn$' \
				-test.benchtime "$n" -test.cpu 1 >> "$work/$side.txt"
		done
	done
done
awk '
	function median(list,   v, n, i, k, x) {
		n = split(list, v, " ")
		for (i = 2; i <= n; i++) {
			x = v[i] + 0
			for (k = i - 1; k > 0 && v[k] + 0 > x; k--) v[k + 1] = v[k]
			v[k + 1] = x
		}
		return v[int((n + 1) / 2)] + 0
	}
	/^Benchmark/ {
		name = $1; sub(/^Benchmark/, "", name); sub("/kustoconn/", " ", name); time = $3
		sub(/ $/, "", name)
		for (i = 4; i <= NF; i++) { if ($i == "cpu-ns/op") time = $(i - 1); if ($i == "allocs/op") allocs[FILENAME, name] = $(i - 1) }
		times[FILENAME, name] = times[FILENAME, name] " " (time + 0); if (!(name in seen)) { seen[name]; order[++rows] = name }
	}
	END {
		print "| | before | after | | allocations |"; print "|---|--:|--:|--:|--:|"
		for (i = 1; i <= rows; i++) {
			name = order[i]; b = median(times[ARGV[1], name]); a = median(times[ARGV[2], name])
			printf "| %s | %s | %d ns | %s | %s |\n", name, b ? b " ns" : "", a, b ? sprintf("%+.0f%%", 100 * (a - b) / b) : "",
				(b ? allocs[ARGV[1], name] " → " : "") allocs[ARGV[2], name]
		}
	}' "$work/before.txt" "$work/after.txt"
