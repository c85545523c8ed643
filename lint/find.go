package lint

import (
	"bytes"
	"strings"

	textpiece "kustoconn/internal/piece"
	"kustoconn/internal/recognize"
	"kustoconn/lint/internal/settings"
	"kustoconn/source"
)

// match is a string found in a piece.
type match struct {
	span source.Span // bytes of the piece's text
	kind Kind
}

// findStrings returns the strings in a piece.
func findStrings(p *piece) []match {
	in := recognize.Context{Whole: p.Kind == textpiece.Literal || p.Kind == textpiece.Value, Key: p.Key, ForKusto: p.ForKusto}
	var all []match
	for _, found := range recognize.Find(p.filled, in) {
		m := match{found.Span, ConnectionString}
		if !in.Whole {
			m.span.End = withClosingQuote(p.filled, m.span)
		}
		if found.Kind == recognize.Fragment {
			m.kind = Fragment
		}
		all = append(all, m)
	}
	return all
}

// withClosingQuote returns the end of the string at span in running text, with
// the quotation mark behind it where others of its kind are in the string: it may
// end one of the string's own, and what is between them be a secret.
func withClosingQuote(text string, span source.Span) int {
	if span.End < len(text) && (text[span.End] == '"' || text[span.End] == '\'') {
		if mark := text[span.End : span.End+1]; strings.Contains(span.Slice(text), mark) {
			return span.End + 1
		}
	}
	return span.End
}

// mayHold reports whether a file can hold anything to report; text and data are
// the same bytes. It decides which files are parsed at all.
func mayHold(text string, data []byte) bool {
	return recognize.MayHold(text) || settings.MayHold(data) || holdsEscapedEquals(data)
}

// escapedEquals are the ways to write an equals sign that a file which escapes
// it is known by; keywords cannot be looked for in such a file as it stands.
var escapedEquals = [][]byte{[]byte(`\u003d`), []byte(`\u003D`), []byte(`\x3d`), []byte(`\x3D`), []byte("&#61;"), []byte("&#x3d;"), []byte("&#x3D;")}

func holdsEscapedEquals(data []byte) bool {
	for _, escaped := range escapedEquals {
		if bytes.Contains(data, escaped) {
			return true
		}
	}
	return false
}
