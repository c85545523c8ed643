package code

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// perl is Perl.
var perl = Language{
	Name: "perl", Aliases: []string{"pl"}, Extensions: []string{".pl", ".pm", ".t"}, Interpreters: []string{"perl"},
	lineComments: []string{"#"}, token: perlToken,
	literals: []literalStart{
		{`"`, quotedLines(`"`, &perlEscapes, &perlHoles)},
		{`'`, quotedLines(`'`, &quoteEscapes, nil)},
	},
	wordBytes: "$@", joins: []string{"."},
}

var (
	perlEscapes = escape.Table{
		Lead: '\\', Simple: "\"\"\\\\$$@@0\x00a\ab\be\x1bf\fn\nr\rt\t",
		HexMin: 1, HexMax: 2, BracedX: true, Octal: 2, Identity: true,
	}
	perlHoles = literal.Holes{Opening: "${", Closing: '}', Name: perlName}
)

func perlToken(r *reader) bool {
	switch c := r.Text[r.Pos]; {
	case c == '=':
		return perlDocumentation(r)
	case c == '<':
		return perlHereDocument(r)
	case c == '/':
		return r.regularExpression()
	case c == '_':
		return r.rest("__END__") || r.rest("__DATA__")
	case c == '$' && r.Peek(1) != 0 && strings.IndexByte("#\"'/&`,;.", r.Peek(1)) >= 0:
		r.Pos += 2 // $#array and the variables named by a character
		r.top().prev = classClose
		return true
	case literal.IsWordByte(c) && !literal.IsWordByte(r.Before()) && strings.IndexByte("$@%&>{", r.Before()) < 0:
		return perlQuoteLike(r)
	}
	return false
}

// perlDocumentation reads a block of documentation as a comment.
func perlDocumentation(r *reader) bool {
	if r.Pos > 0 && r.Before() != '\n' || !literal.IsWordByte(r.Peek(1)) {
		return false
	}
	return r.linesBetween("=", "=cut")
}

// perlHereDocument reads <<TAG, <<"TAG", <<'TAG' and the same after <<~.
func perlHereDocument(r *reader) bool {
	if !r.Has("<<") || literal.IsWordByte(r.Before()) {
		return false
	}
	tag, single, n := hereTag(r.Text, r.Pos, "<<", "~")
	if n == 0 {
		return false
	}
	form := literal.Form{End: tag, OwnLine: true, Multiline: true, LineEnds: literal.LineEndsKept}
	if !single {
		form.Escapes, form.Special, form.Holes = &perlEscapes, "$@", &perlHoles
	}
	if r.Peek(2) == '~' {
		form.Layout = literal.LayoutShared
	}
	r.hereDocument(n, form)
	return true
}

// perlQuoteLike reads q(…), qq{…} and qw<…>, and passes over the patterns m//,
// qr//, s/// and tr///.
func perlQuoteLike(r *reader) bool {
	n := literal.WordEnd(r.Text[:min(len(r.Text), r.Pos+3)], r.Pos) - r.Pos
	word := r.Text[r.Pos : r.Pos+n]
	parts := map[string]int{"q": 1, "qq": 1, "qw": 1, "m": 1, "qr": 1, "s": 2, "tr": 2, "y": 2}[word]
	delimiter := r.Peek(n)
	if delimiter == ' ' && parts > 0 && closing[r.Peek(n+1)] != 0 {
		n++
		delimiter = r.Peek(n)
	}
	if parts == 0 || strings.IndexByte(",;)=", delimiter) >= 0 {
		return false
	}
	form := literal.Form{Escapes: &percentEscapes}
	if word == "qq" {
		form = literal.Form{Escapes: &perlEscapes, Special: "$@", Holes: &perlHoles}
	}
	form, ok := quoteLike(form, delimiter)
	switch {
	case !ok:
		return false
	case word[0] == 'q' && word != "qr":
		r.literal(form, n+1)
		return true
	}
	return perlPattern(r, form, n+1, parts)
}

// perlPattern passes over the parts of a pattern whose opening is the next n
// bytes. Of a longer one nothing is passed over.
func perlPattern(r *reader, form literal.Form, n, parts int) bool {
	const longest = 1 << 8
	text := r.Text[:min(len(r.Text), r.Pos+longest)]
	pos := r.Pos + n
	first, second := source.At(pos), source.At(pos)
	for pos < len(text) {
		t := form.Next(text, pos)
		pos += max(1, t.Len)
		if t.Kind != literal.End {
			continue
		}
		if parts--; parts == 0 {
			second.End = pos - t.Len
			substitutes := r.Text[r.Pos] == 's'
			r.Pos = pos
			if substitutes {
				r.substitute(first.Slice(text), second.Slice(text))
			}
			operation := r.top().operation // goes on behind the pattern
			r.operator()
			r.top().prev, r.top().operation = classClose, operation
			return true
		}
		first.End = pos - t.Len
		if form.Opening != 0 {
			pos += len(text[pos:]) - len(strings.TrimLeft(text[pos:], " \t\n"))
			pos++
		}
		second.Start = pos
	}
	return false
}

// perlName returns the length of the $name at pos, with what subscribes it, or 0.
func perlName(text string, pos int) int {
	n := literal.DollarName(text, pos)
	if n == 0 {
		return 0
	}
	for pos+n < len(text) {
		rest := strings.TrimPrefix(text[pos+n:min(len(text), pos+n+maxDelimiter)], "->")
		if rest == "" || rest[0] != '{' && (rest[0] != '[' || len(rest) == len(text[pos+n:min(len(text), pos+n+maxDelimiter)])) {
			break
		}
		end := strings.IndexByte(rest, closing[rest[0]])
		if end < 0 || strings.ContainsAny(rest[:end], "\n;\"") {
			break
		}
		n += strings.Index(text[pos+n:], rest) + end + 1
	}
	return n
}
