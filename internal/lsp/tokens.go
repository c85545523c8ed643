package lsp

import (
	"slices"

	"kustoconn/bind"
	"kustoconn/grammar"
	"kustoconn/internal/parts"
	"kustoconn/lint"
	"kustoconn/redact"
	"kustoconn/source"
)

// What a token is, as the places of its type in tokenTypes, and of its modifier.
const (
	keywordToken = iota
	valueToken
	hostToken

	plainToken  = 0
	secretToken = 1
)

var (
	tokenTypes     = []string{"property", "string", "namespace"}
	tokenModifiers = []string{"secret"}
)

// token is one stretch of a file; its span lies on one line.
type token struct {
	span           source.Span // bytes of the file
	kind, modifier int
}

func (s *server) tokens(d *document, _ *documentParams) any {
	return object{"data": d.encoded(source.Span{End: len(d.text())})}
}

func (s *server) tokensIn(d *document, p *documentParams) any {
	return object{"data": d.encoded(d.lines.spanOf(p.Range))}
}

// encoded are the tokens of the strings that touch a span, as the protocol writes them:
// five numbers each, relative to the one before.
func (d *document) encoded(within source.Span) []int {
	var all []token
	for _, found := range d.findings().stringsIn(within) {
		if found.Kind != lint.Settings {
			all = append(all, d.tokensOf(found)...)
		}
	}
	slices.SortStableFunc(all, func(a, b token) int { return a.span.Start - b.span.Start })
	data := []int{}
	var last position
	end := 0
	for _, t := range all {
		if t.span.Start < end {
			continue // a string within another
		}
		end = t.span.End
		at := d.lines.span(t.span)
		line, column := at.Start.Line-last.Line, at.Start.Character
		if line == 0 {
			column -= last.Character
		}
		data = append(data, line, column, at.End.Character-at.Start.Character, t.kind, t.modifier)
		last = at.Start
	}
	return data
}

// tokensOf are the tokens of one string: keywords, and values with the secrets and the
// host in them.
func (d *document) tokensOf(found *lint.String) (all []token) {
	tree, _ := grammar.Parse(found.Unescaped())
	for _, part := range parts.Of(redact.Of(bind.Bind(tree))) {
		t := token{span: found.InFile(part.Span), kind: valueToken}
		switch part.Kind {
		case parts.Keyword:
			t.kind = keywordToken
		case parts.Host:
			t.kind = hostToken
		case parts.Secret:
			t.modifier = secretToken
		}
		all = append(all, d.onLines(t)...)
	}
	return all
}

// onLines cuts a token at the ends of lines.
func (d *document) onLines(t token) (all []token) {
	for t.span.Start < t.span.End {
		line := d.lines.index.Line(d.lines.index.LineOf(t.span.Start))
		part := t
		part.span.End = min(t.span.End, line.End)
		if !part.span.Empty() {
			all = append(all, part)
		}
		if line.End >= t.span.End {
			break
		}
		t.span.Start = max(line.End+1, part.span.End)
		if t.span.Start < len(d.text()) && d.text()[t.span.Start-1] == '\r' && d.text()[t.span.Start] == '\n' {
			t.span.Start++
		}
	}
	return all
}
