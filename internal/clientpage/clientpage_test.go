package clientpage_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/internal/clientpage"
)

func TestKeywordTable(t *testing.T) {
	header, rows := clientpage.Keywords()
	want := map[string]string{
		"Property":               "Keyword dotnet go python node java rust r",
		"Data Source":            "Data Source yes yes yes yes yes yes –",
		"User ID":                "User ID yes yes yes – yes yes –",
		"Accept":                 "Accept yes refused refused – refused – –",
		"ManagedServiceIdentity": "ManagedServiceIdentity code only – – – – – –",
		"Application Certificate Issuer Distinguished Name": "Application Certificate Issuer Distinguished Name documented, not verified refused refused – refused – –",
		"Password":                           "Password not verified yes yes yes refused yes yes",
		"Initial Catalog":                    "Initial Catalog yes ignored yes yes yes – –",
		"Application Certificate Thumbprint": "Application Certificate Thumbprint guarded refused yes – refused yes –",
	}
	for _, row := range append([][]string{header}, rows...) {
		if cells, ok := want[row[0]]; ok {
			if diff := cmp.Diff(cells, strings.Join(row[1:], " ")); diff != "" {
				t.Error(diff)
			}
			delete(want, row[0])
		}
	}
	for name := range want {
		t.Errorf("no row %q", name)
	}
}

// TestDocumentation compares docs/clients.md with what the dialects say now.
func TestDocumentation(t *testing.T) {
	page, err := os.ReadFile("../../docs/clients.md")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(clientpage.Markdown(), string(page)); diff != "" {
		t.Errorf("docs/clients.md is stale: run go generate ./sdk\n%s", diff)
	}
}
