package oracles

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"kustoconn/internal/fixtures"
	"kustoconn/lint"
	"kustoconn/source"
)

// place is where an oracle says that a text stands, and what it unescapes to.
type place struct {
	span source.Span // may be wider than the text: quotes, comments, indicators
	text string
	// assigned is what stands behind "name=" in the text, where lint may take
	// that for the holder's name.
	assigned string
	code     bool // read by another reader in turn, or as running text: what is found there may be a part
}

// texts are connection strings from public files that hold no secret, so that
// what lint shows of them is the whole text, and that are found by themselves.
var texts = sync.OnceValue(func() (all []string) {
	for _, s := range append(collected(), "https://c.kusto.windows.net/Db;Fed=true",
		`Data Source=https://c.kusto.windows.net;Initial Catalog="My Db";Fed=true`,
		"Data Source=https://c.kusto.windows.net;Initial Catalog='it''s';Fed=true") {
		f, err := lint.Text("a.json", `["`+strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s)+`"]`, lint.Options{})
		if err == nil && len(f.Strings) == 1 && f.Strings[0].Unescaped() == s && !strings.ContainsAny(s, "\\$`{}<>\n") {
			all = append(all, s)
		}
	}
	return all
})

func collected() (all []string) {
	rows, _ := fixtures.Lines[fixtures.Sample]("corpus/positive.jsonl")
	for _, row := range rows {
		if row.Kind == "keyword" || row.Kind == "uri-prefixed" {
			all = append(all, row.Strings...)
		}
	}
	return all
}

func TestTexts(t *testing.T) {
	if n := len(texts()); n < 20 {
		t.Errorf("only %d texts can be planted", n)
	}
}

// unreadable is the code of a file that does not parse as its format.
const unreadable = 703

// disagreement says how lint's strings of a file differ from an oracle's
// places; "" where they do not. Each place whose whole text is a planted one is
// a string of lint's, there and no wider. Where all is set, each string of lint's
// stands in a place that holds it, with holes as the file writes them, unless a part of
// it is masked.
func disagreement(name, text string, planted []string, places []place, all bool) string {
	f, err := lint.Text(name, text, lint.Options{})
	if err != nil {
		return err.Error()
	}
	for _, finding := range f.Findings {
		if finding.Diagnostic.Code == unreadable {
			return "" // read as running text, and says so
		}
	}
	for _, p := range places {
		if p.code || !slices.Contains(planted, p.text) {
			continue
		}
		found := slices.ContainsFunc(f.Strings, func(s lint.String) bool {
			return (s.Unescaped() == p.text || s.Unescaped() == p.assigned) && within(s.Span, p.span)
		})
		if !found {
			return fmt.Sprintf("the oracle has %q at %s, lint %s", p.text, p.span, listed(f))
		}
	}
	for _, s := range f.Strings {
		if !all || s.Kind == lint.Settings || strings.Contains(s.Masked, "****") {
			continue
		}
		held := slices.ContainsFunc(places, func(p place) bool {
			return within(s.Span, p.span) && (strings.Contains(p.text, s.Unescaped()) || strings.Contains(p.text, s.Masked))
		})
		if !held {
			return fmt.Sprintf("lint has %q at %s, the oracle no such text: %s", s.Masked, s.Span, around(places, s.Span))
		}
	}
	return ""
}

// noisy puts up to three of the pieces anywhere into a text, half of the time;
// clean says that it did not.
func noisy(t *rapid.T, text string, pieces ...string) (noisy string, clean bool) {
	if rapid.Bool().Draw(t, "as it is") {
		return text, true
	}
	for range rapid.IntRange(1, 3).Draw(t, "noise") {
		at := rapid.IntRange(0, len(text)).Draw(t, "at")
		if at < len(text) && !utf8.RuneStart(text[at]) {
			continue
		}
		text = text[:at] + rapid.SampledFrom(pieces).Draw(t, "piece") + text[at:]
	}
	return text, false
}

func within(inner, outer source.Span) bool {
	return outer.Start <= inner.Start && inner.End <= outer.End
}

func listed(f *lint.File) string {
	var all []string
	for _, s := range f.Strings {
		all = append(all, fmt.Sprintf("%q at %s", s.Masked, s.Span))
	}
	return strings.Join(all, ", ")
}

// around lists the places that touch a span.
func around(places []place, s source.Span) string {
	var all []string
	for _, p := range places {
		if p.span.Start < s.End && s.Start < p.span.End && p.span.Len() < 300 {
			all = append(all, fmt.Sprintf("%q at %s", p.text, p.span))
		}
	}
	return strings.Join(all, ", ")
}

// files returns the content of up to n files of the module cache and of this
// module that end in one of the endings, spread over all there are.
func files(t *testing.T, n int, endings ...string) map[string]string {
	t.Helper()
	out, err := exec.Command("go", "env", "GOMODCACHE").Output()
	if err != nil {
		t.Fatal(err)
	}
	root, err := fixtures.Root()
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, dir := range []string{strings.TrimSpace(string(out)), root} {
		filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return nil
			}
			if d.IsDir() && (d.Name() == "cache" || d.Name() == ".git") {
				return fs.SkipDir
			}
			if info, err := d.Info(); err == nil && d.Type().IsRegular() && info.Size() < 100_000 && slices.Contains(endings, filepath.Ext(path)) {
				paths = append(paths, path)
			}
			return nil
		})
	}
	slices.Sort(paths)
	all := map[string]string{}
	for i := 0; i < len(paths); i += max(1, len(paths)/n) {
		data, err := os.ReadFile(paths[i])
		if err == nil {
			all[paths[i]] = string(data)
		}
	}
	return all
}
