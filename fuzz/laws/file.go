package laws

import (
	"bytes"
	"path"
	"strings"

	"kustoconn/fuzz"
	"kustoconn/lint/extract"
	"kustoconn/redact"
	"kustoconn/source"
)

// readers are those of the formats that fuzz.Files writes, by extension.
var readers = map[string]func(string) extract.File{
	".json": extract.ReadJSON, ".yaml": extract.ReadYAML, ".toml": extract.ReadTOML,
	".env": extract.ReadDotenv, ".cs": extract.ReadCSharp, ".py": extract.ReadPython,
}

// Extracted holds that each string of a generated file is found, unescaped, at
// its place.
func Extracted(t Reporter, f fuzz.File) {
	t.Helper()
	pieces := readers[path.Ext(f.Name)](f.Content).Pieces
	for _, want := range f.Strings {
		found := false
		for _, p := range pieces {
			found = found || p.Text == want.Text && p.Map.Span(source.Span{End: len(p.Text)}) == source.Span{Start: want.Start, End: want.End}
		}
		if !found {
			t.Fatalf("%s:\n%s\nno piece %q at %d-%d:\n%+v", f.Name, f.Content, want.Text, want.Start, want.End, pieces)
		}
	}
}

// Filter holds that the redaction filter takes every text, keeps its lines, and
// leaves nothing to mask in what it has masked.
func Filter(t Reporter, text string) {
	t.Helper()
	once := filtered(t, text)
	if got, want := strings.Count(once, "\n"), strings.Count(text, "\n"); got > want {
		t.Fatalf("%q: %d lines of %d: %q", text, got, want, once)
	}
	if twice := filtered(t, once); twice != once {
		t.Fatalf("%q becomes %q, and that %q", text, once, twice)
	}
}

// FilterHides holds that the filter masks the secret of a connection string
// that stands in some text.
func FilterHides(t Reporter, before, form, after string) {
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
