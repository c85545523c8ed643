package extract

import "testing"

func TestReadJSON(t *testing.T) {
	runPieceCases(t, ReadJSON, []pieceCase{
		{"escapes", `{"a": {"b": ["«x\u003dy»", "«\"\\\/\n»"]}}`, []wantPiece{
			{Value, "x=y", "a.b.0", nil}, {Value, "\"\\/\n", "a.b.1", nil}}, nil},
		{"surrogate pair", `["«\ud83d\ude00»", "«\ud83d»"]`, []wantPiece{
			{Value, "😀", "0", nil}, {Value, "\uFFFD", "1", nil}}, nil},
		{"escaped key", `{"k\u0065y": "«v»"}`, []wantPiece{{Value, "v", "key", nil}}, nil},
		{"empty string", `{"a": "«»"}`, []wantPiece{{Value, "", "a", nil}}, nil},
		{"number, boolean, null", `{"a": «1», "b": «true», "c": null}`, []wantPiece{
			{Value, "1", "a", nil}, {Value, "true", "b", nil}}, nil},
		{"comments and trailing commas", "//« one»\n{\n  /*« two »*/ \"a\": \"«x»\", //« three»\n  //« four»\n}\n//« five»", []wantPiece{
			{Comment, " one", "", nil}, {Comment, " two ", "", nil}, {Value, "x", "a", nil},
			{Comment, " three", "", nil}, {Comment, " four", "", nil}, {Comment, " five", "", nil}}, nil},
		{"after non-ASCII text", `{"é": "«ü\u003d»"}`, []wantPiece{{Value, "ü=", "é", nil}}, nil},
		{"broken", "«{\"a\": 'x'»\n«}»", []wantPiece{{Plain, `{"a": 'x'`, "", nil}, {Plain, "}", "", nil}},
			[]string{"not valid JSON: read as plain text"}},
		{"blank", " \n", nil, nil},
	})
}

func TestReadJSONLines(t *testing.T) {
	runPieceCases(t, ReadJSONLines, []pieceCase{
		{"lines", "{\"a\": \"«x\\t»\"}\r\n\n{\"b\": \"«y»\"}\n", []wantPiece{{Value, "x\t", "a", nil}, {Value, "y", "b", nil}}, nil},
	})
}
