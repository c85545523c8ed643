package typed_test

import (
	"testing"

	"kustoconn/internal/typed"
	"kustoconn/schema"
)

func TestBool(t *testing.T) {
	for text, want := range map[string][2]bool{
		"true": {true, true}, "TRUE": {true, true}, "False": {false, true}, "fals": {}, "truee": {}, "yes": {}, "": {}, "1": {}, "trux": {}, "falsx": {},
	} {
		if value, ok := typed.Bool(text); value != want[0] || ok != want[1] {
			t.Errorf("%q: %v, %v", text, value, ok)
		}
	}
}

func TestValue(t *testing.T) {
	for _, tt := range []struct {
		id   schema.ID
		text string
		want any
	}{
		{schema.FederatedSecurity, "TRUE", true}, {schema.FederatedSecurity, "false", false},
		{schema.FederatedSecurity, "yes", "yes"}, {schema.ApplicationKey, "true", "true"},
	} {
		if got := typed.Value(schema.Get(tt.id), tt.text); got != tt.want {
			t.Errorf("%v=%s: %T %v", tt.id, tt.text, got, got)
		}
	}
}
