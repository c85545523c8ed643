package separator_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kustoconn/internal/separator"
	"kustoconn/schema"
	"kustoconn/source"
)

func TestFind(t *testing.T) {
	for _, tt := range []struct {
		value string
		id    schema.ID
		want  []string // what stands for the semicolon, the keyword, the property and the value
	}{
		{"B Fed=true", schema.InitialCatalog, []string{"[ ] [Fed] AAD Federated Security [true]"}},
		{"B , App Key = s == Fed=x", schema.InitialCatalog, []string{"[ , ] [App Key] Application Key [s ==]", "[ ] [Fed] AAD Federated Security [x]"}},
		{"B,Fed=,Accept=true", schema.InitialCatalog, []string{"[,] [Fed] AAD Federated Security []", "[,] [Accept] Accept [true]"}},
		{"B Fed= Accept=true", schema.InitialCatalog, []string{"[ ] [Fed] AAD Federated Security []", "[ ] [Accept] Accept [true]"}},
		{"me Database=x Fed=true Database=y", schema.UserID, []string{"[ ] [Fed] AAD Federated Security [true]", "[ ] [Database] Initial Catalog [y]"}},
		{"https://c?a=b&Fed=true Fed=x&AppKey=y", schema.DataSource, []string{"[ ] [Fed] AAD Federated Security [x]", "[&] [AppKey] Application Key [y]"}},
		{"B\u3000Fed=true", schema.None, []string{"[\u3000] [Fed] AAD Federated Security [true]"}},
		{"B AAD Federated  Security\t=true", schema.None, []string{"[ ] [AAD Federated  Security] AAD Federated Security [true]"}},
		{"Fed=true", schema.None, nil},
		{"B" + strings.Repeat(" ", 100) + "Fed=true", schema.None, []string{"[" + strings.Repeat(" ", 100) + "] [Fed] AAD Federated Security [true]"}},
		{"BFed=true", schema.None, nil},
		{"B Fed==true", schema.None, nil},
		{"B éFed=true", schema.None, nil},
		{"no sign", schema.None, nil},
		{"", schema.None, nil},
	} {
		var got []string
		for _, m := range separator.Find(tt.value, source.Span{End: len(tt.value)}, tt.id) {
			got = append(got, fmt.Sprintf("[%s] [%s] %v [%s]", m.At.Slice(tt.value), m.Keyword.Slice(tt.value), m.Property, m.Value.Slice(tt.value)))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q (-want +got)\n%s", tt.value, diff)
		}
	}
}

// At the value's start a keyword counts where white space stands before it.
func TestFindAtStart(t *testing.T) {
	for text, want := range map[string]int{"Database= Fed=true": 1, "Database=Fed=true": 0, "Database=\tFed=true": 1} {
		start := strings.LastIndex(text, "Fed")
		if found := separator.Find(text, source.Span{Start: start, End: len(text)}, schema.InitialCatalog); len(found) != want || want == 1 && !found[0].At.Empty() {
			t.Errorf("%q: %v", text, found)
		}
	}
}

// What is found is in order and in the value, and each keyword is that of its
// property.
func TestFindLaw(t *testing.T) {
	part := rapid.SampledFrom([]string{"a", " ", ",", "&", "|", ":", "=", "?", "Fed", "AppKey", "Database", "Application Key", "\t", "é", "://"})
	rapid.Check(t, func(t *rapid.T) {
		value := strings.TrimSpace(strings.Join(rapid.SliceOfN(part, 0, 20).Draw(t, "parts"), ""))
		at := 0
		for _, m := range separator.Find(value, source.Span{End: len(value)}, schema.DataSource) {
			if m.At.Start < at || m.At.End != m.Keyword.Start || m.Keyword.Empty() || m.Value.Start <= m.Keyword.End || m.Value.End > len(value) {
				t.Fatalf("%q: %+v behind %d", value, m, at)
			}
			if id, ok := schema.Lookup(m.Keyword.Slice(value)); !ok || id != m.Property {
				t.Fatalf("%q: %q is no keyword of %v", value, m.Keyword.Slice(value), m.Property)
			}
			at = m.Value.End
		}
	})
}
