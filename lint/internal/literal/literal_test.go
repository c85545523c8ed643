package literal

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kustoconn/internal/escape"
	"kustoconn/internal/piece"
	"kustoconn/source"
)

var cLike = escape.Table{Lead: '\\', Simple: "\"\"\\\\n\n", HexMin: 1, HexMax: 4, Continuation: escape.ContinueUnspace}

// tokens reads text, which is the inside of a literal and what follows it, up to
// the end of the literal.
func tokens(form Form, text string) (kinds []TokenKind, decoded string) {
	for pos := 0; pos < len(text); {
		token := form.Next(text, pos)
		kinds = append(kinds, token.Kind)
		switch token.Kind {
		case End, Broken:
			return kinds, decoded
		case Escape:
			decoded += token.Text
		default:
			decoded += text[pos : pos+token.Len]
		}
		pos += token.Len
	}
	return kinds, decoded
}

func TestNext(t *testing.T) {
	for _, c := range []struct {
		name, text string
		form       Form
		kinds      []TokenKind
		decoded    string
	}{
		{"escape", `a\nb"c`, Form{End: `"`, Escapes: &cLike}, []TokenKind{Verbatim, Escape, Verbatim, End}, "a\nb"},
		{"raw", `a\"`, Form{End: `"`}, []TokenKind{Verbatim, Verbatim, End}, `a\`},
		{"doubled", `a""b"`, Form{End: `"`, Doubled: true}, []TokenKind{Verbatim, Escape, Verbatim, End}, `a"b`},
		{"backslash shields", `\"\\"`, Form{End: `"`, Backslashed: true}, []TokenKind{Verbatim, Verbatim, End}, `\"\\`},
		{"long end", `a""b"""`, Form{End: `"""`}, []TokenKind{Verbatim, Verbatim, Verbatim, End}, `a""b`},
		{"greedy", `a""""b`, Form{End: `"""`, Greedy: true}, []TokenKind{Verbatim, Verbatim, End}, `a"`},
		{"broken", "a\nb\"", Form{End: `"`}, []TokenKind{Verbatim, Broken}, "a"},
		{"line ends", "a\r\nb\rc\"", Form{End: `"`, Multiline: true, LineEnds: LineEndsLF}, []TokenKind{Verbatim, Escape, Verbatim, Escape, Verbatim, End}, "a\nb\nc"},
		{"no CRs", "a\r\n\"", Form{End: `"`, Multiline: true, LineEnds: LineEndsNoCRs}, []TokenKind{Verbatim, Escape, Verbatim, End}, "a\n"},
		{"end on its line", "a\r\n'@", Form{End: "\n'@", Multiline: true, LineEnds: LineEndsKept}, []TokenKind{Verbatim, End}, "a"},
		{"hole", `a${b`, Form{End: `"`, Holes: DollarHoles}, []TokenKind{Verbatim, Hole, Verbatim}, "a${b"},
		{"name", `$ab-$1`, Form{End: `"`, Holes: DollarHoles}, []TokenKind{Name, Verbatim, Verbatim, Verbatim}, "$ab-$1"},
		{"doubled brace", `{{a{`, Form{End: `"`, Holes: BracedHoles}, []TokenKind{Escape, Verbatim, Hole}, "{a{"},
		{"two braces", `{{{a{b`, Form{End: `"`, Holes: &Holes{Opening: "{", Closing: '}'}, Braces: 2}, []TokenKind{Verbatim, Hole, Verbatim, Verbatim, Verbatim}, "{{{a{b"},
		{"hole by the lead", `\(a`, Form{End: `"`, Escapes: &cLike, Holes: &Holes{Opening: `\(`, Closing: ')'}}, []TokenKind{Hole, Verbatim}, `\(a`},
	} {
		kinds, decoded := tokens(c.form, c.text)
		if diff := cmp.Diff(c.kinds, kinds); diff != "" || decoded != c.decoded {
			t.Errorf("%s: %q (-want +got):\n%s", c.name, decoded, diff)
		}
	}
}

func TestEscape(t *testing.T) {
	after := func(f Form, text string) Form {
		for pos := 0; pos < len(text); {
			pos += f.Next(text, pos).Len
		}
		return f
	}
	quoted := Form{End: `"`, Escapes: &cLike, Special: `"`}
	for _, c := range []struct {
		name, in, want string
		form           Form
		ok             bool
	}{
		{"escapes", "a\"\n", `a\"\n`, quoted, true},
		{"nothing", "", "", quoted, true},
		{"fixed", "a", "", Form{End: `'`, Fixed: true}, false},
		{"nothing into what is fixed", "", "", Form{End: `'`, Fixed: true}, false},
		{"a digit after a short escape", "0", "", after(quoted, `\x3`), false},
		{"no digit after a short escape", "g", "g", after(quoted, `\x3`), true},
		{"white space after a continuation", " ", "", after(quoted, "\\\n"), false},
		{"a name after a dollar", "a", "", after(Form{End: `"`, Escapes: &cLike, Special: `"$`, Holes: DollarHoles}, "$"), false},
		{"doubled", `a"b`, `a""b`, Form{End: `"`, Doubled: true}, true},
		{"braces", "{a}", "{{a}}", Form{End: `"`, Escapes: &cLike, Special: `"`, Holes: BracedHoles}, true},
		{"raw", `a\`, `a\`, Form{End: `"`, LineEnds: LineEndsKept}, true},
		{"raw, closing", `a"`, "", Form{End: `"`}, false},
		{"raw, half of the end", `a"`, "", Form{End: `"#`}, false},
		{"raw, a backslash at the end", `a\`, "", Form{End: `"`, Backslashed: true}, false},
		{"raw, a line end", "a\nb", "", Form{End: `"`}, false},
		{"raw, a CR", "a\rb", "", Form{End: `"`, Multiline: true, LineEnds: LineEndsLF}, false},
		{"raw, no UTF-8", "a\xff", "", Form{End: `"`}, false},
		{"indented", "a\nb", "a\n  b", Form{End: `"`, Multiline: true, LineEnds: LineEndsKept, indent: "  "}, true},
		{"spaces of a text block", " a ", `\sa\s`, Form{End: `"""`, Escapes: &cLike, Special: `"`, Multiline: true, Layout: LayoutTextBlock}, true},
	} {
		got, ok := c.form.Escape(c.in)
		if ok != c.ok || ok && got != c.want {
			t.Errorf("%s: %q is written %q, %t, want %q, %t", c.name, c.in, got, ok, c.want, c.ok)
		}
	}
}

// TestLay holds which bytes each layout drops, and that they belong to the line
// end before them.
func TestLay(t *testing.T) {
	for _, c := range []struct {
		name, text string
		layout     Layout
		want       string
		line2      string // what writes the first line end
	}{
		{"closing", "  a\n    b\n  ", LayoutClosing, "a\n  b", "\n  "},
		{"closing, CR LF", "  a\r\n  b\r\n  ", LayoutClosing, "a\r\nb", "\n  "},
		{"closing, text before the quotes", "  a\n  b", LayoutClosing, "  a\n  b", "\n"},
		{"closing, a short line", "  a\n b\n  ", LayoutClosing, "a\nb", "\n "},
		{"text block", "    a  \n      b\n    ", LayoutTextBlock, "a\n  b\n", "  \n    "},
		{"text block, a blank line", "  a\n\n  b", LayoutTextBlock, "a\n\nb", "\n"},
		{"none", "  a\n  b", 0, "  a\n  b", "\n"},
	} {
		var b piece.Builder
		b.Copy(c.text, source.Span{End: len(c.text)})
		form := Form{End: `"""`, Layout: c.layout}
		form.Lay(c.text, &b, 0, source.Span{End: len(c.text)})
		p := b.Piece(piece.Literal)
		if p.Text != c.want {
			t.Errorf("%s: %q, want %q", c.name, p.Text, c.want)
			continue
		}
		for i := range p.Text {
			if p.Text[i] == '\n' {
				if got := p.Map.Span(source.Span{Start: i, End: i + 1}).Slice(c.text); got != c.line2 {
					t.Errorf("%s: the line end is written %q, want %q", c.name, got, c.line2)
				}
				break
			}
		}
	}
}

// TestLayKeepsWhatStandsBefore holds that only the parts of the literal are laid.
func TestLayKeepsWhatStandsBefore(t *testing.T) {
	const text = "  x+  a{b}\n  c\n  "
	var b piece.Builder
	b.Copy(text, source.Span{Start: 0, End: 3})
	b.Copy(text, source.Span{Start: 4, End: 7})
	b.Hole("{b}", source.Span{Start: 7, End: 10})
	b.Copy(text, source.Span{Start: 10, End: len(text)})
	form := Form{End: `"""`, Layout: LayoutClosing}
	form.Lay(text, &b, 1, source.Span{Start: 4, End: len(text)})
	p := b.Piece(piece.Literal)
	if p.Text != "  xa{b}\nc" {
		t.Errorf("%q", p.Text)
	}
	if diff := cmp.Diff([]source.Span{{Start: 4, End: 7}}, p.Holes); diff != "" {
		t.Errorf("holes (-want +got):\n%s", diff)
	}
}

func TestHoleText(t *testing.T) {
	for code, want := range map[string]string{
		"a.b(c)":                       "{a.b(c)}",
		"a.b[x=y]":                     "{a.b}",
		"(;)":                          "{expression}",
		"a.;":                          "{a}",
		"{a: {}}":                      "{{a: {}}}",
		"a.b({":                        "{a.b}",
		strings.Repeat("a", 2*MaxHole): "{" + strings.Repeat("a", MaxHole) + "}",
	} {
		if got := HoleText("{", code, "}"); got != want {
			t.Errorf("%s becomes %s, want %s", code, got, want)
		}
	}
}

func TestComments(t *testing.T) {
	for _, c := range []struct {
		name, text, want string
		nested           bool
		end              int
		note             bool
	}{
		{"line", "// a\r\nb", "a", false, 4, false},
		{"documentation", "/// a", "a", false, 5, false},
		{"block", "/* a\n * b\n */c", "a\nb", false, 13, false},
		{"not nested", "/* a /* b */ c */", "a /* b", false, 12, false},
		{"nested", "/* a /* b */ c */d", "a /* b */ c", true, 17, false},
		{"not closed", "/* a", "a", false, 4, true},
	} {
		s := Scanner{Text: c.text}
		if !s.SlashComment(c.nested) || s.Pos != c.end || (len(s.File.Notes) > 0) != c.note {
			t.Errorf("%s: ends at %d, notes %v", c.name, s.Pos, s.File.Notes)
		}
		if len(s.File.Pieces) != 1 || s.File.Pieces[0].Text != c.want || s.File.Pieces[0].Kind != piece.Comment {
			t.Errorf("%s: %+v, want %q", c.name, s.File.Pieces, c.want)
		}
	}
	if s := (Scanner{Text: "a // b"}); s.SlashComment(false) || s.Pos != 0 {
		t.Error("no comment starts here")
	}
}
