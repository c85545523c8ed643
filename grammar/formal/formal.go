// Package formal declares the language of Kusto connection strings: the
// characters and tokens as regular expressions (lexer.go), the grammar as
// structs (this file) and the rule that neither can express (constraints.go).
// It is the definition that package grammar, the parser in use, is tested
// against, and the source of the printed EBNF and railroad diagrams.
//
// Only tests and the command that prints the grammar import it: it depends on
// participle, reads slowly and stops at the first error.
package formal

import (
	"errors"
	"fmt"
	"strings"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"
)

// The grammar. The tags, read in order of the fields, are the productions.
type (
	connectionString struct {
		First *firstSegment `parser:"@@?"`
		Rest  []*pair       `parser:"( Semicolon @@? )*"`
	}

	// A name is a prefix only where no '=' makes it a keyword. A URI in any
	// other segment fits nowhere: a misplaced prefix is an error.
	firstSegment struct {
		Pair   *pair   `parser:"@@"`
		Prefix *prefix `parser:"| @@"`
	}

	prefix struct {
		Text string `parser:"@URI | @Name"`
	}

	pair struct {
		Keyword keyword `parser:"@@ Equals"`
		Value   *value  `parser:"@@?"`
	}

	keyword struct {
		Text string `parser:"@Name | @EscapedName"`
	}

	value struct {
		Text string `parser:"@DoubleQuoted | @SingleQuoted | @Bare"`
	}
)

var parser = participle.MustBuild[connectionString](
	participle.Lexer(tokens),
	participle.Map(unescape, "EscapedName"),
	participle.Map(unquote, "DoubleQuoted", "SingleQuoted"),
)

func unescape(t lexer.Token) (lexer.Token, error) {
	t.Value = strings.ReplaceAll(t.Value, "==", "=")
	return t, nil
}

func unquote(t lexer.Token) (lexer.Token, error) {
	quote := t.Value[:1]
	t.Value = strings.ReplaceAll(t.Value[1:len(t.Value)-1], quote+quote, quote)
	return t, nil
}

// Result is what a well-formed connection string says.
type Result struct {
	Prefix *string // nil where there is none
	Pairs  []Pair  // in order, duplicates included
}

// Pair is a keyword and its value.
type Pair struct {
	Keyword string // as written, but for "==", which is one '='
	Value   string // without its quotes, doubled ones undone
	Unset   bool   // there is no value, not even an empty one
}

// Error is the answer to a text outside the language. It holds no piece of
// the text, which may be a secret.
type Error struct {
	Offset int // in bytes: where reading stopped
}

// Error prints the offset.
func (e *Error) Error() string {
	return fmt.Sprintf("not a connection string: syntax error at byte %d", e.Offset)
}

// Parse reads text by the declared grammar. The error is nil or an *Error. A
// text of more than a million segments (participle.MaxIterations) is refused.
func Parse(text string) (Result, error) {
	if at := invalidUTF8(text); at >= 0 {
		return Result{}, &Error{at}
	}
	tree, err := parser.ParseString("", text)
	if err != nil {
		e := &Error{}
		// participle's message quotes the text; only its position is kept.
		if p := participle.Error(nil); errors.As(err, &p) {
			e.Offset = p.Position().Offset
		}
		return Result{}, e
	}
	var r Result
	if first := tree.First; first != nil && first.Prefix != nil {
		r.Prefix = &first.Prefix.Text
	} else if first != nil {
		r.Pairs = append(r.Pairs, first.Pair.result())
	}
	for _, p := range tree.Rest {
		r.Pairs = append(r.Pairs, p.result())
	}
	return r, nil
}

func (p *pair) result() Pair {
	if p.Value == nil {
		return Pair{Keyword: p.Keyword.Text, Unset: true}
	}
	return Pair{Keyword: p.Keyword.Text, Value: p.Value.Text}
}
