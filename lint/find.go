package lint

import (
	"strings"

	"kustoconn/grammar"
	"kustoconn/internal/piece"
	"kustoconn/internal/recognize"
	"kustoconn/lint/internal/calls"
	"kustoconn/lint/internal/format"
	"kustoconn/lint/internal/literal"
	"kustoconn/lint/internal/settings"
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

// mayHold reports whether a file can hold anything to report. It decides which
// files are parsed at all.
func mayHold(text string) bool {
	return recognize.MayHold(text) || settings.MayHold(text) || holdsEscapedEquals(text) || breaksWord(text) || format.MayEncode(text) || calls.MayHold(text)
}

// holdsEscapedEquals reports whether text writes an equals sign as files are known
// by that escape it: keywords cannot be looked for in such a file as it stands.
func holdsEscapedEquals(text string) bool {
	return holdsOne(text, '\\', `\u003d`, `\u003D`, `\x3d`, `\x3D`) || holdsOne(text, '&', "&#61;", "&#x3d;", "&#x3D;")
}

// breaksWord reports whether a word of text that goes on behind a backslash at the end
// of a line, as shells read it, is one that strings are known by.
func breaksWord(text string) bool {
	const mark, near = "\\\n", 80
	for at := 0; ; at += len(mark) {
		n := strings.Index(text[at:], mark)
		if at += n; n < 0 || at+len(mark) == len(text) {
			return false
		}
		if at > 0 && literal.WordEnd(text[at-1:at], 0) > 0 && literal.WordEnd(text[at+len(mark):at+len(mark)+1], 0) > 0 &&
			recognize.MayHold(strings.ReplaceAll(text[max(0, at-near):min(len(text), at+near)], mark, "")) {
			return true
		}
	}
}

// holdsOne reports whether text holds one of words, which start with first.
func holdsOne(text string, first byte, words ...string) bool {
	for at := 0; ; at++ {
		n := strings.IndexByte(text[at:], first)
		if n < 0 {
			return false
		}
		at += n
		for _, word := range words {
			if strings.HasPrefix(text[at:], word) {
				return true
			}
		}
	}
}
