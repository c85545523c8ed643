package shell

import (
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/code"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// style is a set of ways of quoting.
type style int

const (
	styleBare style = 1 << iota
	styleSingle
	styleDouble
	styleANSI
)

// assigned takes NAME= or --name= off the word, as the key of what follows.
// Where there are no commands the name may be quoted.
func (r *reader) assigned() bool {
	f := r.now()
	parts := f.text.Parts()
	if len(parts) != 1 || parts[0].Kind != piece.Copied || r.dialect.commands && f.styles != styleBare {
		return false
	}
	span := parts[0].Span
	name := span.Slice(r.Text)
	if f.styles == styleBare {
		name = strings.TrimSuffix(strings.TrimLeft(name, "-/"), "+")
		if name == "" || ascii.IsDigit(name[0]) || strings.Trim(name, wordCharacters+"-.") != "" {
			return false
		}
		span.Start += strings.Index(span.Slice(r.Text), name)
		span.End = span.Start + len(name)
	}
	f.text.Reset()
	f.key, f.styles = literal.Key{Name: name, Span: span}, 0
	r.Pos++
	return true
}

const wordCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"

// empty reports whether no word has begun.
func (f *frame) empty() bool {
	return f.text.Len() == 0 && f.styles == 0 && f.key.Name == ""
}

// endWord keeps the word that was read.
func (r *reader) endWord() {
	f := r.now()
	if f.empty() {
		return
	}
	key, option := f.key, literal.Key{}
	if key.Name == "" {
		key = f.option
	}
	p := f.text.Piece(piece.Literal)
	word := f.styles == styleBare && strings.Trim(p.Text, wordCharacters+"-") == ""
	if word && f.key.Name == "" && strings.HasPrefix(p.Text, "-") {
		name := strings.TrimLeft(p.Text, "-")
		option = literal.Key{Name: name, Span: p.Map.Span(source.Span{Start: len(p.Text) - len(name), End: len(p.Text)})}
	}
	names := word && option.Name == "" && f.set == behindSet
	if names {
		option = literal.Key{Name: p.Text, Span: p.Span()}
	}
	computed := len(p.Holes) == 1 && p.Holes[0].Len() == len(p.Text)
	if p.Text != "" && !computed && !f.silent && (!word || key.Name != "") && option.Name == "" {
		p.Key, p.KeySpan = key.Name, key.Span
		if f.key.Name != "" {
			p.SetEnds(piece.Closed, piece.Closed)
		}
		p.Escape, p.List = r.escapeWord(f.styles), f.list
		if parts := substitution(p); parts != nil {
			f.pipeline.substitute(parts)
			for _, part := range parts {
				r.Keep(part)
			}
		} else {
			r.fillVariables(&p)
			r.Keep(p)
			if f.key.Name != "" || f.set == behindName {
				r.variables[key.Name] = len(r.File.Pieces) - 1
			}
		}
	}
	if computed {
		f.pipeline.give(p.Text)
	}
	r.takePrintf(f, p)
	f.text.Reset()
	named := f.key
	f.styles, f.key, f.named, f.option = 0, literal.Key{}, false, option
	switch {
	case names:
		f.set = behindName
	case f.set == notSet && word && key.Name == "" && (p.Text == "set" || p.Text == "setenv"):
		f.set = behindSet
	case f.set == behindName, f.set == notSet && named.Name == "" && !beforeCommand[p.Text]:
		f.set = inCommand
	}
}

// A setState says where in a command that gives a variable a value, as fish's set -x NAME
// value, the next word stands.
type setState int

const (
	notSet     setState = iota // yet
	behindSet                  // or behind its options
	behindName                 // it is the value
	inCommand                  // another one
)

// fillVariables tells the piece of a word what literals the variables in it were given.
func (r *reader) fillVariables(p *piece.Piece) {
	for _, h := range p.Holes {
		name, ok := strings.CutPrefix(h.Slice(p.Text), "$")
		if inner, braced := strings.CutPrefix(name, "{"); braced {
			name = strings.TrimSuffix(inner, "}")
		}
		i, known := r.variables[name]
		if !ok || name == "" || !known || i >= len(r.File.Pieces) {
			continue
		}
		v := &r.File.Pieces[i]
		if v.Key == name && len(v.Holes) == 0 && !code.Rebinds(r.Text, name, v.Span().End, p.Span().Start) {
			p.Constants = append(p.Constants, piece.Constant{Hole: h, Argument: piece.Argument{Text: v.Text, Literal: true, Span: v.Span()}})
		}
	}
}

// escapeWord writes text that reads the same in each of the styles.
func (r *reader) escapeWord(styles style) func(string) (string, bool) {
	escapes := r.escapes
	double := literal.Form{End: `"`, Escapes: &escapes, Special: "\"$`", Multiline: true}
	if !r.dialect.commands {
		double.Special = `"$`
	}
	lead := escapes.Lead
	writers := []struct {
		style style
		write func(string) (string, bool)
	}{
		{styleBare, func(s string) (string, bool) { return writeBareWord(lead, s) }},
		{styleSingle, func(s string) (string, bool) { return strings.ReplaceAll(s, `'`, `'\''`), true }},
		{styleDouble, double.Escape},
		{styleANSI, ansiQuoted.Escape},
	}
	oneLine := r.dialect.oneLine
	return func(s string) (escaped string, ok bool) {
		if oneLine && strings.ContainsAny(s, "\r\n") {
			return "", false
		}
		for _, w := range writers {
			if styles&w.style == 0 {
				continue
			}
			e, can := w.write(s)
			if !can || ok && e != escaped {
				return "", false
			}
			escaped, ok = e, true
		}
		return escaped, ok
	}
}

// writeBareWord writes s as part of a word without quotes.
func writeBareWord(lead byte, s string) (string, bool) {
	if lead != '\\' || strings.ContainsAny(s, "\r\n") {
		return "", false
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if c := s[i]; !literal.IsWordByte(c) && strings.IndexByte("-./:,@%+", c) < 0 {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String(), true
}
