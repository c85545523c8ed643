package endpoint_test

import (
	"fmt"
	"strings"

	"kustoconn/endpoint"
)

func ExampleAnalyze() {
	e := endpoint.Analyze("https://mycluster.westeurope.kusto.windows.net/Samples")
	fmt.Println(e.Host(), e.Port.Present)
	fmt.Println(e.DataSource(), e.Database())
	fmt.Println(e.Cluster(), e.Region(), e.Cloud(), e.Service())
	// Output:
	// mycluster.westeurope.kusto.windows.net false
	// https://mycluster.westeurope.kusto.windows.net Samples
	// mycluster westeurope public Azure Data Explorer
}

func ExampleAnalyze_faults() {
	e := endpoint.Analyze(`https://help.kusto.windows.net\Samples`)
	for _, f := range e.Faults {
		fmt.Printf("%v: %v; %s\n", f.Span, f.Reason, f.Reason.Help())
	}
	// Output:
	// 30-31: backslash in the data source; write / for the backslash
}

func ExampleAnalyzePrefix() {
	e := endpoint.AnalyzePrefix("@help/Samples")
	fmt.Println(e.Form, e.DataSource(), e.Database())
	// Output:
	// shorthand https://help.kusto.windows.net Samples
}

func ExamplePolicy_Judge() {
	var policy endpoint.Policy
	for _, uri := range []string{"https://ingest-help.kusto.windows.net", "http://localhost:8080", "https://example.com"} {
		e := endpoint.Analyze(uri)
		v := policy.Judge(&e, "https://login.microsoftonline.com")
		fmt.Printf("%v %s %q\n", v.Trusted, v.Kind, v.Rule)
	}
	// Output:
	// true ingest "suffix .kusto.windows.net"
	// true loopback "loopback"
	// false other ""
}

func ExamplePolicy_AddTrustedHosts() {
	policy, err := endpoint.Policy{}.AddTrustedHosts([]endpoint.MatchRule{
		{Suffix: "my-kusto.contoso.com", Exact: true},
		{Suffix: ".contoso.com"},
	}, false)
	e := endpoint.Analyze("https://adx.contoso.com")
	fmt.Println(policy.Judge(&e, "").Rule, err)

	_, err = policy.AddTrustedHosts([]endpoint.MatchRule{{Suffix: "contoso.com"}}, false)
	fmt.Println(err)
	// Output:
	// added <nil>
	// rule 0: match rule is neither a host nor a suffix with a leading dot
}

func ExamplePolicy_SetOverridePolicy() {
	policy := endpoint.Policy{}.SetOverridePolicy(func(host string) bool { return strings.HasSuffix(host, ".contoso.com") })
	for _, uri := range []string{"https://adx.contoso.com", "https://help.kusto.windows.net", "https://localhost"} {
		e := endpoint.Analyze(uri)
		fmt.Println(policy.Judge(&e, "").Trusted)
	}
	// Output:
	// true
	// false
	// true
}

func ExampleEndpoint_Lookalike() {
	e := endpoint.Analyze("https://kusto.windows.net.example.com")
	found, _ := e.Lookalike()
	fmt.Println(found.Span, found.Reason)
	// Output:
	// 8-25 host that holds a Kusto domain before its own
}

func ExampleCloudOfLogin() {
	fmt.Println(endpoint.CloudOfLogin("https://login.microsoftonline.us/organizations"))
	// Output:
	// usgov true
}

func ExampleEndpoint_CredentialsSpan() {
	e := endpoint.Analyze("https://me:secret@help.kusto.windows.net")
	fmt.Println(e.CredentialsSpan())
	// Output:
	// 8-17 true
}
