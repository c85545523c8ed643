package lint

import (
	"testing"
	"unicode/utf8"

	"kustoconn/source"
)

// Whatever a file holds: what is found lies in it, no edit cuts a character,
// and the fixes come out as intended or are not made.
func FuzzText(f *testing.F) {
	names := []string{"a.json", "a.yaml", "a.toml", "a.xml", ".env", "a.ini", "a.properties", "a.md", "a.cs", "a.py", "a.sh", "a.tf", "a.txt", "a.ipynb"}
	for i := range names {
		f.Add(i, "a: \""+host+";Fed=yes\" # kustoconn:ignore KCS201 -- old\n")
		f.Add(i, "{\"type\": \"grafana-azure-data-explorer-datasource\", \"jsonData\": {\"clusterUrl\": \"x\"}}")
		f.Add(i, "var kcsb = new KustoConnectionStringBuilder(u) { ApplicationKey = \"a\" }.WithAadApplicationKeyAuthentication(id, key: F(\"b\"), \"c\" + K)\nkcsb[\"AppKey\"] = K")
		f.Add(i, "%kql adx://client-id='a';clientsecret='b';code;cluster=\"c\" kustosql+https://h/d?azure_ad_client_secret=s&x")
		f.Add(i, "s = $\"Data Source={F(1)};AppKye='a\" + b + \"';Fed\\u003dno\"; // @help/Samples")
	}
	f.Fuzz(func(t *testing.T, name int, text string) {
		options := Options{Fix: AllFixes}
		found, err := Text(names[uint(name)%uint(len(names))], text, options)
		if err != nil {
			t.Fatal(err)
		}
		all := source.Span{End: len(text)}
		for _, s := range found.Strings {
			if !all.Covers(s.Span) {
				t.Errorf("a string at %s of %d bytes", s.Span, len(text))
			}
		}
		for _, finding := range found.Findings {
			d := &finding.Diagnostic
			if !all.Covers(d.Span) || !utf8.ValidString(d.Message) {
				t.Errorf("%v in %d bytes", d, len(text))
			}
			for _, e := range d.Edits {
				if !all.Covers(e.Span) || utf8.ValidString(text) && !utf8.ValidString(text[:e.Span.Start]+text[e.Span.End:]) {
					t.Errorf("%v: edit at %s", d, e.Span)
				}
			}
		}
		l, err := newLinter(options)
		if err != nil {
			t.Fatal(err)
		}
		if fixed, n := l.fixOnce(found); n > 0 {
			fixed.Before = found
			fixed.Diff()
		}
		found.Regions()
	})
}
