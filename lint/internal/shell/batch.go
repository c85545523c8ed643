package shell

import (
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// ReadBatch reads batch files: the values of set commands, words (what stands
// in double quotes, and what is written without), and rem and :: comments;
// %NAME% is a hole and %% a percent sign. It never fails and costs one pass.
func ReadBatch(text string) piece.File {
	r := &batchReader{literal.Scanner{Text: text}}
	for r.Pos < len(text) {
		r.line()
	}
	return r.File
}

type batchReader struct{ literal.Scanner }

// line reads one line, and those that a caret at its end joins to it.
func (r *batchReader) line() {
	end, next := source.LineEnd(r.Text, r.Pos)
	r.skipBlanks(end)
	if r.Peek(0) == '@' {
		r.Pos++
	}
	switch n := r.remark(end); {
	case n > 0:
		r.Comment(source.Span{Start: r.Pos + n, End: end}, escape.InLine)
	default:
		end, next = r.continued(end, next)
		if r.command(end, "set") {
			r.set(r.commandEnd(end, "&|"))
		}
		r.words(end)
	}
	r.Pos = next
}

// continued returns where the line that ends at end does, and the next one starts, with
// the lines that a caret at its end joins to it.
func (r *batchReader) continued(end, next int) (lineEnd, following int) {
	quoted := false
	for i := r.Pos; i < end; i++ {
		switch c := r.Text[i]; {
		case c == '"':
			quoted = !quoted
		case c == '^' && !quoted && i+1 == end && next < len(r.Text):
			i = next - 1
			end, next = source.LineEnd(r.Text, next)
		case c == '^' && !quoted:
			i++
		}
	}
	return end, next
}

// remark returns the length of the marker of a comment.
func (r *batchReader) remark(end int) int {
	line := r.Text[r.Pos:end]
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
	word := r.Text[r.Pos:end]
	if len(word) <= len(name) || !strings.EqualFold(word[:len(name)], name) || word[len(name)] != ' ' && word[len(name)] != '\t' {
		return false
	}
	r.Pos += len(name)
	r.skipBlanks(end)
	return true
}

func (r *batchReader) skipBlanks(end int) {
	for r.Pos < end && (r.Text[r.Pos] == ' ' || r.Text[r.Pos] == '\t') {
		r.Pos++
	}
}

// set reads NAME=value or "NAME=value", after any options, up to the end of
// the command. Quotes inside the value are part of it.
func (r *batchReader) set(end int) {
	asks := false // and the value is what it asks with
	for r.Peek(0) == '/' && r.Pos < end {
		asks = asks || r.Peek(1)|0x20 == 'p'
		r.Pos = min(r.Pos+2, end)
		r.skipBlanks(end)
	}
	value := source.Span{Start: r.Pos, End: end}
	quoted := r.Pos < end && r.Peek(0) == '"'
	if quoted {
		value.Start++
		if last := strings.LastIndexByte(value.Slice(r.Text), '"'); last >= 0 {
			value.End = value.Start + last
		} else {
			r.Note(r.Pos, "quoted argument is not closed on its line")
		}
	}
	r.Pos = end
	n := strings.IndexByte(value.Slice(r.Text), '=')
	if n < 0 {
		return
	}
	key := (source.Span{Start: value.Start, End: value.Start + n}).Trim(r.Text, " \t")
	value.Start += n + 1
	if !quoted {
		value = value.Trim(r.Text, " \t")
		if whole := value.Slice(r.Text); len(whole) > 1 && whole[0] == '"' && strings.IndexByte(whole[1:], '"') == len(whole)-2 {
			value = source.Span{Start: value.Start + 1, End: value.End - 1}
			quoted = true
		}
	}
	if asks {
		key = source.Span{}
	}
	r.keep(value, quoted, literal.Key{Name: key.Slice(r.Text), Span: key})
}

// commandEnd returns where the command at the reader's place ends: at one
// of operators outside quotes, or at end.
func (r *batchReader) commandEnd(end int, operators string) int {
	quoted := false
	for i := r.Pos; i < end; i++ {
		switch c := r.Text[i]; {
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
	var option literal.Key
	for r.Pos < end {
		switch c := r.Text[r.Pos]; {
		case strings.IndexByte(" \t&|<>()", c) >= 0:
			r.Pos++
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
	if r.Pos == 0 || strings.IndexByte("&|(", r.Before()) < 0 {
		return
	}
	r.skipBlanks(end)
	if r.command(end, "set") {
		r.set(r.commandEnd(end, "&|)"))
	}
}

func (r *batchReader) quotedWord(end int, option literal.Key) literal.Key {
	start := r.Pos
	span := source.Span{Start: start + 1, End: end}
	if n := batchQuote(span.Slice(r.Text)); n >= 0 {
		span.End = span.Start + n
		r.Pos = span.End + 1
	} else {
		r.Pos = end
		r.Note(start, "quoted argument is not closed on its line")
	}
	r.keep(span, true, option)
	return literal.Key{}
}

// batchQuote returns where the argument that text starts with is closed, or -1. A
// program takes a quotation mark behind a backslash for one of the argument's; where a
// blank follows it is taken for the end all the same, as of a directory's path.
func batchQuote(text string) int {
	for at := 0; ; at++ {
		n := strings.IndexByte(text[at:], '"')
		if n < 0 {
			return -1
		}
		at += n
		if at == 0 || text[at-1] != '\\' || at+1 == len(text) || text[at+1] == ' ' {
			return at
		}
	}
}

// bareWord reads a word without quotes, and returns the name of the option
// that it is, if it is one. A name before = or : and a quote names the value.
func (r *batchReader) bareWord(end int, option literal.Key) literal.Key {
	start := r.Pos
	for r.Pos < end && strings.IndexByte(" \t\"&|<>()", r.Text[r.Pos]) < 0 {
		if r.Text[r.Pos] == '^' {
			r.Pos++
		}
		r.Pos++
	}
	r.Pos = min(r.Pos, end)
	span := source.Span{Start: start, End: r.Pos}
	word := span.Slice(r.Text)
	name := strings.TrimRight(strings.TrimLeft(word, "-/"), ":=")
	named := word != name && name != "" && strings.Trim(name, wordCharacters+"-.") == ""
	if named {
		at := start + strings.Index(word, name)
		return literal.Key{Name: name, Span: source.Span{Start: at, End: at + len(name)}}
	}
	if strings.Trim(word, wordCharacters+"-.") != "" {
		r.keep(span, false, option)
	}
	return literal.Key{}
}

// keep adds a piece with the variables in it.
func (r *batchReader) keep(span source.Span, quoted bool, key literal.Key) {
	var b piece.Builder
	from := span.Start
	for pos := span.Start; pos < span.End; {
		one := source.Span{Start: pos, End: pos + 1}
		rest := r.Text[pos:span.End]
		n := batchVariable(rest)
		switch {
		case rest[0] == '^' && !quoted && source.LineBreak(rest, 1) > 0:
			one.End += source.LineBreak(rest, 1)
			b.Copy(r.Text, source.Span{Start: from, End: pos})
			b.Escape("", one)
			from = one.End
		case strings.HasPrefix(rest, "%%"), rest[0] == '^' && !quoted && len(rest) > 1:
			one.End++
			b.Copy(r.Text, source.Span{Start: from, End: pos})
			b.Escape(rest[1:2], one)
			from = one.End
		case quoted && strings.HasPrefix(rest, `\"`):
			one.End++
			b.Copy(r.Text, source.Span{Start: from, End: pos})
			b.Escape(`"`, one)
			from = one.End
		case n > 0:
			one.End += n - 1
			b.Copy(r.Text, source.Span{Start: from, End: pos})
			b.Hole(one.Slice(r.Text), one)
			from = one.End
		}
		pos = one.End
	}
	b.Copy(r.Text, source.Span{Start: from, End: span.End})
	p := b.Piece(piece.Literal)
	if p.Text == "" {
		return
	}
	p.Key, p.KeySpan = key.Name, key.Span
	if key.Name != "" {
		p.SetEnds(piece.Closed, piece.Closed)
	}
	p.Escape, p.Bare = func(s string) (string, bool) { return escapeBatch(s, quoted) }, quoted
	r.Keep(p)
}

// batchVariable returns the length of the %NAME%, %NAME:a=b% or %1 at the
// start of text, or 0. Names are not looked for farther than a hole's text
// is kept.
func batchVariable(text string) int {
	if len(text) < 2 || text[0] != '%' {
		return 0
	}
	if ascii.IsDigit(text[1]) || text[1] == '*' {
		return 2
	}
	text = text[:min(len(text), literal.MaxHole)]
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
