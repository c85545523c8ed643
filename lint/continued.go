package lint

import (
	"iter"
	"slices"
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/code"
	"kustoconn/lint/internal/literal"
	"kustoconn/schema"
	"kustoconn/source"
)

// continued says what the file does elsewhere with what the name was given. An end
// is Joined where a pair, or anything by an assignment, is put there, Unknown where
// the name is an operand of some join, Closed where neither is seen.
func (f *File) continued(name string) ends {
	all := ends{piece.Closed, piece.Closed}
	if name == "" {
		return all
	}
	if f.opened().goesOn == nil {
		f.opened().goesOn = continuedNames(f.Text(), f.aliases())
	}
	return all.with(f.opened().goesOn[strings.ToLower(wordOfName(name))])
}

// wordOfName returns the word of a name that words of a text have: the last one, of what a variable
// defaults to or a list the name that it has.
func wordOfName(name string) string {
	name, last := piece.SplitKey(name)
	if last == "default" || last == "defaultValue" || isNumber(last) {
		_, last = piece.SplitKey(name)
	}
	return last[strings.LastIndexAny(last, "$-:")+1:]
}

// with returns the more open of both at each end.
func (e ends) with(other ends) ends { return ends{max(e.front, other.front), max(e.back, other.back)} }

// continuedNames finds the names, in lower case, that a text goes on with, in two
// passes that look at a bounded stretch around each word. given are its aliases.
func continuedNames(text string, given []alias) map[string]ends {
	names := map[string]ends{}
	calls := joinCalls(text)
	before := 0 // calls that start before the word
	var last source.Span
	for word := range words(text) {
		command := last
		if word.Slice(text) == "mut" { // write!(&mut s, …)
			continue
		}
		last = word
		for before < len(calls) && calls[before].Start < word.Start {
			before++
		}
		e := ends{beforeName(text[:word.Start]), afterName(word.Slice(text), text[word.End:])}.with(inHole(text, word))
		if appendsTo(command.Slice(text), text[command.End:word.Start], text[word.End:]) {
			e.back = piece.Joined
		}
		if before > 0 {
			e = e.with(inArguments(text, calls[before-1], word))
		}
		if before < len(calls) && calls[before] != word {
			e = e.with(inElements(text, word, calls[before]))
		}
		if e != (ends{}) {
			name := strings.ToLower(word.Slice(text))
			names[name] = names[name].with(e)
		}
	}
	for _, a := range slices.Backward(given) {
		if e, ok := names[a.name]; ok {
			names[a.of] = names[a.of].with(e)
		}
	}
	return names
}

// An alias is a name that is given what another one holds, at an offset; both in lower case.
type alias struct {
	name, of string
	at       int
}

// aliases returns those of the file in order, which are looked for once.
func (f *File) aliases() []alias {
	c := f.opened()
	if c.given == nil {
		c.given = []alias{}
		for word := range words(f.Text()) {
			c.given = appendAlias(c.given, f.Text(), word)
		}
	}
	return c.given
}

// appendAlias appends the alias that a word of a text is given to as a whole, where it is one: x = CS.
func appendAlias(all []alias, text string, word source.Span) []alias {
	at := word.Start
	for at > 0 && strings.IndexByte(` $"{(`, text[at-1]) >= 0 && word.Start-at < maxQualifier {
		at--
	}
	if at < 2 || text[at-1] != '=' || strings.IndexByte("=!<>", text[at-2]) >= 0 {
		return all
	}
	rest := strings.TrimLeft(text[word.End:min(len(text), word.End+maxQualifier)], `"})`)
	if rest != "" && strings.IndexByte(";\r\n", rest[0]) < 0 {
		return all
	}
	name := lastWordOf(strings.TrimRight(lastLine(text[max(0, at-maxQualifier):at-1]), " :"))
	return append(all, alias{strings.ToLower(name), strings.ToLower(word.Slice(text)), word.Start})
}

// appendsTo reports whether a command or a call puts something behind what the name holds
// that is its first argument: append of CMake and Tcl, StrAppend(&s, …), write!(s, …).
func appendsTo(command, between, behind string) bool {
	if strings.EqualFold(command, "append") && strings.Trim(between, " ") == "" {
		return true
	}
	if !strings.Contains(between, "(") || !strings.HasPrefix(behind, ",") {
		return false
	}
	switch between = strings.Trim(strings.TrimSuffix(strings.TrimRight(between, " "), "mut"), " (&*"); command {
	case "StrAppend", "StrAppendFormat", "SubstituteAndAppend", "strcat", "strncat", "strlcat":
		return between == ""
	case "write", "writeln":
		return between == "!"
	}
	return false
}

// words returns the words of a text that do not start with a digit.
func words(text string) iter.Seq[source.Span] {
	return func(yield func(source.Span) bool) {
		for at := 0; at < len(text); at++ {
			if !literal.IsWordByte(text[at]) {
				continue
			}
			end := literal.WordEnd(text, at)
			if !ascii.IsDigit(text[at]) && !yield(source.Span{Start: at, End: end}) {
				return
			}
			at = end
		}
	}
}

const (
	// maxAssignment is how much of an assigned value is looked through for the name
	// that it is assigned to, in bytes.
	maxAssignment = 256
	// maxCall is how far around a name a call is looked for that joins it.
	maxCall = 128
	// maxQualifier is the longest text between the opening of a hole and a name.
	maxQualifier = 64
)

// afterName says what rest, which follows a name, puts behind what it holds.
func afterName(name, rest string) piece.End {
	blank := len(rest) > 0 && rest[0] == ' '
	rest = rest[:min(len(rest), maxAssignment)]
	for len(rest) > 0 && (rest[0] == ' ' || rest[0] == '\t') { // TrimLeft takes a quarter of continuedNames
		rest = rest[1:]
	}
	if rest == "" || strings.IndexByte("+.&|<:=~^", rest[0]) < 0 { // no operator: BenchmarkKeyToDiagnostics
		if blank && literalOfPair(rest) {
			return piece.Joined // a macro of C, or the next argument of a call without commas
		}
		return 0
	}
	for _, op := range [...]string{"+=", ".=", "&=", "||=", "..=", "++=", "~=", "<<"} {
		if strings.HasPrefix(rest, op) {
			return piece.Joined
		}
	}
	if method, ok := strings.CutPrefix(rest, "."); ok && !blank && code.Appends(method[:literal.WordEnd(method, 0)]) {
		return piece.Joined
	}
	for _, op := range [...]string{":=", "=", "<-"} {
		value, ok := strings.CutPrefix(rest, op)
		if !ok {
			continue
		}
		if strings.HasPrefix(value, "=") {
			break
		}
		if strings.HasPrefix(strings.TrimLeft(value, " "), "<<") {
			return 0 // the tag of a here-document may be called as the name is
		}
		end, _ := source.AnyLineEnd(value, 0)
		if goesInto(name, value[:end]) {
			return piece.Joined
		}
		return 0
	}
	for _, op := range [...]string{"+", "&", "..", "||", ".", "<>", "++", "~", "^"} {
		value, ok := strings.CutPrefix(rest, op)
		if !ok || op == "+" && strings.HasPrefix(value, "+") {
			continue
		}
		if literalOfPair(strings.TrimLeft(value, " \t")) {
			return piece.Joined
		}
		if op == "+" || blank && strings.HasPrefix(value, " ") {
			return piece.Unknown
		}
	}
	return 0
}

// goesInto reports whether what a name holds is a part of a value that it is given: a word of a literal
// is not it, nor is all of the value, or what is looked up first (${CS:-…}).
func goesInto(name, value string) bool {
	whole := strings.Trim(value, " ;\"$")
	if rest, ok := strings.CutPrefix(whole, "{"+name); ok && len(rest) > 2 && strings.IndexByte(":-", rest[0]) >= 0 && strings.IndexByte(rest, '}') == len(rest)-1 {
		value = rest
	} else if whole == name {
		return false
	}
	for word := range wordIn(value, name) {
		before := value[:word.Start]
		quotes := strings.Count(before, `"`) + strings.Count(before, "'") + strings.Count(before, "`")
		if quotes%2 == 0 || strings.IndexByte("$%{(!@", before[len(before)-1]) >= 0 {
			return true
		}
	}
	return false
}

// beforeName says what text, which ends before a name, puts in front of what it holds:
// a literal and an operator that joins.
func beforeName(text string) piece.End {
	const longest = 8 // operator and blanks
	before := text[max(0, len(text)-longest):]
	for len(before) > 0 && (before[len(before)-1] == ' ' || before[len(before)-1] == '$') {
		before = before[:len(before)-1]
	}
	if before == "" || strings.IndexByte("+.&|>~^", before[len(before)-1]) < 0 {
		return 0
	}
	for _, op := range [...]string{"++", "+", "..", ".", "&", "||", "<>", "~", "^"} {
		rest, ok := strings.CutSuffix(before, op)
		if rest = strings.TrimRight(rest, " "); ok && rest != "" && strings.IndexByte("\"'`", rest[len(rest)-1]) >= 0 {
			return piece.Unknown
		}
	}
	return 0
}

func lastLine(text string) string { return text[strings.LastIndexByte(text, '\n')+1:] }

// literalOfPair reports whether text is a literal that begins with a separator and
// a pair.
func literalOfPair(text string) bool {
	const longestPrefix = 3 // of a literal: $@", f"
	quote := strings.IndexAny(text[:min(len(text), longestPrefix+1)], "\"'`")
	return quote >= 0 && startsPair(text[quote+1:])
}

// startsPair reports whether text starts with a semicolon and a pair: a keyword and
// an equals sign, or a hole. Behind a blank only a keyword of ours is one, for a
// statement may begin there.
func startsPair(text string) bool {
	const longest = 64
	rest, ok := strings.CutPrefix(text[:min(len(text), longest)], ";")
	if !ok || rest == "" {
		return false
	}
	if strings.IndexByte("{$%#<\\", rest[0]) >= 0 {
		return true
	}
	keyword, _, pair := strings.Cut(rest, "=")
	if !pair {
		return false
	}
	if rest[0] == ' ' {
		_, known := schema.Lookup(strings.TrimSpace(keyword))
		return known
	}
	return strings.Trim(keyword, " ") != "" && strings.IndexFunc(keyword, func(r rune) bool {
		return r != ' ' && r < 0x80 && !literal.IsWordByte(byte(r))
	}) < 0
}

// holdsWord reports whether a word stands in text by itself.
func holdsWord(text, word string) bool {
	for range wordIn(text, word) {
		return true
	}
	return false
}

// wordIn walks over the places in text where a word stands by itself.
func wordIn(text, word string) iter.Seq[source.Span] {
	return func(yield func(source.Span) bool) {
		for at := 0; ; {
			i := strings.Index(text[at:], word)
			if i < 0 {
				return
			}
			found := source.Span{Start: at + i, End: at + i + len(word)}
			at = found.End
			if (found.Start == 0 || !literal.IsWordByte(text[found.Start-1])) && (at == len(text) || !literal.IsWordByte(text[at])) && !yield(found) {
				return
			}
		}
	}
}
