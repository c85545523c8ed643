package analyzer

import (
	"errors"
	"strings"

	"golang.org/x/tools/go/analysis"

	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/lint"
	"kustoconn/sdk"
	"kustoconn/validate"
)

// Settings says what is reported. The zero Settings reports what the rules call an error
// or a warning, outside of tests, and trusts the hosts that the service issues.
type Settings struct {
	// Level is the least severity to report: error, warning or information; warning
	// where it is empty.
	Level string `json:"level"`
	// Select and Ignore take codes ("KCS410"), rules' names ("ingest-endpoint") and
	// starts of codes ("KCS4"). An empty Select selects all.
	Select []string `json:"select"`
	Ignore []string `json:"ignore"`
	// TrustedHosts are trusted beside those that the service issues; one that starts
	// with a dot is a suffix.
	TrustedHosts []string `json:"trusted-hosts"`
	// Login is the login endpoint that clients use; empty for any cloud's.
	Login string `json:"login"`
	// Tests asks for files of tests too.
	Tests bool `json:"tests"`
	// UnsafeFixes suggests also the fixes that may change what a string means.
	UnsafeFixes bool `json:"unsafe-fixes"`
}

// judge is what judges, made of Settings.
type judge struct {
	validator *validate.Validator
	goClient  []sdk.Client // the Go client alone
	tests     bool
	unsafe    bool
}

var (
	errLevel = errors.New("level is error, warning or information")
	errHost  = errors.New("trusted-hosts takes hosts, such as adx.example.com, and suffixes, such as .adx.example.com")
)

func (s *Settings) judge() (*judge, error) {
	j := &judge{tests: s.Tests, unsafe: s.UnsafeFixes}
	options := validate.Options{Select: s.Select, Ignore: s.Ignore, Login: s.Login, Least: diag.Warning}
	if s.Level != "" {
		level, ok := diag.ParseSeverity(s.Level)
		if !ok || level == diag.Off {
			return nil, errLevel
		}
		options.Least = level
	}
	var hosts []endpoint.MatchRule
	for _, host := range s.TrustedHosts {
		hosts = append(hosts, endpoint.MatchRule{Suffix: host, Exact: !strings.HasPrefix(host, ".")})
	}
	var err error
	if options.Policy, err = options.Policy.AddTrustedHosts(hosts, false); err != nil {
		return nil, errHost
	}
	if j.validator, err = lint.NewValidator(options); err != nil {
		return nil, err
	}
	j.goClient, _, _ = sdk.Select("go")
	return j, nil
}

// goClientFindings returns what the Go client makes of a string otherwise than the
// documentation says.
func (j *judge) goClientFindings(b *bind.Bound) diag.List {
	return j.validator.Configure(sdk.Portability(b, j.goClient))
}

// withFlags returns the pass whose flags change settings.
func withFlags(settings *Settings) *analysis.Analyzer {
	a := newAnalyzer(settings)
	flags := &a.Flags
	flags.StringVar(&settings.Level, "level", "", "least severity to report: error, warning or information (default warning)")
	flags.Func("select", "comma-separated codes, names or starts of codes of the rules to run", list(&settings.Select))
	flags.Func("ignore", "comma-separated codes, names or starts of codes of the rules to leave out", list(&settings.Ignore))
	flags.Func("trusted-hosts", "comma-separated hosts to trust, and suffixes that start with a dot", list(&settings.TrustedHosts))
	flags.StringVar(&settings.Login, "login", "", "URI of the login endpoint that clients use")
	flags.BoolVar(&settings.Tests, "tests", false, "report what is in files of tests, too")
	flags.BoolVar(&settings.UnsafeFixes, "unsafe-fixes", false, "suggest also fixes that may change what a string means")
	return a
}

func list(into *[]string) func(string) error {
	return func(text string) error {
		for item := range strings.SplitSeq(text, ",") {
			*into = append(*into, strings.TrimSpace(item))
		}
		return nil
	}
}
