package analyzer

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"kustoconn/source"
)

// workspace returns a GOPATH with the packages of testdata, and the façade's where this
// module's path says that it is.
func workspace(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for from, to := range map[string]string{"testdata/src": "", "testdata/facade": facade} {
		if err := os.CopyFS(filepath.Join(dir, "src", filepath.FromSlash(to)), os.DirFS(from)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestFindings also holds that no finding shows what the fixtures give for a secret.
func TestFindings(t *testing.T) {
	for _, result := range analysistest.Run(t, workspace(t), Analyzer, "a") {
		for _, d := range result.Diagnostics {
			shown := d.Message
			for _, r := range d.Related {
				shown += r.Message
			}
			for _, f := range d.SuggestedFixes {
				shown += f.Message
			}
			if strings.Contains(shown, "invented") || strings.Contains(shown, "Zq8Q") {
				t.Errorf("%s: a secret is shown", d.Category)
			}
		}
	}
}

func TestTests(t *testing.T) {
	a, err := New(Settings{Tests: true})
	if err != nil {
		t.Fatal(err)
	}
	analysistest.Run(t, workspace(t), a, "tests")
}

func TestFixes(t *testing.T) { analysistest.RunWithSuggestedFixes(t, workspace(t), Analyzer, "fixes") }

func TestUnsafeFixes(t *testing.T) {
	a, err := New(Settings{UnsafeFixes: true})
	if err != nil {
		t.Fatal(err)
	}
	analysistest.RunWithSuggestedFixes(t, workspace(t), a, "unsafefixes")
}

func TestEscapeIn(t *testing.T) {
	for _, tt := range []struct {
		quote      byte
		text, want string // no want: it cannot be held
	}{
		{'"', "a\"\\\n\tü`", `a\"\\\n\tü` + "`"},
		{'`', `a"\ü`, `a"\ü`},
		{'`', "a`b", ""},
		{'`', "a\rb", ""},
		{'`', "a\x00b", ""},
		{'`', "a\uFEFFb", ""},
		{'`', "a\xffb", ""},
	} {
		got, ok := escapeIn(tt.quote, tt.text)
		if got != tt.want || ok != (tt.want != "") {
			t.Errorf("%q in %c: %q, %v", tt.text, tt.quote, got, ok)
		}
	}
}

// TestLiterals holds that a literal is read as the language does, and where each byte of
// it is written.
func TestLiterals(t *testing.T) {
	for written, want := range map[string]string{
		`""`: "", "``": "", `"a"`: "a", `"\""`: `"`, `"a\x41\u00e9\101\nb"`: "aAéA\nb", "`a\\n`": `a\n`, "`a\r\nb`": "a\nb", `"\xff"`: "\xff",
	} {
		p, ok := literalPiece(written)
		if !ok || p.Text != want {
			t.Errorf("%s: %q, %v", written, p.Text, ok)
		}
	}
	p, _ := literalPiece(`"a\x41b"`)
	if got := p.Map.Span(source.Span{Start: 1, End: 2}); got != (source.Span{Start: 2, End: 6}) {
		t.Errorf("the escape is at %v", got)
	}
	if _, ok := literalPiece(`"`); ok {
		t.Error("half a literal is read")
	}
}

func TestSettings(t *testing.T) {
	for name, s := range map[string]Settings{
		"level": {Level: "loud"}, "off": {Level: "off"}, "rule": {Ignore: []string{"KCS999x"}}, "host": {TrustedHosts: []string{"*.example.com"}},
	} {
		if _, err := New(s); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := New(Settings{Level: "error", Select: []string{"KCS4"}, TrustedHosts: []string{".example.com", "adx.example.org"}}); err != nil {
		t.Error(err)
	}
}
