package sdk

import (
	"slices"
	"strings"

	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/rule"
	"kustoconn/sdk/internal/dialect"
	"kustoconn/source"
)

// Portability says what each of clients would make of the string: rules 601 to
// 605. Clients that a string fails in the same way share a diagnostic. Where
// an edit makes the string better for one of clients and worse for none of
// them, and it means the same, the diagnostic has that fix. It is unsafe, and the
// help names whom, where it may be worse for one that is not among clients.
//
// It costs one reading by each client and, where there are findings, a bounded
// number more to try fixes.
func Portability(b *bind.Bound, clients []dialect.Client) diag.List {
	readings := ReadAll(b, clients)
	groups := merge(group(readings))
	trials := newTrials(b, readings)
	found := make(diag.List, 0, len(groups))
	for _, g := range groups {
		d := rule.New(g.findings[0].Rule, g.findings[0].Span, g.message())
		d.Help = g.help()
		d.Edits = trials.fix(g)
		if harmed := trials.harmed(d.Edits); len(harmed) > 0 {
			d.Help += "; the fix may be worse for " + strings.Join(harmed, ", ")
			for i := range d.Edits {
				d.Edits[i].Safe = false
			}
		}
		found = append(found, d)
	}
	found.Sort()
	return found
}

// shared is what some clients have in common: findings of one rule at one
// place.
type shared struct {
	clients  []dialect.Client
	findings []Finding
}

// group gathers the clients of each finding.
func group(readings []Reading) (groups []*shared) {
	of := map[Finding]*shared{}
	for _, r := range readings {
		for _, f := range r.Findings {
			g, ok := of[f]
			if !ok {
				g = &shared{findings: []Finding{f}}
				of[f] = g
				groups = append(groups, g)
			}
			g.clients = append(g.clients, r.Client)
		}
	}
	return groups
}

// merge joins the findings of the same clients by one rule at one place.
func merge(groups []*shared) (merged []*shared) {
	type key struct {
		code    diag.Code
		span    source.Span
		clients string
	}
	of := map[key]*shared{}
	for _, g := range groups {
		k := key{g.findings[0].Rule, g.findings[0].Span, g.names()}
		if m, ok := of[k]; ok {
			m.findings = append(m.findings, g.findings...)
			continue
		}
		of[k] = g
		merged = append(merged, g)
	}
	return merged
}

func (g *shared) has(client dialect.Client) bool {
	return slices.ContainsFunc(g.clients, func(c dialect.Client) bool { return c.ID == client.ID })
}

// remain reports whether r still has one of the findings, wherever it is.
func (g *shared) remain(r *Reading) bool {
	return slices.ContainsFunc(r.Findings, func(f Finding) bool {
		return slices.ContainsFunc(g.findings, func(was Finding) bool {
			f.Span = was.Span
			return f == was
		})
	})
}

func (g *shared) names() string {
	var names []string
	for _, c := range g.clients {
		names = append(names, c.Name)
	}
	return strings.Join(names, ", ")
}

func (g *shared) message() string {
	var clauses []string
	for i := range g.findings {
		clauses = append(clauses, g.findings[i].clause())
	}
	return g.names() + ": " + strings.Join(clauses, "; ")
}

func (g *shared) help() string {
	var versions, functions []string
	for _, c := range g.clients {
		versions = append(versions, c.Title+" "+c.Version)
		functions = append(functions, c.Trust.Add)
	}
	help := "as read by " + strings.Join(versions, ", ")
	if g.findings[0].How == notListed {
		help += "; code adds a host by " + strings.Join(functions, ", ")
	}
	return help
}
