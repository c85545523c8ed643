package document_test

import (
	"testing"

	"kustoconn/internal/piece/piecetest"
	"kustoconn/lint/internal/format"
)

func TestReadOrg(t *testing.T) {
	piecetest.Run(t, format.Reader("org"), []piecetest.Case{
		{Name: "verbatim", Marked: "«* Use »=«a=b;c=d»=« or »~«e=f»~«.»\n", Want: []piecetest.Want{
			piecetest.Plain("* Use "), piecetest.Plain("a=b;c=d"), piecetest.Plain(" or "), piecetest.Plain("e=f"), piecetest.Plain(".")}},
		{Name: "no mark", Marked: "«a=b = c~d =e»\n", Want: []piecetest.Want{piecetest.Plain("a=b = c~d =e")}},
		{Name: "source", Marked: "#+BEGIN_SRC json :x y\n{\"k\": \"«a\\u003db»\"}\n#+END_SRC\n«c»\n", Want: []piecetest.Want{piecetest.Value("a=b", "k"), piecetest.Plain("c")}},
		{Name: "source that is not closed", Marked: "«#+begin_src json»\n«{}»\n", Want: []piecetest.Want{piecetest.Plain("#+begin_src json"), piecetest.Plain("{}")}},
		{Name: "comment and fixed width", Marked: "# «a =b=»\n«: c =d=»\n", Want: []piecetest.Want{piecetest.Comment("a =b="), piecetest.Plain(": c =d=")}},
	})
}
