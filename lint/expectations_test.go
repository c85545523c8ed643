package lint

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"kustoconn/diag"
	"kustoconn/internal/exhaust"
)

// An expectedFile is a file and what a user of the documentation expects of lint.
// What is null is not asked.
type expectedFile struct {
	File, Content string
	Codes         []diag.Code // of the findings above information, in their order
	Finds, Lacks  []diag.Code
	Lists         []string  // the texts of the strings
	Spans         []string  // the bytes of the file that write the strings
	Places        []string  // the bytes that the findings above information are about
	Safe, Unsafe  *[]string // what a fix mode writes in the place of what; empty: the file stays
}

// TestExpectations holds what is expected of the files in testdata/expectations.jsonl:
// kinds of public cases, in other languages and words.
func TestExpectations(t *testing.T) {
	data, err := os.ReadFile("testdata/expectations.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(strings.NewReader(string(data)))
	for n := 0; lines.Scan(); n++ {
		if n%exhaust.Sample(4) != 0 {
			continue
		}
		var row expectedFile
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			t.Fatalf("%s: %v", lines.Text(), err)
		}
		row.check(t)
	}
}

func (e *expectedFile) check(t *testing.T) {
	t.Helper()
	c := newCaseFile(e.File, e.Content)
	var wrong []error
	note := func(err error) {
		if err != nil {
			wrong = append(wrong, err)
		}
	}
	if e.Codes != nil {
		note(only(e.Codes...)(c))
	}
	for _, code := range e.Finds {
		note(finds(code)(c))
	}
	for _, code := range e.Lacks {
		note(lacks(code)(c))
	}
	if e.Safe != nil {
		note(replaced(SafeFixes, *e.Safe)(c))
	}
	if e.Unsafe != nil {
		note(replaced(AllFixes, *e.Unsafe)(c))
	}
	if e.Spans != nil {
		f, got := c.lint(NoFixes), []string{}
		for i := range f.Strings {
			got = append(got, f.Strings[i].Span.Slice(f.Text()))
		}
		if !slices.Equal(got, e.Spans) {
			t.Errorf("%s: %s\n\tstrings %q\n\twant    %q", e.File, e.Content, got, e.Spans)
		}
	}
	if e.Places != nil {
		f, got := c.lint(NoFixes), []string{}
		for _, found := range f.Findings {
			if found.Diagnostic.Severity != diag.Information {
				got = append(got, found.Diagnostic.Span.Slice(f.Text()))
			}
		}
		if !slices.Equal(got, e.Places) {
			t.Errorf("%s: %s\n\tplaces %q\n\twant   %q", e.File, e.Content, got, e.Places)
		}
	}
	if e.Lists != nil {
		f, got := c.lint(NoFixes), []string{}
		for i := range f.Strings {
			got = append(got, f.Strings[i].text())
		}
		if !slices.Equal(got, e.Lists) {
			t.Errorf("%s: %s\n\tlists %q\n\twant  %q", e.File, e.Content, got, e.Lists)
		}
	}
	const secret = "Zq7r2kLm9Xw4Tt8Bv" // of every row that has one
	f := c.lint(NoFixes)
	for i := range f.Strings {
		if strings.Contains(f.Strings[i].Masked, secret) {
			t.Errorf("%s: shown: %s", e.File, f.Strings[i].Masked)
		}
	}
	for i := range f.Findings {
		if strings.Contains(f.Findings[i].Fixed, secret) {
			t.Errorf("%s: shown as fixed: %s", e.File, f.Findings[i].Fixed)
		}
	}
	for _, err := range wrong {
		t.Errorf("%s: %s\n\t%v", e.File, e.Content, err)
	}
}

func replaced(mode FixMode, parts []string) caseCheck {
	if len(parts) == 0 {
		return unchanged(mode)
	}
	return fixedTo(mode, parts[0], parts[1])
}
