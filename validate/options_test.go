package validate_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/grammar"
	"kustoconn/placeholder"
	"kustoconn/rule"
	"kustoconn/source"
	"kustoconn/validate"
)

// The longer selector wins over the shorter, and Ignore over Select where they are
// alike.
func TestSelectors(t *testing.T) {
	for _, tt := range []struct {
		choose, ignore []string
		want           []diag.Severity // of 101, 102 and 201
	}{
		{nil, nil, []diag.Severity{diag.Error, diag.Warning, diag.Error}},
		{[]string{"KCS1"}, nil, []diag.Severity{diag.Error, diag.Warning, diag.Off}},
		{[]string{"kcs101", "KCS2"}, nil, []diag.Severity{diag.Error, diag.Off, diag.Error}},
		{nil, []string{"KCS1"}, []diag.Severity{diag.Off, diag.Off, diag.Error}},
		{[]string{"KCS1"}, []string{"KCS101"}, []diag.Severity{diag.Off, diag.Warning, diag.Off}},
		{[]string{"KCS101"}, []string{"KCS1"}, []diag.Severity{diag.Error, diag.Off, diag.Off}},
		{[]string{"KCS1"}, []string{"KCS1"}, []diag.Severity{diag.Off, diag.Off, diag.Off}},
		{[]string{"unknown-keyword"}, []string{"KCS101"}, []diag.Severity{diag.Off, diag.Off, diag.Off}},
		{[]string{"KCS"}, []string{"KCS10"}, []diag.Severity{diag.Off, diag.Off, diag.Error}},
	} {
		v := newValidator(t, validate.Options{Select: tt.choose, Ignore: tt.ignore})
		got := []diag.Severity{v.Severity(101), v.Severity(102), v.Severity(201)}
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("select %v, ignore %v (-want +got)\n%s", tt.choose, tt.ignore, d)
		}
	}
}

// A selector that names no rule is an error, which repeats it only where it is
// nearly one.
func TestUnknownSelectors(t *testing.T) {
	for selector, repeated := range map[string]bool{"unknwn-keyword": true, "hidden": false} {
		for _, o := range []validate.Options{{Select: []string{"KCS1", selector}}, {Ignore: []string{selector}}} {
			v, err := validate.New(o)
			if v != nil || err == nil || err.Error() == "" || strings.Contains(err.Error(), selector) != repeated || strings.Contains(err.Error(), `"unknown-keyword"`) != repeated {
				t.Errorf("%q: %v, %v", selector, v, err)
			}
		}
	}
}

// What other packages find gets the severities of the validator.
func TestConfigure(t *testing.T) {
	found := diag.List{
		{Code: rule.MissingEquals, Severity: diag.Error}, {Code: rule.UnusedSuppression, Severity: diag.Warning}, {Code: 9999, Severity: diag.Error},
		{Code: rule.UnreadableFile, Severity: diag.Warning}, {Code: rule.StrayQuote, Severity: diag.Error, Span: source.At(3)},
	}
	given := slices.Clone(found)
	for _, tt := range []struct {
		options validate.Options
		want    string
	}{
		{validate.Options{}, "3 error; 701 warning; 703 warning; 6 error"},
		{validate.Options{Least: diag.Error}, "3 error; 6 error"},
		{validate.Options{Ignore: []string{"KCS003"}, Severities: map[diag.Code]diag.Severity{701: diag.Error, 703: diag.Off}}, "701 error; 6 error"},
		{validate.Options{Severities: map[diag.Code]diag.Severity{3: diag.Information}, Least: diag.Warning}, "701 warning; 703 warning; 6 error"},
	} {
		var got []string
		for _, d := range newValidator(t, tt.options).Configure(found) {
			got = append(got, fmt.Sprintf("%d %v", d.Code, d.Severity))
		}
		if strings.Join(got, "; ") != tt.want {
			t.Errorf("%+v: %v, want %s", tt.options, got, tt.want)
		}
	}
	if d := cmp.Diff(given, found); d != "" {
		t.Errorf("what was given is changed (-was +is)\n%s", d)
	}
	if got := newValidator(t, validate.Options{}).Configure(nil); got != nil {
		t.Errorf("of nothing: %v", got)
	}
}

// The least severity leaves out what is below it, of every rule.
func TestLeast(t *testing.T) {
	const text = "http://evil.example.com;Fed=tru;Fed=yes;Databse=a;b" // of each severity some
	all := judge(newValidator(t, validate.Options{}), text)
	for _, least := range []diag.Severity{diag.Information, diag.Warning, diag.Error} {
		want := slices.DeleteFunc(slices.Clone(all), func(d diag.Diagnostic) bool { return !d.Severity.AtLeast(least) })
		var codes, wanted []diag.Code
		for _, d := range judge(newValidator(t, validate.Options{Least: least}), text) {
			codes = append(codes, d.Code)
		}
		for _, d := range want {
			wanted = append(wanted, d.Code)
		}
		if d := cmp.Diff(wanted, codes); d != "" || len(wanted) == 0 {
			t.Errorf("at least %v (-want +got)\n%s", least, d)
		}
	}
}

// Own placeholders count where the bound string does not say which it has.
func TestOwnPlaceholders(t *testing.T) {
	set, err := placeholder.New(`~\w+~`)
	if err != nil {
		t.Fatal(err)
	}
	const text = "https://c.kusto.windows.net;Fed=~f~"
	bound := func(own *placeholder.Set) *bind.Bound {
		tree, _ := grammar.Parse(text)
		b := &bind.Bound{Placeholders: own}
		bind.BindInto(b, tree)
		return b
	}
	plain, own := newValidator(t, validate.Options{Select: []string{"KCS201"}}), newValidator(t, validate.Options{Select: []string{"KCS201"}, Placeholders: set})
	for name, tt := range map[string]struct {
		found diag.List
		want  int
	}{
		"of nobody":         {plain.Check(bound(nil), nil), 1},
		"of the validator":  {own.Check(bound(nil), nil), 0},
		"of the string":     {plain.Check(bound(set), nil), 0},
		"the string's wins": {own.Check(bound(new(placeholder.Set)), nil), 1},
		"of a text":         {own.CheckText(text), 0},
		"of a text alone":   {plain.CheckText(text), 1},
	} {
		if len(tt.found) != tt.want {
			t.Errorf("placeholders %s: %v", name, tt.found)
		}
	}
}

// A fix is safe where every client reads the Data Source alike, and the text holds
// no white space that only some take for it.
func TestSafeFixes(t *testing.T) {
	const fix = ";AAD Federated Security=true;Accept=true;Accept=true"
	v := newValidator(t, validate.Options{Select: []string{"KCS102"}})
	for before, want := range map[string]bool{
		"https://c.kusto.windows.net": true, "http://c.kusto.windows.net": true, "HTTPS://c.kusto.windows.net": true, "https://c.kusto.windows.net/Db": true, "{cluster}": true,
		"net.tcp://c.kusto.windows.net": false, "c": false, "@c/Db": false, "https://c.kusto.windows.net/a/b": false, "https://u:p@c.kusto.windows.net": false,
		"https://c.kusto.windows.net?x=y": false, "https://c.kusto.windows.net#x": false, "https://[::1]:80": false, "https://c..kusto.windows.net": false,
		"https://c.kusto.windows.net;User ID=a\u00a0b": false, "https://c.kusto.windows.net;User ID=a\u200bb": false, "https://c.kusto.windows.net;User ID=a b": true,
		"https://c.kusto.windows.net;User ID=é": true, "https://c.kusto.windows.net;x": false,
	} {
		var safe, fixable bool
		for _, d := range judge(v, before+fix) {
			if d.Code == 102 {
				fixable, safe = d.Fixable()
			}
		}
		if !fixable || safe != want {
			t.Errorf("%q: fixable is %v, safe is %v", before, fixable, safe)
		}
	}
}

// Of very many fixes that are not safe the first ones alone are tried, and stay.
func TestTrialsAreBounded(t *testing.T) {
	const most = 8
	foreign := []string{"Encrypt", "Pooling", "Min Pool Size", "Max Pool Size", "TrustServerCertificate", "MultipleActiveResultSets", "Workstation ID", "Packet Size", "Replication", "Failover Partner"}
	v := newValidator(t, validate.Options{Select: []string{"KCS105"}})
	for n := range foreign {
		text := "https://c.kusto.windows.net;Fed=true;" + strings.Join(foreign[:n+1], "=1;") + "=1"
		fixable := 0
		found := judge(v, text)
		for i := range found {
			if ok, safe := found[i].Fixable(); ok && !safe {
				if fixable++; fixable != i+1 {
					t.Errorf("%q: the fix of %v stays, and not one before it", text, found[i])
				}
			}
		}
		if len(found) != n+1 || fixable != min(n+1, most) {
			t.Errorf("%q: %d fixes stay, of %d", text, fixable, len(found))
		}
	}
}

// A host of the policy's own may speak http alone: no fix makes https of it.
func TestEncrypt(t *testing.T) {
	added, err := endpoint.Policy{}.AddTrustedHosts([]endpoint.MatchRule{{Suffix: "emulator.example.com", Exact: true}}, false)
	if err != nil {
		t.Fatal(err)
	}
	override := endpoint.Policy{}.SetOverridePolicy(func(host string) bool { return host == "emulator.example.com" })
	for name, tt := range map[string]struct {
		policy endpoint.Policy
		host   string
		fixed  bool
	}{
		"issued":     {endpoint.Policy{}, "c.kusto.windows.net", true},
		"added":      {added, "emulator.example.com", false},
		"override":   {override, "emulator.example.com", false},
		"not added":  {added, "c.kusto.windows.net", true},
		"not so":     {override, "c.kusto.windows.net", true},
		"of no rule": {endpoint.Policy{}, "emulator.example.com", true},
	} {
		v := newValidator(t, validate.Options{Policy: tt.policy, Select: []string{"KCS304"}})
		found := v.CheckText("http://" + tt.host + ";Fed=true;AppKey=x")
		if len(found) != 1 || (len(found[0].Edits) > 0) != tt.fixed {
			t.Errorf("%s: %+v", name, found)
		}
	}
}
