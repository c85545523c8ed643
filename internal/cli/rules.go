package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"kustoconn/rule"
	"kustoconn/schema"
)

func (a *app) rulesCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "rules [CODE]",
		Short: "List the rules, or print the documentation of one",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return errors.New("one rule at a time")
			}
			return nil
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return rule.Names(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				rows := [][]string{{"Code", "Name", "Severity", "Fix", "Since"}}
				for _, r := range rule.All() {
					rows = append(rows, []string{r.Code.String(), r.Name, r.Severity.String(), r.Fix.String(), r.Since})
				}
				writeRows(a.stdout, rows)
				return nil
			}
			r, ok := rule.Find(args[0])
			if !ok {
				return unknownRule(args[0])
			}
			fmt.Fprint(a.stdout, r.Markdown())
			return nil
		},
	}
}

// unknownRule is the error for what is no rule's code or name.
func unknownRule(name string) error {
	if near, ok := schema.SuggestFrom(name, rule.Names()); ok {
		return fmt.Errorf("no rule %q; did you mean %q?", name, near)
	}
	return errors.New(`no such rule; "kustoconn rules" lists them`)
}
