package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"kustoconn/diag"
	"kustoconn/rule"
)

// verdictFlags say which rules run, how severe they are, what is shown, and
// what makes a command fail.
type verdictFlags struct {
	choose     []string
	ignore     []string
	severities []string
	level      string
	failOn     string
	exitZero   bool
}

func (f *verdictFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringSliceVar(&f.choose, "select", nil, "run only these rules: codes, names, or the start of codes (KCS3)")
	flags.StringSliceVar(&f.ignore, "ignore", nil, "leave these rules out")
	flags.StringSliceVar(&f.severities, "severity", nil, "give a rule another severity: RULE=off, information, warning or error")
	addChoice(cmd, &f.level, "level", "warning", "the least severity that is shown: error, warning or information; others are counted", "error", "warning", "information")
	addChoice(cmd, &f.failOn, "fail-on", "error", "the least severity that makes the exit code 1, and is shown: information, warning or error", "information", "warning", "error")
	flags.BoolVar(&f.exitZero, "exit-zero", false, "exit 0 whatever is found")
	for _, flag := range []string{"select", "ignore"} {
		if err := cmd.RegisterFlagCompletionFunc(flag, completeList(rule.Names()...)); err != nil {
			panic(err) // the flag was just added
		}
	}
	err := cmd.RegisterFlagCompletionFunc("severity", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return severityChoices(), cobra.ShellCompDirectiveNoFileComp
	})
	if err != nil {
		panic(err) // the flag was just added
	}
}

// canSelect returns an error where --select chooses rules, and none of them is one
// that the command can report: it would find nothing whatever it is given.
func (f *verdictFlags) canSelect(gives func(*rule.Rule) bool) error {
	if len(f.choose) == 0 {
		return nil
	}
	area := ""
	for _, r := range rule.All() {
		if longest(r, f.choose) == 0 {
			continue
		}
		if gives(r) {
			return nil
		}
		area = r.Area()
	}
	if area == portability {
		return errors.New("--select: these rules are about clients, which --client names")
	}
	return errors.New("--select: only lint reports these rules")
}

// severityChoices lists what --severity takes.
func severityChoices() (all []string) {
	for _, name := range rule.Names() {
		for _, level := range []string{"off", "information", "warning", "error"} {
			all = append(all, name+"="+level)
		}
	}
	return all
}

// overrides returns the severities that --severity gives. It also checks what
// --select and --ignore name.
func (f *verdictFlags) overrides() (map[diag.Code]diag.Severity, error) {
	for flag, selectors := range map[string][]string{"--select": f.choose, "--ignore": f.ignore} {
		for _, s := range selectors {
			if len(rule.Select(s)) == 0 {
				return nil, fmt.Errorf("%s: %w", flag, unknownRule(s))
			}
		}
	}
	all := map[diag.Code]diag.Severity{}
	for _, s := range f.severities {
		name, level, _ := strings.Cut(s, "=")
		r, ok := rule.Find(name)
		if !ok {
			return nil, fmt.Errorf("--severity: %w", unknownRule(name))
		}
		severity, ok := diag.ParseSeverity(level)
		if !ok {
			return nil, errors.New("--severity takes RULE=LEVEL, where the level is off, information, warning or error")
		}
		all[r.Code] = severity
	}
	return all, nil
}
