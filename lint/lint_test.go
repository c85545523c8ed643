package lint

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/internal/exhaust"
	"kustoconn/rule"
	"kustoconn/source"
	"kustoconn/validate"
)

// found lists the findings of a text as "line:column code", and the kinds of
// its strings as they are listed.
func found(t *testing.T, name, text string, options Options) (findings, listed []string) {
	t.Helper()
	f, err := Text(name, text, options)
	if err != nil {
		t.Fatal(err)
	}
	for _, finding := range f.Findings {
		at := f.Index().Position(finding.Diagnostic.Span.Start)
		findings = append(findings, fmt.Sprintf("%d:%d %s", at.Line, at.UTF16, finding.Diagnostic.Code))
	}
	for i, r := range f.Regions() {
		listed = append(listed, fmt.Sprintf("%d:%d-%d:%d %s %s", r.StartLine, r.StartColumn, r.EndLine, r.EndColumn, f.Strings[i].Kind, f.Strings[i].Masked))
	}
	return findings, listed
}

const host = "https://help.kusto.windows.net"

func TestFindings(t *testing.T) {
	for _, row := range []struct {
		name, path, text string
		findings, listed []string
	}{
		{"columns are UTF-16", "a.yaml", "\"😀\": \"" + host + ";Fed=yes\"",
			[]string{"1:43 KCS201"},
			[]string{"1:8-1:46 connection-string " + host + ";Fed=yes"}},
		{"a fragment is checked for secrets only", "a.cs", `var s = ";AAD Federated Security=yes;Application Key=invented";`,
			[]string{"1:54 KCS501"},
			[]string{"1:10-1:62 fragment ;AAD Federated Security=yes;Application Key=****"}},
		{"settings are reported at the key", "a.toml", "[[outputs.azure_data_explorer]]\nendpoint_url = \"http://a.kusto.windows.net\"\n",
			[]string{"2:1 KCS405"},
			[]string{"2:1-2:43 settings AAD Federated Security=true;Data Source=http://a.kusto.windows.net"}},
		{"a hole may hold anything, whatever its code holds", "a.cs", `var s = $"Data Source={F(";=", "x")};Fed={fed};AppKey={k};AppClientId={id};Authority Id={t}";`,
			[]string{"1:23 KCS208"},
			[]string{`1:11-1:92 connection-string Data Source={F};Fed={fed};AppKey={k};AppClientId={id};Authority Id={t}`}},
		{"a hole may stand for pairs", "a.py", `s = f"` + host + `;AppKey={k};{rest}"`,
			[]string{"1:45 KCS208"},
			[]string{"1:7-1:55 connection-string " + host + ";AppKey={k};****"}},
		{"a file that its parser rejects", "a.json", "{\"a\": \"" + host + ";Fed=yes\",",
			[]string{"1:1 KCS703", "1:43 KCS201"},
			[]string{"1:8-1:46 connection-string " + host + ";Fed=yes"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			findings, listed := found(t, row.path, row.text, Options{})
			if diff := cmp.Diff(row.findings, findings); diff != "" {
				t.Error("findings", diff)
			}
			if diff := cmp.Diff(row.listed, listed); diff != "" {
				t.Error("strings", diff)
			}
		})
	}
}

func TestSuppressions(t *testing.T) {
	const str = `"` + host + `;Fed=yes"`
	for _, row := range []struct {
		name, path, text string
		want             []string
	}{
		{"on the line", "a.yaml", "a: " + str + " # kustoconn:ignore KCS201 -- old\n", nil},
		{"on the line before", "a.go", "// kustoconn:ignore not-a-boolean -- old\nvar a = " + str + "\n", nil},
		{"two lines before", "a.go", "// kustoconn:ignore KCS201 -- old\n\nvar a = " + str + "\n", []string{"1:4 KCS701", "3:45 KCS201"}},
		{"on its own line before the next", "a.py", "a = " + str + "  # kustoconn:ignore KCS201 -- old\nb = " + str + "\n", []string{"2:41 KCS201"}},
		{"before a key and its block", "a.yaml", "# kustoconn:ignore KCS201 -- old\na: >-\n  " + host + ";\n  Fed=yes\n", nil},
		{"before a fence", "a.md", "<!-- kustoconn:ignore KCS201 -- old -->\n```\n" + host + ";Fed=yes\n```\n", nil},
		{"in a block comment", "a.c", "/* kustoconn:ignore KCS201 -- old */ x = " + str + ";\n", nil},
		{"in XML", "a.xml", "<a>\n<!-- kustoconn:ignore KCS201: old -->\n<b c='" + host + ";Fed=yes'/></a>", nil},
		{"in XML, with hyphens", "a.xml", "<a>\n<!-- kustoconn:ignore KCS201 -- old -->\n<b c='" + host + ";Fed=yes'/></a>", nil},
		{"in TOML", "a.toml", "a = " + str + " # kustoconn:ignore KCS201 -- old", nil},
		{"in SQL", "a.sql", "-- kustoconn:ignore KCS201 -- old\nselect '" + host + ";Fed=yes'", nil},
		{"in properties", "a.properties", "! kustoconn:ignore KCS201 -- old\na=" + host + ";Fed=yes\n", nil},
		{"in a batch file", "a.bat", "rem kustoconn:ignore KCS201 -- old\nset A=" + host + ";Fed=yes\n", nil},
		{"of a group", "a.py", "# kustoconn:ignore KCS2 -- old\na = " + str, nil},
		{"of two", "a.py", "# kustoconn:ignore KCS201, KCS501 -- old\na = " + str, []string{"1:3 KCS701"}},
		{"of all", "a.py", "# kustoconn:ignore -- old\na = " + str, []string{"1:3 KCS701"}},
		{"of all, without a reason", "a.py", "# kustoconn:ignore\na = " + str, []string{"1:3 KCS702"}},
		{"with a blank", "a.yaml", "a: " + str + " # kustoconn: ignore KCS201 - old\n", nil},
		{"with a hyphen", "a.yaml", "a: " + str + " # kustoconn:ignore not-a-boolean - old\n", nil},
		{"with a dash", "a.yaml", "a: " + str + " # kustoconn:ignore KCS201 — old\n", nil},
		{"with a colon", "a.yaml", "a: " + str + " # kustoconn:ignore KCS201: old\n", nil},
		{"in Razor", "a.cshtml", "@{ var c = " + str + "; } @* kustoconn:ignore KCS201 -- old *@\n", nil},
		{"before Razor", "a.cshtml", "@* kustoconn:ignore KCS201 -- old *@\n@{ var c = " + str + "; }\n", nil},
		{"behind a command of a batch file", "a.cmd", "set \"C=" + host + ";Fed=yes\" & REM kustoconn:ignore KCS201 -- old\r\n", nil},
		{"before one", "a.cmd", ":: kustoconn:ignore KCS201 -- old\r\nset \"C=" + host + ";Fed=yes\"\r\n", nil},
		{"in nginx", "nginx.conf", "set $c " + str + "; # kustoconn:ignore KCS201 -- old\n", nil},
		{"in systemd", "a.service", "[Service]\n# kustoconn:ignore KCS201 -- old\nEnvironment=\"C=" + host + ";Fed=yes\"\n", nil},
		{"in INI", "a.ini", "[a]\nc = " + host + ";Fed=yes ; kustoconn:ignore KCS201 -- old\n", nil},
		{"in KQL", "a.kql", "print c = '" + host + ";Fed=yes' // kustoconn:ignore KCS201 -- old\n", nil},
		{"in HTML", "a.html", "<!-- kustoconn:ignore KCS201: old -->\n<p>" + host + ";Fed=yes</p>\n", nil},
		{"in ERB", "a.html.erb", "<%# kustoconn:ignore KCS201 -- old %>\n<p>" + host + ";Fed=yes</p>\n", nil},
		{"in a server page", "a.jsp", "<%-- kustoconn:ignore KCS201: old --%>\n<p>" + host + ";Fed=yes</p>\n", nil},
		{"in a value of JSON", "a.json", "{\"a\": \"" + host + ";Fed=yes # kustoconn:ignore KCS201 -- old\"}", []string{"1:43 KCS201"}},
		{"of the file", "a.py", "a = " + str + "\n\n# kustoconn:ignore-file KCS201 -- old\n", nil},
		{"without a reason", "a.py", "# kustoconn:ignore KCS201\na = " + str, []string{"1:3 KCS702"}},
		{"without a reason but hyphens", "a.py", "# kustoconn:ignore KCS201 --\na = " + str, []string{"1:3 KCS702"}},
		{"of no rule", "a.py", "# kustoconn:ignore KCS999 -- old\na = " + str, []string{"1:3 KCS701", "2:41 KCS201"}},
		{"unused", "a.py", "# kustoconn:ignore KCS501 -- old\na = " + str, []string{"1:3 KCS701", "2:41 KCS201"}},
		{"with no string at all", "a.py", "# kustoconn:ignore KCS501 -- old\n", []string{"1:3 KCS701"}},
		{"in a string", "a.py", "a = 'kustoconn:ignore KCS201 -- old'\nb = " + str, []string{"2:41 KCS201"}},
		{"behind a string in a comment", "a.py", "# " + host + ";Fed=yes kustoconn:ignore KCS201 -- old\n", nil},
		{"of settings", "a.toml", "[[outputs.azure_data_explorer]]\n# kustoconn:ignore KCS405 -- inside\nendpoint_url = \"http://a.kusto.windows.net\"\n", nil},
	} {
		t.Run(row.name, func(t *testing.T) {
			got, _ := found(t, row.path, row.text, Options{})
			if diff := cmp.Diff(row.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestASuppressionOfARuleThatDoesNotRunIsNotUnused(t *testing.T) {
	v, err := NewValidator(validate.Options{Ignore: []string{"KCS501"}})
	if err != nil {
		t.Fatal(err)
	}
	got, _ := found(t, "a.py", "# kustoconn:ignore KCS501 -- old\na = '"+host+";AppKey=invented;Fed=yes'", Options{Validator: v})
	for _, f := range got {
		if strings.HasSuffix(f, "KCS701") {
			t.Error(f)
		}
	}
}

func TestCheckers(t *testing.T) {
	check := func(b *bind.Bound) diag.List {
		return diag.List{rule.New(rule.IgnoredByClient, source.Span{Start: 0, End: 5}, "ignored")}
	}
	got, _ := found(t, "a.py", "a = '"+host+";Fed=true'\nb = ';AAD Federated Security=true;AppKey={x}'", Options{Checkers: []func(*bind.Bound) diag.List{check}})
	if diff := cmp.Diff([]string{"1:6 KCS605", "1:37 KCS308"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestASecretIsAnErrorUnlessConfigured(t *testing.T) {
	for _, row := range []struct {
		severities map[diag.Code]diag.Severity
		want       diag.Severity
	}{{nil, diag.Error}, {map[diag.Code]diag.Severity{501: diag.Information}, diag.Information}} {
		v, err := NewValidator(validate.Options{Severities: row.severities})
		if err != nil {
			t.Fatal(err)
		}
		if got := v.Severity(501); got != row.want {
			t.Errorf("severity %s, want %s", got, row.want)
		}
	}
}

func TestFingerprintsStay(t *testing.T) {
	text := "a = '" + host + ";Fed=yes'\nb = '" + host + ";Fed=yes'\n"
	prints := func(text string) (all []string) {
		f, err := Text("a.py", text, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, finding := range f.Findings {
			all = append(all, finding.Fingerprint)
		}
		return all
	}
	one := prints(text)
	if len(one) != 2 || one[0] == one[1] {
		t.Errorf("%q", one)
	}
	// Baselines and code hosts keep these.
	for n, print := range one {
		sum := sha256.Sum256(fmt.Appendf(nil, "KCS201\x00a.py\x00%s;Fed=yes\x00%d", host, n))
		if want := hex.EncodeToString(sum[:16]); print != want {
			t.Errorf("fingerprint %d is %s, want %s", n, print, want)
		}
	}
	if diff := cmp.Diff(one, prints("# more\n\n"+text)); diff != "" {
		t.Error(diff)
	}
}

func TestALongStringIsNotShownFixed(t *testing.T) {
	for _, row := range []struct {
		pairs int
		shown bool
	}{{1, true}, {maxFixedString / len(";Fed=yes"), false}} {
		f, err := Text("a.py", "a = '"+host+strings.Repeat(";Fed=yes", row.pairs)+"'\n", Options{})
		if err != nil {
			t.Fatal(err)
		}
		last := f.Findings[len(f.Findings)-1]
		if got := last.Fixed != ""; got != row.shown || len(last.Diagnostic.Edits) == 0 {
			t.Errorf("%d pairs: shown fixed %v, edits %v", row.pairs, got, last.Diagnostic.Edits)
		}
	}
}

func TestManyStringsOnOneLine(t *testing.T) {
	n := exhaust.Size(4000, 20000, 20000)
	text := "[" + strings.Repeat(`"`+host+`;Fed=yes",`, n) + "1]"
	f, err := Text("a.json", text, Options{})
	if err != nil {
		t.Fatal(err)
	}
	regions := f.Regions()
	if len(regions) != n || regions[n-1].StartColumn != (n-1)*41+3 {
		t.Errorf("%d strings, the last at %v", len(regions), regions[len(regions)-1])
	}
}
