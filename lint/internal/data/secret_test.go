package data_test

import (
	"encoding/base64"
	"strings"
	"testing"

	"kustoconn/internal/piece"
	"kustoconn/internal/piece/piecetest"
	"kustoconn/lint/internal/data"
	"kustoconn/lint/internal/format"
	"kustoconn/source"
)

func TestSecretData(t *testing.T) {
	piecetest.Run(t, format.Reader("yaml"), []piecetest.Case{
		{Name: "data and stringData", Marked: "kind: «Secret»\ndata:\n  cs: «YT1i»\n  q: \"«YT1i»\"\nstringData:\n  cs: «YT1i»\n", Want: []piecetest.Want{
			piecetest.Value("Secret", "kind"), piecetest.Value("a=b", "data.cs"), piecetest.Value("a=b", "data.q"), piecetest.Value("YT1i", "stringData.cs")}},
		{Name: "kind behind", Marked: "data:\n  cs: «YT1i»\nkind: «Secret»\n", Want: []piecetest.Want{
			piecetest.Value("a=b", "data.cs"), piecetest.Value("Secret", "kind")}},
		{Name: "another kind", Marked: "kind: «ConfigMap»\ndata:\n  cs: «YT1i»\n", Want: []piecetest.Want{
			piecetest.Value("ConfigMap", "kind"), piecetest.Value("YT1i", "data.cs")}},
		{Name: "another document", Marked: "kind: «Secret»\n---\ndata:\n  cs: «YT1i»\n", Want: []piecetest.Want{
			piecetest.Value("Secret", "kind"), piecetest.Value("YT1i", "data.cs")}},
		{Name: "list", Marked: "items:\n- kind: «Secret»\n  data:\n    a.b: «YT1i»\n- data:\n    cs: «YT1i»\n", Want: []piecetest.Want{
			piecetest.Value("Secret", "items.0.kind"), piecetest.Value("a=b", "items.0.data.a.b"), piecetest.Value("YT1i", "items.1.data.cs")}},
		{Name: "block scalar", Marked: "kind: «Secret»\ndata:\n  cs: |\n    «YT\n    1i»\n", Want: []piecetest.Want{
			piecetest.Value("Secret", "kind"), piecetest.Value("a=b", "data.cs")}},
		{Name: "no base64, no text", Marked: "kind: «Secret»\ndata:\n  a: «a=b»\n  b: «/w==»\n", Want: []piecetest.Want{
			piecetest.Value("Secret", "kind"), piecetest.Value("a=b", "data.a"), piecetest.Value("/w==", "data.b")}},
	})
	piecetest.Run(t, format.Reader("json"), []piecetest.Case{
		{Name: "JSON", Marked: `{"kind": "«Secret»", "data": {"cs": "«YT1i»"}}`, Want: []piecetest.Want{
			piecetest.Value("Secret", "kind"), piecetest.Value("a=b", "data.cs")}},
	})
}

func TestMayEncode(t *testing.T) {
	const encoded = "eCBrdXN0byB5" // x kusto y
	for file, want := range map[string]bool{
		"kind: Secret\na: " + encoded: true, "a: " + encoded + "\nkind: 'Secret'": true, `{"kind":"Secret","a":"` + encoded + `"}`: true,
		`"kind: >-\n\tSecret\n"` + encoded: true, "kind%3A%20Secret=" + encoded: true, "kind: MasterSecret\nother: Secret " + encoded: true,
		"kind: MasterSecret " + encoded: false, "kind: SecretList " + encoded: false, "kind Secret_x " + encoded: false, "Secret " + encoded: false, "kind " + encoded: false, "": false,
		"kind: Role\n" + strings.Repeat("# a comment\n", 9) + "Secret: " + encoded: false,
		"kind: Secret\na: |\n  eCBrd\n\tXN0byB5":                                   true, // over lines
		`"kind: Secret" "eCBrd\nXN0byB5\n"`:                                        true,
		"kind: Secret a: |\n  word\n  eCBrdXN0byB5":                                true, // behind a word
		"kind: Secret a: |\n  wor\n  eCBrdXN0byB5":                                 true,
		"kind: Secret a: !!str eCBrdXN0byB5\n  wo":                                 true,
		"kind: Secret a: eCBrd XN0byB5":                                            false,
		"kind: Secret a: " + strings.Repeat("Pj8/", 1<<15) + encoded:               true, // far behind
		"kind: Secret a: eCA\\/P2t1c3RvIA==":                                       true, // JSON's slash
		"kind: Secret a: cw== dXN0bw==":                                            false,
	} {
		if got := data.MayEncode(file, func(text string) bool { return strings.Contains(text, "kusto") }); got != want {
			t.Errorf("%.100q: %v", file, got)
		}
	}
}

// TestSecretOfLines holds that the lines of a text in base64 have places of their
// own, and that what replaces a part of it is encoded with the rest.
func TestSecretOfLines(t *testing.T) {
	const text = "a=1\nb=2\nc=3\n"
	file := "kind: Secret\ndata:\n  cs: " + base64.StdEncoding.EncodeToString([]byte(text)) + "\n"
	p := format.Reader("yaml")(file).Pieces[1]
	if p.Text != text {
		t.Fatalf("text is %q", p.Text)
	}
	if got := p.Map.Span(source.Span{Start: 9, End: 10}).Slice(file); got != "PTMK" { // "=3\n", of which that is a part
		t.Errorf("a line of the text stands at %q", got)
	}
	at, written, ok := p.Write(source.Span{Start: 6, End: 7}, "22;")
	if !ok {
		t.Fatal("nothing is written")
	}
	edited := format.Reader("yaml")(file[:at.Start] + written + file[at.End:]).Pieces[1]
	if want := "a=1\nb=22;\nc=3\n"; edited.Text != want || edited.Kind != piece.Value {
		t.Errorf("edited to %q, want %q", edited.Text, want)
	}
}
