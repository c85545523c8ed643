package endpoint_test

import (
	"testing"

	"kustoconn/endpoint"
)

func TestLookalike(t *testing.T) {
	for _, row := range []struct {
		text   string
		reason string
		span   string
		like   string
	}{
		{"https://kusto.windows.net.example.com", endpoint.Embedded, "kusto.windows.net", ".kusto.windows.net"},
		{"https://Help.Kusto.Windows.Net.example.com/Db", endpoint.Embedded, "Kusto.Windows.Net", ".kusto.windows.net"},
		{"https://help.kusto.windows.net-login.example.com", endpoint.Embedded, "kusto.windows.net", ".kusto.windows.net"},
		{"https://ade.loganalytics.io.example.com", endpoint.Embedded, "ade.loganalytics.io", "ade.loganalytics.io"},
		{"https://evilkusto.windows.net", endpoint.WithoutDot, "kusto.windows.net", ".kusto.windows.net"},
		{"https://evil-kusto.usgovcloudapi.net", endpoint.WithoutDot, "kusto.usgovcloudapi.net", ".kusto.usgovcloudapi.net"},
		{"https://eviladx.monitor.azure.com", endpoint.WithoutDot, "adx.monitor.azure.com", "adx.monitor.azure.com"},
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

		{"https://dxp.aad.azure.com.example.com", endpoint.Embedded, "dxp.aad.azure.com", ".dxp.aad.azure.com"},
		{"https://dxp.aad.azure.corn", endpoint.Confusable, "dxp.aad.azure.corn", ".dxp.aad.azure.com"},
		// Of two domains the first of the list is told.
		{"https://playfab.com.kusto.windows.net.example.com", endpoint.Embedded, "kusto.windows.net", ".kusto.windows.net"},
		{"https://playfab.com.dxp.aad.azure.com.example.com", endpoint.Embedded, "dxp.aad.azure.com", ".dxp.aad.azure.com"},
		// A letter that is longer in lower case: the whole host is pointed at.
		{"https://\u023a.kusto.windows.net.example.com", endpoint.Embedded, "\u023a.kusto.windows.net.example.com", ".kusto.windows.net"},
		{"https://日a.example.com", endpoint.MixedScripts, "日a", ""},
		{"https://x.日a.example.com", endpoint.MixedScripts, "日a", ""},

		{"https://a\u0966.example.com", "", "", ""}, // a digit is of no script
		{"https://azureplayfab.com", "", "", ""},    // ends like playfab.com, but is on the list
		{"https://help.kusto.windows.net", "", "", ""},
		{"help", "", "", ""},
		{"localhost", "", "", ""},
		{"https://kusto.windows.net", "", "", ""}, // not trusted, but the service's own
		{"https://x.ade.loganalytics.io", "", "", ""},
		{"https://example.com", "", "", ""},
		{"https://kusto.example.com", "", "", ""},
		{"https://kusto.windows.network", "", "", ""},
		{"https://storage.blob.core.windows.net", "", "", ""},
		{"https://my-kusto.contoso.com", "", "", ""},
		{"https://täst.kusto.windows.net", "", "", ""},
		{"https://日本のデータ.example.com", "", "", ""},
		{"https://кластер.example.com", "", "", ""},
		{"https://kusto.windows.net.example.com.", "", "", ""}, // no host
		{"https://10.0.0.1", "", "", ""},
	} {
		e := endpoint.Analyze(row.text)
		got, ok := e.Lookalike()
		if ok != (row.reason != "") || got.Reason != row.reason || got.Like != row.like || got.Span.Slice(row.text) != row.span {
			t.Errorf("%q: %v %+v", row.text, ok, got)
		}
	}
}

// Every letter of the service's domains has characters that are taken for it.
// Where they are of another script, all of the label is, so that the label is
// not of several.
func TestConfusableLetters(t *testing.T) {
	for letter, row := range map[string]struct{ host, like string }{
		"a": {"plâyfab.com", "playfab.com"},
		"b": {"playfaƅ.com", "playfab.com"},
		"c": {"playfab.çom", "playfab.com"},
		"d": {"kusto.winďows.net", "kusto.windows.net"},
		"e": {"kusto.windows.nėt", "kusto.windows.net"},
		"f": {"playƒab.com", "playfab.com"},
		"g": {"kusto.core.eaġlex.ic.gov", "kusto.core.eaglex.ic.gov"},
		"h": {"kusto.cħinacloudapi.cn", "kusto.chinacloudapi.cn"},
		"i": {"kusto.w1ndows.net", "kusto.windows.net"},
		"k": {"ĸusto.windows.net", "kusto.windows.net"},
		"l": {"pıayfab.com", "playfab.com"},
		"m": {"playfab.сом", "playfab.com"},
		"n": {"kusto.wiñdows.net", "kusto.windows.net"},
		"o": {"kust0.windows.net", "kusto.windows.net"},
		"p": {"ԁхр.aad.azure.com", "dxp.aad.azure.com"},
		"r": {"dxp.aad.azuŕe.com", "dxp.aad.azure.com"},
		"s": {"kušto.windows.net", "kusto.windows.net"},
		"t": {"kusto.windows.neŧ", "kusto.windows.net"},
		"u": {"kųsto.windows.net", "kusto.windows.net"},
		"v": {"кцѕтоԁеѵ.windows.net", "kustodev.windows.net"},
		"w": {"kusto.ŵindows.net", "kusto.windows.net"},
		"y": {"plaÿfab.com", "playfab.com"},
		"z": {"dxp.aad.ażure.com", "dxp.aad.azure.com"},

		"a mark":      {"ku\u0301sto.windows.net", "kusto.windows.net"},
		"a hyphen":    {"kusto-windows.net", "kusto.windows.net"},
		"two letters": {"playfab.corn", "playfab.com"},
	} {
		e := endpoint.Analyze("https://x." + row.host)
		got, ok := e.Lookalike()
		if !ok || got.Reason != endpoint.Confusable || got.Like != "."+row.like {
			t.Errorf("%s: %s: %v, %+v", letter, row.host, ok, got)
		}
	}
}
