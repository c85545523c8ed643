package format

import (
	"testing"

	"kustoconn/internal/piece/piecetest"
	"kustoconn/lint/internal/plain"
)

func TestReadPlain(t *testing.T) {
	piecetest.Run(t, plain.Read, []piecetest.Case{
		{Name: "lines", Marked: "«a »\r\n \n«b»\r«c»", Want: []piecetest.Want{piecetest.Plain("a "), piecetest.Plain("b"), piecetest.Plain("c")}},
		{Name: "directive", Marked: "«x »«;; kustoconn:ignore KCS501 -- r»\n«not kustoconn:ignore»", Want: []piecetest.Want{
			piecetest.Plain("x "), piecetest.Comment(";; kustoconn:ignore KCS501 -- r"), piecetest.Plain("not kustoconn:ignore")}},
	})
}
