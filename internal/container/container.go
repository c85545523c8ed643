// Package container says how texts are written inside other texts: a connection
// string as a member of a JSON object, as a cell of a CSV file, as an attribute, in
// the query of a URL, in a coloured line. It reads what stands inside, with a map
// back to the bytes that write it, so that what is found there can be masked at its
// place.
//
// Which container a line of a log is made of nobody says. So each row of the table
// reads what may be meant for it, and what any of the readings proves to be a secret
// is one. In the flow the package stands behind piece and before redact.
package container

import (
	"iter"

	"kustoconn/internal/ascii"
	"kustoconn/internal/piece"
)

// Row is a way in which texts are written inside others. Reading costs one pass over
// the text.
type Row struct {
	Name string
	// Delimited says that marks of the container stand around a piece: what stands in
	// it ends with it. Around one of kind Plain there are those of others only.
	Delimited bool
	// Words says that blanks end a piece, with quotation marks around its parts.
	Words bool

	read func(b *piece.Builder, text string, yield func(piece.Piece) bool) // pieces are made in b
}

// rows are the containers but two that write all of a line, which is read through them
// first: UTF16Reader and WithoutColours. Containers inside containers are read by reading a
// piece again.
var rows = []Row{
	{Name: "literals with backslashes", Delimited: true, read: readLiterals},
	{Name: "literals with doubled quotes", Delimited: true, read: readDoubled},
	{Name: "literals with backticks", Delimited: true, read: readBackticks},
	{Name: "assignments of batch files", Delimited: true, read: readBatch},
	{Name: "words of a shell", Delimited: true, Words: true, read: readShell},
	{Name: "markup", Delimited: true, read: readMarkup},
	{Name: "URL encoding", read: readPercent},
	{Name: "properties", read: readProperties},
	{Name: "quoted-printable", read: readPrintable},
	{Name: "base64", Delimited: true, Words: true, read: readBase64},
}

// MayRead reports whether a text holds a sign that some container needs. Where it does not,
// Read finds nothing.
func MayRead(text string) bool {
	for i := range len(text) {
		if signs[text[i]] {
			return true
		}
	}
	return mayBeBase64(text)
}

// signs holds one of the bytes that each container but base64 needs.
var signs = ascii.Set("\"'\\&<%=")

// Read walks over the pieces of text that a container writes, with its row. What a
// row has nothing to say about, because the text stands for itself, it leaves out.
func Read(text string) iter.Seq2[*Row, piece.Piece] {
	return new(Reader).Read(text)
}

// Reader reads one text after the other, of which one may be a piece of another. It keeps
// memory (BenchmarkCopyHits); the zero Reader is ready. It is not safe for concurrent use.
type Reader struct{ made piece.Builder }

// Read is the function Read.
func (r *Reader) Read(text string) iter.Seq2[*Row, piece.Piece] {
	return func(yield func(*Row, piece.Piece) bool) {
		at := struct { // one variable for take, which is called from afar
			row  *Row
			more bool
		}{more: true}
		take := func(p piece.Piece) bool {
			at.more = yield(at.row, p)
			return at.more
		}
		for i := 0; i < len(rows) && at.more; i++ {
			at.row = &rows[i]
			at.row.read(&r.made, text, take)
		}
	}
}
