package container_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"kustoconn/internal/container"
	"kustoconn/internal/golden"
	"kustoconn/internal/piece"
	"kustoconn/source"
)

// signs are written in testdata/pieces.txt for what a line of it can't hold or nobody would
// see; asSigns writes them.
var (
	signs   = strings.NewReplacer("␊", "\n", "␉", "\t", "␍", "\r", "␛", "\x1b", "␀", "\x00", "␇", "\a")
	asSigns = strings.NewReplacer("\n", "␊", "\t", "␉", "\r", "␍", "\x1b", "␛", "\x00", "␀", "\a", "␇")
)

// The lines of testdata/pieces.txt that are not set in are texts; below each stand the
// pieces that are read from it, by row: where in the text they are, and what they say. What
// the text writes otherwise stands {in braces, an arrow before what it stands for}. They
// are read by people: -update writes what is read now.
func TestPieces(t *testing.T) {
	const name = "testdata/pieces.txt"
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "\t") {
			continue
		}
		got.WriteString(line)
		if line == "\n" || strings.HasPrefix(line, "# ") {
			continue
		}
		in := signs.Replace(strings.TrimSuffix(line, "\n"))
		if p, ok := container.WithoutColours(in); ok {
			fmt.Fprintf(&got, "\tcolours %s\n", written(in, p))
		}
		for row, p := range container.Read(in) {
			fmt.Fprintf(&got, "\t%s %s\n", row.Name, written(in, p))
		}
	}
	golden.Compare(t, name, got.String())
}

// written says where a piece of a text is and what it says.
func written(text string, p piece.Piece) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%v: ", p.Span())
	for at := 0; at < len(p.Text); {
		from := p.Map.Span(source.Span{Start: at, End: at + 1})
		end := at + 1
		for end < len(p.Text) && p.Map.Span(source.Span{Start: end, End: end + 1}) == from {
			end++
		}
		if from.Slice(text) == p.Text[at:end] {
			b.WriteString(p.Text[at:end])
		} else {
			fmt.Fprintf(&b, "{%s→%s}", from.Slice(text), p.Text[at:end])
		}
		at = end
	}
	return asSigns.Replace(b.String())
}
