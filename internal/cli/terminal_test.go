package cli

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"kustoconn/internal/exhaust"
	"kustoconn/report"
)

// steering is what a terminal, or the reader of a log of a build, could be fooled with.
const steering = "\x1b]0;pwn\x07\u009b2J\u202e\u2066\r\n::error::x\x7f\U000e0041"

// steeringStrings hold that in every place of a string.
func steeringStrings() []string {
	return []string{
		"https://c.kusto.windows.net/D" + steering + "b;Fed=yes", "https://c" + steering + ".kusto.windows.net;Fed=yes",
		"https://c.kusto.windows.net;Fed=y" + steering, "https://c.kusto.windows.net;Fed" + steering + "=yes", steering,
		"https://c.kusto.windows.net;Database='x" + steering + "';Fed=yes", "https://c.kusto.windows.net;x" + steering + ";Fed=yes",
		"htt" + steering + "ps://c;Fed=yes", "@c/D" + steering, "https://c.kusto.windows.net?" + steering + "#" + steering + ";Fed=yes",
		"https://c.kusto.windows.net;Application Name for Tracing=" + steering + ";Fed=yes;Fed=no;User ID=" + steering,
	}
}

// checkSteersNothing reports what is not printable in the output of a command.
func checkSteersNothing(t *testing.T, out string, args []string, text string) {
	t.Helper()
	if i := strings.IndexFunc(out, func(r rune) bool { return r != '\n' && !unicode.IsPrint(r) }); i >= 0 {
		t.Errorf("%q: kustoconn %q prints %q", text, args, out[max(0, i-20):min(len(out), i+20)])
	}
	if strings.Contains(out, "\n::error::x") {
		t.Errorf("%q: kustoconn %q prints a command to GitHub", text, args)
	}
}

// No report of a string prints what could steer a terminal. What prints the text
// itself (fmt, build, convert, redact) keeps every byte of it.
func TestNothingSteersATerminal(t *testing.T) {
	commands := [][]string{
		{"explain", "-"}, {"explain", "--format", "json", "-"}, {"clients", "-"}, {"clients", "--format", "json", "-"}, {"clients", "--format", "html", "-"}, {"explain", "--format", "html", "-"},
		{"diff", "-", "Fed=true"}, {"diff", "--format", "json", "-", "Fed=true"}, {"endpoint", "-"},
		{"check", "--client", "all", "--level", "information", "-"},
	}
	for _, format := range report.FormatNames() {
		commands = append(commands, []string{"check", "--format", format, "-"})
	}
	for i, text := range steeringStrings() {
		if i%exhaust.Sample(2) != 0 {
			continue
		}
		for _, args := range commands {
			checkSteersNothing(t, run(t, text, args...), args, text)
		}
		for _, args := range [][]string{{"endpoint", text}, {"endpoint", "--format", "json", text}} {
			checkSteersNothing(t, run(t, "", args...), args, text)
		}
		for _, batch := range [][]string{{"check", "--jsonl"}, {"check", "--jsonl", "--client", "go"}, {"endpoint", "--jsonl"}, {"redact", "--jsonl"}} {
			line := `{"id":1,"s":` + strconv.Quote(text) + `,"uri":` + strconv.Quote(text) + `,"text":` + strconv.Quote(text) + "}\n"
			line = strings.NewReplacer(`\x7f`, `\u007f`, `\x1b`, `\u001b`, `\a`, `\u0007`, `\U000e0041`, `\udb40\udc41`).Replace(line)
			checkSteersNothing(t, run(t, line, batch...), batch, text)
		}
	}
}

// Nor does one of a file, by its contents or its name.
func TestNoFileSteersATerminal(t *testing.T) {
	exhaust.Long(t)
	t.Chdir(t.TempDir())
	name := "a" + steering + ".py"
	for _, text := range steeringStrings() {
		content := "k = \"" + text + "\" # " + steering + "\nl = 'http://c.kusto.windows.net/" + steering + ";Fed=yes' # " + steering + " kustoconn:ignore KCS1" + steering + "\n"
		if err := os.WriteFile(filepath.Join(".", name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		commands := [][]string{
			{"lint", "--list"}, {"lint", "--list", "--format", "json"}, {"lint", "--list", "--format", "jsonl"}, {"lint", "--diff", "--unsafe-fixes"},
			{"lint", name + "x"}, {"redact", name + "x"}, {"lint", "--baseline", name + "x"}, {"lint", "--config", name + "x"}, {"lint", name},
		}
		for _, format := range report.FormatNames() {
			commands = append(commands, []string{"lint", "--format", format})
		}
		for _, args := range commands {
			checkSteersNothing(t, run(t, "", args...), args, text)
		}
	}
}
