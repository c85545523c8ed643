package lint

import (
	"slices"
	"strings"

	"kustoconn/diag"
	"kustoconn/rule"
	"kustoconn/schema"
	"kustoconn/source"
)

// lintCalls reports the literals that programs give Kusto's clients for a secret.
// There is no string that they are about, and nothing is shown of them. Pieces that
// hold a string of their own are none.
func (l *linter) lintCalls(f *File) {
	for i := range f.pieces() {
		p := &f.pieces()[i]
		if p.Secret == schema.None || p.used || !l.isSecret(p) {
			continue
		}
		l.report(f, SecretInCode(p.Secret, p.Map.Span(source.Span{End: len(p.Text)})))
	}
}

// SecretInCode returns what is to be said of a literal in a program, at span, that is given
// for a secret property. Nothing is shown of the literal.
func SecretInCode(property schema.ID, span source.Span) diag.Diagnostic {
	d := rule.New(rule.SecretInCode, span, schema.Get(property).Name+" is written in the code")
	d.Help = "keep it in a vault or the environment and look it up when the program runs"
	return d
}

// isSecret reports whether the text of a piece in a secret's place is one: neither
// blank nor made of placeholders and what the program computes alone.
func (l *linter) isSecret(p *filePiece) bool {
	if strings.TrimSpace(p.Text) == "" || l.Placeholders.StandsForSecret(p.filled) {
		return false
	}
	return !slices.ContainsFunc(p.Holes, func(h source.Span) bool { return h.Len() == len(p.Text) }) || strings.Contains(p.filled, ":-")
}
