package data

import (
	"testing"

	"kustoconn/internal/piece/piecetest"
)

func TestReadJSON(t *testing.T) {
	piecetest.Run(t, ReadJSON, []piecetest.Case{
		{Name: "escapes", Marked: `{"a": {"b": ["«x\u003dy»", "«\"\\\/\n»"]}}`, Want: []piecetest.Want{
			piecetest.Value("x=y", "a.b.0"), piecetest.Value("\"\\/\n", "a.b.1")}},
		{Name: "surrogate pair", Marked: `["«\ud83d\ude00»", "«\ud83d»"]`, Want: []piecetest.Want{
			piecetest.Value("😀", "0"), piecetest.Value("\uFFFD", "1")}},
		{Name: "escaped key", Marked: `{"k\u0065y": "«v»"}`, Want: []piecetest.Want{piecetest.Value("v", "key")}},
		{Name: "empty string", Marked: `{"a": "«»"}`, Want: []piecetest.Want{piecetest.Value("", "a")}},
		{Name: "number, boolean, null", Marked: `{"a": «1», "b": «true», "c": null}`, Want: []piecetest.Want{
			piecetest.Value("1", "a"), piecetest.Value("true", "b")}},
		{Name: "comments and trailing commas", Marked: "//« one»\n{\n  /*« two »*/ \"a\": \"«x»\", //« three»\n  //« four»\n}\n//« five»", Want: []piecetest.Want{
			piecetest.Comment(" one"), piecetest.Comment(" two "), piecetest.Value("x", "a"),
			piecetest.Comment(" three"), piecetest.Comment(" four"), piecetest.Comment(" five")}},
		{Name: "after non-ASCII text", Marked: `{"é": "«ü\u003d»"}`, Want: []piecetest.Want{piecetest.Value("ü=", "é")}},
		{Name: "broken", Marked: "«{\"a\": `x`»\n«}»", Want: []piecetest.Want{piecetest.Plain("{\"a\": `x`"), piecetest.Plain("}")},
			Notes: []string{"not valid JSON: read as plain text"}},
		{Name: "blank", Marked: " \n"},
	})
}

func TestReadJSONLines(t *testing.T) {
	piecetest.Run(t, ReadJSONLines, []piecetest.Case{
		{Name: "lines", Marked: "{\"a\": \"«x\\t»\"}\r\n\n{\"b\": \"«y»\"}\n", Want: []piecetest.Want{piecetest.Value("x\t", "a"), piecetest.Value("y", "b")}},
	})
}
