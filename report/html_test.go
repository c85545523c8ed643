package report

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/diag"
	"kustoconn/redact"
	"kustoconn/source"
)

// htmlParts reads a page as XML and returns what stands in some elements: a line for each,
// of its name, its class and its text, with what it marks in brackets.
func htmlParts(t *testing.T, page string, names ...string) (lines []string) {
	t.Helper()
	var at, depth int
	for d := xml.NewDecoder(strings.NewReader(page)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return lines
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, page)
		}
		last := len(lines) - 1
		switch token := token.(type) {
		case xml.StartElement:
			depth++
			for _, name := range names {
				if token.Name.Local == name && at == 0 {
					at = depth
					line := name + attribute(token, "class") + attribute(token, "id") + attribute(token, "href") + ":"
					lines = append(lines, line)
				}
			}
			if at > 0 && token.Name.Local == "mark" {
				lines[len(lines)-1] += "["
			}
		case xml.EndElement:
			if at > 0 && token.Name.Local == "mark" {
				lines[last] += "]"
			}
			if depth == at {
				at = 0
			}
			depth--
		case xml.CharData:
			if at > 0 {
				lines[last] += string(token)
			}
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return " " + name + "=" + a.Value
		}
	}
	return ""
}

func TestHTML(t *testing.T) {
	page := write(t, HTML, sample(), Options{})
	want := []string{
		"h1:kustoconn: report",
		"label: error (1)", "label: warning (1)", "label: information (1)", "label: KCS101 (1)", "label: KCS102 (1)", "label: KCS308 (1)",
		"h2:conf dir/a,b:100%.env", "h3:error the keyword is not known",
		"pre class=text:https://help.kusto.windows.net/😀;[AppKye]=****;Fed=yes",
		"dt:help", "dd:did you mean AppKey?", "dt:unsafe fix", "dd:replace `AppKye` with `AppKey`", "dt:unsafe", "dd:it gives effect to a pair that clients refuse or ignore",
		"h3:warning Fed is given twice",
		"pre class=text:https://help.kusto.windows.net/😀;AppKye=****;[Fed=yes]\n[Fed=no]",
		"dt:see 2:55", "dd:first given [here]", "dt:fix", "dd:remove `;Fed=yes` at 2:54, insert `<U+000A>` at 4:1",
		"h2:argument 1", "h3:information a person signs in", "pre class=text:https://help.kusto.windows.net;Fed=true[]",
		"h2:Rules", "h3:KCS101 unknown-keyword", "h3:KCS102 duplicate-keyword", "h3:KCS308 interactive-sign-in",
	}
	if diff := cmp.Diff(want, htmlParts(t, page, "h1", "h2", "h3", "label", "pre", "dt", "dd")); diff != "" {
		t.Error(diff)
	}
	for _, want := range []string{
		`<article class="finding error KCS101">`, `<a href="#KCS101">`, `<section id="KCS101">`, `<mark class="primary">AppKye</mark>`,
		`<mark class="related">Fed=yes</mark>`, "body:has(#show-KCS101:not(:checked)) .finding.KCS101 { display: none; }",
		"body:has(#show-error:not(:checked)) .finding.error { display: none; }", "<p>1 error, 1 warning, 1 information; 2 fixable, 1 of them safely</p>",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %s", want)
		}
	}
}

func TestHTMLOfNothing(t *testing.T) {
	page := write(t, HTML, nil, Options{Left: Left{Warnings: 2}})
	if diff := cmp.Diff([]string{"h1:kustoconn: report", "p:2 warnings; 2 warnings, shown with --level warning"}, htmlParts(t, page, "h1", "h2", "p", "label")); diff != "" {
		t.Error(diff)
	}
}

// What a name or a text holds is shown, and is neither markup nor seen as another text.
func TestHTMLEscapes(t *testing.T) {
	const nasty = "</pre><script>x()</script>&lt;\u202e\x1b\"'"
	const shown = "</pre><script>x()</script>&lt;<U+202E><U+001B>\"'"
	text := nasty + ";Fed=" + nasty
	d := duplicate.New(source.Span{Start: 2, End: 9}, nasty)
	d.Help = nasty
	d.Edits = []diag.Edit{{Span: source.At(0), NewText: nasty}}
	page := write(t, HTML, []Finding{{File: newFile(nasty, text, true), Diagnostic: d, Excerpt: redact.NewExcerpt(text, nil)}}, Options{})
	want := []string{
		"h2:" + shown, "h3:warning " + shown, "pre class=text:</[pre><sc]ript>x()</script>&lt;<U+202E><U+001B>\"';Fed=" + shown,
		"dd:" + shown, "dd:insert `" + shown[:len(shown)-len("<U+202E><U+001B>\"'")] + "…` at 1:1", "h2:Rules", "h3:KCS102 duplicate-keyword",
	}
	got := htmlParts(t, page, "h2", "h3", "pre", "dd")
	if len(got) == len(want) {
		want[4] = got[4] // cut to some width: its own concern
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if strings.Contains(page, "<script") || strings.Contains(page, "\u202e") {
		t.Error("the page holds what it was given")
	}
}

// Marks that touch, or hold each other, are shown once each, and no byte twice.
func TestHTMLMarksOverlap(t *testing.T) {
	const text = "https://c;Fed=true"
	d := duplicate.New(source.Span{Start: 10, End: 18}, "m")
	d.Related = []diag.Related{{Span: source.Span{Start: 12, End: 14}, Message: "inside"}, {Span: source.Span{Start: 0, End: 5}, Message: "before"}}
	page := write(t, HTML, []Finding{{File: newFile("f", text, true), Diagnostic: d, Excerpt: redact.NewExcerpt(text, nil)}}, Options{})
	if diff := cmp.Diff([]string{"pre class=text:[https]://c;[Fed=true]"}, htmlParts(t, page, "pre")); diff != "" {
		t.Error(diff)
	}
}
