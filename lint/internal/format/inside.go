package format

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"kustoconn/internal/data/tools"
	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/source"
)

// A value may be the whole configuration of another tool, under a key that does not say its
// format: that of Fluent Bit in the values of a chart, a connection of Airflow in a variable.

// readInside reads the texts in pieces that are the settings of a tool in a format of their
// own; the file holds a sign of one. The cost is linear in the file.
func readInside(pieces []piece.Piece, level int) []piece.Piece {
	if level > maxNesting {
		return pieces
	}
	var read []piece.Piece // pieces so far, once one was read
	for i, p := range pieces {
		inside := insideOf(&p, level)
		if inside != nil && read == nil {
			read = append(make([]piece.Piece, 0, len(pieces)+len(inside)), pieces[:i]...)
		}
		switch {
		case inside != nil:
			read = append(read, inside...)
		case read != nil:
			read = append(read, p)
		}
	}
	if read == nil {
		return pieces
	}
	return read
}

// readBlocks reads lines that follow each other in text, the file's, and are no more than
// lines to its format, where they are such settings: a here-document's.
func readBlocks(text string, pieces []piece.Piece) (read []piece.Piece) {
	for i := 0; i < len(pieces); {
		block, next := source.Span{}, i
		for ; next < len(pieces) && pieces[next].Kind == piece.Plain && len(pieces[next].Holes) == 0; next++ {
			line := pieces[next].Map.Span(source.Span{End: len(pieces[next].Text)})
			if next > i && (line.Start < block.End || strings.TrimSpace(text[block.End:line.Start]) != "") {
				break
			}
			if next == i {
				block.Start = line.Start
			}
			block.End = line.End
		}
		var inside []piece.Piece
		if next > i {
			lines := piece.Verbatim(piece.Value, text, block)
			lines.Escape = escape.Refuse
			inside = insideOf(&lines, 1)
		}
		if next = max(next, i+1); inside == nil {
			inside = pieces[i:next]
		}
		read, i = append(read, inside...), next
	}
	return read
}

// insideOf returns the pieces of the text of p, with its key before theirs; nil where that is
// no text of settings.
func insideOf(p *piece.Piece, level int) []piece.Piece {
	if p.Kind != piece.Value && p.Kind != piece.Literal || len(p.Holes) > 0 {
		return nil
	}
	format := formatInside(p.Text)
	if format == "" {
		return nil
	}
	f := dispatcher{level}.Read(format, p.Text)
	if len(f.Notes) > 0 {
		return nil
	}
	inside := readInside(f.Through(*p).Pieces, level+1)
	for i := range inside {
		if p.Key != "" && inside[i].Key != "" {
			inside[i].Key = p.Key + "." + inside[i].Key
		}
	}
	return inside
}

// formatInside returns the format of the settings that a text is, by its first line; "" for
// none. An object of JSON may be those of a tool whose sign stands beside it.
func formatInside(text string) string {
	text = strings.TrimSpace(text)
	if strings.HasPrefix(text, "{") && strings.HasSuffix(text, "}") && strings.Contains(text, `":`) {
		return "json"
	}
	first, rest, _ := strings.Cut(text, "\n")
	if rest == "" || !holdsSign(text) {
		return ""
	}
	switch first = strings.TrimRight(first, " \r"); {
	case strings.HasPrefix(first, "[["):
		return "toml"
	case isSection(first), strings.HasSuffix(first, "{"):
		return "ini"
	case strings.HasSuffix(first, ":"):
		return "yaml"
	}
	return ""
}

// holdsSign reports whether text holds what shows that settings are those of a tool.
func holdsSign(text string) bool {
	return slices.ContainsFunc(signs(), func(sign string) bool { return strings.Contains(text, sign) })
}

// signs are what the signs of tools are written with.
var signs = sync.OnceValue(func() (words []string) {
	for _, tool := range tools.All() {
		for _, sign := range tool.Signs {
			_, within := piece.SplitKey(sign.Within)
			words = append(words, cmp.Or(sign.Value, within, sign.Beside))
		}
	}
	return words
})
