package convert_test

import (
	"strings"
	"testing"

	"kustoconn/convert"
)

// TestTrimmed holds that code says which values the client's builder trims: those that go
// through it, and for Python alone.
func TestTrimmed(t *testing.T) {
	const remark = "takes the white space off the ends of Authority Id."
	for _, tt := range []struct {
		target, mode, tenant string
		want                 bool
	}{
		{"python", "user-prompt", "contoso.com\u2028", true},
		{"python", "app-key", "\u00a0contoso.com", true},
		{"python", "user-prompt", "contoso.com", false},
		{"python", "user-prompt", "contoso\u2028com", false},
		{"python", "workload-identity", "contoso.com\u2028", false}, // a credential takes it
		{"typescript", "user-prompt", "contoso.com\u2028", false},
	} {
		c, err := convert.FromEndpoint("https://c.kusto.windows.net;AppClientId=11111111-1111-1111-1111-111111111111;Authority Id=\""+tt.tenant+"\"", tt.mode)
		if err != nil {
			t.Fatal(err)
		}
		code, err := convert.To(tt.target, c)
		if err != nil || strings.Contains(code, remark) != tt.want {
			t.Errorf("%s, %s, %q: %v\n%s", tt.target, tt.mode, tt.tenant, err, code)
		}
	}
}
