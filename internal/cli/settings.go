package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/internal/vocabulary"
	"kustoconn/lint/config"
	"kustoconn/rule"
	"kustoconn/sdk"
	"kustoconn/validate"
)

// configFlags say which configuration a command reads.
type configFlags struct {
	path string
	none bool
	text []byte // of an editor's settings, in place of a file; nil for none
}

func (f *configFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.path, "config", "", "the configuration file (default: .kustoconn.yaml, .yml or .toml here or above)")
	flags.BoolVar(&f.none, "no-config", false, "read no configuration file")
}

// load reads the configuration that the flags name, or else the one for the
// working directory, or else none.
func (f *configFlags) load() (*config.Config, error) {
	path := f.path
	switch {
	case f.none && path != "":
		return nil, errors.New("--no-config does not go with --config")
	case f.none:
		return &config.Config{}, nil
	case f.text != nil:
		c, err := config.Parse("the editor's settings", f.text)
		if err != nil {
			return nil, err
		}
		c.Baseline = "" // a file, which settings do not name
		return c, nil
	case path == "":
		found, err := config.Find(".")
		if err != nil || found == "" {
			return &config.Config{}, err
		}
		path = found
	}
	return config.Load(path)
}

// judging is how strings are judged: what the flags and the configuration come
// to for one file, or for strings that are in none.
type judging struct {
	validate.Options
	clients       []sdk.Client
	level, failOn diag.Severity
	maxSize       int64 // zero where nothing is said
}

// judging merges the flags of cmd with the settings of a configuration, of
// which a later one wins over an earlier, and the flags over all.
func (f *judgeFlags) judging(cmd *cobra.Command, all ...config.Settings) (j judging, err error) {
	given := cmd.Flags().Changed
	choices := newRuleChoices()
	j.For = endpoint.Kind(f.role)
	j.level, j.failOn = diag.Warning, diag.Error
	j.Severities = map[diag.Code]diag.Severity{}
	var hosts []endpoint.MatchRule
	var clients []string
	for i := range all {
		s := &all[i]
		choices.configure(s)
		hosts = append(hosts, s.TrustedHosts...)
		if s.Login != "" {
			j.Login = s.Login
		}
		if len(s.Clients) > 0 {
			clients = nil
			for _, c := range s.Clients {
				clients = append(clients, c.String())
			}
		}
		if s.Level != 0 {
			j.level = s.Level
		}
		if s.FailOn != 0 {
			j.failOn = s.FailOn
		}
		if s.MaxSize != 0 {
			j.maxSize = s.MaxSize
		}
	}
	if given("login") {
		j.Login = f.trust.login
	}
	if given("level") {
		j.level, _ = diag.ParseSeverity(f.verdict.level)
	}
	if given("fail-on") {
		j.failOn, _ = diag.ParseSeverity(f.verdict.failOn)
	}
	if j.level > j.failOn {
		j.level = j.failOn // what fails a run is shown
	}
	if flag := cmd.Flags().Lookup("client"); flag != nil && flag.Changed {
		clients = strings.Split(flag.Value.String(), ",")
	}
	if j.clients, err = clientsNamed(strings.Join(clients, ",")); err != nil {
		return j, err
	}
	severities, err := f.verdict.overrides()
	if err != nil {
		return j, err
	}
	choices.flags(f.verdict.choose, f.verdict.ignore, severities, given("client") && len(j.clients) > 0)
	j.Severities = choices.severities()
	if j.Policy, err = f.trust.policy(); err != nil {
		return j, err
	}
	j.Policy, err = j.Policy.AddTrustedHosts(hosts, false)
	return j, err
}

// judgeFlags are the flags of commands that judge strings.
type judgeFlags struct {
	trust   trustFlags
	verdict verdictFlags
	role    string // query or ingest; empty where it is not known
}

// ruleChoices says which rules run, and how severe they are: zero for a rule's
// own severity.
type ruleChoices struct {
	on       map[diag.Code]bool
	severity map[diag.Code]diag.Severity
	clients  bool // some are named by the configuration
}

func newRuleChoices() *ruleChoices {
	c := &ruleChoices{map[diag.Code]bool{}, map[diag.Code]diag.Severity{}, false}
	for _, r := range rule.All() {
		c.on[r.Code] = true
	}
	return c
}

// Areas of rules that other keys ask for than select.
const (
	portability = "portability" // clients
	linting     = "linting"     // the files' own comments
)

// configure takes in the settings of a configuration. Its select does not
// switch off what another key asks for: portability with the clients that it
// names, and linting, which keeps suppressions honest. Ignore does.
func (c *ruleChoices) configure(s *config.Settings) {
	c.clients = c.clients || len(s.Clients) > 0
	for _, r := range rule.All() {
		selected, ignored := longest(r, s.Select), longest(r, s.Ignore)
		if len(s.Select) > 0 {
			area := r.Area()
			c.on[r.Code] = selected > 0 || area == linting || area == portability && c.clients
		}
		if ignored > 0 && ignored >= selected {
			c.on[r.Code] = false
		} else if selected > 0 {
			c.allow(r.Code)
		}
	}
	for code, severity := range s.Severities {
		c.severity[code] = severity
	}
}

// flags takes in what the command line says: it wins over all before it.
func (c *ruleChoices) flags(choose, ignore []string, severities map[diag.Code]diag.Severity, clients bool) {
	for _, r := range rule.All() {
		selected, ignored := longest(r, choose), longest(r, ignore)
		if len(choose) > 0 {
			if c.on[r.Code] = selected > 0; selected > 0 {
				c.allow(r.Code)
			}
		}
		if severity := severities[r.Code]; len(choose) == 0 && severity != 0 && severity != diag.Off {
			c.on[r.Code] = true
		}
		if clients && r.Area() == portability {
			c.on[r.Code] = true
		}
		if ignored > 0 && ignored >= selected {
			c.on[r.Code] = false
		}
	}
	for code, severity := range severities {
		c.severity[code] = severity
	}
}

// allow takes back that the severities of an earlier layer switch a rule off.
func (c *ruleChoices) allow(code diag.Code) {
	if c.severity[code] == diag.Off {
		delete(c.severity, code)
	}
}

// longest returns how closely the closest of the selectors names the rule.
func longest(r *rule.Rule, selectors []string) (n int) {
	for _, s := range selectors {
		n = max(n, r.Match(s))
	}
	return n
}

// severities returns the severities that are not the rules' own.
func (c *ruleChoices) severities() map[diag.Code]diag.Severity {
	all := map[diag.Code]diag.Severity{}
	for code, severity := range c.severity {
		all[code] = severity
	}
	for code, on := range c.on {
		if !on {
			all[code] = diag.Off
		}
	}
	return all
}

// unknownRule is the error for what is no rule's code or name. It does not
// repeat it.
func unknownRule(name string) error {
	if near, ok := vocabulary.SuggestFrom(name, rule.Names()); ok {
		return fmt.Errorf("no such rule; did you mean %q?", near)
	}
	return errors.New(`no such rule; "kustoconn rules" lists them`)
}
