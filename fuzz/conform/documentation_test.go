package conform

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kustoconn/fuzz/suite"
)

// adapters are the clients of the page's tables, with the folder of each.
var adapters = []struct{ name, folder string }{{"Python", "python"}, {"Node", "node"}}

// found is what the recorded report of an adapter says: the cases that disagree and
// the number of each class.
type found struct {
	cases   []string
	classes map[string]string
	open    string
}

var (
	caseLine  = regexp.MustCompile(`(?m)^([a-z0-9]+-\d\d): "`)
	classLine = regexp.MustCompile(`(?m)^ +(\d+) (.*)$`)
	openCount = regexp.MustCompile(`\((\d+) left open`)
)

func readFound(t *testing.T, folder string) found {
	t.Helper()
	data, err := os.ReadFile("../adapters/testdata/" + folder + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	f := found{classes: map[string]string{}, open: openCount.FindStringSubmatch(string(data))[1]}
	for _, m := range caseLine.FindAllStringSubmatch(string(data), -1) {
		f.cases = append(f.cases, m[1])
	}
	for _, m := range classLine.FindAllStringSubmatch(string(data), -1) {
		f.classes[m[2]] = m[1]
	}
	return f
}

// The tables of docs/conform.md are those of the recorded reports.
func TestPageHasTheTables(t *testing.T) {
	page, err := os.ReadFile("../../docs/conform.md")
	if err != nil {
		t.Fatal(err)
	}
	clients := []found{readFound(t, adapters[0].folder), readFound(t, adapters[1].folder)}
	for _, table := range []string{filesTable(t, clients), classesTable(clients)} {
		if !strings.Contains(string(page), table) {
			t.Errorf("docs/conform.md does not have this table:\n%s", table)
		}
	}
}

func filesTable(t *testing.T, clients []found) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("| file of the suite | cases | Python: disagree | Node: disagree |\n|--|--|--|--|\n")
	names, err := filepath.Glob("../suite/v1/*.json")
	if err != nil || len(names) == 0 {
		t.Fatalf("%v, %v", names, err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var file struct{ Cases []suite.Case }
		if err := json.Unmarshal(data, &file); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "| `%s` | %d |", strings.TrimSuffix(filepath.Base(name), ".json"), len(file.Cases))
		for _, client := range clients {
			n := 0
			for _, c := range file.Cases {
				if slices.Contains(client.cases, c.ID) {
					n++
				}
			}
			fmt.Fprintf(&b, " %d |", n)
		}
		b.WriteString("\n")
	}
	fmt.Fprintf(&b, "| all | %d | %d | %d |\n", len(suite.Cases()), len(clients[0].cases), len(clients[1].cases))
	fmt.Fprintf(&b, "| left open | | %s | %s |\n", clients[0].open, clients[1].open)
	return b.String()
}

func classesTable(clients []found) string {
	var classes []string
	for _, client := range clients {
		for class := range client.classes {
			classes = append(classes, class)
		}
	}
	slices.Sort(classes)
	var b strings.Builder
	b.WriteString("| class | Python | Node |\n|--|--|--|\n")
	for _, class := range slices.Compact(classes) {
		fmt.Fprintf(&b, "| %s |", class)
		for _, client := range clients {
			n := client.classes[class]
			if n == "" {
				n = "–"
			}
			fmt.Fprintf(&b, " %s |", n)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// Each adapter's expectation knows what its recorded report has, with reasons.
func TestExpectationsOfTheAdapters(t *testing.T) {
	for _, a := range adapters {
		data, err := os.ReadFile("../adapters/" + a.folder + "/expect.json")
		if err != nil {
			t.Fatal(err)
		}
		e, err := ParseExpectation(data)
		if err != nil {
			t.Fatal(err)
		}
		counts := map[string]int{}
		for _, g := range e.groups {
			if g.Reason == "" {
				t.Errorf("%s: %s has no reason", a.name, g.Class)
			}
			counts[g.Class] += len(g.Cases)
		}
		for class, n := range readFound(t, a.folder).classes {
			if fmt.Sprint(counts[class]) != n {
				t.Errorf("%s: %s: %d expected, %s recorded", a.name, class, counts[class], n)
			}
		}
	}
}
