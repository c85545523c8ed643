package schema_test

import (
	"testing"

	"kustoconn/schema"
)

func TestFindClient(t *testing.T) {
	for name, want := range map[string]schema.Client{"dotnet": schema.DotNet, "CSharp": schema.DotNet, "node": schema.Node, "typescript": schema.Node, "R": schema.R} {
		if got, ok := schema.FindClient(name); got != want || !ok {
			t.Errorf("%s: %v, %t", name, got, ok)
		}
	}
	if got, ok := schema.FindClient("fortran"); ok {
		t.Errorf("fortran: %v", got)
	}
	for _, name := range schema.ClientNames() {
		if _, ok := schema.FindClient(name); !ok {
			t.Errorf("%s is a name, and no client's", name)
		}
	}
}
