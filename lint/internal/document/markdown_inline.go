package document

import (
	"html"
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/source"
)

// paragraph reads the inline code, comments and text of text[start:end]; it
// returns where the document goes on, which is after end where a comment is.
func (r *markdownReader) paragraph(start, end int) int {
	text := r.text[:end]
	runs := backtickRuns(text, start)
	plain := start
	for i := start; i < end; {
		n := strings.IndexAny(text[i:], "`<\\")
		if n < 0 {
			break
		}
		i += n
		switch text[i] {
		case '\\':
			i += 2
			continue
		case '<':
			if !strings.HasPrefix(r.text[i:], "<!--") {
				i++
				continue
			}
			r.running(plain, i)
			i = r.comment(i)
			plain = i
			continue
		}
		for len(runs) > 0 && runs[0].Start < i {
			runs = runs[1:]
		}
		if len(runs) == 0 || runs[0].Start > i {
			i++ // the rest of a run whose first backtick is escaped
			continue
		}
		stop := r.codeChain(plain, runs)
		if stop < 0 {
			i = runs[0].End
			continue
		}
		i, plain = stop, stop
	}
	r.running(plain, end)
	return max(plain, end)
}

// backtickRun is a run of backticks, and the place of the next one that is as
// long in the list, or 0.
type backtickRun struct {
	source.Span
	next int
}

func backtickRuns(text string, start int) []backtickRun {
	var runs []backtickRun
	for i := start; i < len(text); {
		n := strings.IndexByte(text[i:], '`')
		if n < 0 {
			break
		}
		i += n
		size := len(text[i:]) - len(strings.TrimLeft(text[i:], "`"))
		runs = append(runs, backtickRun{Span: source.Span{Start: i, End: i + size}})
		i += size
	}
	last := map[int]int{}
	for k := len(runs) - 1; k >= 0; k-- {
		size := runs[k].Len()
		if next, ok := last[size]; ok {
			runs[k].next = next - k
		}
		last[size] = k
	}
	return runs
}

// codeChain reads the inline code that opens with runs[0], and with it any
// that is joined to it by emphasis without a space (`a=`*b*`;c`): there the
// author meant one text. It returns where that stops, or -1.
func (r *markdownReader) codeChain(plain int, runs []backtickRun) int {
	if runs[0].next == 0 {
		return -1
	}
	r.running(plain, runs[0].Start)
	var b piece.Builder
	stop := 0
	for {
		closing := runs[runs[0].next]
		r.code(&b, source.Span{Start: runs[0].End, End: closing.Start})
		stop = closing.End
		runs = runs[runs[0].next+1:]
		emphasis := emphasized(r.text[stop:])
		if emphasis == 0 {
			break
		}
		b.Copy(r.text, source.Span{Start: stop, End: stop + emphasis})
		stop += emphasis
		if len(runs) == 0 || runs[0].Start != stop || runs[0].next == 0 {
			break
		}
	}
	p := b.Piece(piece.Plain)
	p.Escape = escape.NotBesideLineBreak(escape.Without("`"))
	r.out.Pieces = append(r.out.Pieces, p)
	return stop
}

// code appends the inside of inline code: a line end, with the white space behind
// it, is a space, and one space at both ends is dropped.
func (r *markdownReader) code(b *piece.Builder, span source.Span) {
	inside := span.Slice(r.text)
	if len(inside) > 2 && inside[0] == ' ' && inside[len(inside)-1] == ' ' {
		span = source.Span{Start: span.Start + 1, End: span.End - 1}
	}
	escape.Unescape(b, r.text, span, "\r\n", func(rest string) (string, int) {
		n := source.LineBreak(rest, 0)
		return " ", n + len(rest[n:]) - len(strings.TrimLeft(rest[n:], " \t"))
	})
}

// emphasized returns the length of the *x* or _x_ that s starts with, or 0.
func emphasized(s string) int {
	const longest = 80
	if s == "" || s[0] != '*' && s[0] != '_' {
		return 0
	}
	size := 1
	for size < min(3, len(s)) && s[size] == s[0] {
		size++
	}
	mark := s[:size]
	rest := s[size:max(size, min(len(s), longest))]
	n := strings.Index(rest, mark)
	if n <= 0 || strings.ContainsAny(rest[:n], "`\r\n") || strings.Trim(rest[:n], " \t") != rest[:n] ||
		strings.Trim(rest[:n], markdownPunctuation) == "" {
		return 0
	}
	return size + n + size
}

// comment reads the HTML comment at start.
func (r *markdownReader) comment(start int) int {
	inner := source.Span{Start: start + len("<!--"), End: len(r.text)}
	next := inner.End
	if n := strings.Index(inner.Slice(r.text), "-->"); n >= 0 {
		inner.End = inner.Start + n
		next = inner.End + len("-->")
	}
	p := piece.Verbatim(piece.Comment, r.text, inner)
	p.Escape = escape.Without("-")
	r.out.Pieces = append(r.out.Pieces, p)
	return next
}

// running adds running text, a piece for each line.
func (r *markdownReader) running(start, end int) {
	for start < end {
		stop, next := source.AnyLineEnd(r.text[:end], start)
		line := source.Span{Start: start, End: stop}
		if strings.Contains(line.Slice(r.text), "=<") {
			r.prose(line, `\&<`, r.unescapeTags(stop), escapeMarkdown)
		} else {
			r.prose(line, `\&`, unescapeMarkdown, escapeMarkdown)
		}
		start = next
	}
}

const markdownPunctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"

// unescapeMarkdown reads a backslash before punctuation, or an HTML entity.
func unescapeMarkdown(rest string) (string, int) {
	if rest[0] == '\\' {
		if len(rest) > 1 && strings.IndexByte(markdownPunctuation, rest[1]) >= 0 {
			return rest[1:2], 2
		}
		return "", 0
	}
	const longest = 33 // &CounterClockwiseContourIntegral;
	end := strings.IndexByte(rest[:min(len(rest), longest)], ';')
	if end < 0 || strings.Contains(rest[1:end], "&") {
		return "", 0
	}
	entity := rest[:end+1]
	if text := html.UnescapeString(entity); !strings.HasSuffix(text, ";") && text != entity {
		return text, len(entity)
	}
	return "", 0
}

// unescapeTags is unescapeMarkdown for a line that ends at an offset, and in which tags stand
// around words.
func (r *markdownReader) unescapeTags(end int) func(rest string) (string, int) {
	return func(rest string) (string, int) {
		if rest[0] == '<' {
			end := min(end, len(r.text))
			return escape.EmphasisTag(r.text[:end], len(strings.TrimRight(r.text[:end], " \t\f"))-len(rest))
		}
		return unescapeMarkdown(rest)
	}
}

// escapeMarkdown writes s so that it stays running text; white space at its
// ends might be taken for the end of the line's text.
func escapeMarkdown(s string) (string, bool) {
	if escape.HasControl(s) || s != strings.Trim(s, " \t") {
		return "", false
	}
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune("\\`&<", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String(), true
}
