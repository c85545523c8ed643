package code

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// ruby is Ruby, and Crystal, whose literals are the same.
var ruby = Language{
	Name: "ruby", Aliases: []string{"crystal", "rb"}, Extensions: []string{".cr", ".gemspec", ".rake", ".rb", ".ru"},
	Files: []string{"brewfile", "capfile", "gemfile", "guardfile", "rakefile", "vagrantfile"}, Interpreters: []string{"ruby"},
	lineComments: []string{"#"}, token: rubyToken,
	literals: []literalStart{
		{`"`, quotedLines(`"`, &rubyEscapes, &rubyHoles)},
		{`'`, quotedLines(`'`, &quoteEscapes, nil)},
	},
	adjacent: true, operandEnds: true, blocks: true, wordBytes: "@$", joins: []string{"<<"},
}

var (
	rubyEscapes = escape.Table{
		Lead: '\\', Simple: "''\"\"\\\\##a\ab\be\x1bf\fn\nr\rs t\tv\v",
		HexMin: 1, HexMax: 2, Octal: 1, U: true, Braced: true, Identity: true, Continuation: escape.ContinueLine,
	}
	// quoteEscapes are all that single quotes have in Ruby, PHP and Perl.
	quoteEscapes = escape.Table{Lead: '\\', Simple: `''\\`}
	// percentEscapes are all that %q has: of its delimiters and of the lead.
	percentEscapes = escape.Table{Lead: '\\', Simple: "\\\\(())[[]]{{}}<<>>||!!//''\"\"::,,;;++--==~~^^&&%%$$##@@**??..``"}
	rubyHoles      = literal.Holes{Opening: "#{", Closing: '}'}
)

func rubyToken(r *reader) bool {
	switch r.Text[r.Pos] {
	case '<':
		return rubyHereDocument(r)
	case '%':
		return rubyPercent(r)
	case '=':
		return r.linesBetween("=begin", "=end")
	case '_':
		return r.rest("__END__")
	case '/':
		return r.regularExpression()
	case '?':
		if f := r.top(); f.prev == classOther && (r.Peek(1) == '"' || r.Peek(1) == '\'') && !literal.IsWordByte(r.Peek(2)) {
			r.Pos += 2 // a character
			f.prev = classClose
			return true
		}
	}
	return false
}

// rubyHereDocument reads <<TAG, <<-TAG and <<~TAG, quoted or not.
func rubyHereDocument(r *reader) bool {
	if !r.Has("<<") || literal.IsWordByte(r.Before()) || strings.IndexByte(")]}", r.Before()) >= 0 {
		return false
	}
	tag, single, n := hereTag(r.Text, r.Pos, "<<", "~-")
	if n == 0 {
		return false
	}
	form := literal.Form{End: tag, OwnLine: true, Multiline: true, LineEnds: literal.LineEndsKept}
	if !single {
		form.Escapes, form.Special, form.Holes = &rubyEscapes, "#", &rubyHoles
	}
	if r.Peek(2) == '~' {
		form.Layout = literal.LayoutShared
	}
	r.hereDocument(n, form)
	return true
}

// rubyPercent reads %q(…), %Q[…], %(…), %w{…} and their like.
func rubyPercent(r *reader) bool {
	kind, n := r.Peek(1), 2
	if literal.IsWordByte(kind) {
		n = 3
	} else {
		kind = 'Q'
	}
	f := r.top()
	if strings.IndexByte("qQwWiI", kind) < 0 || f.prev == classClose || f.prev == classLiteral ||
		f.prev == classWord && !isKeyword(r.slice(f.word)) && (n == 2 || f.word.End == r.Pos) {
		return false
	}
	form := literal.Form{Escapes: &percentEscapes}
	if strings.IndexByte("QWI", kind) >= 0 {
		form = literal.Form{Escapes: &rubyEscapes, Special: "#", Holes: &rubyHoles}
	}
	form, ok := quoteLike(form, r.Peek(n-1))
	if !ok || r.Peek(n-1) == '=' && n == 2 {
		return false
	}
	if kind|0x20 == 'w' && r.joinedWords(r.Pos+n, form.End) {
		return true
	}
	r.literal(form, n)
	return true
}

// joinedWords reads the words from an offset to end, which blanks separate, where a method
// joins them: %w[a b\ c].join(";").
func (r *reader) joinedWords(from int, end string) bool {
	const longest = 4 << 10 // bytes
	n := strings.Index(r.Text[from:min(len(r.Text), from+longest)], end)
	if n < 0 {
		return false
	}
	start := r.Pos
	r.Pos = from + n + len(end)
	separator, call := r.joinMethod()
	if call == 0 {
		r.Pos = start
		return false
	}
	var b piece.Builder
	words := strings.TrimRight(r.Text[:from+n], " \t\r\n")
	for at := from + len(words[from:]) - len(strings.TrimLeft(words[from:], " \t\r\n")); at < len(words); {
		part := source.Span{Start: at, End: at + 1}
		switch c := words[at]; {
		case c == '\\' && at+1 < len(words):
			part.End++
			b.Escape(words[at+1:part.End], part)
		case strings.IndexByte(" \t\r\n", c) >= 0:
			part.End = len(words) - len(strings.TrimLeft(words[at:], " \t\r\n"))
			b.Escape(separator, part)
		default:
			b.Copy(r.Text, part)
		}
		at = part.End
	}
	p := b.Piece(piece.Literal)
	p.Key, p.KeySpan, p.Escape = r.top().key.Name, r.top().key.Span, escape.Refuse
	p.SetEnds(r.top().place(), r.top().place())
	r.Keep(p)
	r.extend(source.Span{Start: start, End: r.Pos})
	r.top().prev = classClose
	return true
}

// linesBetween reads the lines of text from one that starts with opening to one
// that starts with closing, as a comment.
func (r *reader) linesBetween(opening, closing string) bool {
	if !r.Has(opening) || r.Pos > 0 && r.Before() != '\n' {
		return false
	}
	r.BlockComment(opening, "\n"+closing, false)
	return true
}

// rest passes over all that follows a line that says that the program ends.
func (r *reader) rest(marker string) bool {
	if !r.Has(marker) || r.Pos > 0 && r.Before() != '\n' || strings.Trim(string(r.Peek(len(marker))), "\r\n\x00") != "" {
		return false
	}
	r.separator()
	r.Pos = len(r.Text)
	return true
}
