package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"kustoconn/bind"
	"kustoconn/grammar"
	"kustoconn/redact"
	"kustoconn/report"
	"kustoconn/schema"
)

func (a *app) diffCommand() *cobra.Command {
	var env []string
	cmd := &cobra.Command{
		Use:   "diff A B",
		Short: "Compare what two connection strings mean",
		Long: `Compare the effective properties of two connection strings. Secrets are compared
but never shown. The exit code is 0 where both mean the same, 1 where not.`,
		RunE: func(_ *cobra.Command, args []string) error {
			both, err := a.inputs(args, env)
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
					fmt.Fprintf(a.stderr, "kustoconn: %s has syntax errors; the rest of it is compared\n", in.name)
				}
				views[i] = redact.Of(bind.Bind(tree))
			}
			changes := compare(views[0], views[1])
			for _, c := range changes {
				fmt.Fprintln(a.stdout, c)
			}
			if len(changes) > 0 {
				return errFindings
			}
			return nil
		},
	}
	addInputFlags(cmd, &env)
	return cmd
}

// compare lists how b differs from a, a line for each difference.
func compare(a, b redact.View) []string {
	var lines []string
	for id := range (a.Present | b.Present).All() {
		name := schema.Get(id).Name
		switch {
		case !b.Present.Has(id):
			lines = append(lines, fmt.Sprintf("- %s = %s", name, report.Visible(a.PropertyValue(id))))
		case !a.Present.Has(id):
			lines = append(lines, fmt.Sprintf("+ %s = %s", name, report.Visible(b.PropertyValue(id))))
		case !bind.SameValue(a.Bound, b.Bound, id):
			lines = append(lines, changed(name, a.PropertyValue(id), b.PropertyValue(id)))
		}
	}
	lines = append(lines, compareUnknown(a, b)...)
	if from, to := a.AuthMode(), b.AuthMode(); from != to {
		lines = append(lines, fmt.Sprintf("~ authentication: %s → %s", from, to))
	}
	return lines
}

func changed(name, from, to string) string {
	if from == to {
		return fmt.Sprintf("~ %s differs in what is masked", name)
	}
	return fmt.Sprintf("~ %s: %s → %s", name, report.Visible(from), report.Visible(to))
}

// compareUnknown compares the unknown keywords by their folded names.
func compareUnknown(a, b redact.View) []string {
	last := func(v redact.View) (map[string]int, []string) {
		at, order := map[string]int{}, []string{}
		for i, s := range v.Unknown() {
			folded := schema.Fold(s.Keyword())
			if _, known := at[folded]; !known {
				order = append(order, folded)
			}
			at[folded] = i
		}
		return at, order
	}
	inA, orderA := last(a)
	inB, orderB := last(b)
	var lines []string
	for _, folded := range orderA {
		i := inA[folded]
		j, ok := inB[folded]
		switch {
		case !ok:
			lines = append(lines, "- unknown keyword "+report.Visible(a.Keyword(i)))
		case a.Tree.Segments[i].Value() != b.Tree.Segments[j].Value():
			lines = append(lines, "~ unknown keyword "+report.Visible(a.Keyword(i))+" differs")
		}
	}
	for _, folded := range orderB {
		if _, ok := inA[folded]; !ok {
			lines = append(lines, "+ unknown keyword "+report.Visible(b.Keyword(inB[folded])))
		}
	}
	return lines
}
