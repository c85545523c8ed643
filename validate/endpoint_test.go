package validate_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/validate"
)

func TestEndpointRules(t *testing.T) {
	const c, k = "https://c.kusto.windows.net", ".kusto.windows.net"
	runRows(t, []row{
		// 401
		{"", []string{"401 0-0"}},
		{"Fed=true", []string{"401 8-8"}},
		{"Data Source=", []string{"401 12-12"}},
		{c + ";Data Source=", []string{"401 40-40"}},
		{`Data Source="` + c, nil},
		{"Fed=true;" + c, nil},
		{"https://c\x01", nil},

		// 402
		{`Data Source=""`, []string{"402 13-13"}},
		{"https://", []string{"402 8-8"}},
		{"https:c.kusto.windows.net", []string{"402 5-6 => " + c}},
		{"https:c", []string{"402 5-6"}}, // fixed, it would be untrusted
		{`"` + c + `"`, []string{"402 0-1 => " + c, "402 28-29"}},
		{`https:\\c.kusto.windows.net`, []string{"402 5-8 => " + c}},
		{`https:\\c.kusto.windows.net\Db`, []string{"402 5-8 => " + c + "/Db", "402 27-28"}},
		{"https://c..kusto.windows.net", []string{"402 10-11 => " + c}},
		{"https://c%41.kusto.windows.net", []string{"402 9-10"}},
		{"https://c\u3002kusto.windows.net", []string{"402 9-12 => " + c}},
		{"https://::1", []string{"402 8-11 => https://[::1]"}},
		{"https://" + secret + "\uff41@c.kusto.windows.net", []string{"406 8-19", "402 15-18"}},
		{"Data Source=@c/d", []string{"402 12-13"}},
		{"@c/d/e", []string{"402 4-6"}},
		{"Data Source=tcp:c,1433", []string{"402 16-22"}},

		// 403
		{"net.tcp://localhost", []string{"403 0-7 => https://localhost"}},
		{"{s}://c.kusto.windows.net", nil},

		// 404, 413
		{"https://example.com/Db", []string{"404 8-19"}},
		{"https://help/Db", []string{"404 8-12 => https://help" + k + "/Db"}},
		{"https://c.kusto.windows.net.example.com", []string{"413 10-27"}},
		{"https://evilkusto.windows.net", []string{"413 12-29"}},
		{"https://c.kust0.windows.net", []string{"413 8-27"}},
		{"https://he\u043bp.kusto.windows.net", []string{"413 8-13"}},
		{"https://<c>.example.com", []string{"404 8-23"}},
		{"https://<c>.kusto.windows.net.example.com", []string{"413 12-29"}},
		{"https://{c}kusto.windows.net", nil},
		{"https://{c}.windows.net", nil},
		{"https://{host}", nil},
		{"https://{c}.0.0.1", nil},
		{"{c}.example.com", []string{"404 0-15"}},

		// 405
		{"http://c.kusto.windows.net", []string{"405 0-4 => " + c}},
		{"http://127.1.2.3", nil},
		{"http://$(host):8080", nil},
		{"Data Source='http://c.kusto.windows.net'", []string{"405 13-17 => Data Source='" + c + "'"}},

		// 406, 407, 408
		{"https://me:pw@c.kusto.windows.net", []string{"406 8-14 => " + c}},
		{c + "?DatabaseName=Db", []string{"407 27-43 => " + c + "/Db"}},
		{c + "/?database=Db", []string{"407 28-40 => " + c + "/Db"}},
		{c + "?DatabaseName={db}", []string{"407 27-45 => " + c + "/{db}"}},
		{c + "?DatabaseName=Db;Database=Other", []string{"407 27-43"}},
		{c + "?x=y#z", []string{"407 27-31", "407 31-33"}},
		{c + "/v1/rest", []string{"408 27-35"}},
		{c + "//", []string{"408 27-29"}},
		{"https://ade.loganalytics.io/subscriptions/1", nil},

		// 409
		{c + "/Db;Database=Other", []string{"409 27-30 => " + c + ";Database=Other"}},
		{c + "/Db;Database=Db", nil},
		{c + "/Db;Database=", nil},
		{c + `/Db;Database=""`, []string{"409 27-30 => " + c + `;Database=""`}},
		{c + "/{db};Database=Other", nil},
		{"{uri}/Db;Database=Other", []string{"409 5-8 => {uri};Database=Other"}},
		{"https://c /Db;Database=Other", []string{"402 9-10"}},
		{c + "/Db;Database=<db>", nil},

		// 410, 411, 412
		{"https://ingest-c.kusto.windows.net", []string{"410 8-15"}},
		{"https://ingest-c.example.com", []string{"404 8-28"}},
		{"c", []string{"411 0-1 => " + c}},
		{"c.westeurope/Db", []string{"411 0-12 => https://c.westeurope" + k + "/Db"}},
		{"Data Source=localhost:8080", []string{"411 12-21 => Data Source=https://localhost:8080"}},
		{"{cluster}", nil},
		{"@c", []string{"412 0-2 => " + c + ";AAD Federated Security=true"}},
		{"@c/;Fed=false", []string{"412 0-3 => " + c + ";Fed=false"}},
		{"@c/Db", []string{"412 0-5 => " + c + "/Db;AAD Federated Security=true"}},
		{"@{c}/Db", []string{"412 0-7"}},

		// 414
		{c + ";Authority Id=https://login.microsoftonline.us/t", []string{"414 41-75"}},
		{c + ";Authority Id=login.microsoftonline.us", []string{"414 41-65"}},
		{c + ";Authority Id=https://login.microsoftonline.com/{t}", nil},
		{"https://<c>.kusto.usgovcloudapi.net;Authority Id=https://login.microsoftonline.com/{t}", []string{"414 49-86"}},
		{"https://{c};Authority Id=https://login.microsoftonline.us/t", nil},
		{c + ";Authority Id=contoso.com", nil},
	}, "KCS4")
}

// What a string is for makes the other's endpoint a warning.
func TestRoles(t *testing.T) {
	const query, ingest = endpoint.KindQuery, endpoint.KindIngest
	for _, tt := range []struct {
		role endpoint.Kind
		row
	}{
		{"", row{"https://ingest-c.kusto.windows.net", []string{"410 8-15"}}},
		{"", row{"https://c.kusto.windows.net", nil}},
		{query, row{"https://ingest-c.kusto.windows.net", []string{"410 8-15 W => https://c.kusto.windows.net"}}},
		{query, row{"https://c.kusto.windows.net", nil}},
		{query, row{"Server='Ingest-c.westus'", []string{"410 8-15 W => Server='c.westus'"}}},
		{ingest, row{"https://ingest-c.kusto.windows.net", nil}},
		{ingest, row{"https://c.kusto.windows.net:443/Db", []string{"410 8-27 W => https://ingest-c.kusto.windows.net:443/Db"}}},
		{ingest, row{"https://{c}.kusto.windows.net", []string{"410 8-29 W => https://ingest-{c}.kusto.windows.net"}}},
		{ingest, row{"help", []string{"410 0-4 W => ingest-help"}}},
		{ingest, row{"http://localhost:8080", nil}},
		{ingest, row{"https://ade.loganalytics.io/subscriptions/x", nil}},
		{ingest, row{"https://c.example.com", nil}},
	} {
		v := newValidator(t, validate.Options{Select: []string{"KCS410"}, For: tt.role})
		var got []string
		for _, d := range judge(v, tt.text) {
			got = append(got, describe(t, v, tt.text, d))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s for %q (-want +got)\n%s", tt.text, tt.role, diff)
		}
	}
}

// Who is trusted is the policy's to say, and the login endpoint's.
func TestTrust(t *testing.T) {
	policy, err := endpoint.Policy{}.AddTrustedHosts([]endpoint.MatchRule{{Suffix: ".example.com"}}, false)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		text    string
		options validate.Options
		want    []diag.Code
	}{
		{"https://c.example.com", validate.Options{}, []diag.Code{404}},
		{"https://c.example.com", validate.Options{Policy: policy}, nil},
		{"https://<c>.example.com", validate.Options{Policy: policy}, nil},
		{"https://c.kusto.windows.net.example.com", validate.Options{Policy: policy}, nil},
		{"https://he\u043bp.example.com", validate.Options{Policy: policy}, nil},
		{"https://c.kusto.windows.net", validate.Options{Login: "https://login.microsoftonline.us"}, []diag.Code{404}},
		{"https://<c>.kusto.windows.net", validate.Options{Login: "https://login.microsoftonline.us"}, []diag.Code{404}},
		{"https://c.kusto.usgovcloudapi.net", validate.Options{Login: "https://login.microsoftonline.us"}, nil},
		{"https://localhost", validate.Options{Login: "https://login.example.com"}, nil},
		{"https://c.example.com", validate.Options{Policy: policy.SetOverridePolicy(func(string) bool { return false })}, nil},
	} {
		tt.options.Select = []string{"KCS404", "KCS413"}
		var got []diag.Code
		for _, d := range judge(newValidator(t, tt.options), tt.text) {
			got = append(got, d.Code)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q (-want +got)\n%s", tt.text, diff)
		}
	}
}

// A host that is trusted by name may be reached over http, but no credential
// be sent so.
func TestHTTPOfAHostThatIsNamed(t *testing.T) {
	policy, err := endpoint.Policy{}.AddTrustedHosts([]endpoint.MatchRule{{Suffix: "kustainer", Exact: true}, {Suffix: ".adx.example"}}, false)
	if err != nil {
		t.Fatal(err)
	}
	v := newValidator(t, validate.Options{Policy: policy, Select: []string{"KCS404", "KCS405", "KCS304"}})
	for text, want := range map[string][]diag.Code{
		"http://kustainer:8080":                     nil,
		"http://kustainer:8080;Fed=true;AppKey=<k>": {304},
		"http://a.adx.example":                      {405},
		"http://other:8080":                         {405, 404},
	} {
		var got []diag.Code
		for _, d := range judge(v, text) {
			got = append(got, d.Code)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", text, diff)
		}
	}
}

// A host that the policy trusts of its own keeps its scheme and its name.
func TestNoFixForAHostTrustedByPolicy(t *testing.T) {
	policy, err := endpoint.Policy{}.AddTrustedHosts([]endpoint.MatchRule{{Suffix: "kustainer", Exact: true}}, false)
	if err != nil {
		t.Fatal(err)
	}
	trusting, err := validate.New(validate.Options{Policy: policy})
	if err != nil {
		t.Fatal(err)
	}
	strict, err := validate.New(validate.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		text            string
		strict, trusted bool // the text has a fix
	}{
		{"http://kustainer;Fed=true", true, false},
		{"http://kustainer:8080;Fed=true;UserToken=x", true, false},
		{"kustainer:8080;Fed=true", true, false},
		{"http://help.kusto.windows.net;Fed=true", true, true},
	} {
		for name, v := range map[string]*validate.Validator{"strict": strict, "trusting": trusting} {
			edits, _ := judge(v, row.text).Fixes(true)
			if want := name == "strict" && row.strict || name == "trusting" && row.trusted; want != (len(edits) > 0) {
				t.Errorf("%s: %q: edits %v", name, row.text, edits)
			}
		}
	}
}
