package extract

import (
	"strings"

	"kustoconn/source"
)

// ReadShell reads shell scripts: words, whichever way and in however many ways
// they are quoted, the values of assignments and options, here-documents line
// by line, and comments. A word without quotes that is a plain name is no
// piece. It never fails and costs one pass.
func ReadShell(text string) File {
	return readShell(text, 0, shellDialect{lead: '\\', commands: true})
}

// A shellDialect says how words are read where they are not a shell's own.
type shellDialect struct {
	lead     byte    // the escape character
	commands bool    // ; | & ( ) < > and line ends mean something, and $( ) and ` ` are run
	whole    bool    // white space does not end a word
	oneLine  bool    // no quotes hold a line end
	key      codeKey // names the first word
}

func readShell(text string, start int, dialect shellDialect) File {
	r := &shellReader{textReader: textReader{text: text, pos: start}, dialect: dialect}
	r.stack = []shellFrame{{whole: dialect.whole, option: dialect.key}}
	r.escapes = shellEscapes
	r.escapes.lead = dialect.lead
	for r.pos < len(text) {
		if r.now().double {
			r.doubleQuoted()
		} else {
			r.bare()
		}
	}
	for len(r.stack) > 1 {
		r.note(r.now().start, "expansion is not closed")
		r.endWord()
		r.stack = r.stack[:len(r.stack)-1]
	}
	if r.now().double {
		r.note(r.now().quote, "string literal is not closed")
	}
	r.endWord()
	sortPieces(r.file.Pieces)
	return r.file
}

// shellEscapes are those inside double quotes.
var shellEscapes = literalEscapes{lead: '\\', simple: "$$\"\"``\\\\", continuation: continueLine}

// shellANSI is $'…'.
var shellANSI = literalForm{
	end: `'`, special: `'`, multiline: true, lineEnds: lineEndsKept,
	escapes: &literalEscapes{
		lead: '\\', simple: "''\"\"\\\\??a\ab\be\x1bE\x1bf\fn\nr\rt\tv\v",
		hexMin: 1, hexMax: 2, octal: 1, u: true, longU: true, bytes: true,
	},
}

// A shellReader keeps a stack of the expansions that it is inside of.
type shellReader struct {
	textReader
	dialect shellDialect
	escapes literalEscapes
	stack   []shellFrame
	queue   []hereDocument // whose text starts on the next line
}

// A shellFrame is the word being read in the script or in one expansion.
type shellFrame struct {
	start   int  // of the expansion
	opening int  // its length
	closing byte // what ends it: ) } ` or 0
	hole    bool // it stands in a word, unlike ( )
	double  bool // inside double quotes
	quote   int  // where they opened
	whole   bool // only closing ends the word
	silent  bool // the word is a pattern, no text

	parts  codeParts
	styles shellStyle
	key    codeKey // the name before the word's =
	named  bool    // an = was seen
	option codeKey // the option before the word
}

// shellStyle is a set of ways of quoting.
type shellStyle int

const (
	shellBare shellStyle = 1 << iota
	shellSingle
	shellDouble
	shellDollarSingle
)

func (r *shellReader) now() *shellFrame { return &r.stack[len(r.stack)-1] }

// take adds the next n bytes to the word as they stand.
func (r *shellReader) take(n int, style shellStyle) {
	f := r.now()
	f.styles |= style
	f.parts.verbatim(source.Span{Start: r.pos, End: r.pos + n})
	r.pos += n
}

// doubleQuoted reads on inside double quotes.
func (r *shellReader) doubleQuoted() {
	f := r.now()
	start := r.pos
	for r.pos < len(r.text) && strings.IndexByte("\"$`", r.text[r.pos]) < 0 && r.text[r.pos] != r.dialect.lead {
		r.pos++
	}
	end := r.pos
	r.pos = start
	r.take(end-start, shellDouble)
	switch c := r.peek(0); {
	case c == '"':
		f.double = false
		r.pos++
	case c == r.dialect.lead && c != 0:
		decoded, n, _ := r.escapes.read(r.text, r.pos)
		r.escape(decoded, n, shellDouble)
	case c != 0 && !r.expansion():
		r.take(1, shellDouble)
	}
}

// escape adds the escape in the next n bytes to the word.
func (r *shellReader) escape(decoded string, n int, style shellStyle) {
	if decoded == r.text[r.pos:r.pos+n] {
		r.take(n, style)
		return
	}
	f := r.now()
	f.styles |= style
	f.parts.escape(decoded, source.Span{Start: r.pos, End: r.pos + n})
	r.pos += n
}

// bare reads on outside double quotes.
func (r *shellReader) bare() {
	f := r.now()
	c := r.text[r.pos]
	switch {
	case c == f.closing && c != 0:
		r.pos++
		r.closeExpansion()
	case c == r.dialect.lead:
		r.bareEscape()
	case c == '"':
		f.double, f.quote = true, r.pos
		f.styles |= shellDouble
		r.pos++
	case c == '\'' && !f.insideDouble(r):
		r.singleQuoted()
	case r.has("$'") && r.dialect.commands && !f.insideDouble(r):
		r.dollarQuoted()
	case r.has(`$"`) && r.dialect.commands:
		r.pos++
	case (c == '$' || c == '`') && r.expansion():
	case f.whole:
		r.take(1, shellBare)
	case c == ' ' || c == '\t' || c == '\r' || c == '\n':
		r.space()
	case c == '#' && f.empty():
		r.lineComment(1)
	case r.dialect.commands && strings.IndexByte(";|&()<>", c) >= 0:
		r.operator()
	case c == '=' && !f.named:
		f.named = true
		if !r.assigned() {
			r.take(1, shellBare)
		}
	default:
		r.take(1, shellBare)
	}
}

// insideDouble reports whether the expansion stands in double quotes, where a
// single quote is itself.
func (f *shellFrame) insideDouble(r *shellReader) bool {
	return f.closing == '}' && r.stack[len(r.stack)-2].double
}

func (r *shellReader) bareEscape() {
	rest := r.text[r.pos+1:]
	switch {
	case strings.HasPrefix(rest, "\n"), strings.HasPrefix(rest, "\r\n"):
		n := strings.IndexByte(rest, '\n') + 2
		if f := r.now(); len(f.parts) > 0 {
			r.escape("", n, shellBare)
		} else {
			r.pos += n
		}
	case rest == "" || r.dialect.lead != '\\':
		r.take(1, shellBare)
	default:
		r.escape(rest[:1], 2, shellBare)
	}
}

func (r *shellReader) singleQuoted() {
	start := r.pos
	r.pos++
	n := strings.IndexByte(r.text[r.pos:], '\'')
	if n < 0 {
		n = len(r.text) - r.pos
		r.take(n, shellSingle)
		r.note(start, "string literal is not closed")
		return
	}
	r.take(n, shellSingle)
	r.pos++
}

func (r *shellReader) dollarQuoted() {
	start := r.pos
	r.pos += 2
	for r.pos < len(r.text) {
		t := shellANSI.next(r.text, r.pos)
		switch t.kind {
		case tokenEnd:
			r.pos += t.n
			return
		case tokenEscape:
			r.escape(t.text, t.n, shellDollarSingle)
		default:
			r.take(t.n, shellDollarSingle)
		}
	}
	r.note(start, "string literal is not closed")
}

// space ends a word; a line end is where the here-documents start.
func (r *shellReader) space() {
	r.endWord()
	if r.text[r.pos] != '\n' {
		r.pos++
		return
	}
	r.pos++
	if r.dialect.commands {
		r.now().option = codeKey{}
		r.hereDocuments()
	}
}

func (r *shellReader) operator() {
	c := r.text[r.pos]
	switch {
	case r.has("<<<"):
		r.endWord()
		r.pos += 3
	case r.has("<<") && !r.arithmetic():
		r.endWord()
		r.queueHereDocument()
	case c == '(' && len(r.stack) < maxCodeDepth:
		r.endWord()
		r.stack = append(r.stack, shellFrame{start: r.pos, closing: ')'})
		r.pos++
	default:
		r.endWord()
		r.pos++
	}
	r.now().option = codeKey{}
}

// arithmetic reports whether the reader is inside (( )), where << shifts.
func (r *shellReader) arithmetic() bool {
	f := r.now()
	return f.closing == ')' && f.start > 0 && r.text[f.start-1] == '('
}

// assigned takes NAME= or --name= off the word, as the key of what follows.
// Where there are no commands the name may be quoted.
func (r *shellReader) assigned() bool {
	f := r.now()
	if len(f.parts) != 1 || f.parts[0].kind != partVerbatim || r.dialect.commands && f.styles != shellBare {
		return false
	}
	span := f.parts[0].span
	name := span.Slice(r.text)
	if f.styles == shellBare {
		name = strings.TrimSuffix(strings.TrimLeft(name, "-/"), "+")
		if name == "" || isDigit(name[0]) || strings.Trim(name, wordCharacters+"-.") != "" {
			return false
		}
		span.Start += strings.Index(span.Slice(r.text), name)
		span.End = span.Start + len(name)
	}
	f.key, f.parts, f.styles = codeKey{name, span}, nil, 0
	r.pos++
	return true
}

const wordCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"

// empty reports whether no word has begun.
func (f *shellFrame) empty() bool {
	return len(f.parts) == 0 && f.styles == 0 && f.key.name == ""
}

// endWord keeps the word that was read.
func (r *shellReader) endWord() {
	f := r.now()
	if f.empty() {
		return
	}
	key, option := f.key, codeKey{}
	if key.name == "" {
		key = f.option
	}
	piece := f.parts.piece(r.text, Literal)
	word := f.styles == shellBare && strings.Trim(piece.Text, wordCharacters+"-") == ""
	if word && f.key.name == "" && strings.HasPrefix(piece.Text, "-") {
		name := strings.TrimLeft(piece.Text, "-")
		option = codeKey{name, piece.Map.Span(source.Span{Start: len(piece.Text) - len(name), End: len(piece.Text)})}
	}
	computed := len(piece.Holes) == 1 && piece.Holes[0].Len() == len(piece.Text)
	if piece.Text != "" && !computed && !f.silent && (!word || key.name != "") && option.name == "" {
		piece.Key, piece.KeySpan = key.name, key.span
		piece.Escape = r.escapeWord(f.styles)
		r.file.Pieces = append(r.file.Pieces, piece)
	}
	f.parts, f.styles, f.key, f.named, f.option = nil, 0, codeKey{}, false, option
}

// escapeWord writes text that reads the same in each of the styles.
func (r *shellReader) escapeWord(styles shellStyle) func(string) (string, bool) {
	escapes := r.escapes
	double := literalForm{end: `"`, escapes: &escapes, special: "\"$`", multiline: true}
	if !r.dialect.commands {
		double.special = `"$`
	}
	writers := []struct {
		style shellStyle
		write func(string) (string, bool)
	}{
		{shellBare, escapes.writeBareWord},
		{shellSingle, func(s string) (string, bool) { return strings.ReplaceAll(s, `'`, `'\''`), true }},
		{shellDouble, double.escape},
		{shellDollarSingle, shellANSI.escape},
	}
	oneLine := r.dialect.oneLine
	return func(s string) (escaped string, ok bool) {
		if oneLine && strings.ContainsAny(s, "\r\n") {
			return "", false
		}
		for _, w := range writers {
			if styles&w.style == 0 {
				continue
			}
			e, can := w.write(s)
			if !can || ok && e != escaped {
				return "", false
			}
			escaped, ok = e, true
		}
		return escaped, ok
	}
}

// writeBareWord writes s as part of a word without quotes.
func (e *literalEscapes) writeBareWord(s string) (string, bool) {
	if e.lead != '\\' || strings.ContainsAny(s, "\r\n") {
		return "", false
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if c := s[i]; !isWordByte(c) && strings.IndexByte("-./:,@%+", c) < 0 {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String(), true
}
