package extract

import (
	"strings"

	"kustoconn/source"
)

// ReadBatch reads batch files: the values of set commands, words (what stands
// in double quotes, and what is written without), and rem and :: comments;
// %NAME% is a hole and %% a percent sign. It never fails and costs one pass.
func ReadBatch(text string) File {
	r := &batchReader{textReader{text: text}}
	for r.pos < len(text) {
		r.line()
	}
	return r.file
}

type batchReader struct{ textReader }

// line reads one line, and those that a caret at its end joins to it.
func (r *batchReader) line() {
	end := codeLineEnd(r.text, r.pos)
	next := end + blankLine(r.text[end:])
	if next == end {
		next = len(r.text)
	}
	r.skipBlanks(end)
	if r.peek(0) == '@' {
		r.pos++
	}
	switch n := r.remark(end); {
	case n > 0:
		r.comment(source.Span{Start: r.pos + n, End: end}, escapeInLine)
	case r.command(end, "set"):
		r.set(r.commandEnd(end, "&|"))
		r.words(end)
	default:
		r.words(end)
	}
	r.pos = next
}

// remark returns the length of the marker of a comment.
func (r *batchReader) remark(end int) int {
	line := r.text[r.pos:end]
	switch {
	case strings.HasPrefix(line, "::"):
		return 2
	case len(line) >= 3 && strings.EqualFold(line[:3], "rem") && (len(line) == 3 || line[3] == ' ' || line[3] == '\t'):
		return 3
	}
	return 0
}

// command reads name and the blanks after it.
func (r *batchReader) command(end int, name string) bool {
	word := r.text[r.pos:end]
	if len(word) <= len(name) || !strings.EqualFold(word[:len(name)], name) || word[len(name)] != ' ' && word[len(name)] != '\t' {
		return false
	}
	r.pos += len(name)
	r.skipBlanks(end)
	return true
}

func (r *batchReader) skipBlanks(end int) {
	for r.pos < end && (r.text[r.pos] == ' ' || r.text[r.pos] == '\t') {
		r.pos++
	}
}

// set reads NAME=value or "NAME=value", after any options, up to the end of
// the command. Quotes inside the value are part of it.
func (r *batchReader) set(end int) {
	for r.peek(0) == '/' && r.pos < end {
		r.pos = min(r.pos+2, end)
		r.skipBlanks(end)
	}
	value := source.Span{Start: r.pos, End: end}
	quoted := r.pos < end && r.peek(0) == '"'
	if quoted {
		value.Start++
		if last := strings.LastIndexByte(value.Slice(r.text), '"'); last >= 0 {
			value.End = value.Start + last
		} else {
			r.note(r.pos, "quoted argument is not closed on its line")
		}
	}
	r.pos = end
	n := strings.IndexByte(value.Slice(r.text), '=')
	if n < 0 {
		return
	}
	key := trimBlanks(r.text, source.Span{Start: value.Start, End: value.Start + n})
	value.Start += n + 1
	if !quoted {
		value = trimBlanks(r.text, value)
		if whole := value.Slice(r.text); len(whole) > 1 && whole[0] == '"' && strings.IndexByte(whole[1:], '"') == len(whole)-2 {
			value = source.Span{Start: value.Start + 1, End: value.End - 1}
			quoted = true
		}
	}
	r.keep(value, quoted, codeKey{key.Slice(r.text), key})
}

// commandEnd returns where the command at the reader's place ends: at one
// of operators outside quotes, or at end.
func (r *batchReader) commandEnd(end int, operators string) int {
	quoted := false
	for i := r.pos; i < end; i++ {
		switch c := r.text[i]; {
		case c == '"':
			quoted = !quoted
		case c == '^' && !quoted:
			i++
		case strings.IndexByte(operators, c) >= 0 && !quoted:
			return i
		}
	}
	return end
}

// words reads the rest of a line.
func (r *batchReader) words(end int) {
	var option codeKey
	for r.pos < end {
		switch c := r.text[r.pos]; {
		case strings.IndexByte(" \t&|<>()", c) >= 0:
			r.pos++
		case c == '"':
			option = r.quotedWord(end, option)
		default:
			option = r.bareWord(end, option)
		}
		r.nestedSet(end)
	}
}

// nestedSet reads a set command that follows an operator.
func (r *batchReader) nestedSet(end int) {
	if r.pos == 0 || strings.IndexByte("&|(", r.before()) < 0 {
		return
	}
	r.skipBlanks(end)
	if r.command(end, "set") {
		r.set(r.commandEnd(end, "&|)"))
	}
}

func (r *batchReader) quotedWord(end int, option codeKey) codeKey {
	start := r.pos
	span := source.Span{Start: start + 1, End: end}
	if n := strings.IndexByte(span.Slice(r.text), '"'); n >= 0 {
		span.End = span.Start + n
		r.pos = span.End + 1
	} else {
		r.pos = end
		r.note(start, "quoted argument is not closed on its line")
	}
	r.keep(span, true, option)
	return codeKey{}
}

// bareWord reads a word without quotes, and returns the name of the option
// that it is, if it is one. A name before = or : and a quote names the value.
func (r *batchReader) bareWord(end int, option codeKey) codeKey {
	start := r.pos
	for r.pos < end && strings.IndexByte(" \t\"&|<>()", r.text[r.pos]) < 0 {
		if r.text[r.pos] == '^' {
			r.pos++
		}
		r.pos++
	}
	r.pos = min(r.pos, end)
	span := source.Span{Start: start, End: r.pos}
	word := span.Slice(r.text)
	name := strings.TrimRight(strings.TrimLeft(word, "-/"), ":=")
	named := word != name && name != "" && strings.Trim(name, wordCharacters+"-.") == ""
	if named {
		at := start + strings.Index(word, name)
		return codeKey{name, source.Span{Start: at, End: at + len(name)}}
	}
	if strings.Trim(word, wordCharacters+"-.") != "" {
		r.keep(span, false, option)
	}
	return codeKey{}
}

// keep adds a piece with the variables in it.
func (r *batchReader) keep(span source.Span, quoted bool, key codeKey) {
	var parts codeParts
	from := span.Start
	for pos := span.Start; pos < span.End; {
		one := source.Span{Start: pos, End: pos + 1}
		rest := r.text[pos:span.End]
		n := batchVariable(rest)
		switch {
		case strings.HasPrefix(rest, "%%"), rest[0] == '^' && !quoted && len(rest) > 1:
			one.End++
			parts.verbatim(source.Span{Start: from, End: pos})
			parts.escape(rest[1:2], one)
			from = one.End
		case n > 0:
			one.End += n - 1
			parts.verbatim(source.Span{Start: from, End: pos})
			parts.hole(one.Slice(r.text), one)
			from = one.End
		}
		pos = one.End
	}
	parts.verbatim(source.Span{Start: from, End: span.End})
	piece := parts.piece(r.text, Literal)
	if piece.Text == "" {
		return
	}
	piece.Key, piece.KeySpan = key.name, key.span
	piece.Escape = func(s string) (string, bool) { return escapeBatch(s, quoted) }
	r.file.Pieces = append(r.file.Pieces, piece)
}

// batchVariable returns the length of the %NAME%, %NAME:a=b% or %1 at the
// start of text, or 0. Names are not looked for farther than a hole's text
// is kept.
func batchVariable(text string) int {
	if len(text) < 2 || text[0] != '%' {
		return 0
	}
	if isDigit(text[1]) || text[1] == '*' {
		return 2
	}
	text = text[:min(len(text), maxHole)]
	if n := strings.IndexAny(text[1:], "% \t;"); n > 0 && text[1+n] == '%' {
		return n + 2
	}
	return 0
}

// escapeBatch writes s where quotes cannot be written inside quotes.
func escapeBatch(s string, quoted bool) (string, bool) {
	if strings.ContainsAny(s, "\r\n\"") {
		return "", false
	}
	s = strings.ReplaceAll(s, "%", "%%")
	if !quoted {
		if strings.ContainsAny(s, " \t") {
			return "", false
		}
		for _, c := range "^&|<>()" {
			s = strings.ReplaceAll(s, string(c), "^"+string(c))
		}
	}
	return s, true
}

// trimBlanks takes the blanks off the ends of span.
func trimBlanks(text string, span source.Span) source.Span {
	for span.Start < span.End && (text[span.Start] == ' ' || text[span.Start] == '\t') {
		span.Start++
	}
	for span.Start < span.End && (text[span.End-1] == ' ' || text[span.End-1] == '\t') {
		span.End--
	}
	return span
}
