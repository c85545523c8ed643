package endpoint_test

import (
	"testing"

	"kustoconn/endpoint"
)

func TestLookalike(t *testing.T) {
	for _, row := range []struct {
		text   string
		reason endpoint.LookalikeReason
		span   string
		like   string
	}{
		{"https://kusto.windows.net.example.com", endpoint.Embedded, "kusto.windows.net", ".kusto.windows.net"},
		{"https://Help.Kusto.Windows.Net.example.com/Db", endpoint.Embedded, "Kusto.Windows.Net", ".kusto.windows.net"},
		{"https://help.kusto.windows.net-login.example.com", endpoint.Embedded, "kusto.windows.net", ".kusto.windows.net"},
		{"https://ade.loganalytics.io.example.com", endpoint.Embedded, "ade.loganalytics.io", "ade.loganalytics.io"},
		{"https://evilkusto.windows.net", endpoint.Glued, "kusto.windows.net", ".kusto.windows.net"},
		{"https://evil-kusto.usgovcloudapi.net", endpoint.Glued, "kusto.usgovcloudapi.net", ".kusto.usgovcloudapi.net"},
		{"https://eviladx.monitor.azure.com", endpoint.Glued, "adx.monitor.azure.com", "adx.monitor.azure.com"},
		{"https://help.kust0.windows.net", endpoint.Confusable, "help.kust0.windows.net", ".kusto.windows.net"},
		{"https://help.kusto.wlndows.net", endpoint.Confusable, "help.kusto.wlndows.net", ".kusto.windows.net"},
		{"https://help.kusto-windows.net", endpoint.Confusable, "help.kusto-windows.net", ".kusto.windows.net"},
		{"https://help-kusto-windows-net.example.com", endpoint.Confusable, "help-kusto-windows-net.example.com", ".kusto.windows.net"},
		{"https://help.kusto.vvindows.net", endpoint.Confusable, "help.kusto.vvindows.net", ".kusto.windows.net"},
		{"https://help.kústo.windows.net", endpoint.Confusable, "help.kústo.windows.net", ".kusto.windows.net"},
		{"https://x.\u212Austo.windows.net", endpoint.Confusable, "x.\u212Austo.windows.net", ".kusto.windows.net"},
		{"https://help.kustо.windows.net", endpoint.MixedScripts, "kustо", ""},
		{"https://tаst.kusto.windows.net", endpoint.MixedScripts, "tаst", ""},
		{"mуcluster", endpoint.MixedScripts, "mуcluster", ""},
		{"https://αб.example.com", endpoint.MixedScripts, "αб", ""},

		{"https://help.kusto.windows.net", 0, "", ""},
		{"help", 0, "", ""},
		{"localhost", 0, "", ""},
		{"https://kusto.windows.net", 0, "", ""}, // not trusted, but the service's own
		{"https://x.ade.loganalytics.io", 0, "", ""},
		{"https://example.com", 0, "", ""},
		{"https://kusto.example.com", 0, "", ""},
		{"https://kusto.windows.network", 0, "", ""},
		{"https://storage.blob.core.windows.net", 0, "", ""},
		{"https://my-kusto.contoso.com", 0, "", ""},
		{"https://täst.kusto.windows.net", 0, "", ""},
		{"https://日本のデータ.example.com", 0, "", ""},
		{"https://кластер.example.com", 0, "", ""},
		{"https://kusto.windows.net.example.com.", 0, "", ""}, // no host
		{"https://10.0.0.1", 0, "", ""},
	} {
		e := endpoint.Analyze(row.text)
		got, ok := e.Lookalike()
		if ok != (row.reason != 0) || got.Reason != row.reason || got.Like != row.like || got.Span.Slice(row.text) != row.span {
			t.Errorf("%q: %v %+v", row.text, ok, got)
		}
		if ok && got.Reason.String() == "" {
			t.Errorf("reason %d has no text", got.Reason)
		}
	}
}
