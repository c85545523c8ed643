package lint

import (
	"encoding/base64"
	"strings"
	"testing"
)

// TestFixOfBase64 holds that a string in a Kubernetes Secret is edited by encoding
// all of it again, and that no finding holds what is written: a secret stands in it.
func TestFixOfBase64(t *testing.T) {
	text := host + ";Fed=yes;AppClientId=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;AppKey=inventedSecret7;Authority Id=contoso.com"
	encode := func(s string) string {
		return "kind: Secret\ndata:\n  a: " + base64.StdEncoding.EncodeToString([]byte(s)) + "\n"
	}
	result, after := lintFile(t, "secret.yaml", []byte(encode(text)), Options{Fix: AllFixes})
	if want := encode(strings.Replace(text, "yes", "true", 1)); string(after) != want {
		t.Errorf("fixed to %q, want %q", after, want)
	}
	before := result.Files[0].Before
	if before == nil || len(before.Findings) < 2 {
		t.Fatalf("nothing is found before the fix")
	}
	for _, f := range before.Findings {
		if len(f.Diagnostic.Edits) > 0 {
			t.Errorf("the finding %s shows an edit", f.Diagnostic.Code)
		}
	}
}

// TestCarriageReturns holds that a file whose line ends are carriage returns alone has
// lines, and keeps them.
func TestCarriageReturns(t *testing.T) {
	before := "a=1\rK=" + host + ";Fed=yes # c\rb='2'\r"
	_, after := lintFile(t, ".env", []byte(before), Options{Fix: AllFixes})
	if want := strings.Replace(before, "yes", "true", 1); string(after) != want {
		t.Errorf("fixed to %q, want %q", after, want)
	}
}

// TestWindows1252 holds that a file of Windows-1252 is written back as it was, and
// that the finding about it is not about the string.
func TestWindows1252(t *testing.T) {
	before := "k = '" + host + "/Gr\xf6\xdfe;Fed=yes'\n"
	result, after := lintFile(t, "a.toml", []byte(before), Options{Fix: AllFixes})
	if want := strings.Replace(before, "yes", "true", 1); string(after) != want {
		t.Errorf("fixed to %q, want %q", after, want)
	}
	var codes []string
	for _, f := range result.Files[0].Findings {
		codes = append(codes, f.Diagnostic.Code.String())
	}
	if got := strings.Join(codes, " "); !strings.Contains(got, "KCS703") || strings.Contains(got, "KCS008") {
		t.Errorf("findings %s", got)
	}
}

// TestStringInHole holds that a string of a command is found where its word goes on
// with another one.
func TestStringInHole(t *testing.T) {
	f, err := Text("a.sh", "`tool '"+host+";Fed=true'`'https://d.kusto.windows.net;Fed=true'\n", Options{})
	if err != nil || len(f.Strings) != 2 || f.Strings[1].Masked != host+";Fed=true" {
		t.Errorf("%v: strings %+v", err, f.Strings)
	}
}
