package extract

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"kustoconn/source"
)

func (r *xmlReader) attributePiece(a xmlAttribute) Piece {
	var b Builder
	unescape(&b, r.text, a.value, "&\r\n\t", func(rest string) (string, int) {
		if rest[0] != '&' {
			return " ", lineBreakOr1(rest)
		}
		return unescapeXML(rest)
	})
	p := b.Piece(Value)
	p.Escape = escapeAttribute
	if a.quote == 0 {
		p.Escape = refuse
	}
	return p
}

// lineBreakOr1 returns the length of the line end or other byte s starts with.
func lineBreakOr1(s string) int { return max(lineBreak(s, 0), 1) }

const cdataStart, cdataEnd = "<![CDATA[", "]]>"

// charData adds the piece of text or of a CDATA section.
func (r *xmlReader) charData(span source.Span) {
	starters, escape := "&\r", escapeXMLText
	if strings.HasPrefix(span.Slice(r.text), cdataStart) {
		span.Start += len(cdataStart)
		span.End -= len(cdataEnd)
		starters, escape = "\r", escapeInComment("]>")
	}
	if strings.TrimLeft(span.Slice(r.text), xmlSpace) == "" {
		return
	}
	var b Builder
	unescape(&b, r.text, span, starters, func(rest string) (string, int) {
		if rest[0] == '\r' {
			return "\n", lineBreak(rest, 0)
		}
		return unescapeXML(rest)
	})
	p := b.Piece(Value)
	p.Escape = escape
	p.Key, p.KeySpan = r.path.String(), r.frames[len(r.frames)-1].span
	r.out.Pieces = append(r.out.Pieces, p)
}

var xmlEntities = map[string]string{"amp": "&", "lt": "<", "gt": ">", "quot": `"`, "apos": "'"}

// unescapeXML reads a character reference or one of the five entities; another
// entity stands for itself.
func unescapeXML(rest string) (string, int) {
	const longest = len("&#x0010FFFF;")
	end := strings.IndexByte(rest[:min(len(rest), longest)], ';')
	if end < 0 {
		return "", 0
	}
	name, isNumber := strings.CutPrefix(rest[1:end], "#")
	if !isNumber {
		text, ok := xmlEntities[name]
		if !ok {
			return "", 0
		}
		return text, end + 1
	}
	base := 10
	if hex, ok := strings.CutPrefix(name, "x"); ok {
		name, base = hex, 16
	}
	n, err := strconv.ParseUint(name, base, 32)
	if err != nil || n > utf8.MaxRune {
		return "", 0
	}
	return string(rune(n)), end + 1
}

var (
	escapeAttribute = escapeAs(strings.NewReplacer("&", "&amp;", "<", "&lt;", `"`, "&quot;", "'", "&apos;"))
	escapeXMLText   = escapeAs(strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;"))
)
