package lint

import (
	"slices"
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/placeholder"
	"kustoconn/source"
)

// addPiece adds a piece to the file, and behind it what placeholders in it give as
// a default value, where that is a string of its own. What own patterns match is a
// hole.
func (f *File) addPiece(content piece.Piece, own *placeholder.Set) {
	if found := own.FindOwn(content.Text); len(found) > 0 {
		content.Holes = united(append(slices.Clone(content.Holes), found...))
	}
	p := filePiece{Piece: content, filled: fillHoles(content.Text, content.Holes)}
	var inside []filePiece
	for _, span := range defaultsOf(content.Text) {
		if d, ok := f.defaultPiece(&p, span, own); ok {
			inside = append(inside, d)
			p.defaults = append(p.defaults, span)
		}
	}
	if len(inside) > 0 {
		p.filled = fillHoles(p.filled, p.defaults)
	}
	c := f.opened()
	c.pieces = append(append(c.pieces, p), inside...)
}

// united puts spans in order, and makes one of those that overlap.
func united(spans []source.Span) []source.Span {
	slices.SortFunc(spans, func(a, b source.Span) int { return a.Start - b.Start })
	all := spans[:0]
	for _, s := range spans {
		if n := len(all); n > 0 && s.Start < all[n-1].End {
			all[n-1].End = max(all[n-1].End, s.End)
			continue
		}
		all = append(all, s)
	}
	return all
}

// defaultsOf returns what placeholders in text give as default values; none where
// the text has nothing that a connection string has, as most literals of code.
func defaultsOf(text string) []source.Span {
	if strings.IndexByte(text, '=') < 0 && strings.IndexByte(text, '@') < 0 && !strings.Contains(text, "://") {
		return nil
	}
	return placeholder.Defaults(text)
}

// defaultPiece returns the part of a piece that a placeholder gives as a default
// value, and whether it is a string of its own. One in a hole must stand in the
// file as it is read.
func (f *File) defaultPiece(p *filePiece, span source.Span, own *placeholder.Set) (filePiece, bool) {
	text := span.Slice(p.Text)
	if holdsHole(p, span) && p.Map.Span(span).Slice(f.Text()) != text {
		return filePiece{}, false
	}
	d := piece.Verbatim(piece.Value, p.Text, span).Through(p.Piece)
	d.Key, d.KeySpan, d.Holes = p.Key, p.KeySpan, own.FindOwn(text)
	in := filePiece{Piece: d, filled: fillHoles(d.Text, d.Holes), isDefault: true}
	return in, len(findStrings(&in)) > 0
}

// fillHoles returns text with each hole written as placeholders of the same
// length, so that spans stay what they are: the code in a hole may hold
// semicolons and quotes, which are no part of the string.
func fillHoles(text string, holes []source.Span) string {
	if len(holes) == 0 {
		return text
	}
	var b strings.Builder
	at := 0
	for _, h := range holes {
		if h.Start < at {
			continue // inside another one
		}
		b.WriteString(text[at:h.Start])
		writeHole(&b, h.Slice(text))
		at = h.End
	}
	b.WriteString(text[at:])
	return b.String()
}

// writeHole writes a hole as placeholders of its length. A literal that its code
// gives for the case that a look-up finds nothing stays to be seen, as the default
// value of a variable: it may be a secret.
func writeHole(b *strings.Builder, code string) {
	const open, joint = "${", "-" // of a variable in capitals, as a shell's
	given, ok := placeholder.Fallback(code)
	names := given.Start - len(open) - len(joint)
	if !ok || names < 1 || given.End == len(code) {
		writePlaceholders(b, len(code))
		return
	}
	b.WriteString(open + strings.Repeat("X", names) + joint)
	for _, c := range []byte(given.Slice(code)) {
		if strings.IndexByte("{}[];='\"\r\n%", c) >= 0 { // would end it, or its string
			c = 'x'
		}
		b.WriteByte(c)
	}
	b.WriteByte('}')
	writePlaceholders(b, len(code)-given.End-1)
}

// writePlaceholders writes n bytes of placeholders. A long hole takes more
// than one, because what is very long is read as none.
func writePlaceholders(b *strings.Builder, n int) {
	const most = 64
	for n > 0 {
		part := n
		if n > most {
			part = most / 2
		}
		switch part {
		case 1:
			b.WriteByte('_')
		case 2:
			b.WriteString("$x")
		default:
			b.WriteString("{" + strings.Repeat("x", part-2) + "}")
		}
		n -= part
	}
}

// holdsHole reports whether a hole is in the span of the piece's text.
func holdsHole(p *filePiece, span source.Span) bool {
	for _, h := range p.HolesNear(span) {
		if h.Overlaps(span) {
			return true
		}
	}
	return false
}
