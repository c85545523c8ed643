package grammar_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/ast"
	"kustoconn/diag"
	"kustoconn/grammar"
	"kustoconn/internal/token"
	"kustoconn/source"
)

// What is said of a control character depends on where it stands.
func TestControlCharacterTells(t *testing.T) {
	const nul = "remove it; no connection string can hold a NUL"
	for text, want := range map[string][2]string{
		"a\x01b=c":    {"a control character in a keyword", "remove it"},
		"a\x00b=c":    {"a control character in a keyword", nul},
		"@c\x01":      {"a control character in the prefix", "remove it"},
		"@c\x00":      {"a control character in the prefix", nul},
		"a=b\x01c":    {"a control character in a value without quotation marks", "remove it, or put the value in double quotation marks"},
		"a=b\x00c":    {"a control character in a value without quotation marks", nul},
		"a=\"b\x00\"": {"a NUL character in a value", nul},
	} {
		_, diags := grammar.Parse(text)
		if len(diags) != 1 || diags[0].Message != want[0] || diags[0].Help != want[1] {
			t.Errorf("%q: %+v", text, diags)
		}
	}
}

func TestRuleNames(t *testing.T) {
	for text, want := range map[string]string{
		`a="`: "unterminated-quote", `a=""b`: "text-after-quote", "a=b;c": "missing-equals", "=b": "empty-keyword", "a=\x01": "control-character",
		"a=b'": "stray-quote", "a=b;@c": "misplaced-prefix", "a=\xff": "invalid-utf8",
	} {
		_, diags := grammar.Parse(text)
		if len(diags) != 1 || diags[0].Rule != want {
			t.Errorf("%q: %v, want %s", text, diags, want)
		}
	}
}

// Every byte at every offset of a value: which are at fault alone, and where.
func TestEachByteOfAValue(t *testing.T) {
	for c := range 256 {
		for at := range 40 {
			value := strings.Repeat("v", at) + string([]byte{byte(c)}) + strings.Repeat("w", 40-at)
			text := "a=x" + value
			want := []string{}
			span := source.Span{Start: at + 3, End: at + 4}.String()
			switch {
			case c >= 0x80:
				want = append(want, "008 "+span)
			case c == 0x7f, c < ' ' && !strings.ContainsRune("\t\n\v\f\r", rune(c)):
				want = append(want, "005 "+span)
			case c == ';':
				want = append(want, "003 "+source.Span{Start: at + 4, End: len(text)}.String())
			}
			_, diags := grammar.Parse(text)
			if got := append([]string{}, codesAndSpans(diags)...); !cmp.Equal(got, want) {
				t.Fatalf("%q: %v, want %v", text, got, want)
			}
		}
	}
}

// A segment that starts with a scheme is a prefix, in the right place or not.
func TestSchemesStartAPrefix(t *testing.T) {
	for scheme, want := range map[string]bool{
		"a": true, "z": true, "A": true, "Z": true, "a0": true, "a9": true, "a+": true, "a-": true, "a.": true, "net.tcp": true,
		"0": false, "+": false, "a_": false, "a/": false, "@": true, "`": false, "{": false, "[": false, "a`": false, "a{": false, "a,": false, "é": false, "": false,
	} {
		for _, text := range []string{scheme + "://c=d", "x=1;" + scheme + "://c=d", "x=1; " + scheme + "://c=d;y=2", "x:=1;" + scheme + "://c=d"} {
			tree, _ := grammar.Parse(text)
			i := min(len(tree.Segments)-1, strings.Count(text[:strings.Index(text, "://")], ";"))
			if got := tree.Segments[i].MeantAsPrefix(); got != want {
				t.Errorf("%q: meant as prefix %v", text, got)
			}
		}
	}
	for _, text := range []string{"a:/c=d", "a:=d", "a:", "a=:", "a=b://c"} {
		tree, diags := grammar.Parse("x=1;" + text + "=")
		if s := tree.Segments[1]; s.MeantAsPrefix() || s.Kind != ast.Pair || len(diags) > 0 {
			t.Errorf("%q: %+v, %v", text, s.Kind, diags)
		}
	}
}

// A tree that is read into again holds what the new text says, and nothing of
// the old one.
func TestParseInto(t *testing.T) {
	tree := new(ast.ConnectionString)
	for _, text := range []string{"", "a=b", "a=b;c=d;e=f;;=;x='", "@c", strings.Repeat("a=b;", 20), "a='b;c", "a=b;c"} {
		want, wantDiags := grammar.Parse(text)
		diags := grammar.ParseInto(tree, text)
		if d := cmp.Diff(codesAndSpans(wantDiags), codesAndSpans(diags)); d != "" || token.Print(tree) != text || len(tree.Segments) != len(want.Segments) {
			t.Errorf("%q (-want +got)\n%s", text, d)
			continue
		}
		for i := range want.Segments {
			got, wanted := &tree.Segments[i], &want.Segments[i]
			if got.Kind != wanted.Kind || got.At != wanted.At || got.Fault != wanted.Fault || got.Value() != wanted.Value() || got.Keyword() != wanted.Keyword() {
				t.Errorf("%q: segment %d is %+v, want %+v", text, i, got.At, wanted.At)
			}
		}
	}
	const text = "a=b;c=d"
	if n := testing.AllocsPerRun(10, func() { grammar.ParseInto(tree, text) }); n > 0 {
		t.Errorf("%v allocations where there is room", n)
	}
	room := cap(tree.Segments)
	grammar.ParseInto(tree, strings.Repeat(";", room-1))
	if cap(tree.Segments) != room {
		t.Errorf("room for %d segments, was for %d", cap(tree.Segments), room)
	}
}

// A control character may go where what is left of the pair still reads as one:
// what stands before it counts too.
func TestControlCharacterGoes(t *testing.T) {
	for text, want := range map[string]string{
		"x=1;ab\x01@c=d": "x=1;ab@c=d", "a=b'\x01c": "a=b'c", "x=1;\x01@c=d": "", "a=b'\x01": "",
	} {
		_, diags := grammar.Parse(text)
		if len(diags) != 1 || (len(diags[0].Edits) > 0) != (want != "") {
			t.Errorf("%q: %+v", text, diags)
			continue
		}
		if want == "" {
			continue
		}
		if got, err := diag.Apply(text, diags[0].Edits); err != nil || got != want {
			t.Errorf("%q: %q, %v", text, got, err)
		}
	}
}
