package endpoint_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/internal/sealed"
	"kustoconn/rule"
	"kustoconn/source"
)

func TestFaults(t *testing.T) {
	bad := func(r endpoint.Reason, start, end int) endpoint.Fault {
		return endpoint.Fault{Code: rule.BadURI, Reason: r, Span: source.Span{Start: start, End: end}}
	}
	fix := func(r endpoint.Reason, start, end int, text string) endpoint.Fault {
		f := bad(r, start, end)
		f.Fix, f.Fixable = sealed.NewText(text), true
		return f
	}
	other := func(k diag.Code, start, end int) endpoint.Fault {
		return endpoint.Fault{Code: k, Span: source.Span{Start: start, End: end}}
	}
	mend := func(k diag.Code, start, end int, text string) endpoint.Fault {
		f := other(k, start, end)
		f.Fix, f.Fixable = sealed.NewText(text), true
		return f
	}
	long := strings.Repeat("a", 64)
	for _, row := range []struct {
		text   string
		host   string // "" where the fault leaves none
		faults []endpoint.Fault
	}{
		{"", "", []endpoint.Fault{bad(endpoint.NoHost, 0, 0)}},
		{"https://", "", []endpoint.Fault{bad(endpoint.NoHost, 8, 8)}},
		{"https:///Db", "", []endpoint.Fault{bad(endpoint.NoHost, 8, 8)}},
		{"/Db", "", []endpoint.Fault{bad(endpoint.NoHost, 0, 0)}},
		{"//mycluster/Db", "", []endpoint.Fault{bad(endpoint.NoHost, 0, 0)}},
		{"https://:443", "", []endpoint.Fault{bad(endpoint.NoHost, 8, 8)}},
		{"://x", "", []endpoint.Fault{bad(endpoint.BadScheme, 0, 0)}},
		{"ht!tp://x", "", []endpoint.Fault{bad(endpoint.BadScheme, 0, 5)}},
		{"https:/x", "", []endpoint.Fault{fix(endpoint.MissingSlashes, 5, 7, "://")}},
		{"HTTP:x", "", []endpoint.Fault{fix(endpoint.MissingSlashes, 4, 5, "://")}},
		{`"https://x.kusto.windows.net"`, "", []endpoint.Fault{fix(endpoint.QuoteMark, 0, 1, ""), fix(endpoint.QuoteMark, 28, 29, "")}},
		{"'help'", "", []endpoint.Fault{fix(endpoint.QuoteMark, 0, 1, ""), fix(endpoint.QuoteMark, 5, 6, "")}},
		{"“help”", "", []endpoint.Fault{fix(endpoint.QuoteMark, 0, 3, ""), fix(endpoint.QuoteMark, 7, 10, "")}},
		{"\uFEFFhttps://help", "", []endpoint.Fault{fix(endpoint.ByteOrderMark, 0, 3, "")}},
		{"https://help/\"Db\"", "help", []endpoint.Fault{fix(endpoint.QuoteMark, 13, 14, ""), fix(endpoint.QuoteMark, 16, 17, "")}},
		{`https://evil.com\@x.kusto.windows.net`, "", []endpoint.Fault{fix(endpoint.Backslash, 16, 17, "/"), other(rule.CredentialsInURI, 8, 18)}},
		{`https://c.kusto.windows.net\Db`, "", []endpoint.Fault{fix(endpoint.Backslash, 27, 28, "/")}},
		{`https://c/a\b`, "c", []endpoint.Fault{fix(endpoint.Backslash, 11, 12, "/")}},
		{"https://a b.kusto.windows.net", "", []endpoint.Fault{bad(endpoint.WhiteSpace, 9, 10)}},
		{"https://a\u00a0b.kusto.windows.net", "", []endpoint.Fault{bad(endpoint.WhiteSpace, 9, 11)}},
		{"https://a\tb", "", []endpoint.Fault{bad(endpoint.ControlChar, 9, 10)}},
		{"https://a/\tb", "a", []endpoint.Fault{bad(endpoint.ControlChar, 10, 11)}},
		{"https://a%2eb", "", []endpoint.Fault{bad(endpoint.PercentInHost, 9, 10)}},
		{"https://a\xff\xfeb", "", []endpoint.Fault{bad(endpoint.NotUTF8, 9, 11)}},
		{"https://a/\xff", "a", []endpoint.Fault{bad(endpoint.NotUTF8, 10, 11)}},
		{"https://<c>.x", "", []endpoint.Fault{bad(endpoint.BadHostChar, 8, 9), bad(endpoint.BadHostChar, 10, 11)}},
		{"https://a☃.x", "", []endpoint.Fault{bad(endpoint.BadHostChar, 9, 12)}},
		{"https://ä_ö-1.x", "", []endpoint.Fault{bad(endpoint.BadHostChar, 10, 11)}},
		{"https://a_b.x", "a_b.x", nil},
		{"https://ä-1.x", "ä-1.x", nil},
		{"https://ａ.x", "", []endpoint.Fault{fix(endpoint.FullWidth, 8, 11, "a")}},
		{"https://a。b．c｡d", "", []endpoint.Fault{fix(endpoint.IdeographicStop, 9, 12, "."), fix(endpoint.IdeographicStop, 13, 16, "."), fix(endpoint.IdeographicStop, 17, 20, ".")}},
		{"https://a..b", "", []endpoint.Fault{fix(endpoint.EmptyLabel, 10, 11, "")}},
		{"https://..a...b..", "", []endpoint.Fault{fix(endpoint.EmptyLabel, 8, 10, ""), fix(endpoint.EmptyLabel, 12, 14, ""), fix(endpoint.TrailingDot, 15, 17, "")}},
		{"https://a.:443", "", []endpoint.Fault{fix(endpoint.TrailingDot, 9, 10, "")}},
		{".", "", []endpoint.Fault{fix(endpoint.EmptyLabel, 0, 1, "")}},
		{"https://b." + long, "", []endpoint.Fault{bad(endpoint.LongLabel, 10, 74)}},
		{"https://" + long[:63], long[:63], nil},
		{"https://" + strings.Repeat("ä", 32), "", []endpoint.Fault{bad(endpoint.LongLabel, 8, 72)}},
		{"https://a:99999", "", []endpoint.Fault{bad(endpoint.BadPort, 10, 15)}},
		{"https://a:65535", "a", nil},
		{"https://a:abc/Db", "", []endpoint.Fault{bad(endpoint.BadPort, 10, 13)}},
		{"https://[::1", "", []endpoint.Fault{bad(endpoint.BadIPLiteral, 8, 12)}},
		{"https://[fe80::1%25eth0]", "", []endpoint.Fault{bad(endpoint.BadIPLiteral, 8, 24)}},
		{"https://[127.0.0.1]", "", []endpoint.Fault{bad(endpoint.BadIPLiteral, 8, 19)}},
		{"https://[::1]x", "", []endpoint.Fault{bad(endpoint.BadIPLiteral, 8, 14)}},
		{"https://[v1.x]", "", []endpoint.Fault{bad(endpoint.BadIPLiteral, 8, 14)}},
		{"https://::1/Db", "", []endpoint.Fault{fix(endpoint.BadIPLiteral, 8, 11, "[::1]")}},
		{"https://u:p@q@h", "", []endpoint.Fault{bad(endpoint.ExtraAt, 11, 12), other(rule.CredentialsInURI, 8, 14)}},
		{"https://u:p@h", "h", []endpoint.Fault{mend(rule.CredentialsInURI, 8, 12, "")}},
		{"https://h/100%", "h", []endpoint.Fault{bad(endpoint.BadPercent, 10, 14)}},
		{"https://h/%zz", "h", []endpoint.Fault{bad(endpoint.BadPercent, 10, 13)}},
		{"https://h/a%ff/", "h", []endpoint.Fault{bad(endpoint.DatabaseNotUTF8, 10, 14)}},
		{"https://h/a%00", "h", []endpoint.Fault{bad(endpoint.DatabaseNUL, 10, 14)}},
		{"ftp://h/Db", "h", []endpoint.Fault{other(rule.UnsupportedScheme, 0, 3)}},
		{"https://h/a/b", "h", []endpoint.Fault{other(rule.PathTooDeep, 9, 13)}},
		{"https://h//", "h", []endpoint.Fault{other(rule.PathTooDeep, 9, 11)}},
		{"https://h/a//", "h", []endpoint.Fault{other(rule.PathTooDeep, 9, 13)}},
		{"https://h/Db?x=y", "h", []endpoint.Fault{other(rule.QueryOrFragment, 12, 16)}},
		{"https://h?", "h", []endpoint.Fault{other(rule.QueryOrFragment, 9, 10)}},
		{"https://h?DatabaseName=My%20Db", "h", []endpoint.Fault{mend(rule.QueryOrFragment, 9, 30, "/My%20Db")}},
		{"https://h/?databasename=Db", "h", []endpoint.Fault{mend(rule.QueryOrFragment, 10, 26, "Db")}},
		{"https://h/x?DatabaseName=Db", "h", []endpoint.Fault{other(rule.QueryOrFragment, 11, 27)}},
		{"https://h?DatabaseName=Db&web=0", "h", []endpoint.Fault{other(rule.QueryOrFragment, 9, 31)}},
		{"https://h?DatabaseName=%zz", "h", []endpoint.Fault{other(rule.QueryOrFragment, 9, 26)}},
		{"https://h?DatabaseName=Db#f", "h", []endpoint.Fault{other(rule.QueryOrFragment, 9, 25), other(rule.QueryOrFragment, 25, 27)}},
		{"https://ade.loganalytics.io/a/b?x", "ade.loganalytics.io", []endpoint.Fault{other(rule.QueryOrFragment, 31, 33)}},
		{`https:\\\x`, "", []endpoint.Fault{fix(endpoint.MissingSlashes, 5, 8, "://"), fix(endpoint.Backslash, 8, 9, "/")}},
		{"https:/", "", []endpoint.Fault{fix(endpoint.MissingSlashes, 5, 7, "://"), bad(endpoint.NoHost, 7, 7)}},
		{`x"://h`, "", []endpoint.Fault{fix(endpoint.QuoteMark, 1, 2, "")}},
		{"https://u<p@h", "", []endpoint.Fault{bad(endpoint.BadHostChar, 9, 10), other(rule.CredentialsInURI, 8, 12)}},
		{"https://a:1:2", "", []endpoint.Fault{bad(endpoint.BadPort, 10, 13)}},
		{"https://a:-1", "", []endpoint.Fault{bad(endpoint.BadPort, 10, 12)}},
		{"https://a:65536", "", []endpoint.Fault{bad(endpoint.BadPort, 10, 15)}},
		{"https://a:9", "a", nil},
		{"https://[::1]:9", "::1", nil},
		{"https://h/Db#f", "h", []endpoint.Fault{other(rule.QueryOrFragment, 12, 14)}},
		{"https://h/%g0", "h", []endpoint.Fault{bad(endpoint.BadPercent, 10, 13)}},
		{"https://h/%0g", "h", []endpoint.Fault{bad(endpoint.BadPercent, 10, 13)}},
		{"https://h/%00a", "h", []endpoint.Fault{bad(endpoint.DatabaseNUL, 10, 14)}},
		{"https://h?Database=Db", "h", []endpoint.Fault{mend(rule.QueryOrFragment, 9, 21, "/Db")}},
		{"https://h?Databases=Db", "h", []endpoint.Fault{other(rule.QueryOrFragment, 9, 22)}},
		{"https://h?=Db", "h", []endpoint.Fault{other(rule.QueryOrFragment, 9, 13)}},
		{"https://h?Database=", "h", []endpoint.Fault{other(rule.QueryOrFragment, 9, 19)}},
		{"https://h?Database", "h", []endpoint.Fault{other(rule.QueryOrFragment, 9, 18)}},
		{"https://h?Database=a+b", "h", []endpoint.Fault{other(rule.QueryOrFragment, 9, 22)}},
		{"https://h?Database=a/b", "h", []endpoint.Fault{other(rule.QueryOrFragment, 9, 22)}},
		{"https://h?Database=a?b", "h", []endpoint.Fault{other(rule.QueryOrFragment, 9, 22)}},
		{"https://a..b?Database=Db", "", []endpoint.Fault{fix(endpoint.EmptyLabel, 10, 11, ""), mend(rule.QueryOrFragment, 12, 24, "/Db")}},
		{"https://h?Database=\"D", "h", []endpoint.Fault{fix(endpoint.QuoteMark, 19, 20, ""), other(rule.QueryOrFragment, 9, 21)}},
		{"https://u@a<>", "", []endpoint.Fault{mend(rule.CredentialsInURI, 8, 10, ""), bad(endpoint.BadHostChar, 11, 13)}},
		{"https://a\"<", "", []endpoint.Fault{fix(endpoint.QuoteMark, 9, 10, ""), bad(endpoint.BadHostChar, 10, 11)}},
		{"@help/?x", "", []endpoint.Fault{bad(endpoint.BadShorthand, 6, 8)}},
		{"@help/\"Db\"", "", []endpoint.Fault{fix(endpoint.QuoteMark, 6, 7, ""), fix(endpoint.QuoteMark, 9, 10, "")}},
		{"@", "", []endpoint.Fault{bad(endpoint.BadShorthand, 0, 1)}},
		{"@/Samples", "", []endpoint.Fault{bad(endpoint.BadShorthand, 0, 1)}},
		{"@@help/Samples", "", []endpoint.Fault{bad(endpoint.BadHostChar, 1, 2)}},
		{"@help:443/Samples", "", []endpoint.Fault{bad(endpoint.BadHostChar, 5, 6)}},
		{"@a_b$/Db", "", []endpoint.Fault{bad(endpoint.BadShorthand, 2, 3), bad(endpoint.BadShorthand, 4, 5)}},
		{"@ help", "", []endpoint.Fault{bad(endpoint.WhiteSpace, 1, 2)}},
		{"@help//", "", []endpoint.Fault{bad(endpoint.BadShorthand, 6, 7)}},
		{"@help/Samples/x", "", []endpoint.Fault{bad(endpoint.BadShorthand, 13, 15)}},
		{"@help/Db?x=y", "", []endpoint.Fault{bad(endpoint.BadShorthand, 8, 12)}},
		{"@help/a%", "", []endpoint.Fault{bad(endpoint.BadPercent, 6, 8)}},
	} {
		e := endpoint.AnalyzePrefix(row.text)
		host := row.host
		if host != "" && e.Form == endpoint.BareName {
			host += ".kusto.windows.net"
		}
		if diff := cmp.Diff(row.faults, e.Faults); diff != "" || e.Host() != host {
			t.Errorf("%q: host %q, want %q; faults (-want +got):\n%s", row.text, e.Host(), host, diff)
		}
		keepsValue := e.Has(rule.QueryOrFragment) || e.Has(rule.PathTooDeep) ||
			e.Has(rule.BadURI) && e.Host() != ""
		if keepsValue && (e.HasDatabase || e.DataSource() != row.text) {
			t.Errorf("%q: data source %q, database %v", row.text, e.DataSource(), e.HasDatabase)
		}
	}
}

// TestFixesMend applies the fixes of texts whose every fault has one.
func TestFixesMend(t *testing.T) {
	for text, want := range map[string]string{
		`"https://help.kusto.windows.net/Samples"`: "https://help.kusto.windows.net/Samples",
		"\uFEFF‘help’":                             "help",
		"https:/help":                              "https://help",
		"https://..a...b../Db":                     "https://a.b/Db",
		"https://a。ｂ":                              "https://a.b",
		`https://help\Samples`:                     "https://help/Samples",
		"https://u:p@help?databaseName=a%20":       "https://help/a%20",
	} {
		var edits []diag.Edit
		e := endpoint.Analyze(text)
		for _, f := range e.Faults {
			if !f.Fixable {
				t.Errorf("%q: no fix for %+v", text, f)
			}
			edits = append(edits, diag.Edit{Span: f.Span, NewText: f.Fix.Open()})
		}
		got, err := diag.Apply(text, edits)
		if err != nil || got != want {
			t.Errorf("%q: fixed %q, %v; want %q", text, got, err, want)
		}
		if again := endpoint.Analyze(got); again.Faults != nil {
			t.Errorf("%q: %+v remain", text, again.Faults)
		}
	}
}

func TestReasonText(t *testing.T) {
	for r := endpoint.NoHost; r <= endpoint.DatabaseNUL; r++ {
		if r.String() == "" || r.Help() == "" {
			t.Errorf("reason %d has no text", uint8(r))
		}
	}
	if r := endpoint.DatabaseNUL + 1; r.String() != "" || r.Help() != "" {
		t.Errorf("reason %d has text", uint8(r))
	}
}
