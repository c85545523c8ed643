package endpoint_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/endpoint"
	"kustoconn/internal/fixtures"
)

// TestRecordedTrust holds us to the rows on which the Go, Python, Node and
// Java clients agree.
func TestRecordedTrust(t *testing.T) {
	rows := fixtures.Trusted(t)
	for _, row := range rows {
		e := endpoint.Analyze(row.URI)
		if got := (endpoint.Policy{}).Judge(&e, row.Login); got.Trusted != row.Trusted {
			t.Errorf("%q, login %q: trusted %v, want %v", row.URI, row.Login, got.Trusted, row.Trusted)
		}
	}
	if len(rows) != 1384 {
		t.Errorf("%d rows, want 1384", len(rows))
	}
}

// TestTrustOfEachClient counts the clients' verdicts beside ours. The clients
// compare a login address as it is written: where it is missing or spelt with a
// slash or a path they trust no host, and we the hosts of its cloud (of any).
// Under a login spelt as the lists have it we agree with all of them or, on
// spellings of the loopback address, with the ones that the specification follows.
func TestTrustOfEachClient(t *testing.T) {
	type answers struct{ Listed, Go, Python, Node, Java, Ours bool }
	listed := map[string]bool{"https://login.example.com": true}
	for _, of := range issued {
		listed[of.login] = true
	}
	got := map[answers]int{}
	for _, row := range fixtures.TrustedByEach(t) {
		e := endpoint.Analyze(row.URI)
		ours := (endpoint.Policy{}).Judge(&e, row.Login).Trusted
		got[answers{listed[row.Login], row.Go, row.Python, row.Node, row.Java, ours}]++
	}
	want := map[answers]int{
		{}:           223,
		{Ours: true}: 164, // one is api.securityplatform.microsoft.com
		{Go: true, Python: true, Node: true, Java: true, Ours: true}: 1, // the login in capitals

		{Listed: true}: 957,
		{Listed: true, Go: true, Python: true, Node: true, Java: true, Ours: true}: 223,
		{Listed: true, Python: true, Node: true, Ours: true}:                       15, // LOCALHOST
		{Listed: true, Node: true, Ours: true}:                                     10, // [0:0:0:0:0:0:0:1]
		{Listed: true, Node: true}:                                                 49, // 127.1, 0x7f.0.0.1, …
		{Listed: true, Node: true, Java: true}:                                     3,
		{Listed: true, Python: true, Ours: true}:                                   1, // api.securityplatform.microsoft.com
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// issued are the hosts and suffixes of each cloud, as the clients ship them.
var issued = []struct {
	login string
	cloud endpoint.Cloud
	rules string
}{
	{"https://login.microsoftonline.com", endpoint.Public, `.dxp.aad.azure.com .dxp-dev.aad.azure.com
		.kusto.azuresynapse.net .kusto.windows.net .kustodev.azuresynapse-dogfood.net .kustodev.windows.net
		.kustomfa.windows.net .playfabapi.com .playfab.com .azureplayfab.com .kusto.data.microsoft.com
		.kusto.fabric.microsoft.com .api.securityplatform.microsoft.com .securitycenter.windows.com
		.arg-int.core.windows.net .arg-df.core.windows.net .arg.core.windows.net
		ade.applicationinsights.io ade.loganalytics.io adx.aimon.applicationinsights.azure.com
		adx.applicationinsights.azure.com adx.int.applicationinsights.azure.com adx.int.loganalytics.azure.com
		adx.int.monitor.azure.com adx.loganalytics.azure.com adx.monitor.azure.com kusto.aria.microsoft.com
		eu.kusto.aria.microsoft.com api.securityplatform.microsoft.com`},
	{"https://login.microsoftonline.us", endpoint.USGov, `.kusto.usgovcloudapi.net .kustomfa.usgovcloudapi.net
		.arg.core.usgovcloudapi.net adx.applicationinsights.azure.us adx.loganalytics.azure.us adx.monitor.azure.us`},
	{"https://login.partner.microsoftonline.cn", endpoint.China, `.kusto.azuresynapse.azure.cn
		.kusto.chinacloudapi.cn .kustomfa.chinacloudapi.cn .playfab.cn .arg.core.chinacloudapi.cn
		adx.applicationinsights.azure.cn adx.loganalytics.azure.cn adx.monitor.azure.cn`},
	{"https://login.microsoftonline.eaglex.ic.gov", endpoint.USNat, `.kusto.core.eaglex.ic.gov
		.kustomfa.core.eaglex.ic.gov .arg.core.eaglex.ic.gov adx.applicationinsights.azure.eaglex.ic.gov
		adx.loganalytics.azure.eaglex.ic.gov adx.monitor.azure.eaglex.ic.gov`},
	{"https://login.microsoftonline.microsoft.scloud", endpoint.USSec, `.kusto.core.microsoft.scloud
		.kustomfa.core.microsoft.scloud .arg.core.microsoft.scloud adx.applicationinsights.azure.microsoft.scloud
		adx.loganalytics.azure.microsoft.scloud adx.monitor.azure.microsoft.scloud`},
	{"https://login.sovcloud-identity.fr", endpoint.Bleu, `.kusto.sovcloud-api.fr .kustomfa.sovcloud-api.fr
		adx.applicationinsights.azure.fr adx.loganalytics.azure.fr adx.monitor.azure.fr`},
	{"https://login.sovcloud-identity.de", endpoint.Delos, `.kusto.sovcloud-api.de .kustomfa.sovcloud-api.de
		adx.applicationinsights.azure.de adx.loganalytics.azure.de adx.monitor.azure.de`},
	{"https://login.sovcloud-identity.sg", endpoint.SG, `.kusto.sovcloud-api.sg .kustomfa.sovcloud-api.sg
		adx.applicationinsights.azure.sg adx.loganalytics.azure.sg adx.monitor.azure.sg`},
}

func TestIssuedHosts(t *testing.T) {
	var policy endpoint.Policy
	for _, of := range issued {
		for rule := range strings.FieldsSeq(of.rules) {
			want := endpoint.Verdict{Trusted: true, Cloud: of.cloud, Rule: "host " + rule, Kind: endpoint.KindQuery}
			hosts, strangers := []string{rule}, []string{"x." + rule, "x" + rule, rule + ".example.com"}
			if bare, ok := strings.CutPrefix(rule, "."); ok {
				want.Rule = "suffix " + rule
				hosts, strangers = []string{"c" + rule, "c.westeurope" + rule}, []string{bare, "x" + bare, "c" + rule + "x"}
			}
			if strings.HasPrefix(rule, "ad") {
				want.Kind = endpoint.KindProxy
			}
			for _, host := range hosts {
				e := endpoint.Analyze("https://" + strings.ToUpper(host) + "/Db")
				for _, login := range []string{"", of.login, strings.ToUpper(of.login) + "/common/"} {
					if diff := cmp.Diff(want, policy.Judge(&e, login)); diff != "" {
						t.Errorf("%s, login %q (-want +got):\n%s", host, login, diff)
					}
				}
				for _, other := range issued {
					if other.cloud != of.cloud && policy.Judge(&e, other.login).Trusted {
						t.Errorf("%s: trusted at %s", host, other.login)
					}
				}
				if e.Cloud() != of.cloud || e.Service() == "" {
					t.Errorf("%s: cloud %q, service %q", host, e.Cloud(), e.Service())
				}
			}
			for _, host := range strangers {
				e := endpoint.Analyze("https://" + host)
				if rule == "kusto.aria.microsoft.com" && host == "eu."+rule || host == "x.api.securityplatform.microsoft.com" || host == "api.securityplatform.microsoft.com" {
					continue
				}
				if v := policy.Judge(&e, ""); v.Trusted {
					t.Errorf("%s: trusted by %q", host, v.Rule)
				}
			}
		}
		if cloud, ok := endpoint.CloudOfLogin(of.login); cloud != of.cloud || !ok || cloud.Login() != of.login {
			t.Errorf("login %s: %q, %v, back %q", of.login, cloud, ok, cloud.Login())
		}
	}
}

func TestCloudOfLogin(t *testing.T) {
	for login, want := range map[string]endpoint.Cloud{
		"login.microsoftonline.us":                       endpoint.USGov,
		"http://LOGIN.microsoftonline.us:443/tenant?x#y": endpoint.USGov,
		"https://login.microsoftonline.us/":              endpoint.USGov,
		"":                                               "",
		"https://login.microsoftonline.us.example.com":   "",
		"https://login.microsoftonline.us@example.com":   "",
		"https://login.microsoftonline.us\\.example.com": "",
		"https://x.login.microsoftonline.us":             "",
	} {
		if cloud, ok := endpoint.CloudOfLogin(login); cloud != want || ok != (want != "") {
			t.Errorf("%q: %q, %v", login, cloud, ok)
		}
	}
}

func TestVerdicts(t *testing.T) {
	const public = "https://login.microsoftonline.com"
	loopback := endpoint.Verdict{Trusted: true, Rule: "loopback", Kind: endpoint.KindLoopback}
	other := endpoint.Verdict{Kind: endpoint.KindOther}
	kusto := endpoint.Verdict{Trusted: true, Cloud: endpoint.Public, Rule: "suffix .kusto.windows.net", Kind: endpoint.KindQuery}
	ingest := kusto
	ingest.Kind = endpoint.KindIngest
	for _, row := range []struct {
		text, login string
		want        endpoint.Verdict
	}{
		{"localhost", "https://login.example.com", loopback},
		{"http://LOCALHOST:8080/Db", "", loopback},
		{"http://127.255.0.1", "", loopback},
		{"127.0.0.1:80", "", loopback},
		{"http://[0:0::0001]", "", loopback},
		{"http://[::0.0.0.1]", "", loopback},
		{"http://[::ffff:127.0.0.1]", "", other},
		{"http://127.1.example", "", other},
		{"http://127.0.0.01", "", other},
		{"http://127.0.0.256", "", other},
		{"http://0x7f.0.0.1", "", other},
		{"http://2130706433", "", other},
		{"http://localhost.", "", other},
		{"help", public, kusto},
		{"help/Db", "", kusto},
		{"net.tcp://help.kusto.windows.net", public, kusto},
		{"https://me:pw@help.kusto.windows.net", public, kusto},
		{"https://help.kusto.windows.net@example.com", public, other},
		{"https://Ingest-help.kusto.windows.net", public, ingest},
		{"ingest-help", "", ingest},
		{"https://ingest-help.example.com", "", endpoint.Verdict{Kind: endpoint.KindIngest}},
		{"https://help.kusto.windows.net", "https://login.example.com", endpoint.Verdict{Cloud: endpoint.Public, Kind: endpoint.KindOther}},
		{"https://ade.loganalytics.io/x/y", "", endpoint.Verdict{Trusted: true, Cloud: endpoint.Public, Rule: "host ade.loganalytics.io", Kind: endpoint.KindProxy}},
		{"https://api.securityplatform.microsoft.com", "", endpoint.Verdict{Trusted: true, Cloud: endpoint.Public, Rule: "host api.securityplatform.microsoft.com", Kind: endpoint.KindQuery}},
		{"https://help.kusto.windows.net:0x50", "", other},
		{"https://x.\u212Austo.windows.net", "", other}, // lower-cases to k, but is not ASCII
		{"https://x.kusto.w\u0130ndows.net", "", other},
		{"https://x.kusto.windows.net\u200B", "", other},
		{"", "", other},
	} {
		e := endpoint.AnalyzePrefix(row.text)
		if diff := cmp.Diff(row.want, (endpoint.Policy{}).Judge(&e, row.login)); diff != "" {
			t.Errorf("%q, login %q (-want +got):\n%s", row.text, row.login, diff)
		}
	}
}

func TestClusterAndRegion(t *testing.T) {
	for host, want := range map[string]struct {
		cluster, region string
		service         string
	}{
		"MyCluster.WestEurope.kusto.windows.net":    {"mycluster", "westeurope", endpoint.DataExplorer},
		"ingest-mycluster.westus.kusto.windows.net": {"mycluster", "westus", endpoint.DataExplorer},
		"c.eastus.dev.kusto.windows.net":            {"c", "eastus", endpoint.DataExplorer},
		"c.privatelink.westus.kusto.windows.net":    {"c", "westus", endpoint.DataExplorer},
		"c.privatelink.kusto.windows.net":           {"c", "", endpoint.DataExplorer},
		"help.kusto.windows.net":                    {"help", "", endpoint.DataExplorer},
		"help.kustomfa.chinacloudapi.cn":            {"help", "", endpoint.DataExplorer},
		"trd-1.z0.kusto.fabric.microsoft.com":       {"trd-1", "", endpoint.Fabric},
		"pool.workspace.kusto.azuresynapse.net":     {"pool", "", endpoint.Synapse},
		"adx.monitor.azure.com":                     {"", "", endpoint.Monitor},
		"c.arg.core.windows.net":                    {"", "", endpoint.ResourceGraph},
		"example.com":                               {},
		"localhost":                                 {},
	} {
		e := endpoint.Analyze("https://" + host)
		if e.Cluster() != want.cluster || e.Region() != want.region || e.Service() != want.service {
			t.Errorf("%s: cluster %q, region %q, service %q", host, e.Cluster(), e.Region(), e.Service())
		}
	}
}
