package lsp

import (
	"strings"
	"unicode/utf8"

	"kustoconn/source"
)

// encoding is what a column counts. The zero encoding is UTF-16, the protocol's own.
type encoding string

const (
	utf8Units  encoding = "utf-8"
	utf16Units encoding = "utf-16"
	utf32Units encoding = "utf-32"
)

// chooseEncoding returns the client's first choice that there is; UTF-16 where it
// names none.
func chooseEncoding(offered []encoding) encoding {
	for _, e := range offered {
		if e == utf8Units || e == utf16Units || e == utf32Units {
			return e
		}
	}
	return utf16Units
}

// lines finds positions in one text. The protocol ends a line at LF, CR LF and CR.
type lines struct {
	text  string
	index *source.Index
	unit  encoding
}

func newLines(text string, unit encoding) *lines {
	return &lines{text, source.NewIndex(withLineFeeds(text)), unit}
}

// withLineFeeds returns text with a LF for each CR that ends a line alone, so that
// all offsets stay.
func withLineFeeds(text string) string {
	at := strings.IndexByte(text, '\r')
	if at < 0 || strings.Count(text, "\r") == strings.Count(text, "\r\n") {
		return text
	}
	b := []byte(text)
	for i := at; i < len(b); i++ {
		if b[i] == '\r' && (i+1 == len(b) || b[i+1] != '\n') {
			b[i] = '\n'
		}
	}
	return string(b)
}

// lineEnd returns how the text ends lines, by its first one.
func (l *lines) lineEnd() string {
	end, next := source.AnyLineEnd(l.text, 0)
	if end == next {
		return "\n"
	}
	return l.text[end:next]
}

// position returns where the byte at offset stands.
func (l *lines) position(offset int) position {
	p := l.index.Position(offset)
	column := p.UTF16
	switch l.unit {
	case utf8Units:
		column = p.Byte
	case utf32Units:
		column = p.Rune
	}
	return position{p.Line - 1, column - 1}
}

func (l *lines) span(s source.Span) textRange {
	return textRange{l.position(s.Start), l.position(s.End)}
}

// offset returns the byte at a position: the end of its line where the column is behind
// that, and the end of the text where there is no such line. A column inside a character
// stands for its start. The cost is the length of the line.
func (l *lines) offset(p position) int {
	if p.Line < 0 {
		return 0
	}
	if last := l.index.LineOf(len(l.text)); p.Line >= last {
		return len(l.text)
	}
	line := l.index.Line(p.Line + 1)
	return line.Start + l.unit.offset(line.Slice(l.text), p.Character)
}

// offset returns the byte of a line, without its end, at a column.
func (unit encoding) offset(line string, character int) int {
	column := 0
	for i, r := range line {
		size := 1
		switch {
		case unit == utf8Units:
			size = utf8.RuneLen(r)
		case unit != utf32Units && r >= 0x10000:
			size = 2
		}
		if column += size; column > character {
			return i
		}
	}
	return len(line)
}

// spanOf returns the bytes of a range; an empty one at its start where its ends are
// in the wrong order.
func (l *lines) spanOf(r textRange) source.Span {
	start, end := l.offset(r.Start), l.offset(r.End)
	return source.Span{Start: start, End: max(start, end)}
}
