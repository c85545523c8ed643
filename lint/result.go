package lint

import (
	"cmp"
	"slices"

	"kustoconn/diag"
	"kustoconn/placeholder"
	"kustoconn/redact"
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
	Unread     []Unread // files that were named and cannot be read
	LeftOut    int      // findings that the configuration switches off: see Options.Unconfigured
	Known      int      // findings that the baseline has
}

// Unread is a file that cannot be read.
type Unread struct {
	Path string
	Err  error
}

// add takes in what came of one input.
func (r *Result) add(in input, o *outcome) {
	r.Paths = append(r.Paths, in.path)
	if o.read {
		r.Read++
	} else {
		r.PassedOver++
	}
	if o.file != nil {
		r.Checked += len(o.file.Strings)
		r.LeftOut += o.file.LeftOut
		r.Known += o.file.Known
		r.Files = append(r.Files, o.file)
	}
	switch {
	case o.err == nil || !in.named:
	case o.err.passedOver != "":
		r.Notes = append(r.Notes, in.path+" "+string(o.err.passedOver)+", and is passed over")
	default:
		r.Unread = append(r.Unread, Unread{in.path, o.err.cause})
	}
}

// File is one file with connection strings.
type File struct {
	Path     string // relative to Options.Dir where it is below that, with forward slashes
	Strings  []String
	Findings []Finding // by where they are
	// Fixes is the number of fixes that were made; Before is then the file as
	// it was.
	Fixes  int
	Before *File
	// LeftOut and Known are the file's part of what Result counts.
	LeftOut, Known int
	// Commit is where the file stands, in a history: the first commit with the findings.
	Commit *Commit
	// WriteError says why the fixed file could not be written; the File is
	// then as it was read.
	WriteError error

	held func() *fileText
}

// fileText is what a File holds of the file itself. A closure keeps it, so that
// nothing that prints a File by reflection finds it.
type fileText struct {
	text   string
	index  *source.Index
	format string // its name
	pieces []filePiece
	read   int              // how many of pieces the reader found; behind them are parts of texts in them
	notes  int              // of the reader
	own    *placeholder.Set // patterns of placeholders
	last   int              // the piece in which the last string was found
	after  continuation     // of that string
	goesOn map[string]ends  // what continued knows; nil until it is asked
	given  []alias          // what aliases knows; nil until it is asked
	uses   *uses            // what used knows; nil until it is asked
	named  map[string][]int // the pieces that are given to each name; nil until it is asked
	// written are the bytes of literals that were reported as secrets of a string.
	written map[source.Span]bool

	bindMemory // of the string that is judged
}

var noText = &fileText{index: source.NewIndex("")}

func (f *File) opened() *fileText {
	if f.held == nil {
		return noText
	}
	return f.held()
}

// Text returns the text of the file, secrets included: UTF-8, without a byte
// order mark.
func (f *File) Text() string { return f.opened().text }

// Index returns the index of Text.
func (f *File) Index() *source.Index { return f.opened().index }

// pieces returns the pieces of the text, to change them in place.
func (f *File) pieces() []filePiece { return f.opened().pieces }

// fileStart is where findings about a file as a whole are.
var fileStart = source.At(0)

func newFile(path, text string) *File {
	c := &fileText{text: text, index: source.NewIndex(text)}
	return &File{Path: path, held: func() *fileText { return c }}
}

// String is one connection string in a file.
type String struct {
	Kind   Kind
	Span   source.Span // bytes of File.Text; of settings, from the first key to the last value
	Masked string      // the unescaped text as reports show it: that of Excerpt

	// Excerpt is what reports show of the string: of settings, the keys' names and
	// the values.
	Excerpt *redact.Excerpt

	held    func() place  // the unescaped text, as a File holds its own
	withKey source.Span   // Span, and the key that holds the string
	keys    []source.Span // of settings
}

// Finding is one diagnostic about a file.
type Finding struct {
	Diagnostic diag.Diagnostic // spans and edits are in bytes of File.Text
	// InString is Diagnostic with spans in bytes of the string's unescaped text, as
	// its Excerpt leads from; nil where there is no string.
	InString *diag.Diagnostic
	String   int // index of the string it is about, or -1
	// Fixed is the string as the fix leaves it, masked; empty where Options.DeferFixes is set.
	Fixed string
	// Fingerprint stays the same when the finding moves within its file. It is
	// made of nothing that is secret.
	Fingerprint string
	// Present says, in a history, that the last commit of the range still has it.
	Present bool

	tried, held bool // by keepFixesThatRead: the fix, and that the file reads as intended after it

	edits   []pieceEdit
	unshown []diag.Edit // in place of the diagnostic's, where those must not be shown
}

// written returns the edits of the file's bytes that fix the finding.
func (f *Finding) written() []diag.Edit {
	if f.unshown != nil {
		return f.unshown
	}
	return f.Diagnostic.Edits
}

// sortFindings orders findings by start, end and code.
func (f *File) sortFindings() {
	slices.SortStableFunc(f.Findings, func(a, b Finding) int {
		x, y := &a.Diagnostic, &b.Diagnostic
		return cmp.Or(x.Span.Start-y.Span.Start, x.Span.End-y.Span.End, int(x.Code-y.Code))
	})
}

// line returns the number of the line that the byte at offset is on.
func (f *File) line(offset int) int { return f.Index().LineOf(offset) }
