package validate

import (
	"kustoconn/ast"
	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/source"
)

// removeEdits returns the edit that takes segment i out of the text with one
// of the semicolons beside it, and leaves every other segment what it is;
// none where the rest of a secret cut short by a semicolon would stay behind,
// or something would come to look like one.
func (p *pass) removeEdits(i int, safe bool) []diag.Edit {
	if next := p.next(i); p.cutShort(i) || next >= 0 && p.unrelated(next) && p.afterBareSecret(i) >= 0 {
		return nil
	}
	span := p.Tree.Segments[i].Span()
	switch last := len(p.Tree.Segments) - 1; {
	case i == last && i > 0:
		span.Start--
	case i < last && (i > 0 || p.Tree.Segments[1].Kind == ast.Pair):
		span.End++
	}
	// The semicolon behind the first segment stays where the next one is no
	// pair: as the first, it could become a prefix.
	return []diag.Edit{{Span: span, Safe: safe}}
}

// next returns the segment after i that is not empty, or -1.
func (p *pass) next(i int) int {
	for i++; i < len(p.Tree.Segments); i++ {
		if p.Tree.Segments[i].Kind != ast.Empty {
			return i
		}
	}
	return -1
}

// encrypt returns the edit that makes https of http; none where the policy trusts
// the host of its own, such as an emulator in a container: it may speak http alone.
func (p *pass) encrypt() []diag.Edit {
	if p.trustsOfItsOwn(&p.Endpoint) {
		return nil
	}
	return []diag.Edit{insertion(p.schemeSpan().End, "s")}
}

// trustsOfItsOwn reports whether the policy trusts the host besides those that
// the service issues.
func (p *pass) trustsOfItsOwn(e *endpoint.Endpoint) bool {
	v := p.Policy.Judge(e, p.Login)
	return v.Trusted && (v.Rule == "added" || v.Rule == "override")
}

func insertion(at int, text string) diag.Edit { return diag.Edit{Span: source.At(at), NewText: text} }
