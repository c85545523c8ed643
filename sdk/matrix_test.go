package sdk_test

import (
	"testing"

	"kustoconn/schema"
	"kustoconn/sdk"
)

// TestKeywordsAgreeWithTheSchema holds that the clients take the properties
// that the schema says they do, by one keyword at least.
func TestKeywordsAgreeWithTheSchema(t *testing.T) {
	taken := map[schema.ID]map[string]bool{}
	refused := map[schema.ID]map[string]bool{}
	for _, row := range sdk.Keywords() {
		id := row.Property.ID
		if taken[id] == nil {
			taken[id], refused[id] = map[string]bool{}, map[string]bool{}
		}
		for i, c := range sdk.Clients() {
			switch row.Support[i] {
			case sdk.Taken, sdk.Unused, sdk.Guarded:
				taken[id][c.Name] = true
			case sdk.Refused:
				refused[id][c.Name] = true
			}
		}
	}
	for _, p := range schema.Properties() {
		for c := range schema.Clients() {
			if c == schema.DotNet {
				continue // what is not verified stands in the schema by its public names
			}
			if got := taken[p.ID][c.String()]; got != p.Clients.Has(c) {
				t.Errorf("%s: %s takes it: %t, by the schema %t", p.Name, c, got, !got)
			}
			if got := refused[p.ID][c.String()]; got != p.Refused.Has(c) {
				t.Errorf("%s: %s refuses it: %t, by the schema %t", p.Name, c, got, !got)
			}
		}
	}
}

func TestPortable(t *testing.T) {
	tests := []struct{ canonical, want string }{
		{"Data Source=" + h + ";AAD Federated Security=True", "Addr=" + h + ";Federated Security=True"},
		// Rust refuses a database, so R alone gains by other keywords.
		{"Data Source=" + h + ";Initial Catalog=Db;AAD Federated Security=True", "Addr=" + h + ";Database=Db;Federated Security=True"},
		// Nobody gains by other keywords.
		{"Data Source=" + h + ";AAD Federated Security=True;Accept=True", "Data Source=" + h + ";AAD Federated Security=True;Accept=True"},
		{"Data Source=" + h + `;Application Key="a;b"`, "Data Source=" + h + `;Application Key="a;b"`},
		{"Data Source=" + h + ";Nonsense=1", "Data Source=" + h + ";Nonsense=1"},
		{"", ""},
	}
	for _, test := range tests {
		if got := sdk.Portable(test.canonical)(test.canonical); got != test.want {
			t.Errorf("%q: got %q, want %q", test.canonical, got, test.want)
		}
	}
}
