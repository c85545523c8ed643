package lint

import (
	"testing"

	"kustoconn/diag"
	"kustoconn/source"
)

// A place in a string leads to the bytes of the file that write it, and back.
func TestPlaces(t *testing.T) {
	for name, text := range map[string]string{
		"a.yaml": "k: https://help.kusto.windows.net/Samples;Fed=true\n",
		"a.json": `{"k": "https://help.kusto.windows.net\/Samples;Fed\u003dtrue"}`,
		"a.xml":  `<a k="https://help.kusto.windows.net/Samples;Fed&#61;true"/>`,
		"a.py":   "s = f'https://help.kusto.windows.net/Samples;Fed={x;y}'\n",
		"a.cs":   "var s = \"https://help.kusto.windows.net\" +\n  \"/Samples;Fed=true\";",
	} {
		f, err := Text(name, text, Options{})
		if err != nil || len(f.Strings) != 1 {
			t.Fatalf("%s: %d strings, %v", name, len(f.Strings), err)
		}
		s := &f.Strings[0]
		own := s.Unescaped()
		if got := s.InFile(source.Span{End: len(own)}); got != s.Span {
			t.Errorf("%s: all of it is %v, not %v", name, got, s.Span)
		}
		for at := range own {
			in, ok := s.Offset(s.InFile(source.Span{Start: at, End: at + 1}).Start)
			if !ok || in > at || in < at && s.InFile(source.Span{Start: in, End: in + 1}).End <= s.InFile(source.Span{Start: at, End: at + 1}).Start {
				t.Errorf("%s: byte %d is %d, %v", name, at, in, ok)
			}
		}
		for _, outside := range []int{-1, s.Span.Start - 1, s.Span.End + 1, len(text) + 1} {
			if _, ok := s.Offset(outside); ok {
				t.Errorf("%s: byte %d is in the string", name, outside)
			}
		}
		if end, ok := s.Offset(s.Span.End); !ok || end != len(own) {
			t.Errorf("%s: the end is %d, %v", name, end, ok)
		}
	}
}

// What is written at a place is what is read there.
func TestWriteAtAPlace(t *testing.T) {
	for _, row := range []struct{ name, text, want string }{
		{"a.yaml", "k: \"https://help.kusto.windows.net/Samples;Fed=true\"\n", "k: \"https://help.kusto.windows.net/Samples;Fed=true;Database=\\\"<a>\\\"\"\n"},
		{"a.xml", `<a k="https://help.kusto.windows.net/Samples;Fed=true"/>`, `<a k="https://help.kusto.windows.net/Samples;Fed=true;Database=&quot;&lt;a>&quot;"/>`},
		{"a.py", "s = 'https://help.kusto.windows.net/Samples;Fed=true'", "s = 'https://help.kusto.windows.net/Samples;Fed=true;Database=\"<a>\"'"},
	} {
		f, _ := Text(row.name, row.text, Options{})
		s := &f.Strings[0]
		edit, ok := s.Write(source.At(len(s.Unescaped())), `;Database="<a>"`)
		if got, err := diag.Apply(row.text, []diag.Edit{edit}); !ok || err != nil || got != row.want {
			t.Errorf("%s: %q, %v, %v", row.name, got, ok, err)
		}
	}
}

// Settings stand in many places, and so have none.
func TestSettingsHaveNoPlace(t *testing.T) {
	f, _ := Text("a.toml", "[[outputs.azure_data_explorer]]\n  endpoint_url = \"https://help.kusto.windows.net\"\n  database = \"Samples\"\n", Options{})
	if len(f.Strings) != 1 || f.Strings[0].Kind != Settings {
		t.Fatalf("%v", f.Strings)
	}
	s := &f.Strings[0]
	_, inside := s.Offset(s.Span.Start)
	_, written := s.Write(source.Span{}, "x")
	if inside || written || s.Unescaped() != "" || s.InFile(source.Span{}) != s.Span {
		t.Error("settings have a place")
	}
	if zero := new(String); zero.Unescaped() != "" {
		t.Error("the zero String has a text")
	}
}
