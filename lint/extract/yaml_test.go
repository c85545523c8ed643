package extract

import (
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"
)

func TestReadYAML(t *testing.T) {
	runPieceCases(t, ReadYAML, []pieceCase{
		{"styles", "a: «plain é text» #« c»\nb: '«it''s»'\nc: \"«x\\u003dy\\ud83d\\ude00»\"\n", []wantPiece{
			{Value, "plain é text", "a", nil}, {Comment, " c", "", nil}, {Value, "it's", "b", nil}, {Value, "x=y😀", "c", nil}}, nil},
		{"literal", "a: |\n  «one\n    two\n\n  three\n»b: «x»\n", []wantPiece{{Value, "one\n  two\n\nthree\n", "a", nil}, {Value, "x", "b", nil}}, nil},
		{"literal, stripped", "a: |-\n  «one\n  two»\n\nb: «x»\n", []wantPiece{{Value, "one\ntwo", "a", nil}, {Value, "x", "b", nil}}, nil},
		{"literal, kept", "a: |+\n  «one\n\n»b: «x»", []wantPiece{{Value, "one\n\n", "a", nil}, {Value, "x", "b", nil}}, nil},
		{"literal with an indentation indicator", "a: |1-\n «  one»\n", []wantPiece{{Value, "  one", "a", nil}}, nil},
		{"literal with CR LF", "a: |\r\n  «one\r\n  two\r\n»b: «x»\r\n", []wantPiece{{Value, "one\ntwo\n", "a", nil}, {Value, "x", "b", nil}}, nil},
		{"folded", "a: >-\n  «one\n  two\n\n  three\n   more\n  four»\n", []wantPiece{{Value, "one two\nthree\n more\nfour", "a", nil}}, nil},
		{"block header with a comment", "a: | #« c»\n  «x\n»", []wantPiece{{Comment, " c", "", nil}, {Value, "x\n", "a", nil}}, nil},
		{"lines of a plain scalar", "a: «one\n  two\n\n  three»\nb: «x»\n", []wantPiece{{Value, "one two\nthree", "a", nil}, {Value, "x", "b", nil}}, nil},
		{"lines of a quoted scalar", "a: \"«one \n  two\\\n   three\\ \n  \n  four»\"\n", []wantPiece{{Value, "one twothree \nfour", "a", nil}}, nil},
		{"sequences", "a:\n- «x»\n- - «y»\n  - «z»\nb:\n  - k: «v»\n    l: «w»\n", []wantPiece{
			{Value, "x", "a.0", nil}, {Value, "y", "a.1.0", nil}, {Value, "z", "a.1.1", nil}, {Value, "v", "b.0.k", nil}, {Value, "w", "b.0.l", nil}}, nil},
		{"flow", "a: {b: [«x y», '«z»'], \"c\":«d», e: «Data Source=https://x»}\n", []wantPiece{
			{Value, "x y", "a.b.0", nil}, {Value, "z", "a.b.1", nil}, {Value, "d", "a.c", nil}, {Value, "Data Source=https://x", "a.e", nil}}, nil},
		{"anchors, tags, aliases", "a: &x !!str «v»\n&y b: *x\nc: !t\n  d: «e»\n*x : «w»\n", []wantPiece{
			{Value, "v", "a", nil}, {Value, "e", "c.d", nil}, {Value, "w", "*x", nil}}, nil},
		{"documents", "%YAML 1.2\n---\na: «x»\n...\n---\n- «y»\n", []wantPiece{{Value, "x", "a", nil}, {Value, "y", "0", nil}}, nil},
		{"explicit key", "? k k\n: «v»\n", []wantPiece{{Value, "v", "k k", nil}}, nil},
		{"template expression", "a: «${{ secrets.X }};Fed=True»\n", []wantPiece{{Value, "${{ secrets.X }};Fed=True", "a", nil}}, nil},
		{"null and empty", "a:\nb: \"«»\"\nc: «~»", []wantPiece{{Value, "", "b", nil}, {Value, "~", "c", nil}}, nil},
		{"colon and hash inside", "a: «x:y#z»\n", []wantPiece{{Value, "x:y#z", "a", nil}}, nil},
		{"file in a value", "data:\n  app.json: |\n    {\"k\": \"«x\\u003d»\"}\n", []wantPiece{{Value, "x=", "k", nil}}, nil},
		{"settings file in a value", "nlog.config: |\n  <nlog>\n    <t c='«x&amp;y»'/>\n  </nlog>\n", []wantPiece{{Value, "x&y", "nlog.t.c", nil}}, nil},
		{"part of a file in a value", "data:\n  app.json: |\n    «\"k\": 1\n    }\n»", []wantPiece{{Value, "\"k\": 1\n}\n", "data.app.json", nil}}, nil},
		{"script", "steps:\n- run: |\n    export K=\"«Data Source=${{ secrets.X }};Fed=True»\" # «c ${{ y }}»\n  shell: «bash»\n", []wantPiece{
			{Literal, "Data Source=${{ secrets.X }};Fed=True", "K", []string{"${{ secrets.X }}"}}, {Comment, "c ${{ y }}", "", nil}, {Value, "bash", "steps.0.shell", nil}}, nil},
		{"script in another shell", "steps:\n- pwsh: $k = \"«a `\"${{ x }}`\" $y»\"\n", []wantPiece{
			{Literal, "a \"${{ x }}\" $y", "k", []string{"${{ x }}", "$y"}}}, nil},
		{"tab for indentation", "«a:»\n«\tb: c»\n", []wantPiece{{Plain, "a:", "", nil}, {Plain, "\tb: c", "", nil}}, []string{"not valid YAML: read as plain text"}},
		{"mapping in a mapping's line", "«a: b: c»", []wantPiece{{Plain, "a: b: c", "", nil}}, []string{"not valid YAML: read as plain text"}},
		{"open quote", "«a: \"b»", []wantPiece{{Plain, "a: \"b", "", nil}}, []string{"not valid YAML: read as plain text"}},
		{"open flow", "«a: [b»", []wantPiece{{Plain, "a: [b", "", nil}}, []string{"not valid YAML: read as plain text"}},
		{"template", "«{{- if x }}»\n«a: b»\n", []wantPiece{{Plain, "{{- if x }}", "", nil}, {Plain, "a: b", "", nil}}, []string{"not valid YAML: read as plain text"}},
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
		f := ReadYAML(text)
		for _, p := range f.Pieces {
			if p.Kind == Value {
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

func TestYAMLScriptLanguage(t *testing.T) {
	tests := []struct {
		name, text, key, want string
	}{
		{"workflow", "jobs:\n  b:\n    steps:\n    - run: x\n", "jobs.b.steps.0.run", "shell"},
		{"workflow with a shell", "jobs:\n  b:\n    steps:\n    - run: x\n      shell: pwsh\n", "jobs.b.steps.0.run", "powershell"},
		{"job's default", "jobs:\n  b:\n    defaults:\n      run:\n        shell: cmd\n    steps:\n    - run: x\n", "jobs.b.steps.0.run", "batch"},
		{"workflow's default", "defaults: {run: {shell: 'bash -e {0}'}}\njobs:\n  b:\n    steps:\n    - run: x\n", "jobs.b.steps.0.run", "shell"},
		{"github-script", "steps:\n- uses: actions/github-script@v7\n  with:\n    script: x\n", "steps.0.with.script", "javascript"},
		{"Azure CLI", "steps:\n- task: AzureCLI@2\n  inputs:\n    scriptType: pscore\n    inlineScript: x\n", "steps.0.inputs.inlineScript", "powershell"},
		{"Azure PowerShell", "steps:\n- task: AzurePowerShell@5\n  inputs:\n    Inline: x\n", "steps.0.inputs.Inline", "powershell"},
		{"pwsh step", "steps:\n- pwsh: x\n", "steps.0.pwsh", "powershell"},
		{"GitLab", "job:\n  script:\n  - x\n", "job.script.0", "shell"},
		{"no script", "a: x\n", "a", ""},
	}
	for _, c := range tests {
		t.Run(c.name, func(t *testing.T) {
			r := yamlReader{text: c.text, tokenLine: -1, tabLine: -1, nodeColumn: -1, valueLine: -1}
			for r.next() {
			}
			if got := scriptSettings(r.pieces).language(c.key); got != c.want {
				t.Errorf("language of %s is %q, want %q", c.key, got, c.want)
			}
		})
	}
}
