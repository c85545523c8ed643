package vocabulary

import (
	"strings"
	"testing"

	"kustoconn/schema"
)

func TestProgrammaticOnly(t *testing.T) {
	for _, test := range []struct {
		keyword, name string // no name: not programmatic only
		property      schema.ID
	}{
		{"ManagedServiceIdentity", "EmbeddedManagedIdentity", schema.ManagedServiceIdentity},
		{"managed service identity", "EmbeddedManagedIdentity", schema.ManagedServiceIdentity},
		{"DMSI", "EmbeddedManagedIdentity", schema.ManagedServiceIdentity},
		{"EmbeddedManagedIdentity", "EmbeddedManagedIdentity", schema.ManagedServiceIdentity},
		{"Prevent Access To Local Secrets Via Keywords", "PreventAccessToLocalSecretsViaKeywords", schema.None},
		{"TraceClientVersion", "", schema.None},
		{"Data Source", "", schema.None},
		{"", "", schema.None},
	} {
		got, ok := ProgrammaticOnly(test.keyword)
		if got.Name != test.name || got.Property != test.property || ok != (test.name != "") {
			t.Errorf("ProgrammaticOnly(%q) = %+v, %v", test.keyword, got, ok)
		}
	}
}

func TestLookupForeign(t *testing.T) {
	for _, test := range []struct {
		keyword, product string
		instead          schema.ID
	}{
		{"Encrypt", sqlServer, schema.None},
		{"trust server certificate", sqlServer, schema.None},
		{"Integrated Security", sqlServer, schema.FederatedSecurity},
		{"Trusted_Connection", sqlServer, schema.FederatedSecurity},
		{"ConnectTimeout", sqlServer, schema.None},
		{"MultipleActiveResultSets", sqlServer, schema.None},
		{"AccountName", storage, schema.None},
		{"AccountKey", storage, schema.None},
		{"SharedAccessKey", eventHubs, schema.None},
		{"SharedAccessKeyName", eventHubs, schema.None},
		{"EntityPath", eventHubs, schema.None},
		{"Endpoint", eventHubs, schema.DataSource},
		{"Provider", oleDB, schema.None},
		{"Driver", odbc, schema.None},
		{"DSN", odbc, schema.DataSource},
		{"Server", "", schema.None},
		{"Password", "", schema.None},
		{"Bogus", "", schema.None},
		{"", "", schema.None},
	} {
		got, ok := LookupForeign(test.keyword)
		if got.Product != test.product || got.Instead != test.instead || ok != (test.product != "") {
			t.Errorf("LookupForeign(%q) = %+v, %v", test.keyword, got, ok)
		}
	}
}

func TestLookUpsDoNotAllocate(t *testing.T) {
	megabyte := strings.Repeat("Application Key ", 1<<16)
	for _, keyword := range []string{"Fed", "aPPLICATION kEY", "Bogus", "AccountKey", "DMSI", megabyte} {
		n := testing.AllocsPerRun(10, func() {
			LookupForeign(keyword)
			ProgrammaticOnly(keyword)
			IsKustoOnly(keyword)
		})
		if n != 0 {
			t.Errorf("look-ups of %.20q allocate %v times", keyword, n)
		}
	}
}
