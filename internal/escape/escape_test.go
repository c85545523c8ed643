package escape

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kustoconn/internal/piece"
	"kustoconn/source"
)

var everything = Table{
	Lead: '\\', Simple: "n\nN\u0085\"\"", HexMin: 1, HexMax: 4, Octal: 1, U: true, LongU: true, Braced: true, ManyU: true,
	Continuation: ContinueUnspace,
}

func TestRead(t *testing.T) {
	for _, c := range []struct {
		name    string
		table   Table
		in      string
		text    string
		n       int
		varying bool
	}{
		{"simple", everything, `\nx`, "\n", 2, false},
		{"simple, not ASCII", everything, `\Nx`, "\u0085", 2, false},
		{"at the end", everything, `\`, `\`, 1, false},
		{"unknown", everything, `\q`, `\`, 1, false},
		{"unknown that stands for itself", Table{Lead: '\\', Identity: true}, `\éx`, "é", 3, false},
		{"another lead", Table{Lead: '`', Simple: "n\n"}, "`n", "\n", 2, false},
		{"hex", everything, `\x3d;`, "=", 4, true},
		{"hex of the most digits", everything, `\x003d0`, "=", 6, false},
		{"hex with too few", Table{Lead: '\\', HexMin: 2, HexMax: 2}, `\x3`, `\`, 1, false},
		{"hex is a byte", Table{Lead: '\\', HexMin: 2, HexMax: 2, Bytes: true}, `\xff`, "\xff", 4, false},
		{"no hex", Table{Lead: '\\'}, `\x3d`, `\`, 1, false},
		{"octal", everything, `\758`, "=", 3, true},
		{"octal of three", everything, `\0755`, "=", 4, false},
		{"u", everything, `\u003d`, "=", 6, false},
		{"u with too few", everything, `\u003`, `\`, 1, false},
		{"many u", everything, `\uuu003d`, "=", 8, false},
		{"long u", everything, `\U0001F600`, "😀", 10, false},
		{"past Unicode", everything, `\U00110000`, `\`, 1, false},
		{"braces", everything, `\u{3d}`, "=", 6, false},
		{"braces not closed", everything, `\u{3d`, `\`, 1, false},
		{"surrogates", everything, `\ud83d\ude00`, "😀", 12, false},
		{"half a pair", everything, `\ud83dx`, "\ufffd", 6, false},
		{"a pair of two high halves", everything, `\ud83d\ud83d`, "\ufffd", 6, false},
		{"halves", Table{Lead: '\\', U: true, Halves: true}, `\ud83d\ude00`, "\ufffd", 6, false},
		{"continued", Table{Lead: '\\', Continuation: ContinueLine}, "\\\r\n a", "", 3, false},
		{"continued, white space", everything, "\\\n \t\n a", "", 6, false},
		{"blank is no line end", everything, "\\ \na", `\`, 1, false},
		{"continued after blanks", Table{Lead: '\\', Continuation: ContinueBlankLine}, "\\ \n a", "", 4, false},
		{"continued by z", Table{Lead: '\\', Continuation: ContinueZ}, "\\z\r\n \ta", "", 6, false},
		{"z alone", Table{Lead: '\\', Continuation: ContinueZ}, "\\za", "", 2, false},
		{"a line end without z", Table{Lead: '\\', Continuation: ContinueZ}, "\\\n a", `\`, 1, false},
		{"not continued", Table{Lead: '\\'}, "\\\na", `\`, 1, false},
	} {
		text, n, varying := c.table.Read("ab"+c.in, 2)
		if text != c.text || n != c.n || varying != c.varying {
			t.Errorf("%s: %q reads as %q, %d, %t, want %q, %d, %t", c.name, c.in, text, n, varying, c.text, c.n, c.varying)
		}
	}
}

func TestWrite(t *testing.T) {
	hex := Table{Lead: '\\', Simple: "n\n", HexMin: 2, HexMax: 2, Bytes: true, ASCII: true}
	for _, c := range []struct {
		name      string
		table     Table
		multiline bool
		in, want  string
		ok        bool
	}{
		{"special and lead", everything, false, `a"\`, `a\"\\`, true},
		{"letter", everything, true, "\n", `\n`, true},
		{"hex", hex, false, "\x01", `\x01`, true},
		{"bytes", hex, false, "é\xff", `\xc3\xa9\xff`, true},
		{"octal", Table{Lead: '\\', Octal: 1}, false, "\x01", `\001`, true},
		{"u", Table{Lead: '\\', U: true}, false, "\x01", `\u0001`, true},
		{"braces", Table{Lead: '\\', Braced: true}, false, "\x01", `\u{1}`, true},
		{"as it is", Table{Lead: '\\'}, true, "\t\n", "\t\n", true},
		{"a line end in one line", Table{Lead: '\\'}, false, "\n", "", false},
		{"CR", Table{Lead: '\\'}, true, "\r", "", false},
		{"no UTF-8", everything, false, "\xff", "", false},
		{"controls beyond ASCII", everything, false, "\u0085\u2028", "\u0085\u2028", true},
	} {
		got, ok := c.table.Write(c.in, `"`, c.multiline)
		if got != c.want || ok != c.ok {
			t.Errorf("%s: %q is written %q, %t, want %q, %t", c.name, c.in, got, ok, c.want, c.ok)
		}
	}
	if got, ok := Backslash("\"\\\n\r\t\x08\u0085\u2028\ufeffé"); got != `\"\\\n\r\t\u0008\u0085\u2028\ufeffé` || !ok {
		t.Errorf("Backslash writes %s, %t", got, ok)
	}
}

// TestWrittenIsReadBack holds for every table that can write the text.
func TestWrittenIsReadBack(t *testing.T) {
	tables := []Table{everything, JSON, {Lead: '`', Simple: "n\n0\x00", Braced: true, Identity: true}, {Lead: '\\', Octal: 1}, {Lead: '\\', HexMin: 2, HexMax: 2, Bytes: true, ASCII: true}}
	rapid.Check(t, func(t *rapid.T) {
		table := rapid.SampledFrom(tables).Draw(t, "table")
		table.Simple += `""` + strings.Repeat(string(table.Lead), 2) // what Write puts the lead before
		want := rapid.StringOf(rapid.SampledFrom([]rune("a0\"\\`n\n\r\t\x00\x1b\x7fé\u0085\u2028😀\ufffd"))).Draw(t, "text")
		written, ok := table.Write(want, `"`, true)
		if !ok {
			return
		}
		var b piece.Builder
		Unescape(&b, written, source.Span{End: len(written)}, string(table.Lead), table.Reader())
		if got := b.Piece(piece.Value).Text; got != want {
			t.Fatalf("%q is written %q and reads as %q", want, written, got)
		}
	})
}

func TestUnescape(t *testing.T) {
	const file = `<a\u003d\q\\b>`
	var b piece.Builder
	Unescape(&b, file, source.Span{Start: 1, End: len(file) - 1}, `\`, JSON.Reader())
	p := b.Piece(piece.Value)
	if p.Text != `a=\q\b` {
		t.Fatalf("text %q", p.Text)
	}
	for i, want := range []string{"a", `\u003d`, `\`, "q", `\\`, "b"} {
		if got := p.Map.Span(source.Span{Start: i, End: i + 1}).Slice(file); got != want {
			t.Errorf("byte %d is written %s, want %s", i, got, want)
		}
	}
	var empty piece.Builder
	Unescape(&empty, file, source.At(5), `\`, JSON.Reader())
	if p := empty.Piece(piece.Value); p.Span() != source.At(5) {
		t.Errorf("an empty text stands at %s", p.Span())
	}
}

func TestXMLReference(t *testing.T) {
	for in, want := range map[string]string{
		"&amp;x": "&", "&lt;": "<", "&#61;": "=", "&#x3D;": "=", "&#x1F600;": "😀", "&nbsp;": "", "&amp": "", "&#x110000;": "", "&#;": "", "&;": "",
	} {
		text, n := XMLReference(in)
		if text != want || want != "" && n != strings.IndexByte(in, ';')+1 || want == "" && n != 0 {
			t.Errorf("%s is %q, %d bytes, want %q", in, text, n, want)
		}
	}
}

func TestWriters(t *testing.T) {
	for _, c := range []struct {
		name     string
		write    Writer
		in, want string
		ok       bool
	}{
		{"attribute", XMLAttribute, `<a&"'>`, "&lt;a&amp;&quot;&apos;>", true},
		{"attribute, control", XMLAttribute, "a\tb", "", false},
		{"text", XMLText, `<a&">`, `&lt;a&amp;"&gt;`, true},
		{"refused", Refuse, "a", "", false},
		{"line", InLine, "a\tb", "a\tb", true},
		{"line with an end", InLine, "a\rb", "a\rb", false},
		{"printable", Printable, "a'b", "a'b", true},
		{"not printable", Printable, "a\u2028", "a\u2028", false},
		{"no UTF-8", Printable, "a\xff", "a\xff", false},
		{"U+FFFD", Printable, "\ufffd", "\ufffd", true},
		{"without", Without("]>"), "a]", "a]", false},
		{"block", InBlock("*/"), "a*b", "a*b", true},
		{"block, closed", InBlock("*/"), "a*/b", "a*/b", false},
		{"block, closed by what follows", InBlock("*/"), "a*", "a*", false},
		{"block, closed by what stands before", InBlock("*/"), "/a", "/a", false},
		{"block, inside the delimiter", InBlock("-->"), "-", "-", false},
		{"beside a line break", NotBesideLineBreak(InLine), " a", "", false},
		{"not beside one", NotBesideLineBreak(InLine), "a b", "a b", true},
	} {
		got, ok := c.write(c.in)
		if ok != c.ok || ok && got != c.want {
			t.Errorf("%s: %q is written %q, %t, want %q, %t", c.name, c.in, got, ok, c.want, c.ok)
		}
	}
}
