//go:build linux

package lint

import (
	"fmt"
	"math"
	"os"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
	"unsafe"
)

// growthFiles are a file name for each reader.
var growthFiles = strings.Fields("a.adoc a.bat a.bicep a.c a.clj a.cmake a.conf a.cs a.cshtml a.csv a.d a.dart a.dib Dockerfile a.env a.erl a.ex a.fs " +
	"a.go a.graphql a.groovy a.hs a.html a.html.erb a.http a.ini a.ipynb a.java a.js a.json a.json5 a.jsonl a.jsonnet a.jl a.kql a.kt a.lua Makefile a.md a.ml " +
	"a.nim a.nix a.nu a.org a.pas a.php a.pl a.properties a.proto a.ps1 a.py a.R a.rb a.reg a.rs a.rst a.scala a.service a.sh a.sol a.sql a.svelte a.swift a.tcl a.tex " +
	"a.tf a.toml a.ts a.tsv a.txt a.vala a.vb a.vue a.xml a.yaml a.yml.j2 a.zig")

// growthUnits are what careless code is slow on when it is repeated, and what stands
// before it.
var growthUnits = []growthInput{
	{"", "https://c.kusto.windows.net;Fed=true;"}, {"", "https://c.kusto.windows.net;Fed=true\n"}, {"x = \"https://c.kusto.windows.net", ";AppKey=Zq7"},
	{"https://c.kusto.windows.net;", "AppKey=Zq7;"}, {"https://c.kusto.windows.net;AppKey=", "Zq7;x"}, {"", "\"https://c.kusto.windows.net;Fed=true\" "},
	{"", "'https://c.kusto.windows.net;Fed=true' "}, {"", "\"https://c.kusto.windows.net;Fed=true\",\n"}, {"", "x = \"https://c.kusto.windows.net;Fed=true\"\n"},
	{"", "https://c.kusto.windows.net;Fed=true,"}, {"Fed=true;\"", "${"}, {"Fed=true;", "${x"}, {"a = \"Data Source=x;Fed=true", "${a}"}, {"a: \"Fed=true;", "\\\""}, {"a = f\"Data Source=https://c.kusto.windows.net;", "x={a};"}, {"a = f\"Data Source=https://c.kusto.windows.net;", "Accept={a};"},
	{"a: \"", "https://c.kusto.windows.net;Fed=yes;Database={{ a }} "}, {"", "\"Fed=true;"},
	{"", "'Fed=true;"}, {"", "`Fed=true;"}, {"", "${Fed=true;"}, {"", "{{Fed=true;"}, {"", "<Fed=true;"}, {"", "(Fed=true;"}, {"", "[Fed=true,"}, {"", "{Fed=true,"},
	{"", "https://"}, {"", "https://c.kusto.windows.net "}, {"", "Data Source="}, {"Fed=true;", "=\""}, {"Fed=true;", "\"\""}, {"Fed=true;", "''"}, {"", "# kustoconn:ignore KCS501 -- r\nFed=true;AppKey=x\n"},
	{"", "# kustoconn:ignore KCS501 -- r\n"}, {"AppKey=Zq7;Fed=true", " "}, {"AppKey=Zq7;Fed=true", "\n\n"}, {"", "a=${b:-https://c.kusto.windows.net;Fed=true}\n"}, {"", "a + "}, {"x = ", "\"Fed=true;\" + "},
	{"x = [", "\"https://c.kusto.windows.net\", \"AppKey=x\", "}, {"", "f(\"https://c.kusto.windows.net\", \"AppKey=x\");\n"}, {"", "AppKey=x;Fed"}, {"AppKey=", "x;y="},
	{"", "base=\"https://c.kusto.windows.net;Fed=true\"\nf(\"$base;AppKey=$k\")\n"}, {"", "https://c.kusto.windows.net;Fed=true;AppKey={{ or .x \"Zq7\" }}\n"}, {"Fed=true;", "*x*_y_#z#"},
	{"Fed=true;AppKey=", "@x$y%z"}, {"", "Fed=true\\\n"}, {"", "Fed=true;&#61;&amp;"}, {"", "Fed=true;\\u003d"}, {"", "aad federated security "}, {"", "printf \"Fed=true;%s\" "}, {"", "printf f\n \n"}, {"Data Source=https://c.kusto.windows.net", " AppKey=x"},
	{"s = \"Fed=true;AppKey=KEY\"", " |> sub(\"KEY\", k)"}, {"(-> \"Fed=true;AppKey=KEY\"", " (str k)"}, {"s = \"Fed=true;AppKey=KEY\"\n", "s = s.replace(\"KEY\", k)\n"},
	{"x = \"https://c.kusto.windows.net", ";Authority Id=;Fed=true;Fed=true"}, {"", "x = \"https://c.kusto.windows.net;Fed=true;Fed=true;Authority Id=\"\ny = x\nz = y.split()\n"},
	{"", "def f(s): return s[1:]\nx = \"https://c.kusto.windows.net;Fed=true;Fed=true\"\nf(f(x, g(x)))\n"}, {"x = \"https://c.kusto.windows.net;Fed=true;Fed=true\"; function f(s) { return s[1] }", "f(x,"},
	{"s='Fed=true;AppKey=KEY'\n", "echo \"$s\" | sed \"s/KEY/$k/\"\n"},
}

// growthRatio is how many times the smaller size goes into the greater.
const growthRatio = 16

// BenchmarkGrowth lints each adversarial input in each format, sixteen files of 64 KiB and
// one of 1 MiB, and reports for each format the greatest exponent by which the time of the
// processor grows with a file, 1 being linear, and the milliseconds that the slowest takes.
// As many bytes are read in both, so that the collector works in both: one file of 64 KiB
// ends before its first collection, and so costs less a byte however it is read. What takes
// less than 20 ms is too short to tell. KUSTOCONN_GROWTH says the greater size in bytes,
// KUSTOCONN_GROWTH_FILES which files; with either, each input that grows faster than
// linear is shown, and the slowest one. It is run once, with one processor, for the
// collectors' waiting for each other would count: -bench Growth -benchtime 1x -cpu 1.
func BenchmarkGrowth(b *testing.B) {
	const (
		shortest = 20 * time.Millisecond // of 1 MiB
		linear   = 1.1
	)
	size, files, verbose := 1<<20, growthFiles, false
	if most := os.Getenv("KUSTOCONN_GROWTH"); most != "" {
		verbose = true
		if _, err := fmt.Sscan(most, &size); err != nil {
			b.Fatal(err)
		}
	}
	if only := os.Getenv("KUSTOCONN_GROWTH_FILES"); only != "" {
		files, verbose = strings.Fields(only), true
	}
	for _, name := range files {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				var slowest time.Duration
				var slowestUnit growthInput
				steepest := 0.0
				for _, u := range growthUnits {
					great := growthTime(b, name, u, size, 1)
					if great < shortest*time.Duration(size)>>20 {
						continue
					}
					small := growthTime(b, name, u, size/growthRatio, growthRatio)
					exponent := growthExponent(small, great)
					for range 3 { // what is steep is measured again: the cache is others' too
						if exponent <= linear {
							break
						}
						small = (small + growthTime(b, name, u, size/growthRatio, growthRatio)) / 2
						great = min(great, growthTime(b, name, u, size, 1))
						exponent = growthExponent(small, great)
					}
					if great > slowest {
						slowest, slowestUnit = great, u
					}
					steepest = max(steepest, exponent)
					if verbose && exponent > linear {
						b.Logf("%.2f %q %q: %v, %v", exponent, u.before, u.unit, small, great)
					}
				}
				if verbose {
					b.Logf("slowest: %q %q: %v", slowestUnit.before, slowestUnit.unit, slowest)
				}
				b.ReportMetric(steepest, "exponent")
				b.ReportMetric(slowest.Seconds()*1000, "ms")
			}
		})
	}
}

// growthInput is a unit to repeat, and what stands before it.
type growthInput struct{ before, unit string }

func growthExponent(small, great time.Duration) float64 {
	return math.Log(float64(great)/float64(small)) / math.Log(growthRatio)
}

// growthTime returns the time of the processor that a file of about size bytes takes, the
// collector's work included: the mean of so many files one after another, and of that the
// least of a few times, for others on the machine slow some down.
func growthTime(b *testing.B, name string, u growthInput, size, files int) time.Duration {
	b.Helper()
	const times, enough = 3, 100 * time.Millisecond
	text := u.before + strings.Repeat(u.unit, size/len(u.unit))
	least, all := time.Duration(math.MaxInt64), time.Duration(0)
	for i := 0; i < times && all < enough; i++ {
		runtime.GC() // what others left
		start := cpuTime()
		for range files {
			if _, err := Text(name, text, Options{}); err != nil {
				b.Fatal(err)
			}
		}
		runtime.GC() // what is left to it
		took := cpuTime() - start
		least, all = min(least, took), all+took
	}
	return least / time.Duration(files)
}

// cpuTime is what the process has used, so that others on the machine do not count.
func cpuTime() time.Duration {
	const processClock = 2 // CLOCK_PROCESS_CPUTIME_ID: that of getrusage ticks
	var now syscall.Timespec
	if _, _, failed := syscall.Syscall(syscall.SYS_CLOCK_GETTIME, processClock, uintptr(unsafe.Pointer(&now)), 0); failed != 0 {
		panic(failed)
	}
	return time.Duration(now.Nano())
}
