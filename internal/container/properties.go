package container

import (
	"strings"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/source"
)

// readProperties reads a line in which backslashes stand before equals signs, colons and
// the like, as in the properties of Java. Before a blank or semicolon they are a shell's.
func readProperties(b *piece.Builder, text string, yield func(piece.Piece) bool) {
	if !strings.Contains(text, `\=`) && !strings.Contains(text, `\:`) || escapesForShell(text) {
		return
	}
	b.Reset()
	escape.Unescape(b, text, source.Span{End: len(text)}, `\`, func(rest string) (string, int) {
		if len(rest) > 1 && strings.IndexByte(`=:#!\`, rest[1]) >= 0 {
			return rest[1:2], 2
		}
		return "", 0
	})
	yield(b.Piece(piece.Plain))
}

// escapesForShell reports whether a backslash stands before a blank or semicolon.
func escapesForShell(text string) bool {
	for at := 0; ; at += len(`\x`) {
		n := strings.IndexByte(text[min(at, len(text)):], '\\')
		if n < 0 || at+n+1 == len(text) {
			return false
		}
		at += n
		if text[at+1] == ' ' || text[at+1] == ';' {
			return true
		}
	}
}
