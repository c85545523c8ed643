package settings

import (
	"strings"

	"kustoconn/internal/data/tools"
	"kustoconn/internal/piece"
	"kustoconn/internal/quote"
	"kustoconn/schema"
	"kustoconn/source"
)

// place is where the keys of one tool stand in a file.
type place struct {
	tool      *tools.Tool
	container string // path of what holds them, in lower case
}

// hit is a key found in a file.
type hit struct {
	key   *known
	piece int
}

// group is the keys of one tool in one place, each there once.
type group struct {
	place
	hits []hit
}

// groups gathers the keys that belong together. A key that is there already
// starts the next group of its place: not every list shows in the path. So does
// the end of a block where keys have no path at all.
func groups(text string, pieces []piece.Piece) []*group {
	var all []*group
	open := map[place]*group{}
	for i := range pieces {
		path := strings.ToLower(keyOf(text, pieces, i))
		for _, k := range byLastName[lastName(path)] {
			container, ok := strings.CutSuffix(path, k.name)
			if !ok || container != "" && !strings.HasSuffix(container, ".") {
				continue
			}
			at := place{k.tool, strings.TrimSuffix(container, ".")}
			g := open[at]
			if g == nil || g.has(k) || !strings.Contains(path, ".") && blockEnds(text, &pieces[g.hits[len(g.hits)-1].piece], &pieces[i]) {
				g = &group{place: at}
				open[at] = g
				all = append(all, g)
			}
			g.hits = append(g.hits, hit{k, i})
		}
	}
	return all
}

// blockEnds reports whether a line between two pieces starts with a closing
// bracket.
func blockEnds(text string, a, b *piece.Piece) bool {
	from, to := a.Map.Span(source.Span{Start: len(a.Text), End: len(a.Text)}).Start, b.Map.Span(source.Span{End: len(b.Text)}).Start
	if from >= to {
		return false
	}
	_, next, _ := strings.Cut(text[from:to], "\n") // the call of an argument ends on its line
	for line := range strings.Lines(next) {
		if line = strings.TrimLeft(line, " \t"); line != "" && strings.IndexByte("})", line[0]) >= 0 {
			return true
		}
	}
	return false
}

func (g *group) has(k *known) bool {
	for _, h := range g.hits {
		if h.key == k {
			return true
		}
	}
	return false
}

// anchored reports whether the group has a sign of its tool.
func (g *group) anchored(pieces []piece.Piece) bool {
	for _, a := range g.tool.Signs {
		if a.Within != "" && isWithin(g.container, strings.ToLower(a.Within)) {
			return true
		}
	}
	for _, h := range g.hits {
		if h.key.sign && strings.Contains(strings.ToLower(pieces[h.piece].Text), h.key.value) {
			return true
		}
	}
	return false
}

// isWithin reports whether the container ends with the given names. An index
// behind them is that of a list's item, and a /suffix names one of several.
func isWithin(container, names string) bool {
	if last := lastName(container); last != "" && strings.Trim(last, "0123456789") == "" {
		container = strings.TrimSuffix(strings.TrimSuffix(container, last), ".")
	}
	if i := strings.LastIndexByte(container, '/'); i >= 0 {
		container = container[:i]
	}
	rest, ok := strings.CutSuffix(container, names)
	return ok && (rest == "" || strings.HasSuffix(rest, "."))
}

// settings writes the group as one string; ok is false where it is no
// tool's or has no endpoint and no secret.
func (g *group) settings(pieces []piece.Piece) (s Settings, ok bool) {
	if !g.anchored(pieces) {
		return s, false
	}
	var chosen [schema.NumIDs]*hit
	for i := range g.hits {
		h := &g.hits[i]
		id := h.key.property
		if old := chosen[id]; id != schema.None && (old == nil || h.key.precedes(old.key)) {
			chosen[id] = h
		}
	}
	s.Tool = g.tool
	var text strings.Builder
	text.WriteString(federation)
	for id, h := range chosen {
		if h == nil {
			continue
		}
		ok = ok || id == int(schema.DataSource) || schema.Secrets().Has(schema.ID(id))
		part := Part{Piece: h.piece, Property: schema.ID(id), Key: h.key.spelled}
		text.WriteByte(';')
		part.Span.Start = text.Len()
		text.WriteString(schema.Get(part.Property).Name + "=")
		part.Value.Start = text.Len()
		text.WriteString(quote.Value(pieces[h.piece].Text))
		part.Value.End = text.Len()
		part.Span.End = text.Len()
		s.Parts = append(s.Parts, part)
	}
	if h := chosen[schema.DataSource]; h != nil {
		s.Ingest = h.key.ingest
	}
	s.Text = text.String()
	return s, ok
}

// federation is what every one of the tools sets for itself.
var federation = schema.Get(schema.FederatedSecurity).Name + "=true"
