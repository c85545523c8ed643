package code

import (
	"sort"
	"strings"

	"kustoconn/internal/piece"
	"kustoconn/internal/vocabulary"
	"kustoconn/schema"
	"kustoconn/source"
)

// useFilled takes note of the names that stand in the place of a value: in holes of texts
// and among the arguments of formats.
func (r *reader) useFilled() {
	r.credentials.uses = r.credentials.uses[:0]
	spreads := 0
	for i := range r.File.Pieces {
		p := &r.File.Pieces[i]
		if p.Kind != piece.Literal || len(p.Holes) == 0 && len(p.Arguments) == 0 && !r.lang.captures || !strings.Contains(p.Text, "=") {
			continue
		}
		for _, h := range p.Holes {
			if before, ok := strings.CutSuffix(strings.TrimRight(p.Text[:h.Start], " {"), "="); ok { // PHP's {$name} has a brace before the hole
				r.useFill(h.Slice(p.Text), p.Map.Span(h).Start, fill{piece: i, hole: h, secret: secretNamed(before)})
			}
		}
		for k, a := range p.Arguments {
			if name, ok := strings.CutPrefix(a.Text, "**"); ok && spreads < mostSpreads {
				spreads++
				r.spread(p, name, a.Span.Start)
			} else if !a.Literal {
				r.useFill(a.Text, a.Span.Start, fill{piece: i, argument: k + 1})
			}
		}
		if r.lang.captures && strings.Contains(p.Text, "={") {
			for _, v := range piece.Verbs(p.Text) {
				if v.Argument < 0 && p.Text[v.Span.Start] == '{' && p.ArgumentFor()(v) == nil {
					r.useFill(v.Name, p.Map.Span(v.Span).Start, fill{piece: i, hole: v.Span})
				}
			}
		}
	}
	r.useAppended()
}

// spread gives a format the members of the dictionary that its arguments are: f(**names).
func (r *reader) spread(p *piece.Piece, name string, at int) {
	if !isPath(name) {
		return
	}
	for _, i := range r.membersOf(name, at) {
		member := &r.File.Pieces[i]
		p.Arguments = append(p.Arguments, piece.Argument{Name: member.Key, Text: member.Text, Literal: len(member.Holes) == 0, Span: member.Span()})
	}
}

// useAppended takes note of the names that are put behind a text.
func (r *reader) useAppended() {
	pieces := r.File.Pieces
	for _, n := range r.appended.names {
		i := sort.Search(len(pieces), func(i int) bool { return pieces[i].Span().Start >= n.behind })
		if i < len(pieces) && pieces[i].Span().Start == n.behind {
			r.useFill(n.code.Slice(r.Text), n.code.Start, fill{piece: i, hole: source.At(len(pieces[i].Text)), behind: true})
		}
	}
}

// secretNamed returns the secret property whose keyword a text ends in, which is part of a
// string for Kusto; else None.
func secretNamed(text string) schema.ID {
	keyword := strings.TrimSpace(text[strings.LastIndexByte(text, ';')+1:])
	id, ok := schema.Lookup(keyword)
	if !ok || !schema.Secrets().Has(id) || !vocabulary.IsKustoOnly(keyword) || !strings.Contains(text, ".kusto.") && !strings.Contains(text, "Data Source=") {
		return schema.None
	}
	return id
}

// useFill takes note of the name that code is, if it is one.
func (r *reader) useFill(code string, at int, f fill) {
	for _, marks := range [...][2]string{{"${", "}"}, {"#{", "}"}, {`\(`, ")"}, {"$(", ")"}, {"{", "}"}, {"(", ")"}, {"`", "'"}, {"$", ""}} {
		if inner, ok := strings.CutPrefix(code, marks[0]); ok && strings.HasSuffix(inner, marks[1]) {
			code = strings.TrimSuffix(inner, marks[1])
			break
		}
	}
	if name, member := r.reference(code); name != "" {
		r.credentials.uses = append(r.credentials.uses, &constantUse{name: name, at: at, member: member, filled: f})
	}
}

// settleFill tells the piece of a fill what literal its name holds.
func (r *reader) settleFill(constant *piece.Piece, f fill) {
	given := piece.Argument{Text: constant.Text, Literal: len(constant.Holes) == 0, Span: constant.Span()}
	p := &r.File.Pieces[f.piece]
	if f.argument == 0 {
		p.Constants = append(p.Constants, piece.Constant{Hole: f.hole, Argument: given})
	} else if given.Literal {
		given.Name = p.Arguments[f.argument-1].Name
		p.Arguments[f.argument-1] = given
	}
}
