package kustoconn_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kustoconn/sdk"
)

// TestUpstreamReports holds that each client reads the strings of its report in
// docs/upstream as the report says.
func TestUpstreamReports(t *testing.T) {
	files, err := filepath.Glob("docs/upstream/*.md")
	if err != nil || len(files) == 0 {
		t.Fatalf("%v, %v", files, err)
	}
	for _, file := range files {
		clients, unknown, _ := sdk.Select(strings.TrimSuffix(filepath.Base(file), ".md"))
		if unknown != "" || len(clients) != 1 {
			t.Errorf("%s is of no client", file)
			continue
		}
		page, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		rows := 0
		for line := range strings.Lines(string(page)) {
			cells := strings.Split(strings.Trim(line, "|\n"), " | ")
			if !strings.HasPrefix(cells[0], " `") {
				continue
			}
			rows++
			text := strings.Trim(cells[0], " `")
			if len(cells) == 2 { // what is not known
				if len(clients[0].Read(text).Unverified) == 0 {
					t.Errorf("%s: %s is verified", file, text)
				}
				continue
			}
			if len(cells) != 5 {
				t.Fatalf("%s: a row of %d cells", file, len(cells))
			}
			says := cells[3]
			if got := reading(clients[0], text, says); got != says {
				t.Errorf("%s: %s: %s, the report says %s", file, text, got, says)
			}
		}
		if rows == 0 {
			t.Errorf("%s has no rows", file)
		}
	}
}

// reading says what the client makes of text in the words of the reports; of what
// it accepts, only what the report speaks of.
func reading(client sdk.Client, text, says string) string {
	answer := client.Read(text)
	class, _, _ := strings.Cut(answer.ErrorClass, ":")
	property, _, _ := strings.Cut(says, " ")
	switch {
	case answer.Crash:
		return "crashes: " + class
	case !answer.OK:
		return "refuses: " + class
	case property == "auth":
		return fmt.Sprintf("auth is `%s`", answer.Auth)
	}
	for _, p := range answer.Seen {
		if p.Name != property {
			continue
		}
		if p.IsBool {
			return fmt.Sprintf("%s is `%t`", property, p.Bool)
		}
		return fmt.Sprintf("%s is `%s`", property, p.Value.Open())
	}
	return property + " is absent"
}
