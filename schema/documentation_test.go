package schema

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// facts are the names in testdata/documentation.json: every table of "Kusto
// connection strings".
type facts struct {
	Tables []struct {
		Table string
		Rows  []struct {
			Name         string
			Alternatives []string
			Programmatic string
		}
	}
	Modes []struct {
		Table, Builder      string
		Mandatory, Optional []string
	}
	Algorithm []string
}

func readFacts(t *testing.T) facts {
	t.Helper()
	data, err := os.ReadFile("testdata/documentation.json")
	if err != nil {
		t.Fatal(err)
	}
	var f facts
	if err := json.Unmarshal(data, &f); err != nil {
		t.Fatal(err)
	}
	return f
}

func hasSpelling(spellings []Spelling, name string, source Source) bool {
	return slices.Contains(spellings, Spelling{name, source})
}

func TestDocumentedProperties(t *testing.T) {
	var inTables Set
	for _, table := range readFacts(t).Tables {
		for _, row := range table.Rows {
			id, ok := Lookup(row.Name)
			if !ok {
				t.Errorf("%s: Lookup(%q) finds nothing", table.Table, row.Name)
				continue
			}
			p := Get(id)
			if p.Name != row.Name && !hasSpelling(p.Aliases, row.Name, documentation) {
				t.Errorf("%s: %q is not spelt so in %q", table.Table, row.Name, p.Name)
			}
			if !inTables.Has(id) && string(p.Group) != table.Table {
				t.Errorf("%q is in group %v, the documentation's is %s", p.Name, p.Group, table.Table)
			}
			inTables = inTables.With(id)
			for _, name := range row.Alternatives {
				if got, _ := Lookup(name); got != id {
					t.Errorf("%s: Lookup(%q) = %v, want %v", table.Table, name, got, id)
				}
				if name != p.Name && !hasSpelling(p.Aliases, name, documentation) {
					t.Errorf("%s: %q is no documented alias of %q", table.Table, name, p.Name)
				}
			}
			if got, _ := lookupProgrammatic(row.Programmatic); got != id {
				t.Errorf("%s: LookupProgrammatic(%q) = %v, want %v", table.Table, row.Programmatic, got, id)
			}
			if !hasSpelling(p.Programmatic, row.Programmatic, documentation) {
				t.Errorf("%s: %q has no programmatic name %q", table.Table, p.Name, row.Programmatic)
			}
		}
	}
	for _, p := range Properties() {
		documented := p.Status == Documented || p.Status == notSettable
		if documented != inTables.Has(p.ID) {
			t.Errorf("%q: status %v, in a table: %v", p.Name, p.Status, inTables.Has(p.ID))
		}
	}
}

func TestDocumentedModes(t *testing.T) {
	names := func(ids []ID) []string {
		list := []string{}
		for _, id := range ids {
			list = append(list, id.String())
		}
		return list
	}
	i := 0
	for _, m := range Modes() {
		if !m.Documented || !m.InString() {
			continue
		}
		f := readFacts(t).Modes[i]
		if m.Builder != f.Builder {
			t.Errorf("documented mode %d is %s, want %s", i, m.Builder, f.Builder)
		}
		if diff := cmp.Diff(f.Mandatory, names(m.Mandatory)); diff != "" {
			t.Errorf("%s: mandatory (-documentation +schema):\n%s", m.ID, diff)
		}
		if diff := cmp.Diff(f.Optional, names(m.Optional)); diff != "" {
			t.Errorf("%s: optional (-documentation +schema):\n%s", m.ID, diff)
		}
		i++
	}
	if want := len(readFacts(t).Modes); i != want {
		t.Errorf("%d documented modes that a string selects, want %d", i, want)
	}
}

func TestDocumentedAlgorithm(t *testing.T) {
	for _, name := range readFacts(t).Algorithm {
		if _, ok := lookupProgrammatic(name); !ok {
			t.Errorf("LookupProgrammatic(%q) finds nothing", name)
		}
	}
}

// TestRecordedKeywords holds the client sets to what the recorded clients did
// with each keyword: testdata/recorded-keywords.tsv has the folded keyword,
// the client and whether it accepted it or refused it as unsupported.
func TestRecordedKeywords(t *testing.T) {
	file, err := os.Open("testdata/recorded-keywords.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	byName := map[string]Client{}
	for c := range Clients() {
		byName[c.String()] = c
	}
	for lines := bufio.NewScanner(file); lines.Scan(); {
		field := strings.Split(lines.Text(), "\t")
		id, ok := Lookup(field[0])
		if !ok {
			t.Errorf("%s knows %q, Lookup does not", field[1], field[0])
			continue
		}
		set := Get(id).Clients
		if field[2] == "refused" {
			set = Get(id).Refused
		}
		if !set.Has(byName[field[1]]) {
			t.Errorf("%q: %s has %s it (%q)", Get(id).Name, field[1], field[2], field[0])
		}
	}
}
