package report

import (
	"bytes"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"kustoconn/diag"
	"kustoconn/internal/golden"
	"kustoconn/redact"
	"kustoconn/rule"
	"kustoconn/source"
)

// fataler is what *testing.T and *rapid.T share.
type fataler interface {
	Helper()
	Fatal(args ...any)
}

func write(t fataler, format Format, findings []Finding, opts Options) string {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, format, findings, opts); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// in returns the span of the only occurrence of part in text.
func in(text, part string) source.Span {
	if strings.Count(text, part) != 1 {
		panic("not exactly once in the text: " + part)
	}
	at := strings.Index(text, part)
	return source.Span{Start: at, End: at + len(part)}
}

var (
	unknownKeyword = rule.Rule{Code: 101, Name: "unknown-keyword", Severity: diag.Error}
	duplicate      = rule.Rule{Code: 102, Name: "duplicate-keyword", Severity: diag.Warning}
	interactive    = rule.Rule{Code: 308, Name: "interactive-sign-in", Severity: diag.Information}
	secretInText   = rule.Rule{Code: 501, Name: "secret-in-text", Severity: diag.Error}
)

// sample is a report of three findings in two texts, with all that a finding
// can have.
func sample() []Finding {
	text := "# settings\nKUSTO=https://help.kusto.windows.net/😀;AppKye=Geheim;Fed=yes\nFed=no\n"
	file := newFile("conf dir/a,b:100%.env", text, true)
	const before = len("# settings\nKUSTO=")
	excerpt := redact.NewExcerpt(text[before:], []source.Span{in(text[before:], "Geheim")})
	inString := func(d diag.Diagnostic) *diag.Diagnostic {
		shift := func(s source.Span) source.Span { return s.Shift(-before) }
		d.Span, d.Related, d.Edits = shift(d.Span), slices.Clone(d.Related), slices.Clone(d.Edits)
		for i := range d.Related {
			d.Related[i].Span = shift(d.Related[i].Span)
		}
		for i := range d.Edits {
			d.Edits[i].Span = shift(d.Edits[i].Span)
		}
		return &d
	}
	misspelt := unknownKeyword.New(in(text, "AppKye"), "the keyword is not known")
	misspelt.Help = "did you mean AppKey?"
	misspelt.Edits = []diag.Edit{{Span: misspelt.Span, NewText: "AppKey"}}
	twice := duplicate.New(in(text, "Fed=no"), "Fed is given twice")
	twice.Related = []diag.Related{{Span: in(text, "Fed=yes"), Message: "first given [here]"}}
	twice.Edits = []diag.Edit{{Span: in(text, ";Fed=yes"), Safe: true}, {Span: source.At(len(text)), NewText: "\n", Safe: true}}
	const given = "https://help.kusto.windows.net;Fed=true"
	argument := newFile("argument 1", given, false)
	return []Finding{
		{File: file, Diagnostic: misspelt, Excerpt: excerpt, InString: inString(misspelt), Fingerprint: "0123abcd"},
		{File: file, Diagnostic: twice, Excerpt: excerpt, InString: inString(twice)},
		{File: argument, Excerpt: redact.NewExcerpt(given, nil), Diagnostic: interactive.New(source.At(len(given)), "a person signs in")},
	}
}

func TestFormats(t *testing.T) {
	for f := Text; int(f) < len(formats); f++ {
		if f != SARIF { // holds the documentation of all rules: TestSARIF
			t.Run(f.String(), func(t *testing.T) {
				golden.Compare(t, "testdata/sample."+f.String(), write(t, f, sample(), Options{Time: time.Unix(1600000000, 0)}))
			})
		}
	}
}

// What of a history is shown is the same everywhere: the commit, the author's date, and
// whether the finding is still there.
func TestCommits(t *testing.T) {
	findings := sample()[:2]
	at := time.Date(2020, 9, 13, 14, 26, 40, 0, time.FixedZone("", 2*60*60))
	findings[0].Commit = &Commit{ID: "5ba3dd19fe49fa30cd5b9ce18a0adfc1e8ca5a12", AuthorDate: at, Present: true}
	findings[1].Commit = &Commit{ID: "00c3dd19fe49fa30cd5b9ce18a0adfc1e8ca5a12"}
	for f := Text; int(f) < len(formats); f++ {
		text := write(t, f, findings, Options{Time: time.Unix(1600000000, 0)})
		if f == SARIF {
			_, text, _ = strings.Cut(text, `"results": `) // behind the documentation of all rules
		}
		golden.Compare(t, "testdata/commits."+f.String(), text)
	}
}

func TestColour(t *testing.T) {
	for _, f := range []Format{Text, Concise} {
		got := write(t, f, sample(), Options{Color: true})
		golden.Compare(t, "testdata/colour."+f.String(), strings.ReplaceAll(got, "\x1b", "␛"))
	}
}

func TestNoFindings(t *testing.T) {
	for f, want := range map[Format]string{
		Text: "", Concise: "", JSONL: "", GitHub: "",
		JSON: `{
  "findings": [],
  "summary": {
    "errors": 0,
    "warnings": 0,
    "information": 0,
    "fixable": 0,
    "safeFixes": 0,
    "hidden": 0
  }
}
`,
	} {
		if diff := cmp.Diff(want, write(t, f, nil, Options{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", f, diff)
		}
	}
}

func TestParseFormat(t *testing.T) {
	for i, name := range FormatNames() {
		if f, err := ParseFormat(name); err != nil || f != Format(i+1) || f.String() != name {
			t.Errorf("ParseFormat(%q) = %v, %v", name, f, err)
		}
	}
	_, err := ParseFormat("xml")
	want := "no such format; there are " + strings.Join(FormatNames(), ", ")
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	if err := Write(&bytes.Buffer{}, 0, nil, Options{}); err == nil {
		t.Error("the zero Format is written")
	}
}

type brokenPipe struct{}

var errBroken = errors.New("broken pipe")

func (brokenPipe) Write([]byte) (int, error) { return 0, errBroken }

func TestWriteError(t *testing.T) {
	many := make([]Finding, 0, 300)
	for range 100 {
		many = append(many, sample()...)
	}
	for f := Text; int(f) < len(formats); f++ {
		for _, findings := range [][]Finding{sample(), many} {
			if err := Write(brokenPipe{}, f, findings, Options{}); !errors.Is(err, errBroken) {
				t.Errorf("%s: got %v, want %v", f, err, errBroken)
			}
		}
	}
}

func TestCounts(t *testing.T) {
	for _, tc := range []struct {
		counts counts
		want   string
	}{
		{counts{}, "no findings"},
		{counts{Errors: 1}, "1 error"},
		{counts{Errors: 2, Warnings: 1, Information: 3, Fixable: 2, SafeFixes: 1}, "2 errors, 1 warning, 3 informations; 2 fixable, 1 of them safely"},
	} {
		if got := tc.counts.String(); got != tc.want {
			t.Errorf("got %q, want %q", got, tc.want)
		}
	}
	want := counts{Errors: 1, Warnings: 1, Information: 1, Fixable: 2, SafeFixes: 1}
	var got counts
	for _, f := range sample() {
		got.add(&f.Diagnostic)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestColorMode(t *testing.T) {
	for _, tc := range []struct {
		mode, env string
		want      bool
	}{
		{"always", "NO_COLOR=1", true},
		{"never", "CLICOLOR_FORCE=1", false},
		{"auto", "", false}, // a buffer is no terminal
		{"auto", "CLICOLOR_FORCE=1", true},
		{"auto", "CLICOLOR_FORCE=0", false},
		{"auto", "CLICOLOR_FORCE=1 NO_COLOR=1", false},
		{"auto", "CLICOLOR_FORCE=1 NO_COLOR=", true},
		{"auto", "CLICOLOR_FORCE=1 TERM=dumb", true},
	} {
		getenv := func(name string) string {
			for _, pair := range strings.Fields(tc.env) {
				if k, v, _ := strings.Cut(pair, "="); k == name {
					return v
				}
			}
			return ""
		}
		if got, err := Color(tc.mode, &bytes.Buffer{}, getenv); got != tc.want || err != nil {
			t.Errorf("%s with %q: got %v, %v, want %v", tc.mode, tc.env, got, err, tc.want)
		}
	}
	if _, err := Color("sometimes", nil, os.Getenv); err == nil {
		t.Error("an unknown mode is accepted")
	}
}

func newFile(path, text string, isFile bool) *File {
	f := NewFile(path, text, nil)
	f.IsFile = isFile
	return f
}
