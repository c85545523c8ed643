package recognize_test

import (
	"slices"
	"testing"

	"kustoconn/internal/fold"
	"kustoconn/internal/recognize"
	"kustoconn/schema"
)

// Beside an endpoint that says nothing, a keyword is evidence unless other
// products have it, too: these are all that have.
func TestKeywordsOfOthers(t *testing.T) {
	shared := []string{
		"accept", "authority", "database", "dmsi", "domainhint", "federated", "initialcatalog", "loginhint",
		"managedserviceidentity", "mfa", "namespace", "ns", "password", "pwd", "region", "sendcertificatechain", "streaming",
		"tenant", "tenantid", "tid", "uid", "uncompressed", "user", "userid",
	}
	var found, notFound int
	for _, p := range schema.Properties() {
		if p.ID == schema.DataSource || p.ID == schema.DataSourceURI {
			continue
		}
		for _, keyword := range p.Keywords() {
			text := "Server=db;" + keyword + "=x"
			strings := recognize.Find(text, recognize.Context{Whole: true})
			want := !slices.Contains(shared, fold.Keyword(keyword))
			if got := len(strings) == 1 && strings[0].Span.Len() == len(text); got != want {
				t.Errorf("%q: found is %v", text, got)
			}
			if want {
				found++
			} else {
				notFound++
			}
			if in := recognize.MayHold(text); want && !in {
				t.Errorf("%q: MayHold says no", text)
			}
		}
	}
	if found == 0 || notFound < len(shared) {
		t.Errorf("%d keywords are Kusto's alone, %d are not", found, notFound)
	}
}

// What MayHold lets through, and the nearest that it does not.
func TestMayHold(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, "=": false, " =": false, "x=y": false,
		"kusto": true, "KUSTO": true, "Kustomize": false, "kustomization kusto": true, "kustomi": true, "kustomfa": true, "kust": false, "xKustox": true, "k kusto": true, "kust0 kusto": true,
		"Fed=": true, "Fed =": true, "Fed\u00a0=": true, "Fed": false, "fed.=": false, "xFed=": false, "Database=": false,
		"AAD Fedrated Security=": true, "x the Applicaton Key=": true, "applicatx=": false, "x\naad=": false, "AAD Fedrated\nSecurity=": false,
		`"\nAppKey=`: true, `"\nApplicaton Key=`: true, `\nApplication Key =`: true, "nAppKey=": false, "Application\n   Key=": true, "Application\r\nKey=": true,
		"Application\n.Key=": false, "From.Offset =": false, "AADD =": false, "dataAddr =": false, "FlagDataAddr    =": false,
		"x=NetDefaultDB": true, "x= \t\"netdefaultdb": true, "x='NetDefaultDB": true, "x=aNetDefaultDB": false, "x=NetDefaultD": false,
		"NetDefaultDB": false, "x=y=NetDefaultDB": true, "=Fed=": true, "=x": false, "==Fed=": true, "x=\u0080Fed=": true, " \t=Fed": false,
		"://ade.loganalytics.io": true, "://x ://ade.loganalytics.io": true, "Fed\u0085=": true, "Fed\x80=": false,
		"https://ade.loganalytics.io": true, "https://x https://ade.loganalytics.io/y": true, "ade.loganalytics.io": true, "ade.loganalytic": false,
		"https://contoso.example": false, "://": false,
	} {
		if got := recognize.MayHold(text); got != want {
			t.Errorf("MayHold(%q) = %v", text, got)
		}
	}
}

// The endpoints of other products.
func TestForeignEndpoints(t *testing.T) {
	for _, endpoint := range []string{
		"a.database.windows.net", "a.database.azure.com", "a.database.usgovcloudapi.net", "a.database.chinacloudapi.cn",
		"a.sql.azuresynapse.net", "a.datawarehouse.fabric.microsoft.com", "a.asazure.windows.net", "asazure://a.b", "https://api.powerbi.com",
		"powerbi://a", "a.blob.core.b", "a.queue.core.b", "a.table.core.b", "a.file.core.b", "a.dfs.core.b", "a.servicebus.b",
		"a.documents.azure.com", "a.azurehdinsight.net", "a.openai.azure.com", "http://a/msmdpump.dll", "jdbc:a", "(description=a)",
		"tcp:a", "np:a", "lpc:a", "admin:a", "(local)", "(localdb)", `.\a`, "https://a/xmla", "TCP:a",
	} {
		check(t, "Data Source="+endpoint+";Fed=true", recognize.Context{Whole: true})
	}
	for _, endpoint := range []string{"a.database.windows.com", "a:80", "local", "https://a/xml", "a.powerbi.example"} {
		check(t, "«Data Source="+endpoint+";Fed=true»", recognize.Context{Whole: true})
	}
}
