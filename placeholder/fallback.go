package placeholder

import (
	"strings"

	"kustoconn/source"
)

// taken says which arguments of a function stand for what it does not find.
type taken int

const (
	_            taken = iota
	takesLast          // the last one, which is not the first
	takesFirst         // the first one; without brackets, any
	takesAny           // each that is a literal
	takesLooking       // the last one, if the function looks into the environment
)

// A fallback is a function, filter or method with a value for the case that
// nothing is found.
type fallback struct {
	takes taken
	// code says that the name means nothing else in programming languages either.
	code bool
}

// fallbackFunctions is the one table of them, by name in lower case without "_".
// Sources: the functions of Terraform, Helm (Sprig), Jinja, Liquid, ARM and Azure
// Pipelines, and what languages and frameworks read their environment with.
var fallbackFunctions = func() map[string]fallback {
	all := map[string]fallback{}
	for names, f := range map[string]fallback{
		"default d ifempty orempty": {takesFirst, false},
		"coalesce nvl ifnull isnull firstnonempty coalescelist valueor orelse":                                                                    {takesAny, true},
		"try or if ternary dig one cond elvis":                                                                                                    {takesAny, false},
		"lookup env input var option find getstring getconfig getsetting key":                                                                     {takesLast, false},
		"getvalue getenv getordefault getorelse getenvordefault envor envvar getproperty getorempty getenvor envordefault keyordefault lookupenv": {takesLast, true},
		"unwrapor unwraporelse orelseget frommaybe defaultarg withdefault getoptional defaultvalue defaultto":                                     {takesAny, true},
		"fetch": {takesLast, true},
		"get":   {takesLooking, true},
	} {
		for name := range strings.FieldsSeq(names) {
			all[name] = f
		}
	}
	env := all["env"]
	env.code = true // of Laravel and its like
	all["env"] = env
	return all
}()

// A frame is one pair of brackets in an expression, or the expression itself.
type frame struct {
	name      string // what the brackets are called by
	member    bool   // that is a method or a member of a package
	head      string // the first word in them, which may be called with what follows
	arguments int    // that a comma ended
	choice    bool   // a question mark stands in it
}

// deepestFallback is how many brackets are followed.
const deepestFallback = 32

// fallbacks returns the literals in an expression that stand for what is not found:
// behind "??", "||", "?:" and the like, in the arms of a choice, and as arguments
// of the functions of the table. inCode says that the expression is of a programming
// language and not of a template. The cost is one pass.
func fallbacks(text string, inside source.Span, inCode bool) (found []source.Span) {
	body := inside.Slice(text)
	frames := make([]frame, 1, 4)
	word, closed := "", "" // what ends right before the place, and what the last bracket was called by
	member := false        // a full stop stands before the word
	generic := ""          // the function that type arguments follow
	for at := 0; at < len(body) && len(frames) <= deepestFallback; at++ {
		top := &frames[len(frames)-1]
		switch c := body[at]; {
		case strings.IndexByte("\"'`", c) >= 0:
			escapes := at - len(strings.TrimRight(body[:at], "\\"))
			n := closingQuote(body[at+1:], body[at-escapes:at+1])
			if n < 0 {
				return found
			}
			end := at + 1 + n
			if n > 0 && top.gives(body[:at-escapes], body[end+escapes+1:], inCode) {
				found = append(found, source.Span{Start: inside.Start + at + 1, End: inside.Start + end})
			}
			at, word = end+escapes, ""
			continue
		case isWordByte(c):
			start := at
			member = start > 0 && body[start-1] == '.'
			for at+1 < len(body) && isWordByte(body[at+1]) {
				at++
			}
			word = functionName(body[start : at+1])
			top.begin(word)
			continue
		case c == '{':
			frames = append(frames, frame{name: closed}) // a block that a call is given
		case c == '(' || c == '[':
			frames = append(frames, frame{name: word, member: member})
		case (c == ')' || c == ']' || c == '}') && len(frames) > 1:
			closed = top.name
			frames = frames[:len(frames)-1]
		case c == '<':
			generic = word
		case c == '>' && generic != "":
			word, generic = generic, ""
			continue
		default:
			top.mark(c)
		}
		word = ""
	}
	return found
}

// begin takes a word, which is called with what follows if it is the first one.
func (f *frame) begin(word string) {
	if f.head == "" {
		f.head = word
	}
}

// mark takes what is neither a word, a literal nor a bracket.
func (f *frame) mark(c byte) {
	switch c {
	case ',':
		f.arguments++
	case '|':
		f.head = ""
	case '?':
		f.choice = true
	}
}

// functionName returns a name as the table has it.
func functionName(word string) string { return strings.ReplaceAll(strings.ToLower(word), "_", "") }

// closingQuote returns where in text the literal ends that mark opens, a quotation
// mark with the backslashes before it; -1 where it does not.
func closingQuote(text, mark string) int {
	for at := 0; ; at += len(mark) {
		n := strings.Index(text[at:], mark)
		if n < 0 {
			return -1
		}
		if at += n; len(mark) > 1 || at == 0 || text[at-1] != '\\' {
			return at
		}
	}
}

// near is how many bytes around a literal are looked at.
const near = 256

// gives reports whether a literal between before and behind, directly in the call,
// stands for what is not found.
func (c *frame) gives(before, behind string, inCode bool) bool {
	before, behind = strings.TrimRight(before, " \t"), strings.TrimLeft(behind, " \t")
	for _, operator := range []string{"??", "||", "?:", "//", " or", " else", " then"} {
		if strings.HasSuffix(before, operator) {
			return true
		}
	}
	if strings.HasSuffix(strings.TrimSuffix(before, "?"), "!") {
		return false // Haskell's operator that looks a key up
	}
	if i := len(before) - 1; i > 0 && strings.IndexByte("=:", before[i]) >= 0 && namesFallback(before[:i]) {
		return true
	}
	if c.choice && (strings.HasSuffix(before, "?") || strings.HasSuffix(before, ":")) {
		return true
	}
	if f, ok := fallbackFunctions[c.name]; ok && (f.code || !inCode || c.member && f.takes != takesLast) {
		return c.takes(f.takes, before, behind)
	}
	if inCode && c.isKeyword(before, behind) {
		return strings.HasSuffix(before, "->")
	}
	if f, ok := fallbackFunctions[c.head]; ok && c.arguments == 0 && !isComparison(before) {
		if f.takes == takesLooking {
			return c.takes(f.takes, before, behind)
		}
		if f.takes == takesFirst && !inCode || f.takes == takesAny {
			return true
		}
		if f.takes == takesLast && strings.HasSuffix(functionName(before[max(0, len(before)-near):]), c.head) {
			return false // the first argument is what is looked up
		}
		return behind == "" || strings.IndexByte(")}|", behind[0]) >= 0 && f.takes == takesLast && f.code
	}
	return false
}

// isKeyword reports whether the first word in the brackets is a keyword of a programming
// language and no function: try … with, and if … then around a literal.
func (c *frame) isKeyword(before, behind string) bool {
	return c.head == "try" || c.head == "if" &&
		(strings.Contains(before[max(0, len(before)-near):], " then ") || strings.Contains(behind[:min(len(behind), near)], "then "))
}

// namesFallback reports whether text ends in the name of an argument that is one.
func namesFallback(text string) bool {
	start := len(text)
	for start > 0 && isWordByte(text[start-1]) {
		start--
	}
	switch functionName(text[start:]) {
	case "default", "defaultvalue", "fallback", "orelse", "ifempty", "unset":
		return true
	}
	return false
}

func isComparison(before string) bool {
	return strings.HasSuffix(before, "==") || strings.HasSuffix(before, "!=")
}

// takes reports whether the argument between before and behind is the one that is
// taken.
func (c *frame) takes(which taken, before, behind string) bool {
	isLast := behind == "" || strings.IndexByte(")]}.", behind[0]) >= 0
	switch which {
	case takesFirst:
		return c.arguments == 0
	case takesAny:
		return !isComparison(before)
	case takesLast:
		least := 1
		if c.name == "lookup" {
			least = 2 // two are Ansible's: where it looks, and for what
		}
		return isLast && (c.arguments >= least || strings.HasSuffix(before, "{"))
	case takesLooking:
		before = strings.ToLower(before[max(0, len(before)-near):])
		return isLast && c.arguments > 0 && strings.Contains(before, "env")
	}
	return false
}

// Fallback returns the place of the literal, without its quotes, that an expression
// of a programming language, or a block of a template, gives where a look-up finds nothing: behind "??", "||",
// "?:" and "or", as an argument of a function that has a fallback, or in an expansion
// of a shell. Of several it is the last. ok is false where there is none.
func Fallback(code string) (given source.Span, ok bool) {
	var found []source.Span
	if strings.HasPrefix(code, "${") && strings.HasSuffix(code, "}") {
		found = variableDefault(code, source.Span{Start: len("${"), End: len(code) - 1})
	}
	if given, ok := echoed(code); ok {
		return given, true
	}
	if len(found) == 0 {
		found = fallbacks(code, source.Span{End: len(code)}, !isTemplateBlock(code))
	}
	if len(found) == 0 {
		return source.Span{}, false
	}
	return found[len(found)-1], true
}

// echoed returns the word that a shell's command substitution prints where the
// command before it fails: $(… || echo x).
func echoed(code string) (word source.Span, ok bool) {
	if !strings.HasPrefix(code, "$(") || !strings.HasSuffix(code, ")") {
		return source.Span{}, false
	}
	alternative := strings.LastIndex(code, "||")
	if alternative < 0 {
		return source.Span{}, false
	}
	rest := code[alternative+len("||") : len(code)-1]
	for _, command := range [...]string{"echo", "printf"} {
		if text, found := strings.CutPrefix(strings.TrimLeft(rest, " "), command+" "); found {
			word.End = len(code) - 1
			word.Start = word.End - len(text)
			if word = word.Trim(code, " \t"); word.Len() > 2 && strings.IndexByte("\"'", code[word.Start]) >= 0 && code[word.End-1] == code[word.Start] {
				word = source.Span{Start: word.Start + 1, End: word.End - 1}
			}
			return word, !word.Empty()
		}
	}
	return source.Span{}, false
}

// isTemplateBlock reports whether the code of a hole is a template's and not of a
// programming language.
func isTemplateBlock(code string) bool {
	for _, opening := range []string{"{{", "{%", "<%", "${{", "$[", "${try(", "${coalesce(", "${lookup("} {
		if strings.HasPrefix(code, opening) {
			return true
		}
	}
	return false
}
