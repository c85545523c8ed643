package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kustoconn/internal/exhaust"
	"kustoconn/report"
)

// marker is the secret that the strings below hold. No piece of four bytes of
// it stands in any of them otherwise, nor in any message.
const marker = "Zq9xW7vK2mJ4"

// plant returns the ways in which a secret can stand in a string, well-formed
// and not. S is where it goes; a second half stands behind what splits it.
func plant() []string {
	half := len(marker) / 2
	a, b := marker[:half], marker[half:]
	split := func(format string) string { return fmt.Sprintf(format, a, b) }
	const host = "https://c.kusto.windows.net/Db"
	texts := []string{
		host + ";AppKey=" + marker,
		host + ";AppKey=\"" + marker + "\"",
		host + ";AppKey='" + marker + "'",
		host + ";AppKey=\"" + marker,
		host + ";AppKey='" + marker + ";Fed=true",
		host + ";AppKey=\"" + marker + "\"x;Fed=true",
		host + ";AppKey=" + marker + "\"",
		host + ";AppKey=" + marker + "\x01",
		host + ";AppKey=" + marker + "\x00",
		host + ";AppKey=\x01" + marker,
		host + ";AppKey=" + marker + "\xff",
		host + ";App\tKey=" + marker,
		host + ";AppKye=" + marker,
		host + ";\"AppKey\"=" + marker,
		host + ";[AppKey]=" + marker,
		host + ";AppKey " + marker,
		host + ";AppKey:" + marker,
		host + ";AppKey:" + marker + "=x",
		host + ";AppKey==" + marker + "=x",
		host + ";AppKey=" + marker + ";AppKey=" + marker,
		host + ";Client Secret=" + marker,
		host + ";Whatever=" + marker,
		host + ";Password=" + marker + ";User ID=u;Fed=true",
		host + ";PWD=" + marker,
		host + ";User Token=" + marker + ";Fed=true",
		host + ";AppToken=" + marker,
		host + ";Application Certificate Blob=" + marker,
		host + ";Application Certificate PrivateKey=" + marker,
		host + ";AccountKey=" + marker,
		"https://u:" + marker + "@c.kusto.windows.net/Db;Fed=true",
		"https://u:" + marker + "@c.kusto.windows.net:bad/Db;Fed=true",
		"Data Source=https://u:" + marker + "@c.kusto.windows.net;Fed=true",
		"Fed=true;https://u:" + marker + "@c.kusto.windows.net",
		"https://c.kusto.windows.net?AppKey=" + marker,
		"\"https://u:" + marker + "@c.kusto.windows.net?x=y\";Fed=true",
		"\ufeffhttps://u:" + marker + "@c.kusto.windows.net?x=y;Fed=true",
		"Data Source=\"https://c.kusto.windows.net;AppKey\t= " + marker + "\"",
		host + ",AppKey=" + marker,
		"AppKey " + marker + ";Fed=true",
		marker + " " + marker + ";Fed=true",
		"Fed=true;" + marker,
		";" + marker,
		"AppKey=" + marker,
		"=" + marker,
		"= " + marker + ";AppKey=" + marker,
		split(host + ";AppKey=%s;%s"),
		split(host + ";AppKey=%s;%s=x;Fed=true"),
		split(host + ";AppKey=;%s;%s=x;Fed=true"),
		split(host + ";AppKey=%s=%s"),
		split(host + ";AppKey=\"%s\"\"%s\""),
		split(host + ";AppKey=\"%s\"%s\""),
		split(host + ";AppKey='%s';%s'"),
		split(host + ";AppKey='%s';%s=x'"),
		split(host + ";AppKye=%s;%s=x"),
		split(host + ";AppKey=\"%s\n%s\""),
		split(host + ";AppKey=%s\n%s"),
	}
	return texts
}

// otherTexts are something else altogether, and reported as that.
func otherTexts() []string {
	return []string{
		`{"AppKey":"` + marker + `"}`, `["` + marker + `"]`, `{ "a": {"b": "` + marker + `=x"}}`,
		"Server=tcp:x.database.windows.net;Password=" + marker + ";Encrypt=true",
		"DefaultEndpointsProtocol=https;AccountName=a;AccountKey=" + marker,
		"https://a.blob.core.windows.net/c;" + marker, "abfss://c@a.dfs.core.windows.net/c;" + marker,
		"hello " + marker, "jdbc:kusto://u:" + marker + "@c.kusto.windows.net",
		"cluster('c').database('d');AppKey=" + marker, "cluster('https://u:" + marker + "@c')",
	}
}

// findPiece returns a piece of four bytes of the marker that out holds.
func findPiece(out string) string {
	for i := 0; i+4 <= len(marker); i++ {
		if strings.Contains(out, marker[i:i+4]) {
			return marker[i : i+4]
		}
	}
	return ""
}

// run runs one command and returns all that it printed.
func run(t *testing.T, stdin string, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	Main(args, strings.NewReader(stdin), &out, &errs)
	return out.String() + errs.String()
}

// shortStep is how many of the planted texts go by for one that is tried under
// -short.
const shortStep = 16

func TestNoCommandPrintsASecret(t *testing.T) {
	for i, text := range append(plant(), otherTexts()...) {
		if i%exhaust.Sample(shortStep) != 0 {
			continue
		}
		line, err := json.Marshal(map[string]string{"id": "1", "s": text, "uri": text})
		if err != nil {
			t.Fatal(err)
		}
		request := string(line) + "\n"
		file := filepath.Join(t.TempDir(), "log")
		if err := os.WriteFile(file, []byte("x "+text+"\n"+request), 0o600); err != nil {
			t.Fatal(err)
		}
		commands := [][]string{
			{"clients", "-"}, {"clients", "--format", "json", "-"}, {"clients", "--format", "html", "-"}, {"explain", "--format", "html", "-"}, {"fmt", "--portable", "-"},
			{"explain", "-"}, {"fmt", "-"}, {"endpoint", text}, {"fmt", "--diff", "-"}, {"fmt", "--check", "-"},
			{"explain", "--format", "json", "-"}, {"endpoint", "--format", "json", text},
			{"diff", "--format", "json", text, text + "x"}, {"diff", "--format", "json", "-", "Fed=true"}, {"check", "--level", "information", "-"},
			{"build", "Data Source=https://c.kusto.windows.net", "AppKey=" + marker},
			{"diff", "-", "Fed=true"}, {"diff", "Fed=true", text}, {"diff", text, text + "x"},
			{"build", text}, {"build", "AppKey=" + marker}, {"build", "AppKye=" + marker, "Fed=true"},
		}
		for _, format := range report.FormatNames() {
			commands = append(commands, []string{"check", "--format", format, "-"}, []string{"check", "--client", "all", "--format", format, "-"})
		}
		for _, args := range commands {
			if piece := findPiece(run(t, text, args...)); piece != "" {
				t.Errorf("%q | kustoconn %q prints %q", text, args, piece)
			}
		}
		batches := [][]string{{"check", "--jsonl"}, {"endpoint", "--jsonl"}, {"redact", "--jsonl"}}
		for _, client := range []string{"dotnet", "go", "python", "node", "java", "rust", "r"} {
			batches = append(batches, []string{"check", "--jsonl", "--client", client})
		}
		for _, args := range batches {
			if piece := findPiece(run(t, request, args...)); piece != "" {
				t.Errorf("%s | kustoconn %q prints %q", request, args, piece)
			}
		}
	}
}
