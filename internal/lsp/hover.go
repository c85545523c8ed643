package lsp

import (
	"strings"

	"kustoconn/grammar"
	"kustoconn/lint"
	"kustoconn/rule"
	"kustoconn/source"
)

// hover says what the string under the cursor means, and more of the segment there; or
// of a suppression, what the rule is. It is made of the string's excerpt alone.
func (s *server) hover(d *document, p *documentParams) any {
	offset := d.lines.offset(p.Position)
	if code, span := suppressedAt(d, offset); code != nil {
		return hover{s.contents(code.Name + "\n\n" + code.Doc), d.lines.span(span)}
	}
	found := d.findings().stringAt(offset)
	if found == nil || found.Kind == lint.Fragment {
		return nil
	}
	at, segment := found.Span, -1
	if in, ok := found.Offset(offset); ok {
		tree, _ := grammar.Parse(found.Unescaped())
		if i := tree.SegmentAt(in); i >= 0 {
			at = found.InFile(tree.Segments[i].Span().TrimSpace(tree.Text()))
			segment = maskedSegment(found, tree.Segments[i].Span())
		}
	}
	return hover{s.contents(d.findings().judging.Explain(found.Masked, segment).Details), d.lines.span(at)}
}

// maskedSegment returns the number, in a string's masked text, of the segment at a span of
// its own; -1 where that is masked or left out.
func maskedSegment(found *lint.String, span source.Span) int {
	if span.Empty() {
		return -1
	}
	shown := found.Excerpt.Span(source.Span{Start: span.Start, End: span.Start + 1})
	tree, _ := grammar.Parse(found.Masked)
	return tree.SegmentAt(shown.Start)
}

// contents is text as it stands, in a fence that nothing of it closes.
func (s *server) contents(text string) markup {
	formats := s.client.TextDocument.Hover.ContentFormat
	if len(formats) == 0 || formats[0] != "markdown" {
		return markup{"plaintext", text}
	}
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	return markup{"markdown", fence + "text\n" + strings.TrimRight(text, "\n") + "\n" + fence}
}

// suppressedAt returns the rule whose code a suppression names at the offset, and where
// the code stands.
func suppressedAt(d *document, offset int) (*rule.Rule, source.Span) {
	for _, s := range suppressions(d.text()) {
		if s.span.Start <= offset && offset <= s.span.End {
			return s.rule, s.span
		}
	}
	return nil, source.Span{}
}
