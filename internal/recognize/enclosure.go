package recognize

import "kustoconn/internal/ascii"

// enclosure is what a string in running text stands in, as far as the byte
// before it shows: quotation marks or brackets, or nothing (the zero value).
type enclosure struct {
	open, close byte
	// escaped says that the quotation mark has a backslash before it, as inside
	// a literal, so that the one at the end has, too.
	escaped bool
	// emphasis is the run of marks before the string that the same run may end.
	emphasis string
}

// enclosureBefore returns what the string that starts at offset stands in.
func enclosureBefore(text string, offset int) enclosure {
	if offset == 0 {
		return enclosure{}
	}
	c := text[offset-1]
	if mark := openingMark(text, offset); mark >= 0 {
		return enclosure{open: text[mark], close: text[mark]}
	}
	if isQuote(c) {
		return enclosure{open: c, close: c, escaped: offset > 1 && text[offset-2] == '\\'}
	}
	if end := closing(c); end != 0 {
		return enclosure{open: c, close: end}
	}
	switch c {
	case '|', '#': // a verbatim text, a cell, a part of a substitution
		return enclosure{open: c, close: c, emphasis: text[offset-1 : offset]}
	case '*', '_', '~', '+', '@':
		from := offset - 1
		for from > 0 && text[from-1] == c {
			from--
		}
		return enclosure{emphasis: text[from:offset]}
	}
	return enclosure{}
}

// openingMark returns the offset of the quotation mark that blanks before a string follow,
// where it opens what they stand in, as one behind an operator or a bracket does, or -1.
func openingMark(text string, offset int) int {
	const blanks = 16
	mark := offset - 1
	for mark > max(0, offset-blanks) && (text[mark] == ' ' || text[mark] == '\t') {
		mark--
	}
	if mark == offset-1 || !isQuote(text[mark]) || mark > 0 && !opens[text[mark-1]] {
		return -1
	}
	return mark
}

// opens are the bytes behind which a quotation mark opens something.
var opens = ascii.Set(" \t=(,:[{+&")

// isQuoted reports whether e is a pair of quotation marks.
func (e enclosure) isQuoted() bool { return isQuote(e.close) }

// quoteEnds reports whether the quotation mark at offset ends e.
func (e enclosure) quoteEnds(text string, offset int) bool {
	return e.isQuoted() && text[offset] == e.close && e.escaped == (text[offset-1] == '\\')
}

// bracketEnds reports whether c is the bracket that ends e, where it opens no
// other.
func (e enclosure) bracketEnds(c byte) bool { return c == e.close && !e.isQuoted() }
