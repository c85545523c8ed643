package filter

import (
	"cmp"
	"slices"
	"strings"

	"kustoconn/bind"
	"kustoconn/grammar"
	"kustoconn/internal/piece"
	"kustoconn/internal/recognize"
	"kustoconn/source"
)

// maxDepth bounds the literals inside literals that are unescaped.
const maxDepth = 4

// find returns the strings in text and their secrets, in order and not
// overlapping. inside says that text begins inside a literal.
func find(text string, inside bool, depth int) []region {
	if !mayHold(text) {
		return nil
	}
	var found []region
	var quoted []source.Span // literals with strings in them
	if depth < maxDepth {
		for line := 0; line < len(text); {
			end := lineEnd(text, line)
			if mayHold(text[line:end]) {
				for _, l := range literals(text[line:end], inside) {
					l = l.Shift(line)
					if in := findInLiteral(text, l, depth); len(in) > 0 {
						found = append(found, in...)
						quoted = append(quoted, l)
					}
				}
			}
			line, inside = end+1, false
		}
	}
	for _, f := range recognize.Find(text, recognize.Context{}) {
		holds := func(l source.Span) bool { return l.Contains(f.Span.Start) }
		if !slices.ContainsFunc(quoted, holds) {
			found = append(found, newRegion(text, f.Span))
		}
	}
	return merge(found)
}

// mayHold reports whether text may hold a string, be it that an equals sign is
// written as an escape.
func mayHold(text string) bool {
	return recognize.MayHold(text) || strings.Contains(text, `\u003`) || strings.Contains(text, `\x3`)
}

// newRegion returns the string at span of text.
func newRegion(text string, span source.Span) region {
	tree, _ := grammar.Parse(span.Slice(text))
	r := region{span: span}
	for _, secret := range bind.Bind(tree).Secrets() {
		r.secrets = append(r.secrets, secret.Shift(span.Start))
	}
	return r
}

// findInLiteral returns the strings in the literal at span of text, which is
// without its quotes.
func findInLiteral(text string, span source.Span, depth int) []region {
	piece := unescape(text, span)
	if !mayHold(piece.Text) {
		return nil
	}
	var in []region
	whole := recognize.Find(piece.Text, recognize.Context{Whole: true})
	if len(whole) == 1 && whole[0].Span.Slice(piece.Text) == strings.TrimSpace(piece.Text) {
		in = []region{newRegion(piece.Text, whole[0].Span)}
	} else {
		in = find(piece.Text, false, depth+1)
	}
	for i := range in {
		in[i] = mapped(in[i], piece.Map)
	}
	return in
}

// mapped returns a region of a piece's text as one of the text that the piece
// was read from.
func mapped(r region, m piece.Map) region {
	out := region{span: m.Span(r.span), literal: true}
	for _, secret := range r.secrets {
		out.secrets = append(out.secrets, m.Span(secret))
	}
	return out
}

// merge puts regions in order and makes one of those that overlap.
func merge(regions []region) []region {
	slices.SortStableFunc(regions, func(a, b region) int { return cmp.Compare(a.span.Start, b.span.Start) })
	var merged []region
	for _, r := range regions {
		if k := len(merged) - 1; k >= 0 && merged[k].span.End > r.span.Start {
			last := &merged[k]
			last.span.End = max(last.span.End, r.span.End)
			last.secrets = append(last.secrets, r.secrets...)
			continue
		}
		merged = append(merged, r)
	}
	for i := range merged {
		merged[i].secrets = joined(merged[i].secrets)
	}
	return merged
}

// joined returns spans in order, those that overlap as one.
func joined(spans []source.Span) []source.Span {
	slices.SortFunc(spans, func(a, b source.Span) int { return cmp.Compare(a.Start, b.Start) })
	var all []source.Span
	for _, s := range spans {
		if k := len(all) - 1; k >= 0 && all[k].End > s.Start {
			all[k].End = max(all[k].End, s.End)
			continue
		}
		all = append(all, s)
	}
	return all
}
