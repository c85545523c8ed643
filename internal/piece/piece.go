// Package piece holds pieces of text: what a file's own format says that some
// of its bytes mean — the value of a literal, of a key, the text of a comment —
// unescaped, with a map from each byte back to the bytes of the file that write
// it. So what is found in a text can be reported, masked and changed at its
// place in the file.
//
// A Builder makes a piece; Map leads back; Through composes two maps, where one
// format stands inside another.
package piece

import (
	"slices"
	"strings"

	"kustoconn/internal/methods"
	"kustoconn/schema"
	"kustoconn/source"
)

// Kind says what a piece is in its file. The zero Kind is invalid.
type Kind int

// The kinds of pieces.
const (
	_       Kind = iota
	Literal      // a string literal of a programming language
	Value        // a value of a data format: JSON, YAML, TOML, XML, dotenv …
	Comment      // a comment, without its markers
	Plain        // running text: prose, a line of an unknown format
)

// Piece is one stretch of unescaped text.
type Piece struct {
	Kind Kind
	Text string // unescaped
	Map  Map    // from Text's bytes to the file's
	// Front and Back say what stands before and behind Text.
	Front, Back End
	// Key is the path of keys that holds a Value ("datasources.0.jsonData.clusterUrl"),
	// or the name that a Literal is assigned to or passed as; empty where unknown.
	Key string
	// List is the same number, above zero, for the elements of one list, which
	// something may join elsewhere.
	List int
	// ForKusto says that a literal is an argument of a builder or client of Kusto.
	ForKusto bool
	// Role is what the call that a literal is an argument of wants its endpoint for.
	Role methods.Role
	// Secret is the property that a call or an assignment of a program gives with the
	// literal, where that is a secret and a client of Kusto takes it; else None.
	Secret schema.ID
	// KeySpan is where the last part of Key stands in the file.
	KeySpan source.Span
	// Arguments are what a call or an operator fills into the text's verbs, in order.
	Arguments []Argument
	// Constants are literals that the program gives names in holes of the text.
	Constants []Constant
	// Holes are the parts of Text that stand for something computed when the
	// program runs: interpolations, and the operands between two joined
	// literals. Their text is the source's own ({uri}, ${uri}, $uri), with
	// braces put around an operand of a concatenation.
	Holes []source.Span
	// Escape writes s as it must stand inside this piece in the file; ok is
	// false where the format cannot hold it there. It is nil where text stands
	// as it is.
	Escape func(s string) (escaped string, ok bool)
	// Replace, where it is set, is asked in place of Escape: parts of the text have
	// no place of their own in the file (base64). It returns the bytes of the file
	// to write over, and with what, so that s stands for the text at part.
	Replace func(part source.Span, s string) (file source.Span, written string, ok bool)
	// Bare says that the text has no escapes, so that what Escape refuses, which
	// does not know the place, may stand in the midst of it as it is, but for what
	// might open a hole: reading the file again tells.
	Bare bool
}

// Span returns the bytes of the file that write the piece, without its quotes.
func (p *Piece) Span() source.Span { return p.Map.Span(source.Span{End: len(p.Text)}) }

// Through returns p, which was read from the text of outer, as a piece of
// outer's file.
func (p Piece) Through(outer Piece) Piece {
	p.Replace = replaceTwice(p, outer)
	p.Map = p.Map.Through(outer.Map)
	if p.Key != "" {
		p.KeySpan = outer.Map.Span(p.KeySpan)
	}
	p.Arguments = slices.Clone(p.Arguments)
	for i := range p.Arguments {
		p.Arguments[i].Span = outer.Map.Span(p.Arguments[i].Span)
	}
	p.Constants = slices.Clone(p.Constants)
	for i := range p.Constants {
		p.Constants[i].Span = outer.Map.Span(p.Constants[i].Span)
	}
	p.Escape, p.Bare = escapeTwice(p.Escape, outer), p.Bare && (outer.Escape == nil || outer.Bare)
	return p
}

// Cut returns the part of p that is span of its text, as a piece without a key.
func (p *Piece) Cut(span source.Span) Piece {
	part := Verbatim(p.Kind, p.Text, span).Through(*p)
	for _, h := range p.Holes {
		if h.Start >= span.Start && h.End <= span.End {
			part.Holes = append(part.Holes, h.Shift(-span.Start))
		}
	}
	return part
}

// CutSuffix takes a suffix off a text that is longer.
func (p *Piece) CutSuffix(suffix string) {
	text, ok := strings.CutSuffix(p.Text, suffix)
	if !ok || text == "" {
		return
	}
	part := p.Cut(source.Span{End: len(text)})
	p.Text, p.Map, p.Holes = part.Text, part.Map, part.Holes
}

func escapeTwice(inner func(string) (string, bool), outer Piece) func(string) (string, bool) {
	if inner == nil {
		return outer.Escape
	}
	if outer.Escape == nil {
		return inner
	}
	return func(s string) (string, bool) {
		once, ok := inner(s)
		if !ok {
			return "", false
		}
		return outer.escaped(once)
	}
}

// escaped returns s as the piece's format writes it, or as it is where that cannot
// be told and the piece has no escapes.
func (p *Piece) escaped(s string) (written string, ok bool) {
	if p.Escape == nil || s == "" {
		return s, true
	}
	if written, ok = p.Escape(s); !ok && p.Bare && !strings.ContainsAny(s, "${}#%\\`@!\r\n") {
		return s, true
	}
	return written, ok
}

// replaceTwice returns the Replace of inner, which was read from outer's text, in
// outer's file; nil where neither has one.
func replaceTwice(inner, outer Piece) func(source.Span, string) (source.Span, string, bool) {
	if inner.Replace == nil && outer.Replace == nil {
		return nil
	}
	return func(part source.Span, s string) (at source.Span, written string, ok bool) {
		if at, written, ok = inner.Write(part, s); !ok {
			return at, "", false
		}
		return outer.Write(at, written)
	}
}

// Write returns the bytes of the file to write over, and with what, so that s
// stands for the text at part; ok is false where the format cannot hold it.
func (p *Piece) Write(part source.Span, s string) (file source.Span, written string, ok bool) {
	if p.Replace != nil {
		return p.Replace(part, s)
	}
	written, ok = p.escaped(s)
	return p.Map.Span(part), written, ok
}

// Verbatim returns the piece that is text[span] as it stands.
func Verbatim(kind Kind, text string, span source.Span) Piece {
	var b Builder
	if span.Empty() {
		b.Escape("", source.At(span.Start))
	}
	b.Copy(text, span)
	return b.Piece(kind)
}

// File is what was read of a file.
type File struct {
	Pieces []Piece // in order of where they start in the file
	Notes  []Note  // what could not be read as the format says
	// Uses are names that are given for a secret and that the text does not assign: one
	// before it in a document may.
	Uses []Use
}

// Use is a name in a program that is given for a secret.
type Use struct {
	Name   string
	Before int // where the program's text starts in the file
	Secret schema.ID
}

// Note is something there is to say about a file; it never quotes it.
type Note struct {
	Span    source.Span // bytes in the file
	Message string
}

// Append adds what was read of another part of the same file.
func (f *File) Append(other File) {
	f.Pieces = append(f.Pieces, other.Pieces...)
	f.Notes = append(f.Notes, other.Notes...)
	f.Uses = append(f.Uses, other.Uses...)
}

// SettleUses gives the last literal that was assigned to a used name, in a text before
// the one that uses it, the use's secret. The pieces and the uses stand in the order of
// the file. The cost is linear.
func (f *File) SettleUses() {
	if len(f.Uses) == 0 {
		return
	}
	last := map[string]int{}
	for _, u := range f.Uses {
		last[u.Name] = -1
	}
	next := 0
	for _, u := range f.Uses {
		for ; next < len(f.Pieces) && f.Pieces[next].Span().Start < u.Before; next++ {
			if _, used := last[f.Pieces[next].Key]; used && f.Pieces[next].Kind == Literal {
				last[f.Pieces[next].Key] = next
			}
		}
		if i := last[u.Name]; i >= 0 {
			f.Pieces[i].Secret = u.Secret
		}
	}
}

// Through returns f, which was read from the text of outer, as a part of
// outer's file.
func (f File) Through(outer Piece) File {
	var out File
	for _, p := range f.Pieces {
		out.Pieces = append(out.Pieces, p.Through(outer))
	}
	for _, n := range f.Notes {
		out.Notes = append(out.Notes, Note{outer.Map.Span(n.Span), n.Message})
	}
	for _, u := range f.Uses {
		u.Before = outer.Map.start(u.Before)
		out.Uses = append(out.Uses, u)
	}
	return out
}

// Sort puts pieces in order of where they start; those that start at the same
// place keep theirs.
func Sort(pieces []Piece) {
	slices.SortStableFunc(pieces, func(a, b Piece) int { return a.Map.start(0) - b.Map.start(0) })
}

// A Reader reads the UTF-8 text of one file. It never fails: a text that its
// format's parser rejects is read as far as it goes or line by line, and a note
// says so.
type Reader func(text string) File

// A Dispatcher finds the readers of texts that stand inside another format's:
// the code in a Markdown fence, the script in a workflow.
type Dispatcher interface {
	// Knows reports whether language is the name of a known language or format.
	Knows(language string) bool
	// Of returns the format that a file's name says, and where the name alone
	// does not tell, its text; or "" where the name says nothing.
	Of(fileName, text string) string
	// Read reads text by the reader of a language; as plain lines where it is
	// not known or nested too deeply.
	Read(language, text string) File
}
