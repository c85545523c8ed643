package cli

import (
	"encoding/json"
	"errors"

	"github.com/spf13/cobra"

	"kustoconn/endpoint"
)

// trustFlags are the flags that make a trust policy.
type trustFlags struct {
	login    string
	suffixes []string
	hosts    []string
}

func (f *trustFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.login, "login", "", "the login endpoint of the cloud, such as https://login.microsoftonline.us (default: any)")
	cmd.Flags().StringArrayVar(&f.suffixes, "trust", nil, "trust hosts with this suffix, which starts with a dot (repeatable)")
	cmd.Flags().StringArrayVar(&f.hosts, "trust-exact", nil, "trust this host (repeatable)")
}

func (f *trustFlags) policy() (endpoint.Policy, error) {
	var rules []endpoint.MatchRule
	for _, s := range f.suffixes {
		rules = append(rules, endpoint.MatchRule{Suffix: s})
	}
	for _, h := range f.hosts {
		rules = append(rules, endpoint.MatchRule{Suffix: h, Exact: true})
	}
	return endpoint.Policy{}.AddTrustedHosts(rules, false)
}

// endpointAnswer is what the batch protocol says of one endpoint.
type endpointAnswer struct {
	ID       json.RawMessage `json:"id"`
	Trusted  bool            `json:"trusted"`
	Host     string          `json:"host,omitempty"`
	Cloud    string          `json:"cloud,omitempty"`
	Rule     string          `json:"rule,omitempty"`
	Kind     string          `json:"kind"`
	Database *string         `json:"database,omitempty"`
}

func newEndpointAnswer(id json.RawMessage, uri, login string, policy endpoint.Policy) endpointAnswer {
	e := endpoint.Analyze(uri)
	verdict := policy.Judge(&e, login)
	a := endpointAnswer{
		ID: id, Trusted: verdict.Trusted, Host: e.Host,
		Cloud: string(verdict.Cloud), Rule: verdict.Rule, Kind: string(verdict.Kind),
	}
	if e.HasDatabase {
		a.Database = &e.Database
	}
	return a
}

func (a *app) endpointCommand() *cobra.Command {
	var trust trustFlags
	var jsonl bool
	cmd := &cobra.Command{
		Use:   "endpoint URI…",
		Short: "Say what a Data Source means and whether its host is trusted",
		RunE: func(_ *cobra.Command, args []string) error {
			policy, err := trust.policy()
			if err != nil {
				return err
			}
			if jsonl {
				if len(args) > 0 {
					return errors.New("--jsonl reads standard input and takes no arguments")
				}
				return a.batch(func(request map[string]json.RawMessage) (any, error) {
					uri, err := stringField(request, "uri")
					if err != nil {
						return nil, err
					}
					login, err := optionalString("login", request["login"])
					if err != nil {
						return nil, err
					}
					if login == "" {
						login = trust.login
					}
					return newEndpointAnswer(requestID(request), uri, login, policy), nil
				})
			}
			return errors.New("TODO")
		},
	}
	trust.add(cmd)
	cmd.Flags().BoolVar(&jsonl, "jsonl", false, `read {"id","uri","login"} a line from standard input and answer each with a line`)
	return cmd
}
