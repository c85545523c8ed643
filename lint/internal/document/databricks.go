package document

import (
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/source"
)

// databricksMarkers start a comment, and so each line of a notebook's export that is
// no code of its language. Source: Databricks, export and import notebooks.
var databricksMarkers = []string{"# ", "-- ", "// "}

// ReadDatabricks reads a notebook that Databricks exported as a program in language
// (.py, .sql, .scala, .r): cells, in which lines behind MAGIC are those of another
// language. ok is false where text is none. Linear in text.
func ReadDatabricks(text, language string, inner piece.Dispatcher) (f piece.File, ok bool) {
	for _, marker := range databricksMarkers {
		if strings.HasPrefix(text, marker+"Databricks notebook source") {
			return readDatabricks(text, language, marker, inner), true
		}
	}
	return piece.File{}, false
}

func readDatabricks(text, language, marker string, inner piece.Dispatcher) (f piece.File) {
	cell := 0
	for start := 0; start < len(text); {
		end, next := source.AnyLineEnd(text, start)
		if strings.HasPrefix(text[start:end], marker+"COMMAND ----------") || start == 0 {
			f.Append(databricksCell(text, source.Span{Start: cell, End: start}, language, marker, inner))
			cell = next
		}
		start = next
	}
	f.Append(databricksCell(text, source.Span{Start: cell, End: len(text)}, language, marker, inner))
	return f
}

// databricksCell reads one cell: one of the notebook's own language, or one each line
// of which is behind MAGIC.
func databricksCell(text string, cell source.Span, language, marker string, inner piece.Dispatcher) piece.File {
	magic := marker + "MAGIC"
	first := cell.Start + len(cell.Slice(text)) - len(strings.TrimLeft(cell.Slice(text), "\r\n"))
	if strings.TrimSpace(cell.Slice(text)) == "" {
		return piece.File{}
	}
	if !strings.HasPrefix(text[first:cell.End], magic) {
		part := piece.Verbatim(piece.Plain, text, source.Span{Start: first, End: cell.End})
		return inner.Read(language, part.Text).Through(part)
	}
	var b piece.Builder
	for start := first; start < cell.End; {
		end, next := source.AnyLineEnd(text, start)
		if rest, ok := strings.CutPrefix(text[start:end], magic); ok {
			code := end - len(strings.TrimPrefix(rest, " "))
			b.Escape("", source.Span{Start: start, End: code})
			b.Copy(text, source.Span{Start: code, End: next})
		}
		start = next
	}
	lines := b.Piece(piece.Plain)
	return readCell(lines.Text, language, inner).Through(lines)
}
