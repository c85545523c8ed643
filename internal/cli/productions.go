package cli

import (
	_ "embed"
	"slices"

	"kustoconn/ast"
	"kustoconn/internal/webpage"
)

// diagrams are those of package railroad, whose library a page in a browser does without.
//
//go:embed diagrams.html
var diagrams string

// writeGrammar shows the grammar as railroad diagrams.
func writeGrammar(p *webpage.Page) {
	p.Element("h2", "Grammar")
	p.HTML(diagrams)
}

// productionAt names the production of what stands at offset; "" where that is outside of
// the language.
func productionAt(tree *ast.ConnectionString, offset int) string {
	at, _ := slices.BinarySearchFunc(tree.Segments, offset, func(s ast.Segment, offset int) int {
		if s.Span().End <= offset {
			return -1
		}
		return 1
	})
	if at == len(tree.Segments) {
		return ""
	}
	s := &tree.Segments[at]
	switch {
	case s.Kind == ast.Prefix:
		return "Prefix"
	case s.Kind != ast.Pair:
		return ""
	case offset < s.Equals():
		return "Keyword"
	}
	switch s.Quote {
	case '"':
		return "doublequoted"
	case '\'':
		return "singlequoted"
	}
	return "bare"
}
