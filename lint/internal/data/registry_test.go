package data_test

import (
	"testing"

	"kustoconn/internal/piece/piecetest"
	"kustoconn/lint/internal/format"
)

func TestReadRegistry(t *testing.T) {
	piecetest.Run(t, format.Reader("registry"), []piecetest.Case{
		{Name: "values", Marked: "«Windows Registry Editor Version 5.00»\r\n[HKEY\\x]\r\n;« c»\r\n\"k\"=\"«a\\\\b=\\\"c\\\"»\"\r\n@=\"«d\\e»\"\r\n", Want: []piecetest.Want{
			piecetest.Plain("Windows Registry Editor Version 5.00"), piecetest.Comment(" c"),
			piecetest.Value(`a\b="c"`, `HKEY\x.k`), piecetest.Value(`d\e`, `HKEY\x.@`)}},
		{Name: "no text", Marked: "«\"k\"=dword:00000001»\n«\"k=\"x»\n«\"a\"=\"b\" c»\n", Want: []piecetest.Want{
			piecetest.Plain(`"k"=dword:00000001`), piecetest.Plain(`"k="x`), piecetest.Plain(`"a"="b" c`)}},
	})
}
