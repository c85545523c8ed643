package document

import (
	"strings"

	"github.com/tailscale/hujson"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/lint/internal/data"
	"kustoconn/source"
)

// ReadNotebook reads a Jupyter notebook (.ipynb): the source of each cell, be
// it one JSON string or an array of lines, is read by the reader of the cell's
// language; all else is read as JSON.
func ReadNotebook(text string, inner piece.Dispatcher) piece.File {
	tree, fault, ok := data.ParseJSON(text)
	if !ok {
		return fault
	}
	root := tree.Root
	n := notebookReader{
		JSON:     tree,
		inner:    inner,
		language: firstString(root, "/metadata/language_info/name", "/metadata/kernelspec/language"),
	}
	if n.language == "" {
		n.language = "python"
	}
	top, _ := root.Value.(*hujson.Object)
	cells, _ := valueOf(root, "/cells").(*hujson.Array)
	if top == nil || cells == nil {
		n.Read(root)
		return n.File
	}
	for _, m := range top.Members {
		if m.Value.Value != cells {
			n.ReadMember(m)
			continue
		}
		for _, cell := range cells.Elements {
			n.cell(cell)
		}
	}
	return n.File
}

type notebookReader struct {
	*data.JSON
	inner    piece.Dispatcher
	language string
}

func (n *notebookReader) cell(cell hujson.Value) {
	object, _ := cell.Value.(*hujson.Object)
	if object == nil {
		n.Read(cell)
		return
	}
	language := firstString(cell, "/metadata/vscode/languageId", "/metadata/polyglot_notebook/kernelName", "/metadata/dotnet_interactive/language")
	switch kind := firstString(cell, "/cell_type"); {
	case kind == "markdown" || kind == "raw":
		language = kind
	case language == "":
		language = n.language
	}
	for _, m := range object.Members {
		code, ok := n.joined(m)
		if !ok {
			n.ReadMember(m)
			continue
		}
		n.File.Append(readCell(code.Text, language, n.inner).Through(code))
	}
}

// joined returns the text of a cell's source; ok is false for other members.
func (n *notebookReader) joined(m hujson.ObjectMember) (p piece.Piece, ok bool) {
	if name, _ := m.Name.Value.(hujson.Literal); name.String() != "source" {
		return p, false
	}
	lines := []hujson.Value{m.Value}
	if array, ok := m.Value.Value.(*hujson.Array); ok {
		lines = array.Elements
	}
	var b piece.Builder
	for _, line := range lines {
		if line.Value.Kind() != '"' {
			return p, false
		}
		n.AppendString(&b, line)
	}
	p = b.Piece(piece.Value)
	p.Escape = escape.Backslash
	return p, true
}

// ReadPolyglot reads a polyglot notebook as text (.dib): a line #!name begins a
// cell in that language, C# being the first.
func ReadPolyglot(text string, inner piece.Dispatcher) piece.File {
	return readCell(text, "csharp", inner)
}

// readCell reads the text of one cell. See readMagic for the lines in it that are not
// in its language.
func readCell(text, language string, inner piece.Dispatcher) piece.File {
	if language == "markdown" || language == "raw" {
		return inner.Read(language, text)
	}
	c := cellReader{text: text, language: language, first: true, inner: inner}
	for start := 0; start < len(text); {
		end, next := source.AnyLineEnd(text, start)
		if line := text[start:end]; strings.TrimSpace(line) != "" {
			if isMagic(line, c.language) {
				c.code(start)
				next = c.magic(source.Span{Start: start, End: end}, next)
				c.from = next
			}
			c.first = false
		}
		start = next
	}
	c.code(len(text))
	return c.out
}

// valueOf returns what the JSON pointer leads to, or nil.
func valueOf(v hujson.Value, pointer string) hujson.ValueTrimmed {
	if found := v.Find(pointer); found != nil {
		return found.Value
	}
	return nil
}

// firstString returns the first of the JSON pointers that leads to a string
// that is not empty, in lower case.
func firstString(v hujson.Value, pointers ...string) string {
	for _, p := range pointers {
		if literal, ok := valueOf(v, p).(hujson.Literal); ok && literal.Kind() == '"' && literal.String() != "" {
			return strings.ToLower(literal.String())
		}
	}
	return ""
}
