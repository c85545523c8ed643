#!/bin/sh
# Builds one fuzz target for libFuzzer as .clusterfuzzlite/build.sh does, and
# runs it for a few seconds: proof that the configuration of the fuzzing
# services works. Usage: fuzz/libfuzzer.sh [TARGET [SECONDS]]
set -eu

target=${1:-FuzzCanonical}
seconds=${2:-10}
cd "$(dirname "$0")/.."

if ! command -v clang >/dev/null; then
	apt-get update -q
	apt-get install -q -y --no-install-recommends clang
fi
# The run-time library is a package of its own, named after the version.
if ! ls "$(clang -print-resource-dir)"/lib/*/libclang_rt.fuzzer* >/dev/null 2>&1; then
	apt-get install -q -y --no-install-recommends "libclang-rt-$(clang -dumpversion | cut -d. -f1)-dev"
fi

# The build changes go.mod, so it works on a copy.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/module" "$work/out"
git ls-files -z --cached --others --exclude-standard | xargs -0 sh -c 'for f; do [ -e "$f" ] && printf "%s\n" "$f"; done' sh | tar -cf - -T - | tar -xf - -C "$work/module"

OUT=$work/out SRC=$work MODULE=$work/module CXX=clang CXXFLAGS= LIB_FUZZING_ENGINE=-fsanitize=fuzzer TARGETS=$target \
	sh "$work/module/.clusterfuzzlite/build.sh"
corpus=
if [ -e "$work/out/${target}_seed_corpus.zip" ]; then
	corpus=$work/corpus
	mkdir "$corpus"
	python3 -m zipfile -e "$work/out/${target}_seed_corpus.zip" "$corpus"
fi
"$work/out/$target" $corpus -max_total_time="$seconds" -rss_limit_mb=4096 -print_final_stats=1
