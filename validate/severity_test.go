package validate_test

import (
	"testing"

	"kustoconn/diag"
	"kustoconn/validate"
)

// The severity of federation-off depends on the string, and on nothing else
// where it is configured.
func TestWorseSeverity(t *testing.T) {
	const absent, off = "https://c.kusto.windows.net;UserToken=t", "https://c.kusto.windows.net;Fed=false;UserToken=t"
	configured := map[diag.Code]diag.Severity{302: diag.Information}
	for _, tt := range []struct {
		name    string
		options validate.Options
		text    string
		want    diag.Severity
	}{
		{"absent", validate.Options{}, absent, diag.Warning},
		{"false", validate.Options{}, off, diag.Error},
		{"absent, errors only", validate.Options{Least: diag.Error}, absent, 0},
		{"false, errors only", validate.Options{Least: diag.Error}, off, diag.Error},
		{"false, configured", validate.Options{Severities: configured}, off, diag.Information},
		{"false, configured, errors only", validate.Options{Severities: configured, Least: diag.Error}, off, 0},
		{"false, ignored", validate.Options{Ignore: []string{"federation-off"}, Least: diag.Error}, off, 0},
	} {
		var got diag.Severity
		for _, d := range judge(newValidator(t, tt.options), tt.text) {
			if d.Code == 302 {
				got = d.Severity
			}
		}
		if got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}
