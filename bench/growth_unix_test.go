//go:build unix

package bench

import (
	"io"
	"math"
	"runtime"
	"strings"
	"testing"

	"kustoconn/bind"
	"kustoconn/grammar"
	"kustoconn/lint"
	"kustoconn/redact"
	"kustoconn/report"
	"kustoconn/sdk"
	"kustoconn/validate"
)

// floods are pairs that, repeated, give very many findings of a kind.
var floods = []string{
	"Fed=true;", "a=b;", "AppKey=Zq7;", "AppKey='a''b';", "AppKye=x;", "x;", "Fed=maybe;", "https://c.kusto.windows.net;", "Database=x Fed=yes ",
	"Database=\"a\" Fed=true;", "Data Source=https://u:p@c;", "{x}=b;", "AppKey=a;b=c;", "Database=\x01;",
}

// doors are what is done with a string: judged and reported in every format, read by
// every client, found in a file and reported.
var doors = []struct {
	name string
	do   func(b *testing.B, text string)
}{
	{"check", func(b *testing.B, text string) { reportString(b, text) }},
	{"clients", func(_ *testing.B, text string) {
		tree, _ := grammar.Parse(text)
		sdk.Portability(bind.Bind(tree), sdk.Clients())
	}},
	{"lint", func(b *testing.B, text string) { reportFile(b, text) }},
}

func reportString(b *testing.B, text string) {
	v, err := validate.New(validate.Options{})
	if err != nil {
		b.Fatal(err)
	}
	tree, syntax := grammar.Parse(text)
	bound := bind.Bind(tree)
	file, excerpt := report.NewFile("text", text, nil), redact.NewExcerpt(text, redact.Secrets(bound))
	shown, _ := report.SelectOf(v.Check(bound, syntax), 0)
	var findings []report.Finding
	for _, d := range shown {
		findings = append(findings, report.Finding{File: file, String: 1, Diagnostic: d, Excerpt: excerpt})
	}
	writeAll(b, findings)
}

func reportFile(b *testing.B, text string) {
	f, err := lint.Text("a.yaml", "k: '"+strings.ReplaceAll(text, "'", "''")+"'\n", lint.Options{})
	if err != nil {
		b.Fatal(err)
	}
	file := report.NewFile(f.Path, f.Text(), f.Index())
	var findings []report.Finding
	for _, found := range f.Findings {
		finding := report.Finding{File: file, String: found.String + 1, Diagnostic: found.Diagnostic, InString: found.InString}
		if found.String >= 0 {
			finding.Excerpt = f.Strings[found.String].Excerpt
		}
		findings = append(findings, finding)
	}
	writeAll(b, findings)
}

func writeAll(b *testing.B, findings []report.Finding) {
	for _, name := range report.FormatNames() {
		format, err := report.ParseFormat(name)
		if err != nil {
			b.Fatal(err)
		}
		if err := report.Write(io.Discard, format, findings, report.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkReportGrowth takes the processor time of each door for each flood at 1.25
// and at 5 MiB and prints the exponent by which it grows: 1 is linear. Run it with
// -benchtime 1x; it takes minutes.
func BenchmarkReportGrowth(b *testing.B) {
	const small, times = 5 << 18, 4
	for _, door := range doors {
		for _, pair := range floods {
			b.Run(door.name+"/"+strings.TrimRight(pair, " ;"), func(b *testing.B) {
				seconds := func(size int) float64 {
					text := "https://c.kusto.windows.net;" + strings.Repeat(pair, size/len(pair))
					runtime.GC()
					start := processorTime(b)
					door.do(b, text)
					return float64(processorTime(b)-start) / 1e9
				}
				for b.Loop() {
					few, many := seconds(small), seconds(times*small)
					b.ReportMetric(math.Log(many/few)/math.Log(times), "exponent")
					b.ReportMetric(many*1e6/(times*small), "µs/byte")
				}
				b.ReportMetric(0, "ns/op")
			})
		}
	}
}
