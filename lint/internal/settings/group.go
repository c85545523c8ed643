package settings

import (
	"slices"
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
		known := byLastName()[lastName(path)]
		if len(known) == 0 && (strings.Contains(path, ":") || strings.Contains(path, "__")) {
			path = sections.Replace(path)
			known = byLastName()[lastName(path)]
		}
		for _, k := range known {
			if k.tool == keywords() && pieces[i].Secret != schema.None {
				continue // a member of a builder, which is reported as one
			}
			container, ok := strings.CutSuffix(path, k.name)
			if !ok || container != "" && !strings.HasSuffix(container, ".") {
				continue
			}
			at := place{k.tool, strings.TrimSuffix(container, ".")}
			if isText(at.container) != (len(k.tool.Schemes) > 0) || isText(at.container) && !strings.HasPrefix(at.container, "<"+k.tool.Name) {
				continue
			}
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

// sections writes the path of a key as .NET's configuration has it in one name: with a colon
// between its parts, or in the environment two underscores.
var sections = strings.NewReplacer(":", ".", "__", ".")

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
	if isText(g.container) {
		return true
	}
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

// authentication returns the way to sign in that the group's keys choose: of those
// whose fixed values are all there, and of those that an identity alone chooses, the
// one with most of its keys. It is nil where none is chosen, as where a tool has but
// one.
func (g *group) authentication(pieces []piece.Piece) (chosen *tools.Authentication) {
	most := 0
	for i := range g.tool.Authentications {
		a := &g.tool.Authentications[i]
		given, chooses := 0, false
		for _, s := range a.Settings {
			h := g.hitOf(s.Key)
			switch {
			case s.Fixed != "" && (h == nil || !strings.EqualFold(strings.TrimSpace(pieces[h.piece].Text), s.Fixed)):
				given = -len(a.Settings)
			case h != nil:
				given++
				chooses = chooses || s.Fixed != "" || h.key.property == schema.None
			}
		}
		if chooses && given > most {
			chosen, most = a, given
		}
	}
	return chosen
}

// hitOf returns what was found of a setting of the table, or nil.
func (g *group) hitOf(key string) *hit {
	key = strings.ToLower(key)
	for i := range g.hits {
		if g.hits[i].key.setting == key {
			return &g.hits[i]
		}
	}
	return nil
}

// held returns what a key holds in an authentication, which may be nil: a secret in
// any of them.
func (g *group) held(k *known, a *tools.Authentication) schema.ID {
	if a == nil {
		return k.property
	}
	for _, s := range slices.Concat(g.tool.Settings, a.Settings) {
		if strings.ToLower(s.Key) != k.setting {
			continue
		}
		if p := schema.Get(s.Property); p != nil && p.Settable() && !s.Partial {
			return s.Property
		}
		break
	}
	if schema.Secrets().Has(k.property) {
		return k.property
	}
	return schema.None
}

// settings writes the group as one string; ok is false where it is no
// tool's or has no endpoint and no secret.
func (g *group) settings(file string, pieces []piece.Piece) (s Settings, ok bool) {
	if !g.anchored(pieces) || g.tool == keywords() && !g.isMapping(pieces) {
		return s, false
	}
	a := g.authentication(pieces)
	var chosen [schema.NumIDs]*hit
	for i := range g.hits {
		h := &g.hits[i]
		id := g.held(h.key, a)
		if old := chosen[id]; id != schema.None && (old == nil || h.key.precedes(old.key)) {
			chosen[id] = h
		}
	}
	s.Tool = g.tool
	if a != nil {
		s.Mode = a.Mode
	}
	var text strings.Builder
	if g.tool != keywords() {
		text.WriteString(federation)
	}
	for id, h := range chosen {
		if h == nil {
			continue
		}
		ok = ok || id == int(schema.DataSource) || schema.Secrets().Has(schema.ID(id))
		part := Part{Piece: h.piece, Property: schema.ID(id), Key: h.key.spelled, Ingest: h.key.ingest}
		if text.Len() > 0 {
			text.WriteByte(';')
		}
		part.Span.Start = text.Len()
		text.WriteString(schema.Get(part.Property).Name + "=")
		part.Value.Start = text.Len()
		text.WriteString(quote.Value(valueOf(file, &pieces[h.piece])))
		part.Value.End = text.Len()
		part.Span.End = text.Len()
		s.Parts = append(s.Parts, part)
	}
	s.Text = text.String()
	return s, ok
}

// federation is what every one of the tools sets for itself.
var federation = schema.Get(schema.FederatedSecurity).Name + "=true"

// valueOf returns the value of a setting, with an expression of Azure's templates and
// pipelines as a placeholder: @linkedService().key, and the literal that is an argument
// in [reference('x').id].
func valueOf(file string, p *piece.Piece) string {
	const near = 200 // bytes
	if start := p.Span().Start; p.Kind == piece.Literal && len(p.Holes) == 0 && p.KeySpan.End > max(0, start-near) && p.KeySpan.End < start {
		if between := file[p.KeySpan.End:start]; strings.Contains(between, "[") && strings.Contains(between, "(") {
			return expression
		}
	}
	if name, ok := strings.CutPrefix(p.Text, "@"); ok {
		if n := strings.IndexByte(name, '('); n > 0 && strings.Trim(name[:n], letters) == "" {
			return expression
		}
	}
	return p.Text
}

const (
	expression = "{expression}"
	letters    = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
)
