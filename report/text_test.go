package report

import (
	"io"
	"strconv"
	"strings"
	"testing"

	"kustoconn/diag"
	"kustoconn/internal/golden"
	"kustoconn/redact"
	"kustoconn/source"
)

// TestText holds what a person sees, one golden file a case.
func TestText(t *testing.T) {
	at := func(text, part string) diag.Diagnostic {
		return unknownKeyword.New(in(text, part), "the keyword is not known")
	}
	whole := func(text string) source.Span { return source.Span{End: len(text)} }
	for _, tc := range []struct {
		name   string
		text   string
		hidden []string
		find   func(text string) []diag.Diagnostic
	}{
		{name: "wide", text: "Größe=東京;Key😀=ｗｉｄｅ;e\u0301te\u0301=1;x=2", find: func(s string) []diag.Diagnostic {
			return []diag.Diagnostic{at(s, "東京"), at(s, "Key😀"), at(s, "e\u0301te\u0301"), at(s, "x=2")}
		}},
		{name: "tabs", text: "\tkusto:\t\"Fed=yes\"", find: func(s string) []diag.Diagnostic {
			return []diag.Diagnostic{at(s, "Fed"), at(s, "\t\"")}
		}},
		{name: "crlf", text: "one\r\nFed=yes\r\nthree\r\n", find: func(s string) []diag.Diagnostic {
			return []diag.Diagnostic{at(s, "yes"), at(s, "yes\r\n"), at(s, "\r\nthree")}
		}},
		{name: "multiline", text: "a\n  \"Fed=\n\n   yes;\n   x\"\nb\nc\nd\n", find: func(s string) []diag.Diagnostic {
			return []diag.Diagnostic{at(s, "Fed=\n\n   yes"), at(s, "Fed=\n\n   yes;\n   x\"\nb\nc"), at(s, "b\n")}
		}},
		{name: "insertion", text: "Fed=true;AppKey=Geheim\n", hidden: []string{"Geheim"}, find: func(s string) []diag.Diagnostic {
			return []diag.Diagnostic{
				unknownKeyword.New(source.At(0), "at the start"),
				unknownKeyword.New(source.At(strings.Index(s, "heim")), "in a secret"),
				unknownKeyword.New(source.At(len(s)-1), "at the end of the line"),
				unknownKeyword.New(source.At(len(s)), "at the end of the text"),
			}
		}},
		{name: "empty", find: func(string) []diag.Diagnostic {
			return []diag.Diagnostic{unknownKeyword.New(source.At(0), "nothing here")}
		}},
		{name: "outside", text: "Größe", find: func(s string) []diag.Diagnostic {
			return []diag.Diagnostic{
				unknownKeyword.New(source.Span{Start: -5, End: 100}, "beyond both ends"),
				unknownKeyword.New(source.Span{Start: 3, End: 3 + 1}, "half a character"),
				unknownKeyword.New(source.Span{Start: 4, End: 2}, "the wrong way round"),
			}
		}},
		{name: "masked", text: "AppKey=Geheim;Password=\"auch geheim\";x=y", hidden: []string{"Geheim", "auch geheim"}, find: func(s string) []diag.Diagnostic {
			return []diag.Diagnostic{at(s, "Geheim"), at(s, "heim;Pass"), at(s, "\"auch geheim\""), at(s, "x=y")}
		}},
		{name: "masked-lines", text: "key: |\n  BEGIN\n  Geheim\n  END\nx: y", hidden: []string{"BEGIN\n  Geheim\n  END"}, find: func(s string) []diag.Diagnostic {
			return []diag.Diagnostic{at(s, "BEGIN\n  Geheim\n  END"), at(s, "x")}
		}},
		{name: "injection", text: "a\x1b[31mred\u202eFed\u2066\u0085\u00a0=\u200byes\xff\x07;\ufeffkey\r=1", find: func(s string) []diag.Diagnostic {
			d := at(s, "Fed")
			d.Message = "unknown keyword \x1b]0;title\x07\u202e"
			d.Help = "did you mean\n::error::x\x1b[0m"
			d.Edits = []diag.Edit{{Span: in(s, "yes\xff"), NewText: "\u2028"}}
			return []diag.Diagnostic{d, at(s, "\ufeffkey\r")}
		}},
		{name: "marks", text: "x=" + strings.Repeat("\u0301", 12) + "a" + strings.Repeat("\u0301", 12) + ";y", find: func(s string) []diag.Diagnostic {
			return []diag.Diagnostic{at(s, "y")}
		}},
		{name: "long", text: strings.Repeat("before;", 40) + "Key=" + strings.Repeat("after", 40), find: func(s string) []diag.Diagnostic {
			return []diag.Diagnostic{at(s, "Key"), at(s, "Key="+strings.Repeat("after", 40)), unknownKeyword.New(source.At(len(s)), "at the end"), unknownKeyword.New(source.Span{Start: 7, End: 13}, "near the start")}
		}},
		{name: "long-related", text: "First=1;" + strings.Repeat("x", 300) + ";Next=2;Second=3;" + strings.Repeat("y", 300), find: func(s string) []diag.Diagnostic {
			d := at(s, "Second")
			d.Related = []diag.Related{{Span: in(s, "First"), Message: "far away"}, {Span: in(s, "Next"), Message: "close by"}}
			return []diag.Diagnostic{d}
		}},
		{name: "related", text: "1\n2\n3\n4\nFed=a;Federated=b\n6\n7\n8\n9\nFed=c\nlast", find: func(s string) []diag.Diagnostic {
			d := at(s, "Federated")
			d.Related = []diag.Related{{Span: in(s, "Fed=a"), Message: "first given here"}, {Span: in(s, "Fed=c"), Message: "and here"}}
			e := at(s, "6")
			e.Related = []diag.Related{{Span: in(s, "Fed=a;Federated=b"), Message: "the line before"}}
			return []diag.Diagnostic{d, e}
		}},
		{name: "edits", text: "Fed=yes;AppKey=Geheim", hidden: []string{"Geheim"}, find: func(s string) []diag.Diagnostic {
			var list []diag.Diagnostic
			for _, edits := range [][]diag.Edit{
				{{Span: in(s, "yes"), NewText: "true", Safe: true}},
				{{Span: in(s, ";")}},
				{{Span: in(s, "AppKey=Geheim"), NewText: "x"}, {Span: source.At(0), NewText: "`\n"}},
				{{Span: source.At(0), NewText: "1"}, {Span: source.At(3), NewText: "2"}, {Span: source.At(4), NewText: "3"}, {Span: source.At(5), NewText: "4"}, {Span: source.At(6), NewText: "5"}},
				{{Span: source.At(0), NewText: strings.Repeat("long", 40)}},
			} {
				d := at(s, "yes")
				d.Edits = edits
				list = append(list, d)
			}
			return list
		}},
		{name: "severities", text: "x", find: func(s string) []diag.Diagnostic {
			return []diag.Diagnostic{unknownKeyword.New(whole(s), "an error"), duplicate.New(whole(s), "a warning"), interactive.New(whole(s), "information")}
		}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			file := newFile("dir/file\x1b[1m.env", tc.text, true)
			var hidden []source.Span
			for _, h := range tc.hidden {
				hidden = append(hidden, in(tc.text, h))
			}
			excerpt := redact.NewExcerpt(tc.text, hidden)
			var findings []Finding
			for _, d := range tc.find(tc.text) {
				findings = append(findings, Finding{File: file, Diagnostic: d, Excerpt: excerpt})
			}
			golden.Compare(t, "testdata/"+tc.name+".text", write(t, Text, findings, Options{}))
		})
	}
}

func TestFixed(t *testing.T) {
	d := unknownKeyword.New(source.Span{End: 1}, "x")
	d.Edits = []diag.Edit{{Span: d.Span, NewText: "y", Safe: true}}
	for fixed, want := range map[string]string{
		"Fed=true;AppKey=****":    "  = fix: Fed=true;AppKey=****\n",
		"a\x1b\nb":                "  = fix: a<U+001B><U+000A>b\n",
		strings.Repeat("東", 1000): "  = fix: " + strings.Repeat("東", 60) + "…\n",
	} {
		got := write(t, Text, []Finding{{File: newFile("", "x", false), Diagnostic: d, Excerpt: redact.NewExcerpt("x", nil), Fixed: fixed}}, Options{})
		if !strings.Contains(got, want) {
			t.Errorf("got %q, want %q in it", got, want)
		}
	}
}

// TestLongLine shows that an excerpt of a huge line is small.
func TestLongLine(t *testing.T) {
	const mib = 1 << 20
	for _, filler := range []string{"x", "東", "\u0301", "\x80", "\t", "\x1b"} {
		text := strings.Repeat(filler, mib/len(filler)) + "Fed=yes" + strings.Repeat(filler, mib/len(filler))
		excerpt := redact.NewExcerpt(text, []source.Span{{Start: 10, End: mib - 300}, {Start: mib + 300, End: 2 * mib}})
		d := unknownKeyword.New(in(text, "Fed"), "x")
		d.Related = []diag.Related{{Span: source.At(20), Message: "in a secret"}, {Span: source.At(len(text)), Message: "the end"}}
		got := write(t, Text, []Finding{{File: newFile("f", text, false), Diagnostic: d, Excerpt: excerpt}}, Options{})
		if len(got) > 8000 || !strings.Contains(got, "Fed") {
			t.Errorf("%q: %d bytes of output", filler, len(got))
		}
	}
}

func TestVisible(t *testing.T) {
	for text, want := range map[string]string{
		"plain Größe 東京 😀 e\u0301": "plain Größe 東京 😀 e\u0301",
		"\x00\x1b\x7f\u0085":       "<U+0000><U+001B><U+007F><U+0085>",
		"\t\r\n":                   "<U+0009><U+000D><U+000A>",
		"\u202e\u2066\u200f\u061c": "<U+202E><U+2066><U+200F><U+061C>",
		"\u00a0\u200b\ufeff\u2028": "<U+00A0><U+200B><U+FEFF><U+2028>",
		"\U000e0041":               "<U+E0041>",
		"a\xffb":                   "a<0xFF>b",
		"\u0301":                   "<U+0301>",
	} {
		if got := Visible(text); got != want {
			t.Errorf("Visible(%q) = %q, want %q", text, got, want)
		}
	}
}

// BenchmarkOneLine reports more and more findings on one line that grows with
// them: the time for each stays the same.
func BenchmarkOneLine(b *testing.B) {
	for _, n := range []int{1000, 4000, 16000} {
		text := strings.Repeat("Fed=yes;", 64*n)
		file, excerpt := newFile("f", text, false), redact.NewExcerpt(text, []source.Span{{Start: 1, End: 7}})
		findings := make([]Finding, n)
		for i := range findings {
			d := unknownKeyword.New(source.Span{Start: 512 * i, End: 512*i + 3}, "x")
			d.Related = []diag.Related{{Span: source.At(512 * (i / 2)), Message: "y"}}
			findings[i] = Finding{File: file, Diagnostic: d, Excerpt: excerpt}
		}
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				if err := Write(io.Discard, Text, findings, Options{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/finding")
		})
	}
}
