package data_test

import (
	"testing"

	"kustoconn/internal/piece/piecetest"
	"kustoconn/lint/internal/format"
)

func TestReadJSON5(t *testing.T) {
	const fault = "not valid JSON: read as plain text"
	piecetest.Run(t, format.Reader("json5"), []piecetest.Case{
		{Name: "strings", Marked: "{a: '«x\\\ny\\'z\"»', $b: [\"«\\x3d»\", «+.5», null,], //« c»\n}", Want: []piecetest.Want{
			piecetest.Value(`xy'z"`, "a"), piecetest.Value("=", "$b.0"), piecetest.Value("+.5", "$b.1"), piecetest.Comment(" c")}},
		{Name: "quoted keys", Marked: "{'a': «NaN», \"«b=c»\": {d: '«e»'}}", Want: []piecetest.Want{
			piecetest.Value("NaN", "a"), piecetest.Plain("b=c"), piecetest.Value("e", "b=c.d")}},
		{Name: "line end in a string", Marked: "«{a: 'b»\n«'}»", Want: []piecetest.Want{piecetest.Plain("{a: 'b"), piecetest.Plain("'}")}, Notes: []string{fault}},
		{Name: "no value", Marked: "«{a: 'b' c}»", Want: []piecetest.Want{piecetest.Plain("{a: 'b' c}")}, Notes: []string{fault}},
		{Name: "not closed", Marked: "«['b',»", Want: []piecetest.Want{piecetest.Plain("['b',")}, Notes: []string{fault}},
	})
	piecetest.Run(t, format.Reader("json"), []piecetest.Case{
		{Name: "key that may hold a string", Marked: `{"«https://x»": {"y": «1»}}`, Want: []piecetest.Want{piecetest.Plain("https://x"), piecetest.Value("1", "https://x.y")}},
	})
}
