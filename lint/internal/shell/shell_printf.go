package shell

import (
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/source"
)

// printf is a command as far as it was read: printf, its options, a format, and what
// fills the format's verbs.
type printf struct {
	state  printfState
	format int // the index of the format's piece
}

type printfState int

const (
	printfNone    printfState = iota // no word of the command was read
	printfOther                      // it is another command
	printfOptions                    // the format may follow
	printfName                       // the name behind -v follows
	printfFills                      // what fills the format follows
)

// takePrintf takes a word that ends in f, p being its text.
func (r *reader) takePrintf(f *frame, p piece.Piece) {
	c := &f.printf
	switch word := p.Text; c.state {
	case printfNone:
		if f.key.Name == "" || word == "" { // else the environment of a command
			c.state = printfOther
		}
		if word == "printf" {
			c.state = printfOptions
		}
	case printfName:
		c.state = printfOptions
	case printfOptions:
		last := len(r.File.Pieces) - 1
		switch {
		case word == "-v":
			c.state = printfName
		case word == "--":
		case last < 0 || word == "" || r.File.Pieces[last].Span() != p.Span():
			c.state = printfOther // the format is computed
		default:
			c.state, c.format = printfFills, last
			cutLineEnd(&r.File.Pieces[last])
		}
	case printfFills:
		a := piece.Argument{Text: word, Literal: len(p.Holes) == 0}
		if a.Span = (source.Span{Start: r.Pos, End: r.Pos}); word != "" {
			a.Span = p.Span()
		}
		format := &r.File.Pieces[c.format]
		format.Arguments = append(format.Arguments, a)
	}
}

// cutLineEnd takes the escape of a line end off the end of a format.
func cutLineEnd(p *piece.Piece) {
	text, ok := strings.CutSuffix(p.Text, `\n`)
	if !ok || text == "" || strings.HasSuffix(text, `\`) {
		return
	}
	cut := p.Cut(source.Span{End: len(text)})
	cut.Key, cut.KeySpan, cut.Front, cut.Back, cut.List = p.Key, p.KeySpan, p.Front, p.Back, p.List
	*p = cut
}
