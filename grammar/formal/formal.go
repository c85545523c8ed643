// Package formal declares the language of Kusto connection strings: the
// characters and tokens as regular expressions (lexer.go), the grammar as
// structs (this file), and the rule that neither can express (utf8.go). It is
// the executable specification: Parse gives the same tree as grammar.Parse,
// field by field (tree.go), tests hold the two parsers to each other on every
// small text and on random ones, and the printed EBNF (ebnf.go) and the
// diagrams (package railroad, below this one) are drawn from it.
//
// Only tests and the command that prints the grammar import it: it depends on
// participle, takes some hundred times as long as package grammar, and stops
// at the first error. Time and memory grow with the length of the text and no
// faster, hostile texts included (BenchmarkHostile): at worst, where every byte
// is a semicolon, 3 µs and 2 kB for each.
package formal

import (
	"errors"
	"fmt"
	"sync"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"

	"kustoconn/ast"
)

// The grammar. The tags, read in order of the fields, are the productions. Pos
// and Tokens, which have none, are filled in by participle: where the node
// starts, and what it was read from.
type (
	connectionString struct {
		First *firstSegment `parser:"@@?"`
		Rest  []*pair       `parser:"( Semicolon @@? )*"`

		Tokens []lexer.Token
	}

	// A name is a prefix only where no '=' makes it a keyword. A URI in any
	// other segment fits nowhere: a misplaced prefix is an error.
	firstSegment struct {
		Pair   *pair   `parser:"@@"`
		Prefix *prefix `parser:"| @@"`
	}

	prefix struct {
		Text lexer.Token `parser:"@URI | @Name"`
	}

	pair struct {
		Keyword keyword     `parser:"@@"`
		Equals  lexer.Token `parser:"@Equals"`
		Value   *value      `parser:"@@?"`

		Pos lexer.Position
	}

	keyword struct {
		Text lexer.Token `parser:"@Name | @EscapedName"`
	}

	value struct {
		Text lexer.Token `parser:"@DoubleQuoted | @SingleQuoted | @Bare"`
	}
)

// parser is built when it is used first: the command links it for one of its uses.
var parser = sync.OnceValue(func() *participle.Parser[connectionString] {
	return participle.MustBuild[connectionString](participle.Lexer(tokens()))
})

// Error is the answer to a text outside the language. It holds no piece of
// the text, which may be a secret.
type Error struct {
	// Offset is where the first token stands that fits nowhere, in bytes, or
	// the end of the text where another one had to follow. It lies in the first
	// segment that grammar.Parse finds malformed, or at its end.
	Offset int
}

// Error prints the offset.
func (e *Error) Error() string {
	return fmt.Sprintf("not a connection string: syntax error at byte %d", e.Offset)
}

// Parse reads text by the declared grammar, into the tree that grammar.Parse
// gives for a text without syntax errors. The error is nil, or an *Error and
// the tree nil. It differs from grammar.Parse in its limits alone: a text of
// more than a million semicolons (participle.MaxIterations) is refused, and
// one of 4 GiB is not.
func Parse(text string) (*ast.ConnectionString, error) {
	node, err := parser().ParseString("", forbidInvalidUTF8(text))
	if err != nil {
		e := &Error{}
		// participle's message quotes the text; only its position is kept.
		if p := participle.Error(nil); errors.As(err, &p) {
			e.Offset = p.Position().Offset
		}
		return nil, e
	}
	return node.tree(text), nil
}
