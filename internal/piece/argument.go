package piece

import (
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/source"
)

// An Argument is what a format is given to fill in: printf's, or that of {0}.
type Argument struct {
	Name    string      // of a named one
	Text    string      // of a literal, unescaped; else the code that computes it
	Literal bool        // whether Text is a literal's
	Span    source.Span // bytes in the file
}

// A Constant is a literal that a name in a hole holds.
type Constant struct {
	Hole source.Span // bytes of the text
	Argument
}

// A Verb is a place of a format that an argument fills.
type Verb struct {
	Span source.Span // bytes of the format
	// Argument is the argument's position from 0, or -1 where Name says which.
	Argument int
	Name     string
}

// Verbs returns the verbs of a format, in order: printf's (%s, %[2]v, %2$s, %(name)s, Ruby's %<name>s)
// those in braces ({}, {0:x}, {name}), Qt's, Nim's and Abseil's (%1, $1, $#, $0), and where there are none of these,
// those of Lisp and Erlang (~a, ~20s), or those of templates ({{ name }}). Else doubled signs are none. The cost is linear.
func Verbs(format string) (verbs []Verb) {
	const longest = 64
	percents, braces, dollars := 0, 0, 0 // that say no position
	var tildes []Verb
	for at := 0; at < len(format); at++ {
		rest := format[at:min(len(format), at+longest)]
		if rest[0] == '~' {
			if n := tildeVerb(rest); n > 0 {
				tildes = append(tildes, Verb{Span: source.Span{Start: at, End: at + n}, Argument: len(tildes)})
			}
			continue
		}
		if rest[0] != '%' && rest[0] != '{' && rest[0] != '$' {
			continue
		}
		if len(rest) > 1 && rest[1] == rest[0] {
			at++
			continue
		}
		name, next, n := "", &braces, 0
		if rest[0] == '%' {
			name, n = percentVerb(rest)
			next = &percents
		} else if rest[0] == '$' {
			name, n = dollarVerb(rest)
			next = &dollars
		} else if end := strings.IndexByte(rest, '}'); end > 0 {
			name, n = strings.TrimSpace(rest[1:end]), end+1
			if i := strings.IndexAny(name, ":!,"); i >= 0 {
				name = name[:i]
			}
		}
		if n == 0 {
			continue
		}
		v := Verb{Span: source.Span{Start: at, End: at + n}, Argument: -1, Name: name}
		if name == "" {
			v.Argument = *next + strings.Count(rest[:n], "*") // each is an argument of its own
			*next = v.Argument + 1
		} else if i, ok := position(name); ok {
			v.Argument = i
			if rest[0] != '{' {
				v.Argument-- // counted from 1
			}
		}
		verbs = append(verbs, v)
		at += n - 1
	}
	switch {
	case verbs != nil:
		countTypes(verbs)
		countFromZero(verbs, format)
		return verbs
	case tildes != nil:
		return tildes
	}
	return blockVerbs(format)
}

// countFromZero gives the verbs that are a $ and a number their positions where those start
// at zero: Abseil's.
func countFromZero(verbs []Verb, format string) {
	isDollar := func(v Verb) bool { return format[v.Span.Start] == '$' && v.Argument >= -1 && v.Name != "" }
	zero := false
	for _, v := range verbs {
		zero = zero || isDollar(v) && v.Name == "0"
	}
	for i := range verbs {
		if zero && isDollar(verbs[i]) && strings.Trim(verbs[i].Name, "0123456789") == "" {
			verbs[i].Argument++
		}
	}
}

// blockVerbs returns the verbs of a template: {{ name }}, {{&name}} and <%= name %>.
func blockVerbs(format string) (verbs []Verb) {
	const longest = 64
	for at := 0; at < len(format); at++ {
		closing := ""
		switch rest := format[at:]; {
		case strings.HasPrefix(rest, "{{"):
			closing = "}}"
		case strings.HasPrefix(rest, "<%=") || strings.HasPrefix(rest, "<%-"):
			closing = "%>"
		default:
			continue
		}
		name, _, ok := strings.Cut(format[at+2:min(len(format), at+longest)], closing)
		end := at + 2 + len(name) + len(closing)
		if name = strings.TrimSpace(strings.TrimLeft(name, "{&=-")); ok && name != "" && strings.Trim(name, letters) == "" {
			verbs = append(verbs, Verb{Span: source.Span{Start: at, End: end}, Argument: -1, Name: name})
			at = end - 1
		}
	}
	return verbs
}

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-."

// countTypes gives the verbs that name types their positions, where no other ones are
// in braces: Zig's {s} and {d}.
func countTypes(verbs []Verb) {
	for _, v := range verbs {
		if v.Argument >= 0 || v.Name != "s" && v.Name != "d" && v.Name != "any" {
			return
		}
	}
	for i := range verbs {
		verbs[i].Argument = i
	}
}

// tildeVerb returns the length of a verb of Lisp, Scheme, Racket or Erlang that an
// argument fills, or 0.
func tildeVerb(text string) int {
	at := 1 + len(text[1:]) - len(strings.TrimLeft(text[1:], "0123456789.,-:@t"))
	if at == len(text) || strings.IndexByte("aAsSdDpwWv", text[at]) < 0 {
		return 0
	}
	return at + 1
}

// percentVerb returns the name or number that a verb of printf gives, if any, and
// its length; 0 where text starts with none.
func percentVerb(text string) (name string, length int) {
	at := 1
	if at < len(text) && strings.IndexByte("([<", text[at]) >= 0 {
		end := strings.IndexAny(text, ")]>")
		if end < 0 {
			return "", 0
		}
		name, at = text[at+1:end], end+1
	} else if digits := at + len(text[at:]) - len(strings.TrimLeft(text[at:], "0123456789")); digits > at && digits < len(text) && text[digits] == '$' {
		name, at = text[at:digits], digits+1
	} else if digits > at && digits < len(text) && text[digits] == '%' {
		return text[at:digits], digits + 1 // Boost's
	} else if digits > at && (digits == len(text) || !ascii.IsLetter(text[digits]) && strings.IndexByte("#.% ", text[digits]) < 0) {
		return text[at:digits], digits // Qt's
	}
	for at < len(text) && strings.IndexByte("#+- .*0123456789", text[at]) >= 0 {
		at++
	}
	if at == len(text) || strings.IndexByte("sdvqxb@", text[at]) < 0 {
		return "", 0
	}
	return name, at + 1
}

// dollarVerb is percentVerb for a verb of Nim or of Python's templates: $1, $# or $name.
func dollarVerb(text string) (name string, length int) {
	if strings.HasPrefix(text, "$#") {
		return "", len("$#")
	}
	n := 1 + len(text[1:]) - len(strings.TrimLeft(text[1:], "0123456789"))
	if n == 1 {
		for n < len(text) && (ascii.IsLetter(text[n]) || text[n] == '_' || n > 1 && '0' <= text[n] && text[n] <= '9') {
			n++
		}
	}
	if n == 1 {
		return "", 0
	}
	return text[1:n], n
}

func position(name string) (n int, ok bool) {
	for i := range len(name) {
		if name[i] < '0' || name[i] > '9' || i == 3 {
			return 0, false
		}
		n = n*10 + int(name[i]-'0')
	}
	return n, true
}

// ArgumentFor returns a function that gives the argument that fills a verb, or nil. What
// has no name fills a named verb behind a literal that is the name, as in Nim.
func (p *Piece) ArgumentFor() func(Verb) *Argument {
	named := map[string]*Argument{}
	for i := range p.Arguments {
		if a := &p.Arguments[i]; named[a.Name] == nil {
			named[a.Name] = a
		}
	}
	return func(v Verb) *Argument {
		if v.Argument >= 0 && v.Argument < len(p.Arguments) && p.Arguments[v.Argument].Name == "" {
			return &p.Arguments[v.Argument]
		}
		if v.Name == "" {
			return nil
		}
		if a := named[v.Name]; a != nil {
			return a
		}
		for i := 0; i+1 < len(p.Arguments); i += 2 {
			if a := &p.Arguments[i]; a.Literal && a.Name == "" && a.Text == v.Name {
				return &p.Arguments[i+1]
			}
		}
		return nil
	}
}
