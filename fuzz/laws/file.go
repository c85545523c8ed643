package laws

import (
	"bytes"
	"slices"
	"strings"

	"kustoconn/fuzz"
	"kustoconn/lint"
	"kustoconn/redact"
	"kustoconn/source"
)

// checkExtracted holds that each string of a generated file is found at its place,
// unescaped, by who lints the file. The strings hold no secret, so that the
// linter prints them as they are.
func checkExtracted(t Reporter, f fuzz.File) {
	t.Helper()
	linted, err := lint.Text(f.Name, f.Content, lint.Options{})
	if err != nil {
		t.Fatalf("%v", err)
	}
	for _, want := range f.Strings {
		span := source.Span{Start: want.Start, End: want.End}
		if !slices.ContainsFunc(linted.Strings, func(s lint.String) bool { return s.Span == span && s.Masked == want.Text }) {
			t.Fatalf("%s:\n%s\nno string %q at %s:\n%+v", f.Name, f.Content, want.Text, span, linted.Strings)
		}
	}
}

// checkFilter holds that the redaction filter takes every text, keeps its lines, and
// leaves nothing to mask in what it has masked.
func checkFilter(t Reporter, text string) {
	t.Helper()
	once := filtered(t, text)
	if got, want := strings.Count(once, "\n"), strings.Count(text, "\n"); got > want {
		t.Fatalf("%q: %d lines of %d: %q", text, got, want, once)
	}
	if twice := filtered(t, once); twice != once {
		t.Fatalf("%q becomes %q, and that %q", text, once, twice)
	}
}

// checkFilterHides holds that the filter masks the secret of a connection string
// that stands in some text.
func checkFilterHides(t Reporter, before, form, after string) {
	t.Helper()
	const secret = "QZKJVWQKZJ"
	text := before + "https://help.kusto.windows.net;Fed=true;" + strings.Replace(form, "SECRET", secret, 1) + after
	got := filtered(t, text)
	for i := 0; i+secretPiece <= len(secret); i++ {
		if strings.Contains(got, secret[i:i+secretPiece]) {
			t.Fatalf("%q becomes %q", text, got)
		}
	}
}

func filtered(t Reporter, text string) string {
	t.Helper()
	var out bytes.Buffer
	if err := redact.Copy(&out, strings.NewReader(text)); err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return out.String()
}
