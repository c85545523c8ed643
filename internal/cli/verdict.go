package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"kustoconn/diag"
	"kustoconn/rule"
	"kustoconn/validate"
)

// verdictFlags say which rules run, how severe they are, and what makes a
// command fail.
type verdictFlags struct {
	choose     []string
	ignore     []string
	severities []string
	failOn     string
	exitZero   bool

	failing diag.Severity // set by options
}

func (f *verdictFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringSliceVar(&f.choose, "select", nil, "run only these rules: codes, names, or the start of codes (KCS3)")
	flags.StringSliceVar(&f.ignore, "ignore", nil, "leave these rules out")
	flags.StringSliceVar(&f.severities, "severity", nil, "give a rule another severity: RULE=off, information, warning or error")
	flags.StringVar(&f.failOn, "fail-on", "error", "the least severity that makes the exit code 1: information, warning or error")
	flags.BoolVar(&f.exitZero, "exit-zero", false, "exit 0 whatever is found")
}

// options reads the flags.
func (f *verdictFlags) options() (validate.Options, error) {
	o := validate.Options{Select: f.choose, Ignore: f.ignore, Severities: map[diag.Code]diag.Severity{}}
	severity, ok := diag.ParseSeverity(f.failOn)
	if !ok || severity == diag.Off {
		return o, errors.New("--fail-on takes information, warning or error")
	}
	f.failing = severity
	for _, s := range f.severities {
		name, level, _ := strings.Cut(s, "=")
		r, ok := rule.Find(name)
		if !ok {
			return o, fmt.Errorf("--severity: %w", unknownRule(name))
		}
		severity, ok := diag.ParseSeverity(level)
		if !ok {
			return o, errors.New("--severity takes RULE=LEVEL, where the level is off, information, warning or error")
		}
		o.Severities[r.Code] = severity
	}
	return o, nil
}
