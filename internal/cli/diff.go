package cli

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"kustoconn/bind"
	"kustoconn/endpoint"
	"kustoconn/grammar"
	"kustoconn/internal/effective"
	"kustoconn/internal/fold"
	"kustoconn/redact"
	"kustoconn/report"
	"kustoconn/schema"
)

// diffCommand holds the flags of the diff command.
type diffCommand struct {
	*app
	env    []string
	format string
}

func (a *app) diffCommand() *cobra.Command {
	c := diffCommand{app: a}
	cmd := &cobra.Command{
		Use:   "diff A B",
		Short: "Compare what two connection strings mean",
		Long: `Compare the effective properties of two connection strings. The case of a host, a
port that is the scheme's own, a name that tools complete, the shorthand, and a
default of the documentation make no difference. Secrets are compared but never
shown. The exit code is 0 where both mean the same, 1 where not.`,
		RunE: func(_ *cobra.Command, args []string) error { return c.run(args) },
	}
	addInputFlags(cmd, &c.env)
	addFormat(cmd, &c.format, "text", "json")
	return cmd
}

func (c *diffCommand) run(args []string) error {
	both, err := c.inputs(args, c.env)
	if err != nil {
		return err
	}
	if len(both) != 2 {
		return fmt.Errorf("two strings are compared, and %d given", len(both))
	}
	var views [2]redact.View
	for i, in := range both {
		tree, syntax := grammar.Parse(in.text)
		if len(syntax) > 0 {
			fmt.Fprintf(c.stderr, "kustoconn: %s has syntax errors; the rest of it is compared\n", in.name)
		}
		views[i] = redact.Of(bind.Bind(tree))
	}
	changes := compare(views[0], views[1])
	if c.format == "json" {
		if err := c.writeJSON(differences{len(changes) == 0, changes}, "  "); err != nil {
			return err
		}
	} else {
		for _, change := range changes {
			fmt.Fprintln(c.stdout, change)
		}
	}
	if len(changes) > 0 {
		return errFindings
	}
	return nil
}

// differences is what diff says, as tools read it.
type differences struct {
	Equal   bool         `json:"equal"`
	Changes []difference `json:"changes"`
}

// difference is one property that the second string has otherwise.
type difference struct {
	Kind    string  `json:"kind"` // removed, added or changed
	Name    string  `json:"name"` // of the property, the unknown keyword, or "authentication"
	Unknown bool    `json:"unknownKeyword,omitempty"`
	From    *string `json:"from,omitempty"` // masked
	To      *string `json:"to,omitempty"`   // masked; both are left out of an unknown keyword
}

// String returns the line for people.
func (d difference) String() string {
	sign := map[string]string{"removed": "-", "added": "+", "changed": "~"}[d.Kind]
	name := report.Visible(d.Name)
	switch {
	case d.Unknown && d.Kind == "changed":
		return fmt.Sprintf("%s unknown keyword %s differs", sign, name)
	case d.Unknown:
		return fmt.Sprintf("%s unknown keyword %s", sign, name)
	case d.From == nil:
		return fmt.Sprintf("%s %s = %s", sign, name, report.Visible(*d.To))
	case d.To == nil:
		return fmt.Sprintf("%s %s = %s", sign, name, report.Visible(*d.From))
	case *d.From == *d.To:
		return fmt.Sprintf("%s %s differs in what is masked", sign, name)
	}
	return fmt.Sprintf("%s %s: %s → %s", sign, name, report.Visible(*d.From), report.Visible(*d.To))
}

// compare lists how b differs from a.
func compare(a, b redact.View) []difference {
	changes := []difference{}
	for id := range (a.Present | b.Present).All() {
		d := difference{Kind: "changed", Name: schema.Get(id).Name}
		if a.Present.Has(id) {
			value := a.PropertyValue(id)
			d.From = &value
		}
		if b.Present.Has(id) {
			value := b.PropertyValue(id)
			d.To = &value
		}
		switch {
		case meansTheSame(a, b, id):
			continue
		case d.To == nil:
			d.Kind = "removed"
		case d.From == nil:
			d.Kind = "added"
		}
		changes = append(changes, d)
	}
	changes = append(changes, compareUnknown(a, b)...)
	if from, to := string(a.AuthMode()), string(b.AuthMode()); from != to {
		changes = append(changes, difference{Kind: "changed", Name: "authentication", From: &from, To: &to})
	}
	return changes
}

// meansTheSame reports whether a property means the same in both: one that is
// not given has its documented default, and an option without one is off.
func meansTheSame(a, b redact.View, id schema.ID) bool {
	given, other := a, b
	if !a.Present.Has(id) {
		given, other = b, a
	}
	value, _ := given.Value(id)
	if !other.Present.Has(id) {
		property := schema.Get(id)
		standard := property.Default
		if property.Type == schema.TypeBool {
			standard = cmp.Or(standard, "false")
		}
		return standard != "" && strings.EqualFold(standard, value)
	}
	if effective.SameValue(a.Bound, b.Bound, id) {
		return true
	}
	second, _ := other.Value(id)
	return id == schema.DataSource && sameEndpoint(endpoint.Analyze(value), endpoint.Analyze(second))
}

// sameEndpoint reports whether two Data Sources are one: the case of a host, the
// scheme's own port, and what completes a name make no difference.
func sameEndpoint(a, b endpoint.Endpoint) bool {
	rest := func(e endpoint.Endpoint) string { return strings.TrimSuffix(e.Text()[e.PathSpan.Start:], "/") }
	return a.Host() != "" && a.Host() == b.Host() && schemeOf(a) == schemeOf(b) && portOf(a) == portOf(b) &&
		a.Userinfo.Slice(a.Text()) == b.Userinfo.Slice(b.Text()) && rest(a) == rest(b)
}

func schemeOf(e endpoint.Endpoint) string {
	return strings.ToLower(cmp.Or(e.Scheme(), "https"))
}

func portOf(e endpoint.Endpoint) string {
	if port := e.Port.Slice(e.Text()); port != "" {
		return port
	}
	return map[string]string{"https": "443", "http": "80"}[schemeOf(e)]
}

// compareUnknown compares the unknown keywords by their folded names.
func compareUnknown(a, b redact.View) []difference {
	last := func(v redact.View) (map[string]int, []string) {
		at, order := map[string]int{}, []string{}
		for i, s := range v.Unknown() {
			folded := fold.Keyword(s.Keyword())
			if _, known := at[folded]; !known {
				order = append(order, folded)
			}
			at[folded] = i
		}
		return at, order
	}
	inA, orderA := last(a)
	inB, orderB := last(b)
	var changes []difference
	unknown := func(kind, name string) { changes = append(changes, difference{Kind: kind, Name: name, Unknown: true}) }
	for _, folded := range orderA {
		i := inA[folded]
		j, ok := inB[folded]
		switch {
		case !ok:
			unknown("removed", a.Keyword(i))
		case a.Tree.Segments[i].Value() != b.Tree.Segments[j].Value():
			unknown("changed", a.Keyword(i))
		}
	}
	for _, folded := range orderB {
		if _, ok := inA[folded]; !ok {
			unknown("added", b.Keyword(inB[folded]))
		}
	}
	return changes
}
