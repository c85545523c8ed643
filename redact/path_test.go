package redact_test

import (
	"testing"

	"kustoconn/redact"
)

func TestPath(t *testing.T) {
	for path, want := range map[string]string{"a/b.py": "a/b.py", "": "", "a=b": "argument 1", "c:/a;b": "argument 1"} {
		if got := redact.Path(path, "argument 1"); got != want {
			t.Errorf("%q: %q, want %q", path, got, want)
		}
	}
}
