package laws

import (
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"kustoconn/fuzz"
	"kustoconn/fuzz/internal/spelling"
	"kustoconn/internal/exhaust"
	"kustoconn/internal/fixtures"
	"kustoconn/rule"
)

// The native fuzz targets: the body of each is a law. They build for libFuzzer
// too (.clusterfuzzlite), but for those of rapid_fuzz_test.go; for
// that this file needs no other test file.

func FuzzLossless(f *testing.F) {
	for _, s := range seeds() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { checkLossless(t, text) })
}

func FuzzDeclared(f *testing.F) {
	for _, s := range seeds() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { checkDeclared(t, text) })
}

func FuzzCanonical(f *testing.F) {
	for _, s := range seeds() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { checkCanonical(t, text) })
}

func FuzzDiagnostics(f *testing.F) {
	for _, s := range seeds() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { checkDiagnostics(t, text) })
}

func FuzzFixes(f *testing.F) {
	for _, s := range seeds() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { checkFixes(t, text) })
}

func FuzzNoClientWorse(f *testing.F) {
	for i, s := range seeds() {
		if i%exhaust.Sample(8) == 0 {
			f.Add(s)
		}
	}
	f.Fuzz(func(t *testing.T, text string) { checkNoClientWorse(t, text) })
}

func FuzzContinued(f *testing.F) {
	for i := range joins {
		f.Add(byte(i), "https://help.kusto.windows.net/Db;Fed=true;Accept=true;Accept=true;UserToken=")
	}
	for i, s := range seeds() {
		f.Add(byte(i), s)
	}
	f.Fuzz(func(t *testing.T, join byte, text string) {
		if strings.ContainsAny(text, "\"'`\\${}%#@~^\r\n\x00<>&!|()") || !utf8.ValidString(text) {
			return // what some language writes otherwise
		}
		checkContinued(t, joins[int(join)%len(joins)], text)
	})
}

func FuzzReadsAsBefore(f *testing.F) {
	for i := range joins {
		f.Add(joins[i].File, strings.Replace(joins[i].Code, "§", "https://help.kusto.windows.net;Fed=yes;Accept=true;Accept=true;Server=it's", 1))
	}
	f.Fuzz(func(t *testing.T, name, content string) { checkReadsAsBefore(t, name, content) })
}

func FuzzNoLeak(f *testing.F) {
	for i, s := range seeds() {
		if i%exhaust.Sample(64) != 0 {
			continue // each is planted in every place, which takes seconds
		}
		f.Add(s, byte(0), "")
		f.Add("https://help.kusto.windows.net", byte(1), s)
	}
	f.Fuzz(func(t *testing.T, before string, form byte, after string) {
		checkPlantedBetween(t, before, form, after)
	})
}

func FuzzKeyword(f *testing.F) {
	for _, s := range keywordSeeds() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, keyword string) { checkKeyword(t, keyword) })
}

func FuzzEndpoint(f *testing.F) {
	for _, s := range endpointSeeds() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { checkEndpoint(t, text) })
}

func FuzzBuilder(f *testing.F) {
	for i, s := range seeds() {
		if i%4 == 0 { // all of them would take a short run's time
			f.Add(keywordSeeds()[i%len(keywordSeeds())], s)
			f.Add(s, "a;b")
		}
	}
	f.Fuzz(func(t *testing.T, keyword, value string) { checkBuilder(t, keyword, value) })
}

func FuzzFilter(f *testing.F) {
	for i, s := range seeds() {
		if i%exhaust.Sample(8) == 0 {
			f.Add(s)
			f.Add("connecting to " + s + "\n")
		}
	}
	f.Fuzz(func(t *testing.T, text string) { checkFilter(t, text) })
}

func FuzzBatch(f *testing.F) {
	f.Add([]byte("{\"id\":1,\"s\":\"https://help.kusto.windows.net;Fed=true\"}\n{}\n\n"))
	f.Add([]byte("{\"s\":\"AppKey=\\ud800\"}\r\n[1]\nnull"))
	f.Fuzz(func(t *testing.T, input []byte) { checkBatch(t, input) })
}

// seeds are the starting points of the targets: examples of every rule, cases
// of every kind, and a sample of the strings that ADO.NET was recorded on. They
// are made once: libFuzzer calls a target for each input.
var seeds = sync.OnceValue(func() []string {
	out := []string{""}
	for _, r := range rule.All() {
		out = append(out, r.Bad, r.Good)
	}
	for seed := range uint64(8) {
		for _, kind := range fuzz.Kinds() {
			c, _ := fuzz.Generate(seed, kind)
			out = append(out, c.Text)
		}
	}
	return append(out, recorded()...)
})

// recorded returns every 37th string of the recording.
func recorded() (out []string) {
	for n, s := range recording() {
		if n%37 == 0 && s != "" {
			out = append(out, s)
		}
	}
	return out
}

// recording returns the strings that ADO.NET was recorded on; none where a
// fuzzing service runs the target away from its sources.
func recording() (out []string) {
	rows, _ := fixtures.Lines[fixtures.ADONETRow](fixtures.ADONETFile)
	for _, row := range rows {
		if row.S != nil {
			out = append(out, *row.S)
		}
	}
	return out
}

var keywordSeeds = sync.OnceValue(func() (out []string) {
	for seed := range 100 {
		out = append(out, spelling.Keywords().Example(seed).Text, spelling.NearMisses().Example(seed).Text)
	}
	return out
})

var endpointSeeds = sync.OnceValue(func() (out []string) {
	for seed := range 200 {
		out = append(out, fuzz.Endpoints().Example(seed).Text)
	}
	return out
})
