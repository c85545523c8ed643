package conform

import (
	"context"
	"unicode/utf8"

	"kustoconn/bind"
	"kustoconn/fuzz"
	"kustoconn/fuzz/draw"
	"kustoconn/fuzz/internal/reference"
	"kustoconn/grammar"
	"kustoconn/placeholder"
	"kustoconn/schema"
)

// batch is how many generated strings are asked for at once.
const batch = 64

// exploration is a comparison on generated strings.
type exploration struct {
	parser *parser
	strict strictness
	enough func(kind string) bool // nil, or as in Options

	compared int // strings that the other parser answered, or did not survive
	kinds    map[string]bool
	found    []Disagreement // the smallest string of each kind
	done     bool           // enough is found
}

// explore compares the answers to generated strings while the budget lasts,
// and reports the smallest string of each kind of disagreement.
func explore(ctx context.Context, p *parser, strict strictness, o Options, report *Report) error {
	budget, cancel := context.WithTimeout(ctx, o.Budget)
	defer cancel()
	x := exploration{parser: p, strict: strict, enough: o.enough, kinds: map[string]bool{}}
	err := x.run(ctx, budget, o.Seed)
	report.Generated = x.compared
	if err != nil {
		return err
	}
	report.addGenerated(x.found)
	if x.done {
		return nil
	}
	return ctx.Err()
}

// run asks for batch after batch until the budget ends. The first is answered
// whatever that is.
func (x *exploration) run(ctx, budget context.Context, seed uint64) error {
	strings := generated()
	within := ctx
	for first := int(seed << 32); within.Err() == nil && !x.done; first += batch {
		texts := make([]string, batch)
		for i := range texts {
			texts[i] = strings.Example(first + i)
		}
		outcomes, err := x.parser.answers(within, texts, 1)
		if err != nil && within.Err() == nil {
			return err
		}
		for i, o := range outcomes {
			if x.done || o == (outcome{}) {
				continue
			}
			if err := x.compare(ctx, budget, texts[i], o); err != nil {
				return err
			}
		}
		within = budget
	}
	return nil
}

// compare judges the outcome for text, and looks for the smallest string of
// each kind of disagreement that is new.
func (x *exploration) compare(ctx, budget context.Context, text string, o outcome) error {
	x.compared++
	for _, f := range x.strict.judge(text, expected(text), o).findings {
		if x.kinds[f.kind] {
			continue
		}
		x.kinds[f.kind] = true
		within := ctx
		if budget.Err() != nil {
			within = budget // no time is left to make it smaller
		}
		d, err := smallest(within, x.parser, x.strict, text, f.kind, o)
		if err != nil {
			return err
		}
		x.found = append(x.found, d)
		if x.enough != nil && x.enough(f.kind) {
			x.done = true
			return nil
		}
	}
	return nil
}

// generated draws valid strings, faulty ones, and noise, all of it UTF-8:
// JSON holds nothing else.
func generated() draw.Generator[string] {
	valid := draw.Map(fuzz.Valid(), func(c fuzz.Case) string { return c.Text })
	return draw.OneOf(valid, valid, fuzz.Texts()).Filter(utf8.ValidString)
}

// expected is what this module answers, less its diagnostics and its masked
// text: another parser need not have our rules, and may mask more.
func expected(text string) fuzz.Answer {
	a := reference.Answer(text)
	a.Diagnostics, a.Redacted = nil, nil
	if isTemplate(text) {
		a.Properties, a.Auth, a.Canonical = nil, "", nil
	}
	if !a.Syntax {
		return fuzz.Answer{}
	}
	return a
}

// isTemplate reports whether a placeholder stands in a Data Source of text. What
// such a value means is not of the language: whether a "/" in the placeholder
// begins the path is for who fills it in.
func isTemplate(text string) bool {
	tree, _ := grammar.Parse(text)
	var usual *placeholder.Set // the table of package placeholder
	for i := range bind.Bind(tree).Occurrences(schema.DataSource) {
		if len(usual.Find(tree.Segments[i].Value())) > 0 {
			return true
		}
	}
	return false
}
