package container

import (
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/source"
)

// readMarkup reads the texts and the values of attributes of XML and HTML, with
// their character references. A text without any tag is read as a whole where it
// holds such references.
func readMarkup(b *piece.Builder, text string, yield func(piece.Piece) bool) {
	if strings.IndexByte(text, '&') < 0 && strings.IndexByte(text, '<') < 0 {
		return
	}
	m := markup{b: b, text: text, yield: yield}
	start := 0 // of the text that is no value
	for at := 0; at < len(text) && !m.done; {
		n := strings.IndexAny(text[at:], `<>="'`)
		if n < 0 {
			break
		}
		at += n
		switch text[at] {
		case '<', '>':
			if end, ok := m.section(at); ok {
				m.add(start, at)
				at = end
				start = at
				continue
			}
			m.add(start, at)
			m.noTag = text[at] == '<' && !startsTag(text[at:]) || m.noTag && text[at] == '>'
			at++
			start = at
		case '"', '\'':
			at++
		default:
			open := skipBlank(text, at+1)
			if end, ok := m.valueEnd(open); ok {
				m.add(start, at)
				m.read(open+1, end, piece.Value, false)
				at = end + 1
				start = at
			} else {
				at = open
			}
		}
	}
	m.add(start, len(text))
}

// markup is a text that is read.
type markup struct {
	b     *piece.Builder
	text  string
	yield func(piece.Piece) bool
	done  bool
	noTag bool   // the last angle bracket that opened was none of a tag: syslog's <34>
	open  [2]int // behind these offsets no quotation mark closes a value, by kind; 0 for unknown
}

// section yields the text of the section of CDATA that starts at offset, and returns where
// that ends. No references stand in one.
func (m *markup) section(offset int) (end int, ok bool) {
	const begin, close = "<![CDATA[", "]]>"
	if !strings.HasPrefix(m.text[offset:], begin) {
		return 0, false
	}
	start := offset + len(begin)
	n := strings.Index(m.text[start:], close)
	if n < 0 {
		return 0, false
	}
	b := m.b
	b.Reset()
	b.Copy(m.text, source.Span{Start: start, End: start + n})
	m.done = !m.yield(b.Piece(piece.Value))
	return start + n + len(close), true
}

// valueEnd returns where the value of an attribute ends that a quotation mark opens
// at offset. Only a value with references needs to be told apart.
func (m *markup) valueEnd(offset int) (end int, ok bool) {
	if offset >= len(m.text) || m.text[offset] != '"' && m.text[offset] != '\'' {
		return 0, false
	}
	kind := 0
	if m.text[offset] == '\'' {
		kind = 1
	}
	if m.open[kind] != 0 && offset >= m.open[kind] {
		return 0, false
	}
	n := strings.IndexByte(m.text[offset+1:], m.text[offset])
	if n < 0 {
		m.open[kind] = offset
		return 0, false
	}
	end = offset + 1 + n
	return end, strings.IndexByte(m.text[offset:end], '&') >= 0
}

// add yields the text between two offsets, of an element where tags are around it.
func (m *markup) add(start, end int) {
	inElement := !m.noTag && start < end && endsTag(m.text[:start]) && startsTag(m.text[end:])
	if inElement {
		m.read(start, end, piece.Value, true)
		return
	}
	m.read(start, end, piece.Plain, false)
}

// startsTag reports whether text starts with a tag, a comment or the like, which it closes.
func startsTag(text string) bool {
	if len(text) < 2 || text[0] != '<' || text[1] != '/' && text[1] != '!' && text[1] != '?' && !ascii.IsLetter(text[1]) {
		return false
	}
	n := strings.IndexAny(text[1:], "<>")
	return n >= 0 && text[1+n] == '>'
}

// endsTag reports whether text ends with the bracket of a tag, which may have begun on another
// line, and not with an arrow.
func endsTag(text string) bool {
	return strings.HasSuffix(text, ">") && !strings.HasSuffix(text, "->") && !strings.HasSuffix(text, "=>")
}

// read yields the text between two offsets if it holds a reference, or always.
func (m *markup) read(start, end int, kind piece.Kind, always bool) {
	if m.done || start >= end || strings.IndexByte(m.text[start:end], '&') < 0 && !always {
		return
	}
	b := m.b
	b.Reset()
	found := always
	escape.Unescape(b, m.text, source.Span{Start: start, End: end}, "&", func(rest string) (string, int) {
		decoded, size := escape.HTMLReference(rest)
		found = found || size > 0
		return decoded, size
	})
	if found {
		m.done = !m.yield(b.Piece(kind))
	}
}

func skipBlank(text string, at int) int {
	for at < len(text) && (text[at] == ' ' || text[at] == '\t') {
		at++
	}
	return at
}
