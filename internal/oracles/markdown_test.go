package oracles

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"pgregory.net/rapid"

	"kustoconn/source"
)

// markdownPlaces returns the code of a document: spans, indented blocks, and
// fenced blocks without a language. All else is running text to lint, and one
// place for each stretch between code.
func markdownPlaces(document string) (places []place) {
	src := []byte(document)
	root := goldmark.DefaultParser().Parse(text.NewReader(src))
	ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.CodeSpan:
			if p, ok := codeSpan(n, src); ok {
				places = append(places, p)
				if p.code {
					raw := strings.ReplaceAll(p.span.Slice(document), "\n", " ")
					places = append(places, place{span: p.span, text: raw, code: true})
				}
			}
			return ast.WalkSkipChildren, nil
		case *ast.CodeBlock:
			// Deviation: a fence that is indented too far is one to lint, as its
			// author meant it.
			places = append(places, block(n.Lines(), src, strings.Contains(string(n.Lines().Value(src)), "```"))...)
		case *ast.FencedCodeBlock:
			places = append(places, block(n.Lines(), src, n.Info != nil)...)
			if n.Lines().Len() > 0 && slices.Contains(shells, string(n.Language(src))) {
				all := places[len(places)-1]
				all.text = strings.ReplaceAll(all.text, `"`, "")
				places = append(places, all)
			}
		}
		return ast.WalkContinue, nil
	})
	return places
}

// shells are the languages of fences whose lines are words of a shell to lint, which
// lose their quotation marks.
var shells = []string{"console", "sh", "shell", "bash"}

// codeSpan gives a code span's text, line breaks read as spaces.
func codeSpan(n *ast.CodeSpan, src []byte) (p place, ok bool) {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		segment := c.(*ast.Text).Segment
		if !ok {
			p.span.Start = segment.Start
		}
		ok = true
		p.span.End = segment.Stop
		b.Write(segment.Value(src))
	}
	p.text = strings.ReplaceAll(b.String(), "\n", " ")
	return p, ok
}

// block gives the whole of a block of code, and each of its lines.
func block(lines *text.Segments, src []byte, language bool) (places []place) {
	if lines.Len() == 0 {
		return nil
	}
	all := place{span: source.Span{Start: lines.At(0).Start, End: lines.At(lines.Len() - 1).Stop}, code: true}
	for i := range lines.Len() {
		line := lines.At(i)
		value := string(line.Value(src))
		all.text += value
		places = append(places, place{
			span: source.Span{Start: line.Start, End: line.Stop}, text: strings.TrimSpace(value), code: language,
		})
	}
	return append(places, all)
}

var markdownBlocks = []string{
	"`%s`\n", "Use `%s` here.\n", "``%s``\n", "`` %s ``\n", "- item\n- `%s`\n", "1. item\n\n   `%s`\n", "> quote `%s`\n",
	"```\n%s\n```\n", "~~~\n%s\n~~~\n", "````\n```\n%s\n````\n", "- x\n\n  ```\n  %s\n  ```\n", "> ```\n> %s\n> ```\n",
	"   ```\n   %s\n   ```\n", "text\n\n    %s\n\ntext\n", "- a\n\n      %s\n", "* a\n  * b\n\n    ```\n    %s\n    ```\n",
	"| a | b |\n|--|--|\n| x | `%s` |\n", "# Title `%s`\n", "Title `%s`\n=====\n", "**`%s`**\n", "[a](b) `%s` <b>c</b>\n",
	"```text\n%s\n```\n", "it\\`s `%s`\n", "`a` and `%s`\n", "> - ```\n>   %s\n>   ```\n", "1) ```\n   %s\n   ```\n", "<div>\n\n`%s`\n\n</div>\n",
	"```\n%s\n", "\t%s\n", "`a\nb` `%s`\n", "*a `%s` b*\n",
}

func TestMarkdown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var planted []string
		var document strings.Builder
		for range rapid.IntRange(1, 4).Draw(t, "blocks") {
			value := rapid.SampledFrom(texts()).Draw(t, "text")
			planted = append(planted, value)
			fmt.Fprintf(&document, rapid.SampledFrom(markdownBlocks).Draw(t, "block"), value)
			document.WriteString(rapid.SampledFrom([]string{"\n", "\n\n", "", "text\n", "\n---\n\n"}).Draw(t, "between"))
		}
		text, clean := noisy(t, document.String(), "\n", " ", "    ", "\t", "`", "``", "```", "\n```\n", "~~~", ">", "> ",
			"-", "- ", "1. ", "\\", "#", "<", ">", "<!--", "|", "[", "](", "é")
		if why := markdownDisagreement(text, planted, clean); why != "" {
			t.Fatalf("%q\n%s", text, why)
		}
	})
}

// markdownDisagreement is disagreement with all of the document as one more
// place: lint reads running text, of which the oracle makes no places.
func markdownDisagreement(document string, planted []string, all bool) string {
	running := place{span: source.Span{End: len(document)}, text: document, code: true}
	return disagreement("a.md", document, planted, append(markdownPlaces(document), running), all)
}

// TestMarkdownFiles plants a connection string in code of real documents.
func TestMarkdownFiles(t *testing.T) {
	const value = "https://c.kusto.windows.net/Db;Fed=true"
	n, failures := 0, 0
	for path, document := range files(t, 300, ".md") {
		places := markdownPlaces(document)
		for i := 0; i < len(places); i += max(1, len(places)/25) {
			p := places[i]
			if p.code || p.text == "" || strings.Contains(document[p.span.Start:p.span.End], "\n") && !strings.HasSuffix(document[:p.span.End], "\n") {
				continue
			}
			at := strings.Index(document[p.span.Start:p.span.End], p.text) + p.span.Start
			changed := document[:at] + value + document[at+len(p.text):]
			n++
			if why := markdownDisagreement(changed, []string{value}, true); why != "" && failures < 20 {
				failures++
				t.Errorf("%s: at %d: %.120q: %s", path, at, changed[max(0, at-60):], why)
			}
		}
	}
	t.Logf("%d places", n)
	if n < 100 {
		t.Errorf("only %d places", n)
	}
}
