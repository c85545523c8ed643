package validate

import (
	"strings"

	"kustoconn/ast"
	"kustoconn/diag"
	"kustoconn/internal/vocabulary"
	"kustoconn/redact"
	"kustoconn/rule"
	"kustoconn/schema"
)

// afterBareSecret returns the segment of the secret without quotation marks
// that segment i follows, or -1. Empty segments between the two do not count.
func (p *pass) afterBareSecret(i int) int {
	for i--; i >= 0; i-- {
		s := &p.Tree.Segments[i]
		if s.Kind == ast.Empty {
			continue
		}
		if s.Quote == 0 && p.holdsSecret(i) {
			return i
		}
		break
	}
	return -1
}

// holdsSecret reports whether segment i gives a secret property a value that
// has to be hidden.
func (p *pass) holdsSecret(i int) bool {
	s := &p.Tree.Segments[i]
	return s.Kind == ast.Pair && schema.Secrets().Has(p.ID(i)) && p.isSecret(s.Value())
}

// givesSecret reports whether any segment can give a secret property a value.
// Most strings have none, which spares the rules about secrets their search.
func (p *pass) givesSecret() bool {
	return (p.Present | p.Duplicated).Intersects(schema.Secrets())
}

// isSecret reports whether value, in a secret's place, is one: neither blank nor
// made of placeholders alone.
func (p *pass) isSecret(value string) bool {
	if strings.TrimSpace(value) == "" || p.Placeholders.StandsForSecret(value) {
		return false
	}
	before, after, ok := p.cutAtTemplate(value)
	return !ok || p.isSecret(before) || after != "" && p.isSecret(after)
}

// cutAtTemplate cuts a value behind a placeholder that may hold the semicolon before
// the known keyword that follows it. after is the value of that keyword where it is
// that of a secret, else empty.
func (p *pass) cutAtTemplate(value string) (before, after string, ok bool) {
	name, rest, found := strings.Cut(value, "=")
	if !found {
		return "", "", false
	}
	keyword, ok := p.Placeholders.BehindTemplate(name)
	id, known := schema.Lookup(keyword)
	if !ok || !known {
		return "", "", false
	}
	if schema.Secrets().Has(id) {
		after = rest
	}
	return name[:strings.LastIndex(name, keyword)], after, true
}

// isMaskedSecret reports whether segment i gives a secret property the mask
// that stands for secrets in output.
func (p *pass) isMaskedSecret(i int) bool {
	return schema.Secrets().Has(p.ID(i)) && p.Tree.Segments[i].Value() == redact.Mask
}

// truncates reports whether segment i is probably the rest of a secret: no
// pair, or one with an unknown keyword, right after a secret without
// quotation marks.
func (p *pass) truncates(i int) bool { return p.afterBareSecret(i) >= 0 && p.unrelated(i) }

// cutShort reports whether the secret of segment i is probably cut short by a
// semicolon.
func (p *pass) cutShort(i int) bool {
	next := p.next(i)
	return next >= 0 && p.unrelated(next) && p.afterBareSecret(next) == i
}

// unrelated reports whether segment i could be the rest of anything: a
// keyword that is known, even in a segment with a syntax error, and a
// misplaced prefix are none.
func (p *pass) unrelated(i int) bool {
	s := &p.Tree.Segments[i]
	switch {
	case p.ID(i) != schema.None, s.Kind == ast.Prefix, s.Kind == ast.Empty,
		s.Kind == ast.Malformed && diag.Code(s.Fault) == rule.MisplacedPrefix:
		return false
	}
	_, known := schema.Lookup(s.Keyword())
	_, foreign := vocabulary.LookupForeign(s.Keyword())
	_, programmatic := vocabulary.ProgrammaticOnly(s.Keyword())
	return !known && !foreign && !programmatic
}
