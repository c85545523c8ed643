package format

import (
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/lint/internal/code"
	"kustoconn/lint/internal/data"
	"kustoconn/lint/internal/document"
)

// ReaderFor returns the format and the reader of a file, from its path (with
// either slash), else from its text: head is all of it, or its start where that
// is all the caller has. A file of no known format gets "plain" and is read line
// by line. Where all line ends are carriage returns they are read as line feeds.
func ReaderFor(path, head string) (format string, r piece.Reader) {
	format, guessed := of(path, head)
	read := Reader(format)
	return format, func(text string) piece.File {
		if strings.Contains(text, "\r") && !strings.Contains(text, "\n") {
			text = strings.ReplaceAll(text, "\r", "\n")
		}
		f := read(text)
		if guessed {
			f.Notes = nil // the file does not claim to be of that format
		}
		return f
	}
}

// Reader returns the reader of a format or language by its name, as Markdown
// fences, notebooks and editors write it, or nil where none is known. What stands
// beside a value and names it is the value's key.
func Reader(name string) piece.Reader {
	f := find(name)
	if f == nil {
		return nil
	}
	return func(text string) piece.File {
		file, ok := document.ReadDatabricks(text, f.name, dispatcher{level: 1})
		if !ok {
			file = f.read(text, dispatcher{level: 1})
		}
		if holdsSign(text) {
			file.Pieces = readInside(readBlocks(text, file.Pieces), 1)
		}
		markJoins(file.Pieces)
		file.SettleUses()
		cutAssignments(file.Pieces)
		file.Pieces = code.QuotedCalls(file.Pieces)
		setHolders(text, file.Pieces)
		file.Pieces = cutLiterals(file.Pieces)
		return file
	}
}

// MayEncode reports whether a file may hold a text that does not show in its bytes and
// that holds says yes of.
func MayEncode(file string, holds func(text string) bool) bool { return data.MayEncode(file, holds) }

// find returns the row of a format by one of its names, or nil.
func find(name string) *format { return known.byName[strings.ToLower(name)] }

// maxNesting bounds how deep one format may hold another (Markdown, a YAML
// fence in it, a shell script in that): each level reads its text once more.
const maxNesting = 4

// dispatcher reads the texts inside a text of a known format; level counts how
// many texts they are inside of.
type dispatcher struct{ level int }

func (d dispatcher) Knows(language string) bool { return find(language) != nil }

func (d dispatcher) Of(fileName, text string) string {
	if ofName(strings.ToLower(fileName)) == "" {
		return ""
	}
	format, _ := of(fileName, text)
	return format
}

func (d dispatcher) Read(language, text string) piece.File {
	f := find(language)
	guessed := f == nil && holdsSign(text)
	if guessed {
		f = find(formatInside(text))
	}
	if f == nil || d.level > maxNesting {
		f = find("plain")
	}
	file := f.read(text, dispatcher{d.level + 1})
	if guessed {
		file.Notes = nil // the text does not claim to be of that format
	}
	return file
}
