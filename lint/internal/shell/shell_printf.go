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
	format int  // the index of the format's piece
	target bool // the next word is what the command's output goes to, or its input comes from
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
	if c.target {
		c.target = false
		return
	}
	switch word := p.Text; c.state {
	case printfNone:
		if (f.key.Name == "" || word == "") && !beforeCommand[word] { // else the environment of a command
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
			r.File.Pieces[last].AddVerbs('%')
		}
	case printfFills:
		if r.isDescriptor(word) {
			return
		}
		a := piece.Argument{Text: word, Literal: len(p.Holes) == 0}
		if a.Span = (source.Span{Start: r.Pos, End: r.Pos}); word != "" {
			a.Span = p.Span()
		}
		format := &r.File.Pieces[c.format]
		format.Arguments = append(format.Arguments, a)
	}
}

// cutLineEnd takes the escapes of a line end, or of NUL, off the end of a format.
func cutLineEnd(p *piece.Piece) {
	for _, end := range [...]string{`\n`, `\r`, `\0`} {
		if !strings.HasSuffix(p.Text, `\`+end) {
			p.CutSuffix(end)
		}
	}
}

// redirect takes the operator that text ends in. A command goes on behind the target of
// a redirection, and ends at any other operator.
func (c *printf) redirect(text string) {
	switch {
	case strings.HasSuffix(text, ">"), strings.HasSuffix(text, "<"), strings.HasSuffix(text, ">&"), strings.HasSuffix(text, ">|"):
		c.target = true
	default:
		*c = printf{}
	}
}

// beforeCommand are words that a command follows.
var beforeCommand = map[string]bool{
	"!": true, "and": true, "begin": true, "builtin": true, "command": true, "do": true, "elif": true, "else": true, "exec": true, "if": true,
	"not": true, "or": true, "sudo": true, "then": true, "time": true, "until": true, "while": true, "{": true,
}

// isDescriptor reports whether a word that ends at the reader's place is the number of
// a file that is redirected: 2>/dev/null.
func (r *reader) isDescriptor(word string) bool {
	return len(word) == 1 && '0' <= word[0] && word[0] <= '9' && r.Before() == word[0] && (r.Has(">") || r.Has("<"))
}
