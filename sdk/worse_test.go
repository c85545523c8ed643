package sdk_test

import (
	"testing"

	"kustoconn/sdk"
)

func TestWorse(t *testing.T) {
	for _, row := range []struct{ client, before, after, want string }{
		{"go", h + ";Application Name for Tracing=it's", h + `;Application Name for Tracing="it's"`, "Application Name for Tracing keeps the quotation marks"},
		{"dotnet", h + ";Application Name for Tracing=it's", h + `;Application Name for Tracing="it's"`, ""},
		{"go", h + ";Fed=true;Fed=true", h + ";Fed=true", ""},
		{"dotnet", h + "/Db;Initial Catalog=Other", h + ";Initial Catalog=Other", "sees something else"},
		{"dotnet", "Fed=", "", "refuses it"},
		{"go", h + ";Foo=1", h, ""},
	} {
		c, ok := sdk.Find(row.client)
		if !ok {
			t.Fatal(row.client)
		}
		before, after := sdk.Read(bound(row.before), c), sdk.Read(bound(row.after), c)
		if got := sdk.Worse(&before, &after); got != row.want {
			t.Errorf("%s: %q to %q: %q, want %q", row.client, row.before, row.after, got, row.want)
		}
	}
}
