// Package literal describes how string literals are written, and reads and
// writes them: a Form says which delimiter ends one, which escapes and holes it
// has and what becomes of its line ends and indentation. It also holds what the
// readers of program text share below expressions: the Scanner with comments,
// words, and the text of holes.
package literal

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/source"
)

// A Form says how one kind of string literal is written. The forms are data, so
// that reading a literal and writing into one follow the same rules.
type Form struct {
	End       string        // the closing delimiter
	Escapes   *escape.Table // nil where a backslash is itself
	Special   string        // what Escape puts the escapes' lead before
	Doubled   bool          // End, of one byte, stands for itself when written twice
	Multiline bool
	LineEnds  LineEnds
	// Backslashed: a backslash keeps the quote after it from ending the
	// literal, or the $ from opening a hole, and both stay (Python's raw
	// strings, JavaScript's String.raw).
	Backslashed bool
	// Greedy: of more quotes than End has, the last ones are the end.
	Greedy bool
	// Opening is the bracket that End, of one byte, closes: in pairs it stands
	// for itself (Ruby's %q(…), Perl's q{…}).
	Opening byte
	// OwnLine: End is a line of its own, which may be indented (here-documents).
	OwnLine bool
	// Hashes follow the escapes' lead in each escape (Swift's #"…\#n"#).
	Hashes string
	// DropsFirst: a line end right behind the opening is dropped (Lua's [[…]]).
	DropsFirst bool
	Own        *Own   // what the fields cannot say
	Holes      *Holes // nil where nothing is interpolated
	Braces     int    // how many braces open a hole, where more than one do
	Layout     Layout
	Fixed      bool   // nothing else can be written in it: a character literal
	indent     string // what Layout took off the lines
	depth      int    // open brackets, where Opening is one
	// holdsMark: a hash stands in the literal where Hashes are set, else a quote that a
	// quote before or behind a value may meet.
	holdsMark bool
	// What the text before an edit may end in, so that the first byte of the
	// edit would change how it is read.
	afterDigits, afterDollar, afterContinuation bool
}

// Own is how a form is read and written where its fields do not say it. Next
// returns no token where they do after all; Escape is all of Form.Escape.
type Own struct {
	Next   func(text string, pos int) Token
	Escape func(s string) (escaped string, ok bool)
}

// LineEnds says what CR becomes in a literal of several lines.
type LineEnds int

// What becomes of line ends.
const (
	_             LineEnds = iota
	LineEndsKept           // CR LF stays
	LineEndsLF             // CR LF and CR are LF
	LineEndsNoCRs          // every CR is dropped
)

// A Token is what stands at one place inside a literal.
type Token struct {
	Kind TokenKind
	Len  int    // its length in the file
	Text string // what an escape gives
}

// TokenKind is what a Token is. The zero TokenKind is invalid.
type TokenKind int

// The kinds of tokens.
const (
	_        TokenKind = iota
	Verbatim           // bytes that stand for themselves
	Escape             // an escape
	End                // the closing delimiter
	Broken             // a line end that the literal cannot hold
	Name               // a hole without code, such as $name
	Hole               // the opening of a hole
)

// Next says what stands at text[pos:]; its length is at least 1. What an edit
// after it must heed is kept in f.
func (f *Form) Next(text string, pos int) Token {
	c := text[pos]
	if c == '#' && f.Hashes != "" {
		f.holdsMark = true
	}
	if f.Own != nil {
		if t := f.Own.Next(text, pos); t.Kind != 0 {
			return t
		}
	}
	if f.Opening != 0 && c == f.Opening {
		f.depth++
		return Token{Kind: Verbatim, Len: 1}
	}
	if c == f.End[0] && !f.OwnLine {
		if t := f.nextQuote(text, pos); t.Kind != 0 {
			return t
		}
	}
	if f.Escapes != nil && c == f.Escapes.Lead {
		return f.nextLead(text, pos)
	}
	switch c {
	case '\\':
		if t := f.nextBackslash(text, pos); f.Backslashed && t.Kind != 0 {
			return t
		}
	case '\n', '\r':
		return f.nextLineEnd(text, pos)
	}
	if f.Holes != nil {
		if t := f.nextHole(text, pos); t.Kind != 0 {
			return t
		}
	}
	return Token{Kind: Verbatim, Len: 1}
}

// nextQuote reads what starts like the end of the literal.
func (f *Form) nextQuote(text string, pos int) Token {
	c := f.End[0]
	if f.depth > 0 {
		f.depth--
		return Token{Kind: Verbatim, Len: 1}
	}
	if f.Doubled && strings.HasPrefix(text[pos+1:], f.End) {
		return Token{Kind: Escape, Len: 2, Text: f.End}
	}
	if len(f.End) > 1 && f.End[1] == c {
		quotes := len(f.End) - len(f.Hashes)
		run := RunLength(text[:min(len(text), pos+quotes)], pos, c)
		if run < quotes {
			f.holdsMark = f.holdsMark || f.Hashes == "" && (run > 1 || !betweenWords(text, pos))
			return Token{Kind: Verbatim, Len: run}
		}
		if f.Greedy && pos+run < len(text) && text[pos+run] == c {
			return Token{Kind: Verbatim, Len: 1}
		}
	}
	if strings.HasPrefix(text[pos:], f.End) {
		return Token{Kind: End, Len: len(f.End)}
	}
	return Token{}
}

// nextLead reads what starts as an escape does.
func (f *Form) nextLead(text string, pos int) Token {
	if h := f.Holes; h != nil && h.Opening[0] == f.Escapes.Lead {
		if strings.HasPrefix(text[pos:], h.Opening) {
			return Token{Kind: Hole, Len: len(h.Opening)}
		}
		if h.Name != nil {
			if n := h.Name(text, pos); n > 0 {
				return Token{Kind: Name, Len: n}
			}
		}
	}
	if f.Holes != nil && f.Holes.Opening[0] == f.Escapes.Lead && f.Holes.Name != nil {
		f.afterDollar = true
	}
	if !strings.HasPrefix(text[pos+1:], f.Hashes) {
		return Token{Kind: Verbatim, Len: 1}
	}
	return f.nextEscape(text, pos)
}

// nextEscape reads an escape.
func (f *Form) nextEscape(text string, pos int) Token {
	decoded, n, varying := f.Escapes.Read(text, pos+len(f.Hashes))
	if f.Hashes != "" {
		if n == 1 {
			return Token{Kind: Verbatim, Len: 1} // the hash stands for itself
		}
		n += len(f.Hashes)
	}
	if decoded == text[pos:pos+n] {
		return Token{Kind: Verbatim, Len: n}
	}
	f.afterDigits = f.afterDigits || varying
	f.afterContinuation = f.afterContinuation || decoded == "" && (f.Escapes.Continuation == escape.ContinueUnspace || f.Escapes.Continuation == escape.ContinueZ)
	return Token{Kind: Escape, Len: n, Text: decoded}
}

// nextBackslash reads a backslash with the quote, line end or backslash that
// it shields.
func (f *Form) nextBackslash(text string, pos int) Token {
	rest := text[pos+1:]
	switch {
	case strings.HasPrefix(rest, "\r\n"):
		return Token{Kind: Escape, Len: 3, Text: "\\\n"}
	case rest != "" && strings.IndexByte("\"'`$\\\n", rest[0]) >= 0:
		return Token{Kind: Verbatim, Len: 2}
	}
	return Token{}
}

// betweenWords reports whether the byte at pos has a word on both sides, blanks aside.
func betweenWords(text string, pos int) bool {
	const farthest = 16
	before := strings.TrimRight(text[max(0, pos-farthest):pos], " ")
	behind := strings.TrimLeft(text[pos+1:min(len(text), pos+1+farthest)], " ")
	return before != "" && behind != "" && IsWordByte(before[len(before)-1]) && IsWordByte(behind[0])
}

func (f *Form) nextLineEnd(text string, pos int) Token {
	rest := text[pos:]
	crlf := strings.HasPrefix(rest, "\r\n")
	if f.OwnLine {
		if n := f.OwnLineEnd(text, pos); n > 0 {
			return Token{Kind: End, Len: n}
		}
	}
	switch {
	case crlf && f.End[0] == '\n' && strings.HasPrefix(rest[1:], f.End):
		return Token{Kind: End, Len: 1 + len(f.End)}
	case !f.Multiline && (crlf || rest[0] == '\n'):
		return Token{Kind: Broken}
	case rest[0] == '\r' && f.LineEnds == LineEndsNoCRs:
		return Token{Kind: Escape, Len: 1}
	case crlf && f.LineEnds == LineEndsLF:
		return Token{Kind: Escape, Len: 2, Text: "\n"}
	case rest[0] == '\r' && f.LineEnds == LineEndsLF:
		return Token{Kind: Escape, Len: 1, Text: "\n"}
	}
	return Token{Kind: Verbatim, Len: 1}
}

// OwnLineEnd returns the length of the line end at pos and of the line after it if
// that holds nothing but End, indented or not; else 0. Where more than a word
// follows End, as in PHP, the literal ends all the same.
func (f *Form) OwnLineEnd(text string, pos int) int {
	start := pos + source.LineBreak(text, pos)
	end := start
	for end < len(text) && (text[end] == ' ' || text[end] == '\t') {
		end++
	}
	if !strings.HasPrefix(text[end:], f.End) {
		return 0
	}
	end += len(f.End)
	if end < len(text) && IsWordByte(text[end]) {
		return 0
	}
	return end - pos
}

func (f *Form) nextHole(text string, pos int) Token {
	c, h := text[pos], f.Holes
	if strings.IndexByte(h.Doubled, c) >= 0 && pos+1 < len(text) && text[pos+1] == c {
		return Token{Kind: Escape, Len: 2, Text: text[pos : pos+1]}
	}
	if c != h.Opening[0] {
		return Token{}
	}
	if f.Braces > 1 {
		switch run := RunLength(text, pos, c); {
		case run < f.Braces:
			return Token{Kind: Verbatim, Len: run}
		case run > f.Braces:
			return Token{Kind: Verbatim, Len: run - f.Braces}
		}
		return Token{Kind: Hole, Len: f.Braces}
	}
	if h.Name != nil {
		if n := h.Name(text, pos); n > 0 {
			return Token{Kind: Name, Len: n}
		}
	}
	if strings.HasPrefix(text[pos:], h.Opening) {
		return Token{Kind: Hole, Len: len(h.Opening)}
	}
	f.afterDollar = true
	return Token{}
}
