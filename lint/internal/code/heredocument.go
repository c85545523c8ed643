package code

import (
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// hereDocument reads a here-document whose opening is the next n bytes: its
// text is on the lines below, where it is a piece of its own, and code goes on
// behind the opening.
func (r *reader) hereDocument(n int, form literal.Form) {
	opening := source.Span{Start: r.Pos, End: r.Pos + n}
	r.juxtaposed("", r.Pos)
	r.extend(opening)
	lineEnd, body := source.LineEnd(r.Text, opening.End)
	rest := strings.Trim(r.Text[opening.End:lineEnd], " \t;")
	inner := frame{key: r.top().key, given: r.top().given && rest == "" && r.top().text.Len() == 0}
	r.top().prev = classClose
	if body == lineEnd {
		r.Pos = opening.End // no line follows
		return
	}
	if r.resume.Start == body-1 {
		lineEnd = r.resume.End // below another document of the same line
		body = lineEnd + source.LineBreak(r.Text, lineEnd)
	} else {
		r.resume = source.At(body - 1)
	}
	if form.OwnLineEnd(r.Text, lineEnd) > 0 {
		body = lineEnd // the document is empty
	}
	r.push(inner)
	r.beginLiteral()
	lit := openLiteral{form: form, start: opening.Start, body: body, after: opening.End, line: r.resume.Start}
	r.Pos = body
	r.literalBody(lit)
}

// endHereDocument goes back to the line that opened the document.
func (r *reader) endHereDocument(lit openLiteral) {
	after := piece.Unknown
	if r.top().given {
		after = piece.Closed
	}
	r.flush(after)
	r.dropFrame()
	r.resume = source.Span{Start: lit.line, End: r.Pos}
	r.Pos = lit.after
}

// hereTag reads the opening of a here-document at text[pos:], marks and maybe
// one of signs: what ends it, whether it stands in single quotes, and the length
// of the opening; 0 where there is none. Behind marks of two bytes and no sign a
// bare tag starts in upper case, so that shifts are told from it.
func hereTag(text string, pos int, marks, signs string) (tag string, single bool, n int) {
	start := pos + len(marks)
	bare := len(marks) > 2
	if start < len(text) && strings.IndexByte(signs, text[start]) >= 0 {
		start++
		bare = true
	}
	for len(marks) > 2 && start < len(text) && text[start] == ' ' {
		start++
	}
	if start == len(text) {
		return "", false, 0
	}
	if quote := text[start]; quote == '"' || quote == '\'' {
		rest := text[start+1 : min(len(text), start+1+maxDelimiter)]
		end := literal.WordEnd(rest, 0)
		if end == 0 || end == len(rest) || rest[end] != quote {
			return "", false, 0
		}
		return rest[:end], quote == '\'', start + end + 2 - pos
	}
	end := literal.WordEnd(text, start)
	if end == start || ascii.IsDigit(text[start]) || !bare && (text[start] < 'A' || text[start] > 'Z') {
		return "", false, 0
	}
	return text[start:end], false, end - pos
}
