package format

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/internal/recognize"
	"kustoconn/source"
)

// A comment or a line of an unknown format often quotes a literal of some
// program, and a value may be the text of another file (JSON in JSON). What is
// escaped in such a literal is not told by the format that it stands in.

// cutLiterals gives each quoted literal with a backslash before a quotation mark
// that may hold a string a piece of its own. The cost is linear in the texts.
func cutLiterals(pieces []piece.Piece) []piece.Piece {
	var cut []piece.Piece // pieces so far, once one was cut
	for i, p := range pieces {
		parts := literalsIn(&p)
		if parts == nil {
			if cut != nil {
				cut = append(cut, p)
			}
			continue
		}
		if cut == nil {
			cut = append(make([]piece.Piece, 0, len(pieces)+len(parts)), pieces[:i]...)
		}
		cut = append(cut, parts...)
	}
	if cut == nil {
		return pieces
	}
	return cut
}

// literalsIn returns p cut into the literals in it and what stands between
// them, or nil where there is none to cut out.
func literalsIn(p *piece.Piece) (parts []piece.Piece) {
	text := p.Text
	if !strings.Contains(text, `\"`) && !strings.Contains(text, `\'`) || !quotesLiterals(p) {
		return nil
	}
	rest := 0
	for at := 0; ; {
		n := strings.IndexAny(text[at:], `"'`+"\\")
		if n < 0 {
			break
		}
		at += n
		if text[at] == '\\' {
			at += 2
			if at > len(text) {
				break
			}
			continue
		}
		inner, escaped := quotedIn(text, at)
		if inner.End < 0 || text[at] == '\'' && !escaped {
			at++
			continue
		}
		at = inner.End + 1
		if !escaped || !recognize.MayHold(inner.Slice(text)) {
			continue
		}
		parts = append(parts, between(p, source.Span{Start: rest, End: inner.Start - 1})...)
		parts = append(parts, nestedLiteral(p, inner))
		rest = at
	}
	if parts == nil {
		return nil
	}
	return append(parts, between(p, source.Span{Start: rest, End: len(text)})...)
}

// quotesLiterals reports whether the text of p is one in which the literals of
// programs may stand: running text, and the text of a JSON file.
func quotesLiterals(p *piece.Piece) bool {
	if len(p.Holes) > 0 {
		return false
	}
	if p.Kind == piece.Plain || p.Kind == piece.Comment {
		return true
	}
	trimmed := strings.TrimLeft(p.Text, " \t\r\n")
	return strings.HasPrefix(trimmed, "{") || strings.HasPrefix(trimmed, "[")
}

// quotedIn returns what stands between the quotation mark at offset and the next
// one without a backslash on its line, and whether one with a backslash stands
// there. The end is negative where there is none.
func quotedIn(text string, offset int) (inner source.Span, escaped bool) {
	quote := text[offset]
	for i := offset + 1; i < len(text); i++ {
		switch text[i] {
		case quote:
			return source.Span{Start: offset + 1, End: i}, escaped
		case '\\':
			if i++; i < len(text) && text[i] == quote {
				escaped = true
			}
		case '\n', '\r':
			return source.Span{End: -1}, false
		}
	}
	return source.Span{End: -1}, false
}

// nestedEscapes are those on which C and what came after it agree.
var nestedEscapes = escape.Table{Lead: '\\', Simple: "\"\"''\\\\//b\bf\fn\nr\rt\t", U: true}

// nestedLiteral returns the literal whose inside is span of p's text.
func nestedLiteral(p *piece.Piece, span source.Span) piece.Piece {
	quote := p.Text[span.Start-1 : span.Start]
	var b piece.Builder
	escape.Unescape(&b, p.Text, span, `\`, nestedEscapes.Reader())
	literal := b.Piece(piece.Plain)
	literal.Escape = func(s string) (string, bool) {
		if escape.HasControl(s) {
			return "", false
		}
		return nestedEscapes.Write(s, quote, false)
	}
	return literal.Through(*p)
}

// between returns span of p as it stands, if it is not blank.
func between(p *piece.Piece, span source.Span) []piece.Piece {
	if strings.TrimSpace(span.Slice(p.Text)) == "" {
		return nil
	}
	part := piece.Verbatim(p.Kind, p.Text, span)
	if p.Kind != piece.Comment {
		part.Kind = piece.Plain
	}
	return []piece.Piece{part.Through(*p)}
}
