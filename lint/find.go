package lint

import (
	"strings"

	"kustoconn/grammar"
	"kustoconn/internal/piece"
	"kustoconn/internal/recognize"
	"kustoconn/source"
)

// match is a string found in a piece.
type match struct {
	span source.Span // bytes of the piece's text
	kind Kind
}

// findStrings returns the strings in a piece.
func findStrings(p *filePiece) []match {
	isWhole := p.Kind == piece.Literal || p.Kind == piece.Value
	in := recognize.Context{Whole: isWhole && !isElement(p.filled), Key: p.Key, ForKusto: p.ForKusto}
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

// isElement reports whether text is an element of XML or HTML: strings stand in it,
// and it is none as a whole.
func isElement(text string) bool {
	text = strings.TrimSpace(text)
	if len(text) < len("<a></a>") || text[0] != '<' || text[len(text)-1] != '>' {
		return false
	}
	end := strings.LastIndex(text, "</")
	if end < 0 {
		return false
	}
	name := text[end+len("</") : len(text)-1]
	rest, ok := strings.CutPrefix(text[1:], name)
	return ok && name != "" && strings.IndexAny(rest, "> \t\n") == 0
}

// withClosingQuote returns the end of the string at span in running text, with
// the quotation mark behind it where others of its kind are in the string: it may
// end one of the string's own, and what is between them be a secret. Where the
// same mark stands right before a string that has no fault without it, both
// enclose it.
func withClosingQuote(text string, span source.Span) int {
	if span.End < len(text) && (text[span.End] == '"' || text[span.End] == '\'') {
		mark := text[span.End : span.End+1]
		if !strings.Contains(span.Slice(text), mark) || span.Start > 0 && text[span.Start-1:span.Start] == mark && isWellFormed(span.Slice(text)) {
			return span.End
		}
		return span.End + 1
	}
	return span.End
}

func isWellFormed(text string) bool {
	_, found := grammar.Parse(text)
	return !found.HasErrors()
}
