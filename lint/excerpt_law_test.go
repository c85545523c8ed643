package lint_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kustoconn/lint"
	"kustoconn/report"
)

// The markers have no piece of four bytes in common with each other, a container,
// a string or a message.
const (
	beside = "Zq9xW7vK2mJ4" // planted in the file, outside of the string
	secret = "Hv8Gc4PdTn6B" // planted in the string, as its secret
)

// containers are files by name: %[1]s is the string as it stands, %[2]s as a literal
// in double quotes, %[3]s with single quotes doubled, %[4]s as XML.
var containers = map[string]string{
	"a.txt":           "token N and AppKey N for %[1]s see\tN\n",
	"a.md":            "# N\n\n| key | N |\n|---|---|\n| `%[1]s` | AppKey N |\n\n<!-- N --> **%[1]s**\n",
	"a.json":          "{\"N\": [\"N\", %[2]s], \"appKey\": \"N\", \"N\": 1}\n",
	"a.yaml":          "appKey:\n  - N # %[1]s\n  - %[2]s # N\nN: '%[3]s'\nc: >-\n  N\n  %[1]s\n",
	"a.toml":          "N = \"N\" # N\na = [%[2]s, \"N\"]\n",
	"a.csv":           "N,AppKey,N\n%[2]s,\"AppKey\",\"N\"\n",
	".env":            "A=%[1]s # N\nB=\"%[1]s\"N\nPASSWORD=N\n",
	"a.ini":           "[N]\na = %[1]s ; N\nN = N\n",
	"a.xml":           "<a N=\"N\" b=\"%[4]s\">N %[4]s<N/>N</a><!-- N -->\n",
	"a.go":            "var a = F(\"N\", %[2]s, \"N\") + N // %[1]s N\n",
	"a.cs":            "var a = new ClientSecretCredential(\"N\", \"N\"); var b = new KustoConnectionStringBuilder(%[2]s).WithAadUserTokenAuthentication(\"N\"); // N\n",
	"a.py":            "k = KustoConnectionStringBuilder.with_aad_application_key_authentication(%[2]s, \"N\", \"N\", 'N'); N = h(\"N\")\n",
	"a.js":            "q = K.withAccessToken(%[2]s, 'N'); /* N */ r = `N ${N}` + '%[1]s' + \"N\"\n",
	"a.java":          "m.put(\"appKey\", \"N\"); m.put(\"conn\", %[2]s); // N\n",
	"a.sh":            "curl -H \"Authorization: Bearer N\" \"%[1]s\" -u x:N; az login -p N -pN; run %[2]s>N | N\necho N | K='%[1]s'N x\n",
	"a.ps1":           "$N = \"N\"; $a = \"%[1]s\" + 'N'; # N\n",
	"a.bat":           "set N=N& set A=%[1]s& rem N\n",
	"a.sql":           "insert into t values ('%[3]s', 'N', N'N'); -- %[1]s N\n",
	"a.kql":           "let a = h\"N\"; let b = \"%[1]s\"; // N\nlet c = h@'%[1]s' | N\n",
	"a.rb":            "a = %[2]s; b = \"N\"\nc = <<~N\n  %[1]s N\nN\n",
	"a.php":           "<?php $a = ['N' => '%[1]s', \"appKey\" => \"N\"]; # N ?>N\n",
	"a.vb":            "Dim a = %[2]s & \"N\" ' N\n",
	"a.tf":            "N = \"N\"\na = %[2]s # N\nb = <<EOT\nN\n%[1]s\nEOT\n",
	"Dockerfile":      "FROM N\nENV A=\"%[1]s\" N=N\nRUN N %[1]s\n",
	"a.ipynb":         "{\"cells\": [{\"cell_type\": \"code\", \"source\": [\"N = 1\\n\", %[2]s], \"outputs\": [\"N\"]}]}\n",
	"a.html":          "<p title=\"N\">N %[4]s N</p><script>a = %[2]s, N</script>\n",
	"a.conf":          "kusto %[1]s\nN N\n",
	"a.xyz":           "N := \"%[1]s\" \"N\" ''N'' `N` N;\n",
	"fluent-bit.conf": "[OUTPUT]\n    Name azure_kusto\n    Client_Secret S\n    N N\n    Ingestion_Endpoint http://c.kusto.windows.net\n",
	"grafana.yaml":    "N: N\ntype: grafana-azure-data-explorer-datasource\njsonData: {clusterUrl: 'http://c.kusto.windows.net', N: N}\nsecureJsonData: {clientSecret: S}\n",
}

// shapes are strings with a finding; § is where the secret goes.
var shapes = []string{
	"https://c.kusto.windows.net;Fed=yes",
	"https://c.kusto.windows.net/Db;Fed=yes;AppKey=§",
	"https://c.kusto.windows.net;AppKey=\"§\";Fed=yes",
	"https://c.kusto.windows.net;AppKey='§;§';Fed=yes",
	"https://c.kusto.windows.net;Fed=yes;AppKey=\"§",
	"https://c.kusto.windows.net;Fed=yes;AppKey=\"§\"\"§\"",
	"https://c.kusto.windows.net;Fed=yes;AppKey=\"§\"§",
	"https://c.kusto.windows.net;Fed=yes;AppKye=§;§=§",
	"https://c.kusto.windows.net;Fed=yes;AppKey=§;§",
	"https://c.kusto.windows.net Fed=yes AppKey=§",
	"https://c.kusto.windows.net,AppKey=§;§=§;Fed=yes",
	"https://§@c.kusto.windows.net;Fed=yes",
	"https://u:§@c.kusto.windows.net;Fed=yes",
	"AppKey=§;Data Source=http://c.kusto.windows.net;Fed=yes",
	"Data Source=http://c.kusto.windows.net;User Token=§;Fed=no",
	"Data Source=\"http://c.kusto.windows.net;Application Key=§\";Fed=yes",
}

// signs stand around what is planted in a file at random.
var signs = []string{"", " ", "\"", "'", "=", ";", ":", ",", "(", "\n", "`", "#", "AppKey=", "\\"}

// A report shows nothing of a file but the strings found in it, and nothing of their
// secrets, whatever stands where.
func TestReportsShowStringsAlone(t *testing.T) {
	var names []string
	for name := range containers {
		names = append(names, name)
	}
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom(names).Draw(t, "container")
		text := strings.ReplaceAll(rapid.SampledFrom(shapes).Draw(t, "string"), "§", secret)
		xml := strings.NewReplacer("&", "&amp;", "<", "&lt;", `"`, "&quot;").Replace(text)
		content := fmt.Sprintf(containers[name]+"%.0[1]s%.0[2]s%.0[3]s%.0[4]s", text, strconv.Quote(text), strings.ReplaceAll(text, "'", "''"), xml)
		content = strings.NewReplacer(" S\n", " "+secret+"\n", " S}", " "+secret+"}").Replace(content)
		content = planted(t, content, text, strconv.Quote(text), strings.ReplaceAll(text, "'", "''"), xml)
		f := dryRun(t, dir, name, content)
		for _, out := range reports(t, f) {
			if found := pieceOf(secret, out); found != "" {
				t.Fatalf("%s shows %q of the secret:\n%s\n%s", name, found, content, out)
			}
			if found := pieceOf(beside, out); found != "" && !holdsPlanted(f) {
				t.Fatalf("%s shows %q, which stands outside of its strings:\n%s\n%s", name, found, content, out)
			}
		}
	})
}

// planted writes markers for the N of a container, and some more at places outside
// of its strings.
func planted(t *rapid.T, content string, written ...string) string {
	const name = "\x00" // for a marker
	fields := strings.FieldsFunc(content, func(r rune) bool { return strings.ContainsRune(" \n\t", r) })
	for _, word := range fields { // an N as a word, or between signs
		if strings.Contains(word, "N") && !strings.Contains(word, "kusto.windows.net") && !strings.Contains(word, "AppKey") && !strings.Contains(word, "FROM") {
			content = strings.Replace(content, word, strings.ReplaceAll(word, "N", name), 1)
		}
	}
	for range rapid.IntRange(0, 2).Draw(t, "more") {
		at := rapid.IntRange(0, len(content)).Draw(t, "at")
		if slices.ContainsFunc(written, func(s string) bool { return isAmid(content, s, at) }) {
			continue
		}
		sign := rapid.SampledFrom(signs)
		content = content[:at] + sign.Draw(t, "before") + name + sign.Draw(t, "behind") + content[at:]
	}
	return strings.ReplaceAll(content, name, beside)
}

// isAmid reports whether the offset is in one of the places of text in content.
func isAmid(content, text string, at int) bool {
	for from := 0; ; {
		n := strings.Index(content[from:], text)
		if n < 0 {
			return false
		}
		if from += n; from < at && at < from+len(text) {
			return true
		}
		from++
	}
}

// holdsPlanted reports whether what is planted in the file came to stand in a string.
func holdsPlanted(f *lint.File) bool {
	for _, file := range []*lint.File{f, f.Before} {
		if file == nil {
			continue
		}
		for _, s := range file.Strings {
			if pieceOf(beside, s.Span.Slice(file.Text())) != "" {
				return true
			}
		}
	}
	return false
}

// dryRun lints a file and fixes it without writing it.
func dryRun(t *rapid.T, dir, name, content string) *lint.File {
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	result, err := lint.Run(context.Background(), lint.Options{Dir: dir, Paths: []string{path}, Fix: lint.AllFixes, DryRun: true})
	if err != nil {
		t.Fatal(err)
	}
	if len(result.Files) == 0 {
		return &lint.File{}
	}
	return result.Files[0]
}

// reports returns the report of the file, and of what it was before fixes, in every
// format, and the list of its strings and what fixes change.
func reports(t *rapid.T, f *lint.File) (all []string) {
	for _, f := range []*lint.File{f, f.Before} {
		if f == nil {
			continue
		}
		var findings []report.Finding
		file := report.NewFile(f.Path, f.Text(), f.Index())
		for _, found := range f.Findings {
			finding := report.Finding{
				File: file, String: found.String + 1, Diagnostic: found.Diagnostic, InString: found.InString,
				Fixed: found.Fixed, Fingerprint: found.Fingerprint,
			}
			if found.String >= 0 {
				finding.Excerpt = f.Strings[found.String].Excerpt
			}
			findings = append(findings, finding)
		}
		for _, name := range report.FormatNames() {
			format, err := report.ParseFormat(name)
			if err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			if err := report.Write(&out, format, findings, report.Options{}); err != nil {
				t.Fatal(err)
			}
			all = append(all, out.String())
		}
		for _, s := range f.Strings {
			all = append(all, s.Masked, s.Excerpt.Text())
		}
	}
	for _, c := range f.Diff() {
		all = append(all, c.Before, c.After)
	}
	return all
}

// pieceOf returns a piece of four bytes of a marker that out holds.
func pieceOf(marker, out string) string {
	for i := 0; i+4 <= len(marker); i++ {
		if strings.Contains(out, marker[i:i+4]) {
			return marker[i : i+4]
		}
	}
	return ""
}
