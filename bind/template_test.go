package bind_test

import (
	"testing"

	"kustoconn/bind"
	"kustoconn/schema"
)

// A database behind a placeholder is the database all the same.
func TestPlaceholderDataSource(t *testing.T) {
	for _, tt := range []struct {
		text, dataSource, database string
		origin                     bind.Origin
	}{
		{"https://<cluster>.kusto.windows.net/MyDb", "https://<cluster>.kusto.windows.net", "MyDb", bind.Path},
		{"https://{cluster}.kusto.windows.net/{db};Fed=true", "https://{cluster}.kusto.windows.net", "{db}", bind.Path},
		{"Data Source=<QueryEndpointUri>/MyDb", "<QueryEndpointUri>", "MyDb", bind.Path},
		{"Data Source=%s;Database=x", "%s", "x", bind.Pair},
		{"@{cluster}/{db}", "https://{cluster}.kusto.windows.net", "{db}", bind.Shorthand},
		{"@Microsoft.KeyVault(SecretUri=https://v/secrets/k)", "@Microsoft.KeyVault(SecretUri=https://v/secrets/k)", "", bind.None},
	} {
		b := bound(tt.text)
		dataSource, _ := b.Value(schema.DataSource)
		database, _ := b.Value(schema.InitialCatalog)
		if origin := b.Origin(schema.InitialCatalog); dataSource != tt.dataSource || database != tt.database || origin != tt.origin {
			t.Errorf("%q: %q, %q by %v", tt.text, dataSource, database, origin)
		}
	}
}
