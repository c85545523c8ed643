package shell

import (
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/lint/internal/literal"
	"kustoconn/placeholder"
)

// A pipeline is commands that give each other their output. What one of them puts
// something computed for, is filled in in what they are given.
type pipeline struct {
	first int      // the index of its first piece
	words []string // that sed or Perl put something computed for
	names []string // variables among its words
}

// substitute takes the parts of a substitution, s/pattern/text/.
func (p *pipeline) substitute(parts []piece.Piece) {
	if len(parts) == 2 && (len(parts[1].Holes) > 0 || placeholder.In(parts[1].Text) || literal.IsExpression(parts[1].Text)) {
		p.words = append(p.words, strings.ReplaceAll(parts[0].Text, `\`, ""))
	}
}

// give takes a word that is a variable: $name or "${name}".
func (p *pipeline) give(word string) {
	name := strings.TrimLeft(word, "${")
	if end := literal.WordEnd(name, 0); end > 0 && strings.TrimRight(name, "}") == name[:end] {
		p.names = append(p.names, name[:end])
	}
}

// endPipeline makes holes of the words that the pipeline puts something computed for, in its
// own texts and in those that its variables were given.
func (r *reader) endPipeline() {
	p := &r.now().pipeline
	if len(p.words) > 0 {
		for i := p.first; i < len(r.File.Pieces); i++ {
			r.AddHoles(i, p.words)
		}
		for _, name := range p.names {
			if i, ok := r.variables[name]; ok && i < p.first {
				r.AddHoles(i, p.words)
			}
		}
	}
	*p = pipeline{first: len(r.File.Pieces)}
}

// replaceIn makes holes of the word for which the code of an expansion, name/word/text or
// name//word/text, puts something computed.
func (r *reader) replaceIn(code string) {
	name := code[:literal.WordEnd(code, 0)]
	word, text, ok := strings.Cut(strings.TrimLeft(code[len(name):], "/#%"), "/")
	if i, known := r.variables[name]; ok && known && strings.HasPrefix(code[len(name):], "/") && strings.ContainsAny(text, "$`") {
		r.AddHoles(i, []string{word})
	}
}
