package code

import (
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// continuing are words that stand between the parts of one expression.
var continuing = map[string]bool{
	"and": true, "as": true, "await": true, "else": true, "if": true, "in": true, "is": true, "new": true,
	"not": true, "or": true, "then": true, "typeof": true, "unless": true, "when": true,
	"fromMaybe": true, // of Haskell, before the literal that it gives
}

// returning are words that give a value to who called.
var returning = map[string]bool{"return": true, "yield": true, "Return": true}

// leading are words that a bracket may follow without being called, besides
// those of continuing, and that are no names.
var leading = map[string]bool{
	"case": true, "const": true, "declare": true, "default": true, "elif": true, "let": true, "output": true, "param": true,
	"return": true, "set": true, "throw": true, "try": true, "val": true, "var": true, "while": true, "yield": true,
}

func isKeyword(word string) bool { return continuing[word] || leading[strings.ToLower(word)] }

// assign takes the operator after a name. A colon gives a type, or a value.
func (r *reader) assign(colon bool) {
	f := r.top()
	prev := f.prev
	declared := f.typed && prev != classLiteral && !colon
	var index literal.Key
	if prev == classClose {
		index = r.keyOfIndex(f)
	}
	p := r.flush(piece.Unknown)
	f.prev, f.mixed, f.choice = classOther, true, 0
	f.given = f.given || f.open != '(' || f.group
	f.from, f.several = r.Pos+1, false
	if f.puts = r.appending() > 0; f.puts {
		f.front = piece.Joined
	}
	if declared {
		return
	}
	if colon && prev == classWord && r.lang.annotates && f.open != '{' {
		r.annotate(f)
		return
	}
	key := f.index
	switch {
	case r.lang.annotates && !f.typedAs.Empty() && !strings.Contains(r.Text[f.typedAs.End:r.Pos], "\n"):
		key = r.wordKey(f.typedAs)
	case prev == classLiteral:
		key = wholeKey(p)
	case !colon && !f.name.Empty() && r.namesVariable(f.name):
		key = r.wordKey(f.name)
	case prev == classWord && !f.typedAs.Empty() && !strings.Contains(r.Text[f.typedAs.End:f.word.Start], "\n"):
		key = r.wordKey(f.typedAs)
	case prev == classWord:
		key = r.wordKey(f.word)
	case prev == classClose && key.Name == "":
		if key = index; key.Name == "" && !f.name.Empty() && r.Before() == ' ' && strings.HasSuffix(strings.TrimRight(r.Text[:r.Pos], " "), "]") {
			key = r.wordKey(f.word) // char key[] = "…"
		}
	case f.propertyEnd > 0 && strings.TrimSpace(r.Text[f.propertyEnd:r.Pos]) == "":
		key = r.wordKey(f.property)
	}
	f.key, f.typed, f.index, f.typedAs = key, colon && key.Name != "", literal.Key{}, source.Span{}
}

// annotate takes the colon before a name's type. A literal there is no value of the name's;
// that follows behind an equals sign.
func (r *reader) annotate(f *frame) {
	f.key, f.typed, f.index, f.typedAs = literal.Key{}, false, literal.Key{}, source.Span{}
	if r.wordKey(f.word).Name != "" { // else the colon of else:
		f.typedAs = f.word
	}
}

// namesVariable reports whether word, which stands before another word and
// an assignment, is the name of a variable and the other one its type.
func (r *reader) namesVariable(word source.Span) bool {
	name := r.slice(word)
	return r.lang.typeAfterName && !isKeyword(name) || name[0] == '@'
}

// wordKey makes a key of an identifier, without the sigils of variables.
func (r *reader) wordKey(word source.Span) literal.Key {
	name := r.slice(word)
	if isKeyword(name) {
		return literal.Key{}
	}
	name = strings.TrimLeft(name, "$@-")
	if i := strings.LastIndexByte(name, ':'); i >= 0 {
		name = name[i+1:]
	}
	return literal.Key{Name: name, Span: source.Span{Start: word.End - len(name), End: word.End}}
}

// wholeKey makes a key of a literal.
func wholeKey(p piece.Piece) literal.Key {
	if p.Text == "" || len(p.Holes) > 0 {
		return literal.Key{}
	}
	return literal.Key{Name: p.Text, Span: p.Span()}
}
