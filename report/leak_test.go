package report

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"

	"pgregory.net/rapid"

	"kustoconn/diag"
	"kustoconn/redact"
	"kustoconn/source"
)

// secretScript is an alphabet that only secrets are written in, so that even
// one letter in a report is a leak.
const secretScript = "ႠႡႢႣႤႥႦႧႨႩႪႫႬႭႮႯ"

// hostile is what a terminal, or a reader, could be fooled with.
const hostile = "\x1b[2J\u009b2J\x7f\u202e\U000e0041\n::error::\xff"

// drawFindings draws findings about a text whose hidden spans hold all of the
// secret script.
func drawFindings(t *rapid.T) []Finding {
	pieces := rapid.SliceOfN(rapid.OneOf(
		rapid.SampledFrom([]string{"\n", "\r\n", ";", "\t", "東", "e\u0301", "\x1b[31m", "\u202e", "\xff", "\xe1", strings.Repeat("long;", 60)}),
		rapid.StringMatching(`[a-zA-Z =;"]{0,12}`),
		rapid.StringMatching(`[`+secretScript+`]{1,8}(\n[`+secretScript+`]{1,200})?`),
	), 0, 24).Draw(t, "pieces")
	text := ""
	var hidden []source.Span
	for _, piece := range pieces {
		start := len(text)
		text += piece
		if strings.ContainsAny(piece, secretScript) {
			middle := rapid.IntRange(start, len(text)).Draw(t, "split")
			hidden = append(hidden, source.Span{Start: middle, End: len(text)}, source.Span{Start: start, End: middle})
		}
	}
	file := newFile(rapid.SampledFrom([]string{"f", "f\u202e", "f" + hostile}).Draw(t, "path"), text, rapid.Bool().Draw(t, "file"))
	excerpt := redact.NewExcerpt(text, redact.Union(hidden))
	offset := rapid.IntRange(-1, len(text)+1)
	span := func() source.Span { return source.Span{Start: offset.Draw(t, "start"), End: offset.Draw(t, "end")} }
	var findings []Finding
	for range rapid.IntRange(1, 4).Draw(t, "findings") {
		d := secretInText.New(span(), "message"+hostile)
		d.Help = "help" + hostile
		d.Related = []diag.Related{{Span: span(), Message: "related" + hostile}, {Span: span(), Message: "more"}}
		d.Edits = []diag.Edit{{Span: span(), NewText: "new" + hostile}, {Span: span()}}
		findings = append(findings, Finding{File: file, Diagnostic: d, Excerpt: excerpt, Fingerprint: "f", Commit: drawCommit(t)})
	}
	return findings
}

func drawCommit(t *rapid.T) *Commit {
	if rapid.Bool().Draw(t, "no commit") {
		return nil
	}
	return &Commit{ID: "0123", AuthorDate: time.Unix(rapid.Int64Range(0, 1<<37).Draw(t, "date"), 0), Present: rapid.Bool().Draw(t, "present")}
}

var colours = regexp.MustCompile("\x1b\\[[0-9;]*m")

func TestNothingLeaks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		findings := drawFindings(t)
		for f := Text; int(f) < len(formats); f++ {
			for _, color := range []bool{false, true} {
				got := write(t, f, findings, Options{Color: color})
				if strings.ContainsAny(got, secretScript) {
					t.Fatalf("%s holds a secret:\n%s", f, got)
				}
				if color {
					got = colours.ReplaceAllString(got, "")
				}
				if i := strings.IndexFunc(got, func(r rune) bool { return r != '\n' && !unicode.IsPrint(r) }); i >= 0 {
					t.Fatalf("%s holds %q", f, got[i:])
				}
				if (f == JSON || f == SARIF || f == GitLab || f == GitLabSAST) && !json.Valid([]byte(got)) {
					t.Fatalf("%s is no JSON:\n%s", f, got)
				}
			}
		}
	})
}

// TestCaretsStandUnderTheSpan checks the columns against another way to count
// them: the width of what is printed before.
func TestCaretsStandUnderTheSpan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := rapid.StringMatching(`[a-z;東京Größe😀\t]{0,30}`)
		before, marked, after := draw.Draw(t, "before"), draw.Filter(func(s string) bool { return s != "" }).Draw(t, "marked"), draw.Draw(t, "after")
		span := source.Span{Start: len(before), End: len(before) + len(marked)}
		got := write(t, Text, []Finding{{
			File: NewFile("", before+marked+after, nil), Diagnostic: secretInText.New(span, "x"), Excerpt: redact.NewExcerpt(before+marked+after, nil),
		}}, Options{})
		shown := func(s string) string { return strings.ReplaceAll(s, "\t", tab) }
		want := "  | " + strings.Repeat(" ", widths.StringWidth(shown(before))) + strings.Repeat("^", widths.StringWidth(shown(marked)))
		if line := strings.Split(got, "\n")[3]; line != want {
			t.Fatalf("got  %q\nwant %q", line, want)
		}
	})
}
