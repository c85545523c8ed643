package code

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// declaredName returns the name that a literal is given: its key, or, where it has none or
// that is one of several names, what its line says.
func (r *reader) declaredName(p *piece.Piece) source.Span {
	start := p.Span().Start
	line := lineOf(r.Text, start).start
	before := strings.TrimRight(r.Text[line:start], "\"'`@")
	if name := declared(before, r.closesBehind(p)); !name.Empty() {
		return name.Shift(line)
	}
	for _, name := range [...]string{"default=", "defaultValue: ", "unset = ", "unset="} {
		if described, ok := strings.CutSuffix(before, name); ok {
			return r.defaulted(line + len(described))
		}
	}
	if p.Key != "" && (p.KeySpan.Start < line || p.KeySpan.End > start || !strings.Contains(r.Text[line:p.KeySpan.Start], ",")) {
		return p.KeySpan
	}
	if names, values, ok := strings.Cut(before, "="); ok && strings.Contains(names, ",") {
		if name := nameAt(names, values); !name.Empty() {
			return name.Shift(line)
		}
	}
	return p.KeySpan
}

// defaulted returns the name of what a call describes or looks up, an argument of which, at
// an offset, says what it is where nothing gives it: key: str = Field(default="…"),
// add_argument("--key", default="…").
func (r *reader) defaulted(end int) source.Span {
	start := max(0, end-near)
	before := r.Text[start:end]
	open := strings.LastIndexByte(before, '(')
	if open < 0 {
		return source.Span{}
	}
	head, at := before[:open], start
	if first := strings.TrimLeft(before[open+1:], " \t\r\n\"'"); strings.HasPrefix(first, "--") {
		at += len(before) - len(first) + len("--")
		return source.Span{Start: at, End: literal.WordEnd(r.Text, at)}
	}
	at += strings.LastIndexByte(head, '\n') + 1
	name, _, ok := strings.Cut(r.Text[at:start+open], "=")
	if !ok {
		name, _, ok = strings.Cut(name, "<-")
	}
	if name, _, _ = strings.Cut(name, ":"); !ok {
		return source.Span{}
	}
	end = at + len(strings.TrimRight(name, " "))
	return source.Span{Start: end - len(lastName(name)), End: end}
}

// closesBehind reports whether a round bracket closes right behind the quotation mark of a
// literal.
func (r *reader) closesBehind(p *piece.Piece) bool {
	rest := r.Text[p.Span().End:min(len(r.Text), p.Span().End+2)]
	return strings.HasSuffix(rest, ")") && len(rest) == 2
}

// nameAt returns which of names, which commas part, is given what stands behind values, the
// first ones: a, b = "x", "y".
func nameAt(names, values string) source.Span {
	first, _, _ := strings.Cut(names, ",")
	open := strings.IndexAny(first, "([{")
	if open < 0 {
		open = len(first) - len(lastName(first))
	} else if !strings.ContainsAny(names, ")]}") {
		return source.Span{} // parameters: def f(a, b="x")
	}
	if word := strings.Trim(first[:open], " \t$&@"); word != "" && !isKeyword(word) && word != "my" && word != "local" {
		return source.Span{}
	}
	names = strings.TrimRight(names, ":) ]\t")
	values = strings.TrimLeft(values, " ([{\t")
	n := 0
	for quote, i := byte(0), 0; i < len(values); i++ {
		switch c := values[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case strings.IndexByte("\"'`", c) >= 0:
			quote = c
		case strings.IndexByte("([{", c) >= 0:
			return source.Span{}
		case c == ',':
			n++
		}
	}
	end := 0
	for ; n >= 0; n-- {
		at := end
		if length := strings.IndexByte(names[at:], ','); length >= 0 {
			end = at + length + 1
		} else if end = len(names) + 1; n > 0 {
			return source.Span{}
		}
		if n == 0 {
			name := strings.TrimRight(names[at:end-1], " \t")
			return source.Span{Start: at + len(name) - len(lastName(name)), End: at + len(name)}
		}
	}
	return source.Span{}
}

// declarations are words behind which a name and its value stand, with a blank or a comma
// between: set(KEY "…"), local key "…", #define KEY "…", define('KEY', '…').
var declarations = map[string]bool{
	"set": true, "local": true, "global": true, "#define": true, "-define": true, "define": true,
	"-name": true, "set-variable": true, "new-variable": true, // -Name Key -Value '…'
}

// declared returns the name that text, of a line, declares right before its end.
// alone says that a bracket closes behind the literal.
func declared(text string, alone bool) source.Span {
	rest := strings.TrimRight(text, " \t")
	rest = strings.TrimRight(strings.TrimSuffix(rest, "-Value"), "(, \t'\"")
	name := source.Span{Start: len(rest) - len(lastName(rest)), End: len(rest)}
	if name.Empty() {
		return name
	}
	before := strings.TrimLeft(rest[:name.Start], " \t")
	if before == "@" && len(rest) < len(text) || before == "" && strings.HasSuffix(text, "(") && alone { // an attribute of Elixir; a value of Java's enum
		return name
	}
	before = strings.TrimRight(strings.ToLower(before), " \t('\"")
	if declarations[before[strings.LastIndexAny(before, " \t")+1:]] {
		return name
	}
	return source.Span{}
}

// keepBare keeps the value without quotes that a variable is given whose name starts at an
// offset, behind sign and up to one of ends, as a literal of that name, where it is a word
// without marks of the language.
func (r *reader) keepBare(at int, sign, ends string) {
	text := r.Text[:min(len(r.Text), at+near)]
	name := source.Span{Start: at, End: literal.WordEnd(text, at)}
	value := source.Span{Start: name.End + len(text[name.End:]) - len(strings.TrimLeft(text[name.End:], sign+" "))}
	n := strings.IndexAny(text[value.Start:], ends)
	if value.End = value.Start + n; n < 1 || value.Start == name.End || strings.ContainsAny(value.Slice(text), "\"'$&%()[]{}=: \t") {
		return
	}
	p := piece.Verbatim(piece.Literal, r.Text, value)
	p.Key, p.KeySpan, p.Escape = name.Slice(text), name, escape.Refuse
	p.SetEnds(piece.Closed, piece.Closed)
	r.Keep(p)
}
