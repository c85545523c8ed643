package lint

import (
	"slices"

	"kustoconn/diag"
	textpiece "kustoconn/internal/piece"
	"kustoconn/source"
)

// Kind says what a string found in a file is. The zero Kind is invalid.
type Kind int

// The kinds.
const (
	_ Kind = iota
	ConnectionString
	Fragment // pairs without an endpoint, checked for secrets only
	Settings // several settings that amount to a connection string
)

// String returns "connection-string", "fragment" or "settings".
func (k Kind) String() string {
	switch k {
	case ConnectionString:
		return "connection-string"
	case Fragment:
		return "fragment"
	case Settings:
		return "settings"
	}
	return "invalid"
}

// Result is what a run found.
type Result struct {
	Files      []*File  // those with strings or findings, by path
	Read       int      // files read
	PassedOver int      // files, and directories as a whole, that were not
	Checked    int      // strings
	Paths      []string // of all files that were to be read
	Notes      []string // what a reader of the result should know of how the files were found
}

// File is one file with connection strings.
type File struct {
	Path  string // relative to Options.Dir where it is below that, with forward slashes
	Text  string // UTF-8, without a byte order mark
	Index *source.Index
	// Hidden are the bytes of Text that must not be shown, in no order:
	// secrets, and what looks like some beside the strings.
	Hidden   []source.Span
	Strings  []String
	Findings []Finding // by where they are
	// Fixes is the number of fixes that were made; Before is then the file as
	// it was.
	Fixes  int
	Before *File
	// WriteError says why the fixed file could not be written; the File is
	// then as it was read.
	WriteError error

	goesOn map[string]textpiece.End // what continued knows; nil until it is asked

	pieces []piece
	notes  int // of the reader
}

// fileStart is where findings about a file as a whole are.
var fileStart = source.At(0)

func newFile(path, text string) *File {
	return &File{Path: path, Text: text, Index: source.NewIndex(text)}
}

// String is one connection string in a file.
type String struct {
	Kind   Kind
	Span   source.Span // bytes of File.Text; of settings, from the first key to the last value
	Masked string      // the unescaped text, secrets masked

	text    string        // the unescaped text
	withKey source.Span   // Span, and the key that holds the string
	keys    []source.Span // of settings
}

// Finding is one diagnostic about a file.
type Finding struct {
	Diagnostic diag.Diagnostic // spans and edits are in bytes of File.Text
	String     int             // index of the string it is about, or -1
	// Fixed is the string as the fix leaves it, masked.
	Fixed string
	// Fingerprint stays the same when the finding moves within its file. It is
	// made of nothing that is secret.
	Fingerprint string

	edits []pieceEdit
}

// sortFindings orders findings by start, end and code.
func (f *File) sortFindings() {
	slices.SortStableFunc(f.Findings, func(a, b Finding) int {
		x, y := &a.Diagnostic, &b.Diagnostic
		for _, order := range []int{x.Span.Start - y.Span.Start, x.Span.End - y.Span.End, int(x.Code - y.Code)} {
			if order != 0 {
				return order
			}
		}
		return 0
	})
}

// line returns the number of the line that the byte at offset is on.
func (f *File) line(offset int) int { return f.Index.LineOf(offset) }
