package endpoint_test

import (
	"errors"
	"strings"
	"testing"

	"kustoconn/endpoint"
)

func judge(p endpoint.Policy, host string) string {
	e := endpoint.Analyze("https://" + host)
	return p.Judge(&e, "https://login.microsoftonline.com").Rule
}

func add(t *testing.T, p endpoint.Policy, replace bool, rules ...endpoint.MatchRule) endpoint.Policy {
	t.Helper()
	p, err := p.AddTrustedHosts(rules, replace)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestDocumentedRules holds the two rules of the documentation, "Trusted
// endpoints".
func TestDocumentedRules(t *testing.T) {
	exact := add(t, endpoint.Policy{}, false, endpoint.MatchRule{Suffix: "my-kusto.contoso.com", Exact: true})
	suffix := add(t, endpoint.Policy{}, false, endpoint.MatchRule{Suffix: ".Contoso.com"})
	for _, row := range []struct{ host, exact, suffix string }{
		{"my-kusto.contoso.com", "added", "added"},
		{"MY-KUSTO.CONTOSO.COM", "added", "added"},
		{"a.my-kusto.contoso.com", "", "added"},
		{"a.b.c.d.e.contoso.com", "", "added"},
		{"contoso.com", "", ""},
		{"evilcontoso.com", "", ""},
		{"contoso.com.example.com", "", ""},
		{"help.kusto.windows.net", "suffix .kusto.windows.net", "suffix .kusto.windows.net"},
	} {
		if got := judge(exact, row.host); got != row.exact {
			t.Errorf("exact, %s: %q, want %q", row.host, got, row.exact)
		}
		if got := judge(suffix, row.host); got != row.suffix {
			t.Errorf("suffix, %s: %q, want %q", row.host, got, row.suffix)
		}
	}
}

func TestPolicyIsAValue(t *testing.T) {
	a := add(t, endpoint.Policy{}, false, endpoint.MatchRule{Suffix: ".a.example"})
	both := add(t, a, false, endpoint.MatchRule{Suffix: ".b.example"})
	onlyB := add(t, a, true, endpoint.MatchRule{Suffix: ".b.example"})
	none := add(t, a, true)
	for _, row := range []struct {
		policy endpoint.Policy
		a, b   string
	}{{endpoint.Policy{}, "", ""}, {a, "added", ""}, {both, "added", "added"}, {onlyB, "", "added"}, {none, "", ""}} {
		if gotA, gotB := judge(row.policy, "x.a.example"), judge(row.policy, "x.b.example"); gotA != row.a || gotB != row.b {
			t.Errorf("got %q %q, want %q %q", gotA, gotB, row.a, row.b)
		}
	}
}

func TestOverridePolicy(t *testing.T) {
	p := add(t, endpoint.Policy{}, false, endpoint.MatchRule{Suffix: ".contoso.com"}).
		SetOverridePolicy(func(host string) bool { return host == "only.example.com" })
	for host, want := range map[string]string{
		"ONLY.example.com":       "override",
		"help.kusto.windows.net": "",
		"x.contoso.com":          "added",
		"localhost":              "loopback",
		"only.example.com.":      "", // not asked about what is no host
	} {
		if got := judge(p, host); got != want {
			t.Errorf("%s: %q, want %q", host, got, want)
		}
	}
	if got := judge(p.SetOverridePolicy(nil), "help.kusto.windows.net"); got != "suffix .kusto.windows.net" {
		t.Errorf("without override: %q", got)
	}
}

// No policy trusts what has no host, whatever it is asked.
func TestNoHostIsNotTrusted(t *testing.T) {
	all := endpoint.Policy{}.SetOverridePolicy(func(string) bool { return true })
	for host, want := range map[string]string{"": "", "a..b": "", "x": "override"} {
		if got := judge(all, host); got != want {
			t.Errorf("%q: %q, want %q", host, got, want)
		}
	}
}

// A policy that could not be changed is as it was.
func TestRefusedRulesChangeNothing(t *testing.T) {
	p := add(t, endpoint.Policy{}, false, endpoint.MatchRule{Suffix: ".a.example"})
	p, err := p.AddTrustedHosts([]endpoint.MatchRule{{Suffix: ".b.example"}, {}}, true)
	if err == nil || judge(p, "x.a.example") != "added" || judge(p, "x.b.example") != "" {
		t.Errorf("%v: %q %q", err, judge(p, "x.a.example"), judge(p, "x.b.example"))
	}
}

func TestRefusedRules(t *testing.T) {
	for _, r := range []endpoint.MatchRule{
		{}, {Exact: true}, {Suffix: "."}, {Suffix: "contoso.com"}, {Suffix: ".contoso.com", Exact: true},
		{Suffix: "..contoso.com"}, {Suffix: ".contoso.com."}, {Suffix: ".con toso.com"}, {Suffix: ".contoso.com/Db"},
		{Suffix: "contoso.com:443", Exact: true}, {Suffix: "https://contoso.com", Exact: true},
		{Suffix: "me@contoso.com", Exact: true}, {Suffix: ".[::1]"}, {Suffix: "::1", Exact: true},
	} {
		_, err := endpoint.Policy{}.AddTrustedHosts([]endpoint.MatchRule{{Suffix: ".ok.example"}, r}, false)
		if !errors.Is(err, endpoint.ErrMatchRule) || !strings.HasPrefix(err.Error(), "rule 1: ") {
			t.Errorf("%+v: %v", r, err)
		}
	}
	for _, exact := range []bool{true, false} {
		_, err := endpoint.Policy{}.AddTrustedHosts([]endpoint.MatchRule{{Suffix: "*.contoso.com", Exact: exact}}, false)
		if !errors.Is(err, endpoint.ErrMatchRule) || !strings.Contains(err.Error(), "write .contoso.com") {
			t.Error(err)
		}
	}
	p := add(t, endpoint.Policy{}, false, endpoint.MatchRule{Suffix: "[2001:DB8::1]", Exact: true})
	if got := judge(p, "[2001:db8::1]:443"); got != "added" {
		t.Errorf("IPv6 rule: %q", got)
	}
}

func TestNames(t *testing.T) {
	p, err := endpoint.Policy{}.AddTrustedHosts([]endpoint.MatchRule{{Suffix: ".example.com"}, {Suffix: "Kustainer", Exact: true}, {Suffix: "b.example.com", Exact: true}}, false)
	if err != nil {
		t.Fatal(err)
	}
	for uri, want := range map[string]bool{
		"http://kustainer:8080": true, "https://KUSTAINER/Db": true, "https://b.example.com": true,
		"https://a.example.com": false, "https://help.kusto.windows.net": false, "https://kustainer.b": false, "": false,
	} {
		if e := endpoint.Analyze(uri); p.Names(&e) != want {
			t.Errorf("%q: %t", uri, !want)
		}
		if e := endpoint.Analyze(uri); (endpoint.Policy{}).Names(&e) {
			t.Errorf("%q: the zero policy names it", uri)
		}
	}
}
