#!/bin/sh -eu
# Builds the native fuzz targets of fuzz/laws for libFuzzer. It runs in the
# builder image of OSS-Fuzz and ClusterFuzzLite, which sets OUT, SRC and
# LIB_FUZZING_ENGINE, and in fuzz/libfuzzer.sh. TARGETS names the targets to
# build; all by default. A target that takes one text gets a starting corpus.
module=${MODULE:-$SRC/kustoconn}
version=v0.0.0-20250520111509-a70c2aa677fa
package=kustoconn/fuzz/laws

cd "$module"
go run -C internal/tools ./corpus "$OUT"
targets=${TARGETS:-$(sed -n 's/^func \(Fuzz[A-Za-z]*\)(f \*testing\.F).*/\1/p' fuzz/laws/fuzz_test.go)}

GOBIN=$SRC/bin go install "github.com/AdamKorcz/go-118-fuzz-build@$version"
# The targets are rewritten to take their inputs from this package.
go get "github.com/AdamKorcz/go-118-fuzz-build/testing@$version"

for target in $targets; do
	"$SRC/bin/go-118-fuzz-build" -o "$SRC/$target.a" -func "$target" "$package"
	${CXX:-clang++} ${CXXFLAGS:-} "$LIB_FUZZING_ENGINE" "$SRC/$target.a" -o "$OUT/$target"
done
