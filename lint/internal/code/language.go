// Package code reads program text: the string literals of a language, joined as
// its expressions join them, with what is computed between them as holes, and its
// comments. Expressions are read alike in all languages; what differs is a row of
// the table Languages.
//
// How to add a language is told in ARCHITECTURE.md.
package code

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/literal"
	"kustoconn/source"
)

// A Language is one row of the table of languages: by which names and files it
// is known, and what the reader of program text has to know about it. All else
// about expressions is shared.
type Language struct {
	Name         string   // in lower case, as reports of formats say it
	Aliases      []string // other names that Markdown fences, notebooks and editors give it, in lower case
	Extensions   []string // of its files, with the dot, in lower case
	Files        []string // whole names of its files, in lower case
	Interpreters []string // programs that a #! line names

	lineComments []string
	comments     [][2]string // the markers around a comment of several lines
	nested       bool        // one comment of several lines may hold another
	delimited    []delimited // looked for before literals
	literals     []literalStart

	// token reads what the fields above cannot say: a comment, a literal or
	// whatever else is special to the language at the reader's place. It reports
	// false, and reads nothing, where there is none; the fields are asked then.
	token func(r *reader) bool
	// other returns the language that a text is really in, or nil.
	other func(text string) *Language

	wordBytes     string   // identifier bytes besides letters, digits and _
	joins         []string // the operators that join two strings besides +
	adjacent      bool     // literals next to each other are one
	lineEnds      bool     // a line end outside brackets ends a statement
	operandEnds   bool     // a line end after an operand ends a statement
	typeAfterName bool     // declarations read "name type = value"
	constructs    bool     // declarations read "type name(value)" and "type name{value}", too
	keyed         bool     // braces hold names and values by turns, which white space separates
	optional      bool     // ?: declares, as in TypeScript
	annotates     bool     // what follows "name:" outside braces is a type, also where it is a literal
	arrow         bool     // <- assigns
	spaced        string   // the opening brackets in which white space separates elements
	headed        string   // the opening bracket in which the first word is the function that is called
	semicolons    bool     // a ; in square brackets separates elements
	lineElements  bool     // so does a line end behind an operand
	lineEndVerb   string   // what writes a line end in a format
	numbered      byte     // what the number of an argument follows in a format, besides those of placeholders
	bareWords     bool     // a word without quotes is a literal
	applied       bool     // white space separates a function and its arguments, without brackets
	underscore    bool     // a _ at a line's end goes on with the statement
	infix         bool     // a method stands between what it is called on and what it is given
	withBlocks    bool     // a member without an object is one of what the block around is about
	roundIndex    bool     // ( ) hold an index as well
	commands      bool     // a word with a hyphen is a command, whose arguments follow it: Get-Secret "x"
	arrays        bool     // commas without brackets make an array
	blocks        bool     // a block behind a call says what that is given
	groups        []string // openings of brackets whose declarations hold in the block around: const (
	accessors     bool     // a property's accessors stand in braces between its name and its value
	captures      bool     // a name in the braces of a format is a variable's
	macros        bool     // behind @name the arguments of a macro follow without brackets
	messages      bool     // [ ] hold a message to the first word in them
	arrowPairs    bool     // a -> b is a pair
	applies       string   // the operator behind which all is the last argument of the function before it
}

// A literalStart is what a literal starts with, its prefix included, and what
// follows. Of two that begin alike the longer one comes first.
type literalStart struct {
	opening string
	form    literal.Form
}

// A delimited literal is one whose delimiter the program chooses: open says
// which form it has and how long its delimiter is, which starts with opening at
// text[pos:]; 0 where there is no such literal.
type delimited struct {
	opening string
	open    func(text string, pos int) (form literal.Form, n int)
}

// Languages are the rows of the table.
var Languages = []*Language{
	&ada, &bicep, &c, &clojure, &cmake, &csharp, &dart, &dlang, &elixir, &erlang,
	&fsharp, &golang, &graphql, &groovy, &haskell, &java, &javascript, &jsonnet, &julia, &kotlin,
	&kql, &lua, &nim, &nix, &nushell, &ocaml, &pascal, &perl, &php, &powershell,
	&proto, &python, &rLanguage, &ruby, &rust, &sas, &scala, &solidity, &sql, &stata, &style,
	&swift, &tcl, &typescript, &vala, &visualBasic, &zig,
}

// Read reads a text in the language: its literals, in concatenations, and its
// comments. It never fails and costs one pass.
func (l *Language) Read(text string) piece.File {
	if l.other != nil {
		if other := l.other(text); other != nil {
			l = other
		}
	}
	f := readFrom(text, 0, l)
	addQuotedCalls(&f, l)
	if l.token == nil || len(l.literals) > 0 {
		addCode(&f, text)
	}
	return f
}

// addCode adds what stands between the literals and comments of a language that
// its fields alone describe: a line of code there that could hold a connection
// string may be of a literal that they know nothing of.
func addCode(f *piece.File, text string) {
	var between []piece.Piece
	code := 0
	for i := range f.Pieces {
		span := f.Pieces[i].Span()
		if code < span.Start {
			between = appendLines(between, text, source.Span{Start: code, End: span.Start})
		}
		code = max(code, span.End)
	}
	between = appendLines(between, text, source.Span{Start: code, End: len(text)})
	if len(between) > 0 {
		f.Pieces = append(f.Pieces, between...)
		piece.Sort(f.Pieces)
	}
}

// appendLines appends the lines in span that hold what a connection string holds.
func appendLines(pieces []piece.Piece, text string, span source.Span) []piece.Piece {
	for start := span.Start; start < span.End; {
		end, next := source.AnyLineEnd(text[:span.End], start)
		line := source.Span{Start: start, End: end}
		if code := line.Slice(text); strings.Contains(code, "=") && strings.Contains(code, ";") {
			p := piece.Verbatim(piece.Plain, text, line)
			p.Escape = escape.InLine
			pieces = append(pieces, p)
		}
		start = next
	}
	return pieces
}
