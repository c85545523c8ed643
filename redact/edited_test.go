package redact_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"kustoconn/diag"
	"kustoconn/redact"
	"kustoconn/source"
)

// replace is the edit that puts text in place of the bytes from start to end.
func replace(start, end int, text string) diag.Edit {
	return diag.Edit{Span: source.Span{Start: start, End: end}, NewText: text}
}

func TestEdited(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		edits      []diag.Edit
		want       string
	}{
		{"nothing secret", "Database=a;Fed=yes", []diag.Edit{replace(15, 18, "true")}, "Database=a;Fed=true"},
		{"no edit", "AppKey=a;Fed=1", nil, "AppKey=****;Fed=1"},
		{"a malformed segment becomes a pair", "AppKey=a;x://secret", []diag.Edit{replace(9, 9, "Data Source=")}, "AppKey=****;Data Source=****"},
		{"a quote is closed", `AppKey="a;b`, []diag.Edit{replace(11, 11, `"`)}, `AppKey="****"`},
		{"a keyword becomes a secret's", "AppKye=a;Fed=1", []diag.Edit{replace(0, 6, "AppKey"), replace(13, 14, "true")}, "AppKey=****;Fed=true"},
		{"a keyword becomes another one", "Foo=secret;Fed=true", []diag.Edit{replace(0, 3, "Database")}, "Database=****;Fed=true"},
		{"a keyword becomes an unknown one", "Foo=secret;Fed=true", []diag.Edit{replace(0, 3, "Bar")}, "****;Fed=true"},
		{"the rest of a secret goes", "AppKey=a;b=c", []diag.Edit{replace(8, 12, "")}, "AppKey=****"},
		{"two secrets in one segment", "x a;y b;Fed=true", []diag.Edit{replace(3, 4, ",")}, "****;Fed=true"},
		{"one secret in two segments", "Foo=a,b;Fed=true", []diag.Edit{replace(5, 6, ";")}, "****;****;Fed=true"},
		{"a secret and its neighbours", "Database=a;Foo=b;Server=c", []diag.Edit{replace(11, 14, "Pwd")}, "Database=a;Pwd=****;Server=c"},
		{"white space around a segment stays", "Fed=true; Foo = b ;Accept=true", []diag.Edit{replace(10, 13, "Bar")}, "Fed=true; **** ;Accept=true"},
		{"a password that leaves a URI", "https://u:pw@c.kusto.windows.net;Fed=1", []diag.Edit{replace(8, 13, "")}, "https://c.kusto.windows.net;Fed=1"},
	} {
		got, err := redact.Of(bound(tt.text)).Edited(tt.edits)
		if err != nil || got != tt.want {
			t.Errorf("%s: %s becomes %q, %v, want %q", tt.name, tt.text, got, err, tt.want)
		}
	}
	if got, err := redact.Of(bound("AppKey=a")).Edited([]diag.Edit{replace(3, 99, "")}); err == nil || got != "" {
		t.Errorf("edits outside the text: %q, %v", got, err)
	}
}

func TestMayUncover(t *testing.T) {
	for _, tt := range []struct {
		text string
		edit diag.Edit
		want bool
	}{
		{"Fed=true;AppKey=;;b=c;Accept=true", replace(9, 17, ""), true},
		{"AppKey=a;b=c", replace(0, 9, ""), true},
		{"AppKey=a;b=c", replace(8, 8, "x"), true},
		{"AppKey=a;b=c", replace(9, 9, "x"), false}, // it stays what it was
		{"AppKey=a;b=c", replace(8, 12, ""), false}, // it goes itself
		{"AppKey=a;b=c;d=e", replace(9, 10, "Database"), true},
		{"Fed=yes;AppKey=a;b=c", replace(4, 7, "true"), false},
		{"AppKey=a;Database=c", replace(0, 9, ""), false},
		{`AppKey='a';b="'"`, replace(7, 10, `"a"`), true},
		{"AppKey=a", replace(0, 0, "x"), false},
	} {
		if got := redact.Of(bound(tt.text)).MayUncover([]diag.Edit{tt.edit}); got != tt.want {
			t.Errorf("%s, %v: %t", tt.text, tt.edit, got)
		}
	}
}

// A revealing view hides nothing of its own; what is secret in the new text is
// masked all the same.
func TestEditedRevealed(t *testing.T) {
	got, err := redact.Revealed(bound("Foo=a;AppKey=b")).Edited([]diag.Edit{replace(0, 3, "Database")})
	if want := "Database=a;AppKey=****"; err != nil || got != want {
		t.Errorf("%q, %v, want %q", got, err, want)
	}
}

// In the rows a span is [in brackets].
func TestMoved(t *testing.T) {
	for _, tt := range []struct {
		before, after string
		edits         []diag.Edit
	}{
		{"ab[cd]ef", "ab[cd]ef", nil},
		{"ab[cd]ef", "x[cd]ef", []diag.Edit{replace(0, 2, "x")}},
		{"ab[cd]ef", "abxy[cd]ef", []diag.Edit{replace(2, 2, "xy")}},
		{"ab[cd]ef", "ab[cd]xyef", []diag.Edit{replace(4, 4, "xy")}},
		{"ab[cd]ef", "ab[cd]", []diag.Edit{replace(4, 6, "")}},
		{"ab[cd]ef", "ab[cxyd]ef", []diag.Edit{replace(3, 3, "xy")}},
		{"ab[cd]ef", "ab[xyz]ef", []diag.Edit{replace(2, 4, "xyz")}},
		{"ab[cd]ef", "ab[xd]ef", []diag.Edit{replace(2, 3, "x")}},
		{"ab[cd]ef", "ab[cxyz]ef", []diag.Edit{replace(3, 4, "xyz")}},
		{"ab[cd]ef", "a[xyd]ef", []diag.Edit{replace(1, 3, "xy")}},
		{"ab[cd]ef", "ab[cxy]f", []diag.Edit{replace(3, 5, "xy")}},
		{"ab[cd]ef", "a[x]f", []diag.Edit{replace(1, 5, "x")}},
		{"ab[cd]ef", "ab12[c3d]45ef", []diag.Edit{replace(4, 4, "45"), replace(3, 3, "3"), replace(2, 2, "12")}},
		{"ab[cd]ef", "ab12[xd]ef", []diag.Edit{replace(2, 3, "x"), replace(2, 2, "12")}},
		{"[a]b[c]", "y[xx]b[zz]", []diag.Edit{replace(0, 0, "y"), replace(0, 1, "xx"), replace(2, 3, "zz")}},
		{"[a]b[c]", "[a]xx[c]", []diag.Edit{replace(1, 2, "xx")}},
		{"[a]b[c]", "b[c]", []diag.Edit{replace(0, 1, "")}},
	} {
		text, spans := unbracketed(tt.before)
		wantText, want := unbracketed(tt.after)
		if after, err := diag.Apply(text, tt.edits); err != nil || after != wantText {
			t.Fatalf("%s: the edits make %q, %v", tt.before, after, err)
		}
		got := slices.DeleteFunc(redact.Moved(spans, tt.edits), source.Span.Empty)
		if d := cmp.Diff(want, got, cmpopts.EquateEmpty()); d != "" {
			t.Errorf("%s to %s (-want +got):\n%s", tt.before, tt.after, d)
		}
	}
	edits := []diag.Edit{replace(2, 3, "x"), replace(0, 1, "y")}
	if got := redact.Moved([]source.Span{source.At(0), {Start: 2, End: 3}}, edits); len(got) != 1 {
		t.Errorf("an empty span and one that is not: %v", got)
	}
	if d := cmp.Diff([]diag.Edit{replace(2, 3, "x"), replace(0, 1, "y")}, edits); d != "" {
		t.Errorf("the edits were changed (-want +got):\n%s", d)
	}
	one := source.Span{Start: 0, End: 1}
	got := redact.Moved([]source.Span{one, {Start: 2, End: 3}}, []diag.Edit{replace(0, 3, "x")})
	if d := cmp.Diff([]source.Span{one, one}, got); d != "" {
		t.Errorf("one edit of two spans (-want +got):\n%s", d)
	}
	if got := redact.Moved([]source.Span{source.At(1)}, []diag.Edit{replace(1, 1, "x")}); len(got) != 0 {
		t.Errorf("an empty span becomes %v", got)
	}
}

// unbracketed returns a text without its brackets, and the spans in them.
func unbracketed(text string) (plain string, spans []source.Span) {
	for _, c := range text {
		switch c {
		case '[':
			spans = append(spans, source.At(len(plain)))
		case ']':
			spans[len(spans)-1].End = len(plain)
		default:
			plain += string(c)
		}
	}
	return plain, spans
}

func TestUnion(t *testing.T) {
	span := func(start, end int) source.Span { return source.Span{Start: start, End: end} }
	for _, tt := range []struct{ spans, want []source.Span }{
		{nil, nil},
		{[]source.Span{span(1, 2)}, []source.Span{span(1, 2)}},
		{[]source.Span{span(3, 4), span(1, 2)}, []source.Span{span(1, 2), span(3, 4)}},
		{[]source.Span{span(1, 2), span(2, 4)}, []source.Span{span(1, 4)}},
		{[]source.Span{span(1, 5), span(2, 3)}, []source.Span{span(1, 5)}},
		{[]source.Span{span(1, 3), span(2, 5), span(4, 6), span(8, 9)}, []source.Span{span(1, 6), span(8, 9)}},
		{[]source.Span{span(0, 0), span(2, 3), span(5, 5), span(7, 6)}, []source.Span{span(2, 3)}},
		{[]source.Span{span(1, 2), span(2, 2), span(3, 4)}, []source.Span{span(1, 2), span(3, 4)}},
	} {
		if d := cmp.Diff(tt.want, redact.Union(slices.Clone(tt.spans)), cmpopts.EquateEmpty()); d != "" {
			t.Errorf("%v (-want +got):\n%s", tt.spans, d)
		}
	}
}
