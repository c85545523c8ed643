package validate_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/diag"
	"kustoconn/rule"
)

// host is an endpoint that nothing is wrong with.
const host = "https://help.kusto.windows.net"

func TestMissingSeparator(t *testing.T) {
	for _, tt := range []struct{ text, fixed string }{
		{host + ";Database=B Fed=true", host + ";Database=B;Fed=true"},
		{host + ";Database=B, Fed = true", host + ";Database=B;Fed = true"},
		{host + ";Database=B,Fed=true", host + ";Database=B;Fed=true"},
		{host + ";Database=B&Fed=true", host + ";Database=B;Fed=true"},
		{host + ";Database=B:Fed=true", host + ";Database=B;Fed=true"},
		{host + ";Database=B | Fed=true", host + ";Database=B;Fed=true"},
		{host + ";Database=B\tFed=true", host + ";Database=B;Fed=true"},
		{host + ";Database=B\u00a0Fed=true", host + ";Database=B;Fed=true"},
		{host + ";Database=B  aad FEDERATED security=true", host + ";Database=B;aad FEDERATED security=true"},
		{host + ";Database=B Federated Security=true", host + ";Database=B;Federated Security=true"},
		{host + ";Database= Fed=true", host + ";Database= ;Fed=true"},
		{host + ";Database=B Fed= Accept=true", host + ";Database=B;Fed=;Accept=true"},
		{host + ";Database=B Fed=true Accept=true", host + ";Database=B;Fed=true;Accept=true"},
		{host + " Fed=true", host + ";Fed=true"},
		{host + "?a=b Fed=true", host + "?a=b;Fed=true"},
		{host + "?a=b,Fed=true", host + "?a=b;Fed=true"},
		{host + " Fed=true&Accept=true", host + ";Fed=true;Accept=true"},
		{"@help Fed=true", "@help;Fed=true"},
		{host + ";Fed=true;User ID=me Fed=false", host + ";Fed=true;User ID=me;Fed=false"},
		{host + ";Fed=true;Bla=me Fed=false", host + ";Fed=true;Bla=me;Fed=false"},
		{host + ";Database=\"B\" Fed=true", host + ";Database=\"B\";Fed=true"},
		{host + ";Database=\"B\", Fed=true Accept=true", host + ";Database=\"B\";Fed=true;Accept=true"},

		{host + ";Database=Fed=true", ""},
		{host + ";Database=BFed=true", ""},
		{host + ";Database=B.Fed=true", ""},
		{host + ";Database=B/Fed=true", ""},
		{host + ";Database=B Fed==true", ""},
		{host + ";Database=B Fed===true", ""},
		{host + ";Database=B F\ted=true", ""},
		{host + ";Database=B Bla=true", ""},
		{host + ";Database=\"B Fed=true\"", ""},
		{host + ";Database={% if x %}Fed=true", ""},
		{host + "?a=b&Fed=true", ""},
		{"Data Source=" + host + "?a=b&Fed=true", ""},
		{host + ";Fed=true;User ID=me Database=x", ""},
		{host + ";Application Name for Tracing=a Database=x", ""},
		{host + ";Database=\"B\"Fed=true", ""},
	} {
		fixed := ""
		for _, d := range check(t, tt.text, "KCS109", "KCS002") {
			if len(d.Edits) == 0 {
				continue
			}
			if _, safe := d.Fixable(); safe || fixed != "" {
				t.Errorf("%q: %v twice, or safe", tt.text, d)
			}
			fixed, _ = diag.Apply(tt.text, d.Edits)
		}
		if fixed != tt.fixed {
			t.Errorf("%q is fixed to %q, want %q", tt.text, fixed, tt.fixed)
		}
	}
}

// What the missing separator explains is not reported, and a secret behind it is.
func TestMissingSeparatorAlone(t *testing.T) {
	const client = "AppClientId=6f3c1c60-b7f9-4f0c-9a3e-0f5c1d2e3f40"
	for text, want := range map[string][]string{
		host + ";Database=B Fed=true":                                                      {"109 warning 42-45"},
		host + ";Fed=true Database=B":                                                      {"109 warning 40-48"},
		host + ";Fed=yes Database=B":                                                       {"201 error 35-49", "109 warning 39-47"}, // yes is none behind it either
		host + ";Fed=true;" + client + " AppKey=<key>;Authority Id=contoso.com":            {"109 error 89-95"},
		host + ";Fed=true;" + client + ",AppKey=s3cr~t;Authority Id=contoso.com":           {"109 error 89-95", "501 warning 96-102"},
		host + ";Fed=true;" + client + ";AppKey=s3cr~t Authority Id=contoso.com":           {"501 warning 96-127", "109 warning 103-115"},
		host + ";Fed=true;" + client + ";AppKey=<key>;Authority Id=contoso.com Database=B": {"109 warning 127-135"},
		host + " Fed=true":                          {"109 warning 31-34"},
		"Data Source=help Fed=true":                 {"109 warning 17-20"},
		host + ";Database=B AppKey=${KEY} Fed=true": {"109 error 42-48"},
	} {
		var got []string
		for _, d := range check(t, text) {
			if d.Code == rule.InteractiveSignIn || d.Code == rule.Placeholder {
				continue
			}
			got = append(got, fmt.Sprintf("%d %v %v", d.Code, d.Severity, d.Span))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got)\n%s", text, diff)
		}
	}
}

// The separators of one value are one finding, which shows two more of them.
func TestMissingSeparatorOnce(t *testing.T) {
	found := check(t, host+";Database=B Fed=true Accept=true Streaming=true AppKey=<key>", "KCS109")
	if len(found) != 1 || len(found[0].Related) != 2 || len(found[0].Edits) != 4 || found[0].Severity != diag.Error {
		t.Errorf("%+v", found)
	}
	const want = "write a semicolon before AAD Federated Security, Application Key, Accept and Streaming"
	if found[0].Help != want {
		t.Errorf("help %q", found[0].Help)
	}
}
