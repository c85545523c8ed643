package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"kustoconn/diag"
	"kustoconn/rule"
)

func (a *app) rulesCommand() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "rules [CODE…]",
		Short: "List the rules, or print the documentation of some",
		Long: `List the rules, or print the documentation of those named: by code (KCS501, or
501), by name (secret-in-text), or by the start of a code (KCS5).`,
		ValidArgsFunction: completeWords(rule.Names()...),
		RunE: func(_ *cobra.Command, args []string) error {
			chosen, err := rulesNamed(args)
			switch {
			case err != nil:
				return err
			case format == "json":
				return a.writeJSON(ruleDocuments(chosen), "  ")
			case len(args) > 0:
				for i, r := range chosen {
					if i > 0 {
						fmt.Fprintln(a.stdout)
					}
					fmt.Fprint(a.stdout, r.Markdown())
				}
				return nil
			}
			rows := [][]string{{"Code", "Name", "Severity", "Fix", "Since"}}
			for _, r := range chosen {
				rows = append(rows, []string{r.Code.String(), r.Name, r.Severities(), r.Fix.String(), r.Since})
			}
			writeRows(a.stdout, rows)
			return nil
		},
	}
	addFormat(cmd, &format, "text", "json")
	return cmd
}

// rulesNamed returns the rules that the selectors name, in the order of the
// catalogue, a rule once; all of them for none.
func rulesNamed(selectors []string) ([]*rule.Rule, error) {
	if len(selectors) == 0 {
		return rule.All(), nil
	}
	named := map[diag.Code]bool{}
	for _, s := range selectors {
		codes := rule.Select(s)
		if len(codes) == 0 && strings.Trim(s, "0123456789") == "" {
			codes = rule.Select("KCS" + s)
		}
		if len(codes) == 0 {
			return nil, unknownRule(s)
		}
		for _, code := range codes {
			named[code] = true
		}
	}
	var chosen []*rule.Rule
	for _, r := range rule.All() {
		if named[r.Code] {
			chosen = append(chosen, r)
		}
	}
	return chosen, nil
}

// ruleDocument is a rule as tools read it.
type ruleDocument struct {
	Code     string `json:"code"`
	Name     string `json:"name"`
	Area     string `json:"area"`
	Severity string `json:"severity"`         // of its usual cases
	Worse    string `json:"worse,omitempty"`  // of its worse ones
	Milder   string `json:"milder,omitempty"` // of its milder ones
	Fix      string `json:"fix"`
	Since    string `json:"since"`
	Score    string `json:"securitySeverity,omitempty"`
	Doc      string `json:"doc"`
	Bad      string `json:"bad,omitempty"`
	Good     string `json:"good,omitempty"`
}

func ruleDocuments(rules []*rule.Rule) []ruleDocument {
	all := make([]ruleDocument, 0, len(rules))
	for _, r := range rules {
		d := ruleDocument{
			Code: r.Code.String(), Name: r.Name, Area: r.Area(), Severity: r.Severity.String(),
			Fix: r.Fix.String(), Since: r.Since, Score: r.Score, Doc: r.Doc, Bad: r.Bad, Good: r.Good,
		}
		if r.Worse != 0 {
			d.Worse = r.Worse.String()
		}
		if r.Milder != 0 {
			d.Milder = r.Milder.String()
		}
		all = append(all, d)
	}
	return all
}
