package container

import (
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/source"
)

// readBatch reads what batch files of Windows set, set "NAME=value": the last quotation
// mark of the line ends it, and those in between are the value's. One without such marks
// reads as any other literal does.
func readBatch(b *piece.Builder, text string, yield func(piece.Piece) bool) {
	for at := 0; at < len(text); {
		n := strings.IndexByte(text[at:], '"')
		if n < 0 {
			return
		}
		start := at + n + 1
		at = start
		if !isSet(text[:start-1]) {
			continue
		}
		line := text[start:]
		if end := strings.IndexAny(line, "\r\n"); end >= 0 {
			line = line[:end]
		}
		name := strings.IndexByte(line, '=')
		end := strings.LastIndexByte(line, '"')
		at += len(line)
		if name < 0 || strings.IndexByte(line, '"') == end || end < name {
			continue
		}
		b.Reset()
		b.Copy(text, source.Span{Start: start + name + 1, End: start + end})
		if !yield(b.Piece(piece.Literal)) {
			return
		}
	}
}

// isSet reports whether text ends in the command set, as a word, and a blank.
func isSet(text string) bool {
	command := strings.TrimRight(text, " \t")
	start := len(command) - len("set")
	return len(command) < len(text) && start >= 0 && strings.EqualFold(command[start:], "set") && (start == 0 || !isWord(command[start-1]))
}
