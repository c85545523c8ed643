package container_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

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
// the text writes otherwise stands {in braces, an arrow before what it stands for}. So do
// the literals of a text with quotation marks, and whether it goes on in the next line. They
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
		if strings.ContainsAny(in, `"'`) {
			fmt.Fprintf(&got, "\tliterals %s, behind a mark %s, which ends at %d\n", literals(in, false), literals(in, true), container.LiteralEnd(in, 0, len(in)))
		}
		if container.GoesOn(in + "\n") {
			got.WriteString("\tgoes on\n")
		}
	}
	golden.Compare(t, name, got.String())
}

// literals says where the literals of a line are, and whether the last is open.
func literals(line string, inside bool) string {
	spans, open := container.Literals(line, inside)
	text := fmt.Sprint(spans)
	if last, lastOpen, ok := container.LastLiteral(line, inside); ok != (spans != nil) || lastOpen != open || ok && last != spans[len(spans)-1] {
		text += fmt.Sprintf(" but the last is %v", last)
	}
	if open {
		text += " open"
	}
	return text
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
	return asSigns.Replace(inUTF8(b.String()))
}

// inUTF8 returns a text with the bytes that are no UTF-8 by their numbers.
func inUTF8(text string) string {
	var b strings.Builder
	for text != "" {
		r, size := utf8.DecodeRuneInString(text)
		if r == utf8.RuneError && size == 1 {
			fmt.Fprintf(&b, `\x%02x`, text[0])
		} else {
			b.WriteString(text[:size])
		}
		text = text[size:]
	}
	return b.String()
}
