package data_test

import (
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"

	"kustoconn/internal/piece"
	"kustoconn/internal/piece/piecetest"
	"kustoconn/lint/internal/format"
)

func TestReadYAML(t *testing.T) {
	piecetest.Run(t, format.Reader("yaml"), []piecetest.Case{
		{Name: "styles", Marked: "a: «plain é text» #« c»\nb: '«it''s»'\nc: \"«x\\u003dy\\ud83d\\ude00»\"\n", Want: []piecetest.Want{
			piecetest.Value("plain é text", "a"), piecetest.Comment(" c"), piecetest.Value("it's", "b"), piecetest.Value("x=y😀", "c")}},
		{Name: "literal", Marked: "a: |\n  «one\n    two\n\n  three\n»b: «x»\n", Want: []piecetest.Want{piecetest.Value("one\n  two\n\nthree\n", "a"), piecetest.Value("x", "b")}},
		{Name: "literal, stripped", Marked: "a: |-\n  «one\n  two»\n\nb: «x»\n", Want: []piecetest.Want{piecetest.Value("one\ntwo", "a"), piecetest.Value("x", "b")}},
		{Name: "literal, kept", Marked: "a: |+\n  «one\n\n»b: «x»", Want: []piecetest.Want{piecetest.Value("one\n\n", "a"), piecetest.Value("x", "b")}},
		{Name: "literal with an indentation indicator", Marked: "a: |1-\n «  one»\n", Want: []piecetest.Want{piecetest.Value("  one", "a")}},
		{Name: "literal with CR LF", Marked: "a: |\r\n  «one\r\n  two\r\n»b: «x»\r\n", Want: []piecetest.Want{piecetest.Value("one\ntwo\n", "a"), piecetest.Value("x", "b")}},
		{Name: "folded", Marked: "a: >-\n  «one\n  two\n\n  three\n   more\n  four»\n", Want: []piecetest.Want{piecetest.Value("one two\nthree\n more\nfour", "a")}},
		{Name: "block header with a comment", Marked: "a: | #« c»\n  «x\n»", Want: []piecetest.Want{piecetest.Comment(" c"), piecetest.Value("x\n", "a")}},
		{Name: "lines of a plain scalar", Marked: "a: «one\n  two\n\n  three»\nb: «x»\n", Want: []piecetest.Want{piecetest.Value("one two\nthree", "a"), piecetest.Value("x", "b")}},
		{Name: "lines of a quoted scalar", Marked: "a: \"«one \n  two\\\n   three\\ \n  \n  four»\"\n", Want: []piecetest.Want{piecetest.Value("one twothree \nfour", "a")}},
		{Name: "sequences", Marked: "a:\n- «x»\n- - «y»\n  - «z»\nb:\n  - k: «v»\n    l: «w»\n", Want: []piecetest.Want{
			piecetest.Value("x", "a.0"), piecetest.Value("y", "a.1.0"), piecetest.Value("z", "a.1.1"), piecetest.Value("v", "b.0.k"), piecetest.Value("w", "b.0.l")}},
		{Name: "flow", Marked: "a: {b: [«x y», '«z»'], \"c\":«d», e: «Data Source=https://x»}\n", Want: []piecetest.Want{
			piecetest.Value("x y", "a.b.0"), piecetest.Value("z", "a.b.1"), piecetest.Value("d", "a.c"), piecetest.Value("Data Source=https://x", "a.e")}},
		{Name: "anchors, tags, aliases", Marked: "a: &x !!str «v»\n&y b: *x\nc: !t\n  d: «e»\n*x : «w»\n", Want: []piecetest.Want{
			piecetest.Value("v", "a"), piecetest.Value("e", "c.d"), piecetest.Value("w", "*x")}},
		{Name: "documents", Marked: "%YAML 1.2\n---\na: «x»\n...\n---\n- «y»\n", Want: []piecetest.Want{piecetest.Value("x", "a"), piecetest.Value("y", "0")}},
		{Name: "explicit key", Marked: "? k k\n: «v»\n", Want: []piecetest.Want{piecetest.Value("v", "k k")}},
		{Name: "template expression", Marked: "a: «${{ secrets.X }};Fed=True»\n", Want: []piecetest.Want{piecetest.Value("${{ secrets.X }};Fed=True", "a")}},
		{Name: "null and empty", Marked: "a:\nb: \"«»\"\nc: «~»", Want: []piecetest.Want{piecetest.Value("", "b"), piecetest.Value("~", "c")}},
		{Name: "colon and hash inside", Marked: "a: «x:y#z»\n", Want: []piecetest.Want{piecetest.Value("x:y#z", "a")}},
		{Name: "file in a value", Marked: "data:\n  app.json: |\n    {\"k\": \"«x\\u003d»\"}\n", Want: []piecetest.Want{piecetest.Value("x=", "k")}},
		{Name: "settings file in a value", Marked: "nlog.config: |\n  <nlog>\n    <t c='«x&amp;y»'/>\n  </nlog>\n", Want: []piecetest.Want{piecetest.Value("x&y", "nlog.t.c")}},
		{Name: "part of a file in a value", Marked: "data:\n  app.json: |\n    «\"k\": 1\n    }\n»", Want: []piecetest.Want{piecetest.Value("\"k\": 1\n}\n", "data.app.json")}},
		{Name: "script", Marked: "steps:\n- run: |\n    export K=\"«Data Source=${{ secrets.X }};Fed=True»\" # «c ${{ y }}»\n  shell: «bash»\n", Want: []piecetest.Want{
			piecetest.Literal("Data Source=${{ secrets.X }};Fed=True", "K", "${{ secrets.X }}"), piecetest.Comment("c ${{ y }}"), piecetest.Value("bash", "steps.0.shell")}},
		{Name: "script in another shell", Marked: "steps:\n- pwsh: $k = \"«a `\"${{ x }}`\" $y»\"\n", Want: []piecetest.Want{
			piecetest.Literal("a \"${{ x }}\" $y", "k", "${{ x }}", "$y")}},
		{Name: "tab for indentation", Marked: "«a:»\n«\tb: c»\n", Want: []piecetest.Want{piecetest.Plain("a:"), piecetest.Plain("\tb: c")}, Notes: []string{"not valid YAML: read as plain text"}},
		{Name: "mapping in a mapping's line", Marked: "«a: b: c»", Want: []piecetest.Want{piecetest.Plain("a: b: c")}, Notes: []string{"not valid YAML: read as plain text"}},
		{Name: "open quote", Marked: "«a: \"b»", Want: []piecetest.Want{piecetest.Plain("a: \"b")}, Notes: []string{"not valid YAML: read as plain text"}},
		{Name: "open flow", Marked: "«a: [b»", Want: []piecetest.Want{piecetest.Plain("a: [b")}, Notes: []string{"not valid YAML: read as plain text"}},
		{Name: "template", Marked: "{{- if x }}\na: «b»\n", Want: []piecetest.Want{piecetest.Value("b", "a")}},
	})
}

// TestYAMLAgainstParser compares the values of files with those that go-yaml
// reads: this package has its own scanner only because the parser's positions
// count runes and are lost in block scalars.
func TestYAMLAgainstParser(t *testing.T) {
	files := []string{
		"a: x\nb:\n  c: [d, 'e f', \"g\\th\"]\n  i: {j: k}\n",
		"a: >\n  one\n  two\n\n\n  three\n    four\n\n  five\n\n\nb: |+\n  x\n\nc: |\n\n  lead\n",
		"- a\n- - b\n  - c\n-\n  d: e\n-\n  - f\n",
		"a: 'x\n\n  y'\nb: \"x\n\n  y\\\n  z\"\nc: p\n  q\n\n  r\n",
		"a:\n  - b: c\n    d:\n    - e\n    - f: g\n  - h\n",
		"\"k k\": v\n'l': w # c\nm: x#y\nn: a:b\no: -x\np: ?y\n",
		"a: >2\n    x\n   y\n  z\nb: |-\n   p\n    q\n",
		"a: |\n  x\n\n\nb: >+\n  y\n\n",
		"--- |\n x\n y\n",
		"? a\n: b\n? c\n: d\n",
		"a: &x b\nc: !!str d\n",
		"a: b\n\n# c\n\nd:\n\n  e: f\n",
	}
	for _, text := range files {
		var want []string
		var tree any
		if err := yaml.UnmarshalWithOptions([]byte(text), &tree, yaml.UseOrderedMap()); err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		collect(tree, &want)
		var got []string
		f := format.Reader("yaml")(text)
		for _, p := range f.Pieces {
			if p.Kind == piece.Value {
				got = append(got, p.Text)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" || len(f.Notes) > 0 {
			t.Errorf("%q (-parser +reader):\n%s%v", text, diff, f.Notes)
		}
	}
}

func collect(v any, out *[]string) {
	switch v := v.(type) {
	case yaml.MapSlice:
		for _, item := range v {
			collect(item.Value, out)
		}
	case []any:
		for _, e := range v {
			collect(e, out)
		}
	case string:
		*out = append(*out, v)
	}
}
