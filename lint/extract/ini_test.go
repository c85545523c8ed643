package extract

import "testing"

func TestReadINI(t *testing.T) {
	runPieceCases(t, ReadINI, []pieceCase{
		{"sections and pairs", ";« c»\na=«x»\n[s t]\n b : «Data Source=y;Fed=True» \n#« d»\n", []wantPiece{
			{Comment, " c", "", nil}, {Value, "x", "a", nil}, {Value, "Data Source=y;Fed=True", "s t.b", nil}, {Comment, " d", "", nil}}, nil},
		{"quotes", "a=\"«x y»\"\r\nb='«z»'\nc=«\"p\" q»\nd=«\"»\n", []wantPiece{
			{Value, "x y", "a", nil}, {Value, "z", "b", nil}, {Value, "\"p\" q", "c", nil}, {Value, "\"", "d", nil}}, nil},
		{"a URI without a key", "«https://x;Fed=true»\n", []wantPiece{{Plain, "https://x;Fed=true", "", nil}}, nil},
		{"Fluent Bit", "[OUTPUT]\n    Name  «azure_kusto»\n    Ingestion_Endpoint «https://x»\n[OUTPUT]\n    Name «b»\n", []wantPiece{
			{Value, "azure_kusto", "OUTPUT.Name", nil}, {Value, "https://x", "OUTPUT.Ingestion_Endpoint", nil}, {Value, "b", "OUTPUT.1.Name", nil}}, nil},
		{"Logstash", "«kusto {»\n  ingest_url => \"«https://x»\"\n«}»\n", []wantPiece{
			{Plain, "kusto {", "", nil}, {Value, "https://x", "ingest_url", nil}, {Plain, "}", "", nil}}, nil},
		{"empty and other text", "a=«»\n«lone»\n", []wantPiece{{Value, "", "a", nil}, {Plain, "lone", "", nil}}, nil},
	})
}

func TestReadProperties(t *testing.T) {
	runPieceCases(t, ReadProperties, []pieceCase{
		{"separators", "a=«1»\nb:«2»\nc «3»\nd = «4»\ne\\ f=«5»\ng«»\n", []wantPiece{
			{Value, "1", "a", nil}, {Value, "2", "b", nil}, {Value, "3", "c", nil}, {Value, "4", "d", nil}, {Value, "5", "e f", nil}, {Value, "", "g", nil}}, nil},
		{"escapes", `a=«\u003d\ud83d\ude00\:\n\q\\»`, []wantPiece{{Value, "=😀:\nq\\", "a", nil}}, nil},
		{"continued lines", "a=«x\\\n   y\\\r\n\tz»\nb=«v\\\\»\nc=«w»", []wantPiece{{Value, "xyz", "a", nil}, {Value, `v\`, "b", nil}, {Value, "w", "c", nil}}, nil},
		{"comments", "#« a»\n  !« b\\»\nc=«d#e»\n", []wantPiece{{Comment, " a", "", nil}, {Comment, ` b\`, "", nil}, {Value, "d#e", "c", nil}}, nil},
		{"broken", "«a=\\u00g»", []wantPiece{{Plain, `a=\u00g`, "", nil}}, []string{"not valid properties: read as plain text"}},
	})
}
