// Package extract finds the pieces of text that a file's own format holds —
// string literals, values, comments, running text — and gives each one
// unescaped, with a map from its bytes back to the file's.
//
// A reader never fails: a file that its format's parser rejects is read as
// far as it goes or handed to the plain reader, and the note says so.
package extract

import "kustoconn/source"

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
	// Key is the path of keys that holds a Value ("datasources.0.jsonData.clusterUrl"),
	// or the name that a Literal is assigned to or passed as; empty where unknown.
	Key string
	// KeySpan is where the last part of Key stands in the file.
	KeySpan source.Span
	// Holes are the parts of Text that stand for something computed when the
	// program runs: interpolations, and the operands between two joined
	// literals. Their text is the source's own ({uri}, ${uri}, $uri), with
	// braces put around an operand of a concatenation.
	Holes []source.Span
	// Escape writes s as it must stand inside this piece in the file; ok is
	// false where the format cannot hold it there. It is nil where text stands
	// as it is.
	Escape func(s string) (escaped string, ok bool)
}

// File is what a reader found.
type File struct {
	Pieces []Piece // in order of where they start in the file
	Notes  []Note  // what could not be read as the format says
}

// Note is something a reader has to say about a file; it never quotes it.
type Note struct {
	Span    source.Span // bytes in the file
	Message string
}

// Reader reads the UTF-8 text of one file.
type Reader func(text string) File
