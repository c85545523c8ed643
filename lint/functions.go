package lint

import (
	"strings"

	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// maxHead is how much of what stands beside the name of a function is looked through for its parameters,
// in bytes.
const maxHead = 192

// A function is one that the file defines. Languages are not told apart: where one is taken for a function
// that is none, nothing is given to it.
type function struct {
	body   source.Span
	indent int
	params []string // the words of each, with blanks around
	called *called
}

// called is what is known of the functions of one name.
type called struct {
	cuts   uint64 // a bit for each parameter whose text is measured
	spread bool   // the places of the parameters are unknown: there is one with the words of all
}

// define finds the functions of the file. A body ends where the next function begins that is not
// indented further.
func (m *measured) define() {
	const (
		definers = " def defp defn fn fun func function proc sub "
		makers   = " __init__ __construct constructor initialize "
	)
	text, class, last := m.file.Text(), "", source.Span{}
	var outer []*function
	for word := range words(text) {
		before := lastLine(text[max(0, word.Start-maxHead):word.Start])
		previous := last.Slice(text)
		last = word
		name := strings.ToLower(word.Slice(text))
		if previous == "class" {
			class = name
		}
		head := strings.TrimSpace(before)
		method := strings.HasPrefix(head, "func (") && strings.HasSuffix(head, ")") // Go's
		definer := method || isAmong(definers, previous) && strings.HasSuffix(head, previous)
		params, spread := parametersOf(text[word.End:min(len(text), word.End+maxHead)], head, definer)
		if params == nil {
			continue
		}
		if isAmong(makers, name) {
			name = class
		}
		if m.byName[name] == nil {
			m.byName[name] = &called{}
		}
		fn := &function{body: source.Span{Start: word.Start, End: len(text)}, params: params, called: m.byName[name]}
		fn.called.spread = fn.called.spread || spread
		fn.indent = len(before) - len(strings.TrimLeft(before, " \t"))
		for len(outer) > 0 && outer[len(outer)-1].indent >= fn.indent {
			outer[len(outer)-1].body.End = word.Start
			outer = outer[:len(outer)-1]
		}
		outer = append(outer, fn)
		m.ordered = append(m.ordered, fn)
	}
}

// parametersOf returns the parameters of a function whose name stands between head, on its line, and
// rest; nil where the name is none of one. definer says that a word before it defines it.
func parametersOf(rest, head string, definer bool) (params []string, spread bool) {
	if definer {
		rest = strings.TrimLeft(rest, " ")
	}
	if inner, tail, ok := inBrackets(rest); ok {
		if !definer && (!startsHead(head) || !opensBody(tail)) {
			return nil, false
		}
		if strings.TrimSpace(inner) == "" {
			return []string{shellParameters}, true
		}
		return parameters(inner), false
	}
	if block, ok := strings.CutPrefix(rest, "{"); ok && definer { // Perl's, Tcl's or a shell's
		all, list := shellParameters, strings.IndexByte(block, '}')
		for word := range words(block) {
			if word.End <= list && strings.IndexByte(block[:list], '\n') < 0 || word.Start > 0 && block[word.Start-1] == '$' {
				all += strings.ToLower(word.Slice(block)) + " "
			}
		}
		return []string{all}, true
	}
	return assignedParameters(rest), false
}

// shellParameters are the names that a shell gives what a function is given.
const shellParameters = " 1 2 3 4 5 6 7 8 9 "

// inBrackets returns what stands in the round brackets that a text starts with, and what follows them.
func inBrackets(text string) (inner, rest string, ok bool) {
	depth := 0
	for i := range len(text) {
		switch text[i] {
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth == 0 {
			return text[min(i, 1):i], text[i+1:], i > 0
		}
	}
	return "", "", false
}

// startsHead reports whether a text may be what stands before the name of a method: types and modifiers.
func startsHead(text string) bool {
	const statements = " await case catch do elif else for foreach guard if lock match new return select switch synchronized throw unless until using when while with yield "
	first := text[:literal.WordEnd(text, 0)]
	return !isAmong(statements, first) && strings.IndexFunc(text, func(r rune) bool {
		return r < 0x80 && !literal.IsWordByte(byte(r)) && !strings.ContainsRune(" *&<>[]~@", r)
	}) < 0
}

// opensBody reports whether a text, which follows the parameters of a function, begins its body.
func opensBody(text string) bool {
	text = strings.TrimLeft(text, " \t\r\n")
	line, _, _ := strings.Cut(text, "\n")
	return strings.HasPrefix(text, "{") || strings.HasPrefix(text, "=>") ||
		(strings.HasPrefix(text, "throws ") || strings.HasPrefix(text, ":")) && (strings.Contains(line, "{") || strings.Contains(line, "=>"))
}

// parameters returns the words of each parameter in a list but for the object of a method, default
// values and what is surely a type.
func parameters(list string) (all []string) {
	for depth, i, from := 0, 0, 0; i <= len(list); i++ {
		if i < len(list) && strings.IndexByte("([{<", list[i]) >= 0 {
			depth++
		} else if i < len(list) && strings.IndexByte(")]}>", list[i]) >= 0 {
			depth--
		} else if i == len(list) || list[i] == ',' && depth == 0 {
			one, _, _ := strings.Cut(list[from:i], "=")
			one, _, _ = strings.Cut(one, ":")
			from = i + 1
			own := " "
			for word := range words(one) {
				if name := strings.ToLower(word.Slice(one)); len(one) == len(name) || !isAmong(" char const final mut std str string ", name) {
					own += name + " "
				}
			}
			if len(all) == 0 && i < len(list) && isAmong(" self cls this ", strings.Trim(own, " ")) {
				continue
			}
			all = append(all, own)
		}
	}
	return all[:min(len(all), 64)]
}

// assignedParameters returns the parameters of the function that rest, which follows a name, gives it;
// nil where that is none.
func assignedParameters(rest string) []string {
	line, _, _ := strings.Cut(rest, "\n")
	_, value, ok := strings.Cut(line, "=")
	if !ok || strings.Trim(line[:len(line)-len(value)-1], " :") != "" {
		return nil
	}
	value = strings.TrimPrefix(strings.TrimLeft(value, " "), "async ")
	if list, ok := strings.CutPrefix(value, "lambda "); ok {
		list, _, _ = strings.Cut(list, ":")
		return parameters(list)
	}
	definer := false
	for _, word := range [...]string{"function", "func", "fn", "[]", "[&]"} {
		if rest, ok := strings.CutPrefix(value, word); ok {
			value, definer = strings.TrimLeft(rest, " "), true
		}
	}
	if inner, tail, ok := inBrackets(value); ok && (definer || opensBody(tail)) {
		return parameters(inner)
	}
	if list, _, ok := strings.Cut(value, "=>"); ok && strings.TrimRight(list, " ") == list[:literal.WordEnd(list, 0)] {
		return parameters(list)
	}
	return nil
}
