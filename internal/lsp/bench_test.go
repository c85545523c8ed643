package lsp_test

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// longFile is a file of 10,000 lines, of which each of a number of lines holds a string.
func longFile(every int) string {
	var b strings.Builder
	for i := range 10_000 {
		if i%every == 0 {
			fmt.Fprintf(&b, "key%d: \"https://c%d.kusto.windows.net/Db;Fed=yes\"\n", i, i)
		} else {
			fmt.Fprintf(&b, "key%d: \"value %d of something else\"\n", i, i)
		}
	}
	return b.String()
}

// BenchmarkKeyToDiagnostics is the time from a key, in a file of 10,000 lines, to its
// diagnostics, the pause that waits for the next key included.
func BenchmarkKeyToDiagnostics(b *testing.B) {
	for name, every := range map[string]int{"100 strings": 100, "1000 strings": 10} {
		b.Run(name, func(b *testing.B) {
			c := open(b, b.TempDir(), everything, nil)
			c.openText("file:///long.yaml", "yaml", longFile(every))
			c.published("file:///long.yaml", 1)
			var times []time.Duration
			version := 1
			for b.Loop() {
				version++
				start := time.Now()
				c.notify("textDocument/didChange", object{"textDocument": object{"uri": "file:///long.yaml", "version": version}, "contentChanges": []object{
					{"range": object{"start": object{"line": 5000, "character": 0}, "end": object{"line": 5000, "character": 0}}, "text": "k"},
				}})
				c.published("file:///long.yaml", float64(version))
				times = append(times, time.Since(start))
				c.forget()
			}
			slices.Sort(times)
			b.ReportMetric(float64(times[len(times)*95/100].Microseconds())/1000, "p95-ms")
			runtime.GC()
			var memory runtime.MemStats
			runtime.ReadMemStats(&memory)
			b.ReportMetric(float64(memory.HeapAlloc)/(1<<20), "heap-MB")
		})
	}
}
