package cli

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"kustoconn/internal/exhaust"
	"kustoconn/report"
)

// holders are files that hold a string, by name. %s is the string as it is, %q
// the string as a literal in double quotes.
var holders = map[string]string{
	"a.txt":               "see %[1]s for more\n",
	"a.md":                "# T\n\nUse `%[1]s` or\n\n```json\n{\"k\": %[2]s}\n```\n",
	"a.json":              "{\"a\": %[2]s, \"appKey\": \"Zq9xW7vK2mJ4\"}\n",
	"a.yaml":              "a: %[2]s\nb: '%[3]s'\nc: >-\n  %[1]s\n",
	"a.toml":              "a = %[2]s\n",
	"a.env":               "A=%[1]s\nB=\"%[1]s\"\n",
	"a.ini":               "[s]\na = %[1]s\n",
	"a.properties":        "a=%[1]s\n",
	"a.xml":               "<a b=\"%[4]s\">%[4]s</a>\n",
	"a.tf":                "a = %[2]s\n",
	"a.go":                "package a\n\nvar a = %[2]s + b // %[1]s\n",
	"a.cs":                "var a = $%[2]s; // %[1]s\n",
	"a.py":                "a = f%[2]s\n",
	"a.js":                "const a = `%[1]s`; const b = %[2]s;\n",
	"a.java":              "String a = %[2]s;\n",
	"a.ps1":               "$a = %[2]s\n$b = '%[3]s'\n",
	"a.sh":                "a='%[1]s'\nfoo \"%[1]s\"\n",
	"a.bat":               "set A=%[1]s\n",
	"a.sql":               "select '%[3]s'\n",
	"a.rs":                "let a = %[2]s;\n",
	"a.rb":                "a = %[2]s\nb = <<~X\n  %[1]s\nX\n",
	"a.php":               "<?php $a = '%[1]s'; $b = %[2]s . $c; ?>\n",
	"a.fs":                "let a = $%[2]s // %[1]s\n",
	"a.vb":                "Dim a = \"%[1]s\" & b ' %[1]s\n",
	"a.tsx":               "const a = <p>%[1]s</p>; const b = String.raw`%[1]s`;\n",
	"a.dib":               "#!csharp\nvar a = %[2]s;\n\n#!markdown\n`%[1]s`\n",
	"Dockerfile":          "FROM x\nENV A=\"%[1]s\"\n",
	"Dockerfile.bare":     "FROM x\nENV A=%[1]s\nENV B %[1]s\n",
	"env.yaml":            "env:\n  - name: KUSTO_CONNECTION\n    value: %[2]s\n",
	"app.config":          "<configuration><add key=\"Kusto\" value=\"%[4]s\"/><add connectionString=\"%[4]s\" name=\"AppKey\"/></configuration>\n",
	"a.ipynb":             "{\"cells\": [{\"cell_type\": \"code\", \"source\": [\"a = 1\\n\", %[2]s]}]}\n",
	"a.bicep":             "var a = '%[1]s'\n",
	"suppressed.txt":      "%[1]s # kustoconn:ignore KCS101 -- known\n",
	"broken.json":         "{\"a\": %[2]s\n",
	"fluent-bit.conf":     "[OUTPUT]\n    Name azure_kusto\n    Client_Secret %[1]s\n    Ingestion_Endpoint https://c.kusto.windows.net\n",
	"grafana.yaml":        "type: grafana-azure-data-explorer-datasource\njsonData: {clusterUrl: 'https://c.kusto.windows.net', clientId: x}\nsecureJsonData: {clientSecret: %[2]s}\n",
	"beside.yaml":         "{password: Zq9xW7vK2mJ4, a: 'https://c.kusto.windows.net;Fed=yes', url: 'ftp://u:Zq9xW7vK2mJ4@h/'}\n",
	"pre.kustoconn.cs":    "Foo(\"https://c.kusto.windows.net;Fed=yes\", password: \"Zq9xW7vK2mJ4\");\n",
	"interpolated.cs":     "var a = $\"https://c.kusto.windows.net;Fed=yes;AppKey={F(\"Zq9xW7vK2mJ4\")}\";\n",
	"concatenated.java":   "var a = \"https://c.kusto.windows.net;Fed=yes;AppKey=\" + f(\"Zq9xW7vK2mJ4\");\n",
	"concatenated2.java":  "var a = \"https://c.kusto.windows.net;Fed=yes;AppKey=\" + \"Zq9xW7vK2mJ4\" + \";Foo=bar\";\n",
	"local.settings.json": "{\"Values\": {\"KustoConnectionString\": %[2]s}}\n",
}

// hold writes a file for each holder around text.
func hold(t *testing.T, dir, text string) {
	t.Helper()
	single := strings.ReplaceAll(text, "'", "''")
	xml := strings.NewReplacer("&", "&amp;", "<", "&lt;", `"`, "&quot;").Replace(text)
	for name, format := range holders {
		content := fmt.Sprintf(format+"%.0[1]s%.0[2]s%.0[3]s%.0[4]s", text, strconv.Quote(text), single, xml)
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func TestLintPrintsNoSecret(t *testing.T) {
	exhaust.Long(t)
	var commands [][]string
	for _, format := range report.FormatNames() {
		commands = append(commands, []string{"lint", "--format", format, "--color", "always"})
	}
	for _, format := range []string{"text", "json", "jsonl"} {
		commands = append(commands, []string{"lint", "--list", "--format", format})
	}
	commands = append(commands,
		[]string{"lint", "--client", "all"}, []string{"lint", "--statistics"}, []string{"lint", "--diff"},
		[]string{"lint", "--diff", "--unsafe-fixes"}, []string{"lint", "--baseline", "base.json", "--update-baseline"})
	planted := plant()
	for i, text := range append(planted, separated()...) {
		commands := commands
		if i%exhaust.Sample(shortStep) != 0 {
			continue
		}
		if i >= len(planted) || testing.Short() { // these are many: one output of each sort suffices
			commands = [][]string{commands[0], {"lint", "--list"}, {"lint", "--diff", "--unsafe-fixes"}, commands[len(commands)-1]}
		}
		if strings.HasPrefix(text, marker+" ") || strings.HasPrefix(text, "= ") {
			continue // a name before pairs is an endpoint, whatever is before that
		}
		t.Run(strconv.Itoa(i), func(t *testing.T) {
			dir := t.TempDir()
			t.Chdir(dir)
			hold(t, dir, text)
			for _, args := range commands {
				checkNoPiece(t, text, run(t, "", args...), args)
			}
			base, err := os.ReadFile("base.json")
			if err != nil {
				t.Fatal(err)
			}
			checkNoPiece(t, text, string(base), []string{"the baseline"})
			checkNoPiece(t, text, run(t, "", "lint", "--unsafe-fixes"), []string{"fixing"})
			checkNoPiece(t, text, run(t, "", "lint"), []string{"after fixing"})
		})
	}
}

// What a history tells of files that are gone holds no secret, either.
func TestLintHistoryPrintsNoSecret(t *testing.T) {
	exhaust.Long(t)
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("needs git")
	}
	dir := t.TempDir()
	t.Chdir(dir)
	git := func(args ...string) {
		t.Helper()
		out, err := exec.Command("git", append([]string{"-c", "user.name=n", "-c", "user.email=e"}, args...)...).CombinedOutput()
		if err != nil {
			t.Fatalf("git %q: %v\n%s", args, err, out)
		}
	}
	git("init", "--quiet")
	for i, text := range plant() {
		if i%(8*exhaust.Sample(2)) != 0 || strings.HasPrefix(text, marker+" ") || strings.HasPrefix(text, "= ") {
			continue
		}
		if err := os.MkdirAll(strconv.Itoa(i), 0o755); err != nil {
			t.Fatal(err)
		}
		hold(t, strconv.Itoa(i), text)
	}
	git("add", "--all")
	git("commit", "--quiet", "-m", "all")
	git("rm", "--quiet", "-r", ".")
	git("commit", "--quiet", "-m", "none")
	for i, format := range report.FormatNames() {
		if i%exhaust.Sample(3) != 0 {
			continue
		}
		args := []string{"lint", "--history", "--format", format}
		out := run(t, "", args...)
		checkNoPiece(t, "all", out, args)
		if !strings.Contains(out, "KCS501") {
			t.Errorf("%s reports nothing", format)
		}
	}
	args := []string{"lint", "--history", "--baseline", "base.json", "--update-baseline"}
	checkNoPiece(t, "all", run(t, "", args...), args)
	base, err := os.ReadFile("base.json")
	if err != nil {
		t.Fatal(err)
	}
	checkNoPiece(t, "all", string(base), args)
}

// separated returns strings whose secret stands behind something else than the
// equals sign alone, with and without text that a program puts in.
func separated() (texts []string) {
	const host = "https://c.kusto.windows.net/Db;"
	for _, keyword := range []string{"AppToken", "Client Secret"} {
		for _, separator := range []string{" : ", ":", " ", "\t:\t", " -> "} {
			for _, value := range []string{marker + "${x}", marker + " " + marker, "'" + marker + "'"} {
				pair := keyword + separator + value
				texts = append(texts, pair+";Fed=true", host+"Fed=true;"+pair)
				if separator == " : " {
					texts = append(texts, host+pair+";Fed=true", "Fed=true;"+pair+";AppClientId=x")
				}
			}
		}
	}
	return texts
}

// checkNoPiece reports a piece of the marker in out, with the line it is on.
func checkNoPiece(t *testing.T, text, out string, args []string) {
	t.Helper()
	piece := findPiece(out)
	if piece == "" {
		return
	}
	for line := range strings.Lines(out) {
		if strings.Contains(line, piece) {
			t.Errorf("%q: %q prints %q:\n%.300s", text, args, piece, line)
			return
		}
	}
}
