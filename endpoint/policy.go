package endpoint

import (
	"errors"
	"fmt"
	"strings"
)

// MatchRule names hosts to trust: a host where Exact, else all hosts that end
// with Suffix. It is modelled on FastSuffixMatcher.MatchRule of the clients,
// but a suffix that does not begin with a dot is refused: in the clients
// "contoso.com" also trusts evilcontoso.com.
type MatchRule struct {
	Suffix string // "my-kusto.contoso.com" if Exact, else ".contoso.com"; case is ignored
	Exact  bool
}

// errMatchRule is wrapped by the error for a MatchRule that is refused.
var errMatchRule = errors.New("match rule is neither a host nor a suffix with a leading dot")

// errWildcard is errMatchRule for *.contoso.com, as people write it.
var errWildcard = fmt.Errorf("%w; write .contoso.com for *.contoso.com", errMatchRule)

// Policy decides which hosts are trusted. It is a value: its methods return a
// changed copy, and the zero Policy trusts what the service issues. It is
// safe for concurrent use if its override function is.
type Policy struct {
	added    *hostSet
	override func(host string) bool
}

// AddTrustedHosts returns a policy that also trusts the hosts of rules. With
// replace it forgets the hosts added before; the built-in list stays. An error
// names the rule by its index, and p is returned.
func (p Policy) AddTrustedHosts(rules []MatchRule, replace bool) (Policy, error) {
	patterns := make(map[string]bool, len(rules))
	if !replace {
		for _, r := range p.added.all() {
			patterns[r.pattern] = true
		}
	}
	for i, r := range rules {
		pattern, ok := r.pattern()
		switch {
		case !ok && strings.HasPrefix(r.Suffix, "*."):
			return p, fmt.Errorf("rule %d: %w", i, errWildcard)
		case !ok:
			return p, fmt.Errorf("rule %d: %w", i, errMatchRule)
		}
		patterns[pattern] = true
	}
	added := make([]hostRule, 0, len(patterns))
	for pattern := range patterns {
		added = append(added, hostRule{pattern: pattern})
	}
	p.added = newHostSet(added)
	return p, nil
}

// pattern returns the rule as a hostRule writes it.
func (r MatchRule) pattern() (string, bool) {
	host, dotted := strings.CutPrefix(r.Suffix, ".")
	if dotted == r.Exact || strings.Contains(host, "*") {
		return "", false
	}
	e := Analyze("https://" + host)
	if e.Host() == "" || e.HostSpan.Len() != len(host) {
		return "", false
	}
	if r.Exact {
		return e.Host(), true
	}
	return "." + e.Host(), !strings.HasPrefix(host, "[")
}

// SetOverridePolicy returns a policy that asks override instead of the
// built-in list; added hosts and loopback stay trusted. The host given to
// override is lower-cased and free of faults. A nil override restores the
// list.
func (p Policy) SetOverridePolicy(override func(host string) bool) Policy {
	p.override = override
	return p
}

// Names reports whether an added rule names the host of e whole, not by a
// suffix: whoever adds it knows that machine.
func (p Policy) Names(e *Endpoint) bool {
	return e.Host() != "" && p.added != nil && p.added.byPattern.Get(e.Host()) != nil
}

// Kind is what a host serves.
type Kind string

// The kinds, in order of precedence.
const (
	KindLoopback Kind = "loopback" // this machine: the emulator
	KindProxy    Kind = "proxy"    // ade.* and adx.* hosts of Azure Monitor
	KindIngest   Kind = "ingest"   // data ingestion: a host that begins with "ingest-"
	KindQuery    Kind = "query"
	KindOther    Kind = "other" // none of these and not trusted, or no host
)

// Verdict is what a policy says of an endpoint.
type Verdict struct {
	Trusted bool
	Cloud   Cloud  // of the host, trusted or not; see Endpoint.Cloud
	Rule    string // "suffix .kusto.windows.net", "host …", "loopback", "added", "override"; empty where not trusted
	Kind    Kind
}

// Judge says whether the host of e is trusted by a client that signs in at
// login. The built-in list holds for the cloud of login; an empty login stands
// for any known cloud, an unknown one for none. It is about the host alone: an
// unsupported scheme or userinfo is a Fault of e. It does not allocate, but
// for a login that is not in lower case.
func (p Policy) Judge(e *Endpoint, login string) (v Verdict) {
	if e.Host() == "" {
		return Verdict{Kind: KindOther}
	}
	if e.loopback() {
		return Verdict{Trusted: true, Rule: "loopback", Kind: KindLoopback}
	}
	known := builtin.match(e.Host())
	v.Rule = p.rule(e.Host(), known, login)
	v.Trusted = v.Rule != ""
	if known != nil {
		v.Cloud = known.cloud
	}
	switch {
	case known != nil && known.service == monitor:
		v.Kind = KindProxy
	case strings.HasPrefix(e.Host(), ingestPrefix):
		v.Kind = KindIngest
	case v.Trusted:
		v.Kind = KindQuery
	default:
		v.Kind = KindOther
	}
	return v
}

// rule returns what makes host trusted, or the empty string. known is its
// built-in rule, or nil.
func (p Policy) rule(host string, known *hostRule, login string) string {
	switch {
	case p.override != nil:
		if p.override(host) {
			return "override"
		}
	case known != nil && issuedFor(known.cloud, login):
		return known.name
	}
	if p.added.match(host) != nil {
		return "added"
	}
	return ""
}

func issuedFor(cloud Cloud, login string) bool {
	if login == "" {
		return true
	}
	of, ok := CloudOfLogin(login)
	return ok && of == cloud
}
