package data

import (
	"strconv"
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/plain"
	"kustoconn/source"
)

// ReadINI reads an INI file: [section] headers, key=value or key: value lines,
// and comments on lines of their own that start with ; or #. A ; inside a value
// belongs to it. A pair of quotes around the whole value is taken off. Two
// relatives are read too: Logstash writes key => value, and Fluent Bit's
// sections, which may be there more than once, hold keys and values with only
// white space between them. Linear in text.
func ReadINI(text string) piece.File {
	r := iniReader{text: text, counts: map[string]int{}}
	for start := 0; start < len(text); {
		end, next := source.AnyLineEnd(text, start)
		r.line((source.Span{Start: start, End: end}).Trim(text, lineSpace))
		start = next
	}
	return r.out
}

type iniReader struct {
	text    string
	section piece.KeyPath
	blank   bool           // white space separates keys from values
	counts  map[string]int // Fluent Bit's sections by name
	out     piece.File
}

// fluentBitSections are the sections of Fluent Bit's classic format.
var fluentBitSections = map[string]bool{
	"CUSTOM": true, "FILTER": true, "INPUT": true, "OUTPUT": true, "PARSER": true, "SERVICE": true,
}

func (r *iniReader) line(line source.Span) {
	content := line.Slice(r.text)
	switch {
	case content == "":
	case content[0] == ';' || content[0] == '#':
		r.comment(source.Span{Start: line.Start + 1, End: line.End})
	case content[0] == '[' && content[len(content)-1] == ']':
		r.enter(strings.TrimSpace(content[1 : len(content)-1]))
	case r.blank:
		r.pair(line)
	case !r.arrows(line):
		n := len(r.out.Pieces)
		if isDirective(content) {
			r.directive(line)
		} else {
			r.pair(line)
		}
		for i := range r.out.Pieces[n:] {
			p := &r.out.Pieces[n+i]
			p.Escape = escape.Refusing(">{", p.Escape) // arrows might read the line
		}
	}
}

func (r *iniReader) enter(section string) {
	r.section = piece.KeyPath{section}
	if r.blank = fluentBitSections[section]; !r.blank {
		return
	}
	if n := r.counts[section]; n > 0 {
		r.section = append(r.section, strconv.Itoa(n))
	}
	r.counts[section]++
}

func (r *iniReader) pair(line source.Span) {
	separators := "=:"
	if r.blank {
		separators = blanks
	}
	at := separatorAt(line.Slice(r.text), separators)
	if at <= 0 {
		r.out.Pieces = plain.Append(r.out.Pieces, r.text, line)
		return
	}
	spaced, sure := keyBeforeBlank(line.Slice(r.text), at)
	if spaced > 0 {
		at = spaced
	}
	key := (source.Span{Start: line.Start, End: line.Start + at}).Trim(r.text, lineSpace)
	size := len("=")
	if strings.HasPrefix(r.text[line.Start+at:line.End], "=>") {
		size = len("=>")
	}
	value := source.Span{Start: line.Start + at + size, End: line.End}
	comment := inlineComment(value.Slice(r.text))
	if comment >= 0 {
		value.End = value.Start + comment
	}
	p := iniValue(r.text, value.Trim(r.text, lineSpace))
	p.Key, p.KeySpan = r.section.With(key.Slice(r.text)), key
	if spaced > 0 && !sure {
		p.Escape = escape.Refuse // an edit might make another key of it
	}
	r.out.Pieces = append(r.out.Pieces, p)
	if comment >= 0 {
		r.comment(source.Span{Start: value.End + 1, End: line.End})
	}
}

// arrows reads a line of Logstash's that holds several settings, or one amid
// braces: output { kusto { app_id => "x" app_key => "y" } }. It reports whether the
// line is one.
func (r *iniReader) arrows(line source.Span) bool {
	content := line.Slice(r.text)
	if !strings.Contains(content, "=>") || strings.Count(content, "=>") < 2 && !strings.Contains(content, "{") || isPair(content) {
		return false
	}
	for at := line.Start; ; {
		n := strings.Index(r.text[at:line.End], "=>")
		if n < 0 {
			return true
		}
		key := (source.Span{Start: at, End: at + n}).Trim(r.text, lineSpace)
		key.Start = max(key.Start, at+strings.LastIndexAny(r.text[at:key.End], " \t{}\"'")+1)
		start := skipAny(r.text, at+n+len("=>"), line.End, lineSpace)
		if start == line.End {
			return true
		}
		value, next := arrowValue(r.text, start, line.End)
		p := piece.Verbatim(piece.Value, r.text, value)
		p.Escape = escape.Without("\"'{}\\")
		if strings.IndexByte("\"'", r.text[value.Start-1]) < 0 {
			p.Escape = escape.Refusing(blanks, p.Escape)
		}
		p.Key, p.KeySpan = r.section.With(key.Slice(r.text)), key
		if !value.Empty() {
			r.out.Pieces = append(r.out.Pieces, p)
		}
		at = next
	}
}

// isPair reports whether an equals sign or a colon ends the first key of a line, before
// any arrow; a comparison of Logstash's (==, !=, =~) is none.
func isPair(line string) bool {
	at := separatorAt(line, "=:")
	if at < 0 {
		return false
	}
	next := line[at+1:]
	return at == 0 || line[at-1] != '!' && !strings.HasPrefix(next, ">") && !strings.HasPrefix(next, "=") && !strings.HasPrefix(next, "~")
}

// arrowValue returns a value of Logstash's that starts at an offset, without its
// quotes, and where the next setting may start. One without quotes, or whose quotes are
// not closed, goes on to the key of the next arrow: no part of it is lost.
func arrowValue(text string, start, end int) (value source.Span, next int) {
	if c := text[start]; c == '"' || c == '\'' {
		if n := strings.IndexByte(text[start+1:end], c); n >= 0 {
			return source.Span{Start: start + 1, End: start + 1 + n}, start + n + 2
		}
	}
	stop := end
	if n := strings.Index(text[start:end], "=>"); n >= 0 {
		key := strings.TrimRight(text[start:start+n], lineSpace)
		stop = start + strings.LastIndexAny(key, " \t{}\"'") + 1
	}
	n := len(strings.TrimRight(text[start:stop], " \t{}"))
	return source.Span{Start: start, End: start + n}, start + n
}

func (r *iniReader) comment(span source.Span) {
	p := piece.Verbatim(piece.Comment, r.text, span)
	p.Escape = escape.Printable
	r.out.Pieces = append(r.out.Pieces, p)
}

// mayHoldComment reports whether a value holds what starts a comment elsewhere.
func mayHoldComment(value string) bool {
	for i := 1; i < len(value); i++ {
		if (value[i] == ';' || value[i] == '#') && strings.IndexByte(lineSpace, value[i-1]) >= 0 {
			return true
		}
	}
	return false
}

// inlineComment returns where the comment behind a value starts, or -1: at a
// semicolon or number sign with white space before it. What holds an equals sign
// behind a semicolon is a further pair of a connection string, not a comment.
func inlineComment(value string) int {
	if strings.Count(value, `"`)+strings.Count(value, "'") > 0 {
		return quotedComment(value)
	}
	for i := 1; i < len(value); i++ {
		if strings.IndexByte(lineSpace, value[i-1]) < 0 {
			continue
		}
		rest := value[i:]
		switch {
		case rest[0] == '#' && (len(rest) == 1 || strings.IndexByte(lineSpace, rest[1]) >= 0):
			return i
		case rest[0] == ';' && !strings.Contains(rest, "="):
			return i
		}
	}
	return -1
}

// quotedComment is inlineComment for a value in quotes, behind which it starts.
func quotedComment(value string) int {
	start := skipAny(value, 0, len(value), lineSpace)
	if value[start] != '"' && value[start] != '\'' {
		return -1
	}
	n := strings.IndexByte(value[start+1:], value[start])
	if n < 0 {
		return -1
	}
	stop := start + 1 + n + 1
	at := skipAny(value, stop, len(value), lineSpace)
	if at > stop && at < len(value) && (value[at] == ';' || value[at] == '#') {
		return at
	}
	return -1
}

// separatorAt returns the offset of the first separator in line, or -1. The
// colon of a URI that stands without a key is none.
func separatorAt(line, separators string) int {
	at := strings.IndexAny(line, separators)
	if at >= 0 && strings.HasPrefix(line[at:], "://") {
		return -1
	}
	return at
}

// iniValue returns a value without the quotes around it. Nothing is escaped
// inside those.
func iniValue(text string, span source.Span) piece.Piece {
	v := span.Slice(text)
	if len(v) >= 2 && (v[0] == '"' || v[0] == '\'') && strings.IndexByte(v[1:], v[0]) == len(v)-2 {
		p := piece.Verbatim(piece.Value, text, source.Span{Start: span.Start + 1, End: span.End - 1})
		p.Escape = escape.Without(v[:1])
		return p
	}
	if p, ok := substituted(text, span); ok {
		return p
	}
	p := piece.Verbatim(piece.Value, text, span)
	p.Escape = escapeINI
	if strings.HasPrefix(v, `"`) || strings.HasPrefix(v, "'") || mayHoldComment(v) {
		p.Escape = escape.Refuse // an edit might make a pair of its quotes, or a comment
	}
	return p
}

// escapeINI refuses white space and quotes where they might be taken off.
func escapeINI(s string) (string, bool) {
	return s, !escape.HasControl(s) && s == strings.TrimSpace(s) && !strings.ContainsAny(s, "\"'")
}
