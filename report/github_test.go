package report

import (
	"testing"

	"kustoconn/source"
)

func TestGitHubEscapes(t *testing.T) {
	text := "a\nb\n"
	d := secretInText.New(source.Span{End: 3}, "100%: a, b")
	d.Help = "line\r\nend"
	for _, tc := range []struct {
		path   string
		isFile bool
		want   string
	}{
		{"d%/a:b,c.env", true, "::error file=d%25/a%3Ab%2Cc.env,line=1,endLine=2,title=KCS501 secret-in-text::100%25: a, b%0Ahelp: line<U+000D><U+000A>end\n"},
		{"a\n::set-env::\x1b", true, "::error title=KCS501 secret-in-text::a<U+000A>::set-env::<U+001B>:1:1: 100%25: a, b%0Ahelp: line<U+000D><U+000A>end\n"},
		{"$NAME", false, "::error title=KCS501 secret-in-text::$NAME:1:1: 100%25: a, b%0Ahelp: line<U+000D><U+000A>end\n"},
	} {
		got := write(t, GitHub, []Finding{{File: newFile(tc.path, text, tc.isFile), Diagnostic: d}}, Options{})
		if got != tc.want {
			t.Errorf("got  %q\nwant %q", got, tc.want)
		}
	}
	if got, want := escapeProperty("%\r\n:,"), "%25%0D%0A%3A%2C"; got != want {
		t.Errorf("escapeProperty: got %q, want %q", got, want)
	}
	if got, want := escapeData("%\r\n:,"), "%25%0D%0A:,"; got != want {
		t.Errorf("escapeData: got %q, want %q", got, want)
	}
}
