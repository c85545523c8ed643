package shell

import (
	"testing"

	"kustoconn/internal/piece/piecetest"
)

func TestSubstitution(t *testing.T) {
	piecetest.Run(t, ReadShell, []piecetest.Case{
		{Name: "delimiters", Marked: `sed -i "s|«__A__»|«b=c;d=e»|g" «f.x»`, Want: []piecetest.Want{
			piecetest.Literal("__A__", "i"), piecetest.Literal("b=c;d=e", "i"), piecetest.Literal("f.x")}},
		{Name: "slashes", Marked: `sed -e 's/«a»/«https:\/\/x\&y»/'`, Want: []piecetest.Want{piecetest.Literal("a", "e"), piecetest.Literal("https://x&y", "e")}},
		{Name: "a variable", Marked: `sed "s#«a»#«${B};c»#;s#d#e#" `, Want: []piecetest.Want{piecetest.Literal("a"), piecetest.Literal("${B};c", "", "${B}")}},
		{Name: "brackets", Marked: `perl -pe 's{«a»}{«b=c»}g' '«s{d}»'`, Want: []piecetest.Want{piecetest.Literal("a", "pe"), piecetest.Literal("b=c", "pe"), piecetest.Literal("s{d}")}},
		{Name: "no substitution", Marked: `x "«s3://a;b»" '«s|a»' «s.a.b.c»`, Want: []piecetest.Want{piecetest.Literal("s3://a;b"), piecetest.Literal("s|a"), piecetest.Literal("s.a.b.c")}},
	})
}

// TestSubstitutionEdit holds that what is written into a substitution is escaped
// for it and for the shell.
func TestSubstitutionEdit(t *testing.T) {
	f := ReadShell(`sed "s|a|b|"`)
	if got, ok := f.Pieces[1].Escape(`x|y&"z`); got != `x\\|y\\&\"z` || !ok {
		t.Errorf("Escape gives %s, %t", got, ok)
	}
}

func TestGluedOption(t *testing.T) {
	piecetest.Run(t, ReadShell, []piecetest.Case{
		{Name: "letter", Marked: `gh secret set K -b"«a=b»" -p'«c d»'`, Want: []piecetest.Want{piecetest.Literal("a=b", "b"), piecetest.Literal("c d", "p")}},
		{Name: "name and colon", Marked: `k -execute:"«a b»" /conn:'«c=d»'`, Want: []piecetest.Want{piecetest.Literal("a b", "execute"), piecetest.Literal("c=d", "conn")}},
		{Name: "a word that goes on", Marked: `k «x-"a b»" «-ab"c d»"`, Want: []piecetest.Want{piecetest.Literal("x-a b"), piecetest.Literal("-abc d")}},
	})
}
