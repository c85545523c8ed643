package lint

import (
	"slices"
	"sort"
	"strings"

	"kustoconn/ast"
	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/internal/signin"
	"kustoconn/placeholder"
	"kustoconn/rule"
	"kustoconn/schema"
)

// judge returns what the rules and the further checkers say of a string. role is
// what the string is for, empty where that is not known.
func (l *linter) judge(b bound, kind Kind, role endpoint.Kind) diag.List {
	found := l.Validator.CheckFor(b.Bound, b.syntax, role)
	if kind != Fragment {
		for _, check := range l.Checkers {
			found = append(found, l.Validator.Configure(check(b.Bound))...)
		}
	}
	found = slices.DeleteFunc(found, func(d diag.Diagnostic) bool {
		switch {
		case kind == Fragment:
			return !isSecretRule(d.Code)
		case kind == Settings && isOrdinarySetting(b, d, role):
			return true
		case len(b.open) == 0:
			return false
		case d.Code == rule.MissingEquals:
			i := sort.Search(len(b.open), func(i int) bool { return b.open[i].Span().End >= d.Span.End })
			return i < len(b.open) && b.open[i].Span().Covers(d.Span)
		}
		return isAbsence(d.Code)
	})
	found.Sort()
	return found
}

// isAbsence reports whether the rule says that something is missing.
func isAbsence(code diag.Code) bool {
	return code == rule.MissingProperty || code == rule.NoDataSource || code == rule.FederationOff
}

// openSegments returns the segments that are nothing but placeholders, and those
// with one in the keyword: they may stand for any pairs, so that nothing can be
// said to be missing.
func openSegments(tree *ast.ConnectionString) []*ast.Segment {
	var open []*ast.Segment
	for i := range tree.Segments {
		s := &tree.Segments[i]
		if s.Kind == ast.Malformed && placeholder.Whole(strings.TrimSpace(s.Span().Slice(tree.Text()))) {
			open = append(open, s)
		}
		if _, known := schema.Lookup(s.Keyword()); s.Kind == ast.Pair && !known && placeholder.In(s.Keyword()) {
			open = append(open, s)
		}
	}
	return open
}

// isOrdinarySetting reports whether the rule speaks of what is as it should be
// where a product keeps its settings: it ingests, it takes a cluster's name,
// and it may get its secret or its identity from elsewhere.
func isOrdinarySetting(b bound, d diag.Diagnostic, role endpoint.Kind) bool {
	switch d.Code {
	case rule.IngestEndpoint:
		return role == ""
	case rule.BareClusterName, rule.InteractiveSignIn:
		return true
	case rule.MissingProperty:
		_, lacking := signin.Incomplete(b.Specified)
		return lacking.Intersects(schema.Secrets())
	}
	return false
}
