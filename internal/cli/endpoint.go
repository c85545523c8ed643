package cli

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"kustoconn"
	"kustoconn/endpoint"
	"kustoconn/redact"
	"kustoconn/report"
	"kustoconn/rule"
	"kustoconn/validate"
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

// rules are the hosts that the flags add.
func (f *trustFlags) rules() (rules []endpoint.MatchRule) {
	for _, suffix := range f.suffixes {
		rules = append(rules, endpoint.MatchRule{Suffix: suffix})
	}
	for _, host := range f.hosts {
		rules = append(rules, endpoint.MatchRule{Suffix: host, Exact: true})
	}
	return rules
}

// policy returns the policy that the flags make. An error names the flag, never
// its value.
func (f *trustFlags) policy() (policy endpoint.Policy, err error) {
	if mistake := kustoconn.WithLogin(f.login)(&validate.Options{}); mistake != nil {
		return policy, fmt.Errorf("--login: %s", mistake.Reason)
	}
	for _, rule := range f.rules() {
		if policy, err = policy.AddTrustedHosts([]endpoint.MatchRule{rule}, false); err == nil {
			continue
		}
		if rule.Exact {
			return policy, errors.New("--trust-exact takes a host, such as kusto.contoso.com; --trust takes a suffix")
		}
		return policy, errors.New("--trust takes a suffix that starts with a dot, such as .contoso.com; --trust-exact takes a host")
	}
	return policy, nil
}

// endpointAnswer is what the batch protocol says of one endpoint.
type endpointAnswer struct {
	ID       json.RawMessage `json:"id,omitempty"`
	Trusted  bool            `json:"trusted"`
	Host     string          `json:"host,omitempty"`
	Cloud    string          `json:"cloud,omitempty"`
	Rule     string          `json:"rule,omitempty"`
	Kind     string          `json:"kind"`
	Database *string         `json:"database,omitempty"`
	Clients  []clientTrust   `json:"clients,omitempty"` // with --client
}

func newEndpointAnswer(id json.RawMessage, uri, login string, policy endpoint.Policy) endpointAnswer {
	e := endpoint.Analyze(uri)
	a := endpointDocument(&e, policy.Judge(&e, login))
	a.ID = id
	return a
}

// endpointDocument is what there is to say of e, without an id.
func endpointDocument(e *endpoint.Endpoint, verdict endpoint.Verdict) endpointAnswer {
	a := endpointAnswer{
		Trusted: verdict.Trusted, Host: shownPart(e.Text(), e.Host()),
		Cloud: string(verdict.Cloud), Rule: verdict.Rule, Kind: string(verdict.Kind),
	}
	if e.HasDatabase {
		database := shownPart(e.Text(), e.Database())
		a.Database = &database
	}
	return a
}

// endpointCommand holds the flags of the endpoint command.
type endpointCommand struct {
	*app
	trust  trustFlags
	env    []string
	jsonl  bool
	client string
	format string
}

func (a *app) endpointCommand() *cobra.Command {
	c := endpointCommand{app: a}
	cmd := &cobra.Command{
		Use:   "endpoint URI…",
		Short: "Say what a Data Source means and whether its host is trusted",
		Long: `Say what a Data Source means and whether its host is trusted: the host, cluster,
cloud and region, what it is used for, the database in its path, and the rule that
trusts it. "-" reads URIs from standard input, one a line, and --env from the environment: a
password on a command line is seen by other users. The exit code is 1 where one is
not trusted.

With --client it also says what the client's own check of trusted hosts answers,
and with which authentications the client asks it. Without --login, tokens are
taken to be asked at the login endpoint of the host's cloud.`,
		RunE: func(_ *cobra.Command, args []string) error { return c.run(args) },
	}
	c.trust.add(cmd)
	addInputFlags(cmd, &c.env)
	cmd.Flags().BoolVar(&c.jsonl, "jsonl", false, `read {"id","uri","login"} a line from standard input and answer each with a line`)
	addClient(cmd, &c.client, "say what these clients' own checks of trusted hosts answer")
	addFormat(cmd, &c.format, "text", "json")
	return cmd
}

func (c *endpointCommand) run(args []string) error {
	policy, err := c.trust.policy()
	if err != nil {
		return err
	}
	clients, err := clientsNamed(c.client)
	if err != nil {
		return err
	}
	if c.jsonl {
		switch {
		case len(args)+len(c.env) > 0:
			return errors.New("--jsonl reads standard input and takes no arguments")
		case len(clients) > 1:
			return errors.New("--jsonl takes one client")
		case len(clients) == 1:
			return c.batch(func(request map[string]json.RawMessage) (any, error) { return c.answerClient(request, clients[0]) })
		}
		return c.batch(func(request map[string]json.RawMessage) (any, error) { return c.answer(request, policy) })
	}
	uris, err := c.uris(args)
	if err != nil {
		return err
	}
	if len(uris) == 0 {
		return errors.New("no URI given")
	}
	untrusted := false
	documents := []endpointAnswer{}
	for i, uri := range uris {
		e := endpoint.Analyze(uri)
		verdict := policy.Judge(&e, c.trust.login)
		untrusted = untrusted || !verdict.Trusted
		trusts := c.trustOf(clients, &e)
		if c.format == "json" {
			document := endpointDocument(&e, verdict)
			document.Clients = trusts
			documents = append(documents, document)
			continue
		}
		if i > 0 {
			fmt.Fprintln(c.stdout)
		}
		c.writeEndpoint(&e, verdict)
		writeRows(c.stdout, trustRows(trusts))
	}
	if c.format == "json" {
		if err := c.writeJSON(documents, "  "); err != nil {
			return err
		}
	}
	if untrusted {
		return errFindings
	}
	return nil
}

// answer answers one line of the batch protocol.
func (c *endpointCommand) answer(request map[string]json.RawMessage, policy endpoint.Policy) (any, error) {
	uri, login, err := uriAndLogin(request)
	if err != nil {
		return nil, err
	}
	return newEndpointAnswer(requestID(request), uri, cmp.Or(login, c.trust.login), policy), nil
}

// uriAndLogin reads the fields of a request; the login is empty where none is given.
func uriAndLogin(request map[string]json.RawMessage) (uri, login string, err error) {
	if uri, err = stringField(request, "uri"); err != nil {
		return "", "", err
	}
	login, err = optionalString(request, "login")
	return uri, login, err
}

// uris returns the arguments, with the lines of standard input in place of "-",
// and what --env names.
func (c *endpointCommand) uris(args []string) (uris []string, err error) {
	for _, arg := range args {
		if arg != "-" {
			uris = append(uris, arg)
			continue
		}
		text, err := c.readAll()
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(text) {
			if line = strings.TrimSpace(line); line != "" {
				uris = append(uris, line)
			}
		}
	}
	for i, name := range c.env {
		uri, ok := os.LookupEnv(name)
		if !ok {
			return nil, fmt.Errorf("--env %s: %w", ordinal(i, len(c.env)), unsetVariable())
		}
		uris = append(uris, uri)
	}
	return uris, nil
}

// shownURI masks what is secret in uri, read as the connection string that it
// may be by mistake. Of one that is, nothing is shown behind its first secret.
func shownURI(uri string) string {
	shown := redact.String(uri)
	if before, _, ok := strings.Cut(shown, redact.Mask); ok && shown != uri && strings.Contains(uri, ";") {
		return before + redact.Mask
	}
	return shown
}

// shownPart masks a part of uri where uri holds a secret and the part is not
// in what is left of it.
func shownPart(uri, part string) string {
	if shown := shownURI(uri); shown != uri && !strings.Contains(strings.ToLower(shown), strings.ToLower(part)) {
		return redact.Mask
	}
	return part
}

// writeEndpoint prints one endpoint for people.
func (a *app) writeEndpoint(e *endpoint.Endpoint, verdict endpoint.Verdict) {
	fmt.Fprintln(a.stdout, report.Visible(shownURI(e.Text())))
	writeRows(a.stdout, endpointRows(e, verdict))
	for _, f := range e.Faults {
		if f.Code == rule.BadURI {
			fmt.Fprintf(a.stdout, "  %s; %s\n", f.Reason, f.Reason.Help())
		}
	}
}

// endpointRows tells the facts of an endpoint, a row each.
func endpointRows(e *endpoint.Endpoint, verdict endpoint.Verdict) [][]string {
	var rows [][]string
	row := func(name, value string) {
		if value != "" {
			rows = append(rows, []string{name, report.Visible(value)})
		}
	}
	row("written as", e.Form.String())
	row("host", shownPart(e.Text(), e.Host()))
	row("cluster", shownPart(e.Text(), e.Cluster()))
	row("region", shownPart(e.Text(), e.Region()))
	if verdict.Trusted {
		row("service", e.Service())
	}
	row("cloud", string(verdict.Cloud))
	row("used for", string(verdict.Kind))
	row("database", shownPart(e.Text(), e.Database()))
	if verdict.Trusted {
		row("trusted", "yes, by the rule: "+verdict.Rule)
	} else {
		row("trusted", "no")
	}
	return rows
}
