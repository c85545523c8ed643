package data

import (
	"testing"

	"kustoconn/internal/piece/piecetest"
)

func TestReadINI(t *testing.T) {
	piecetest.Run(t, ReadINI, []piecetest.Case{
		{Name: "sections and pairs", Marked: ";« c»\na=«x»\n[s t]\n b : «Data Source=y;Fed=True» \n#« d»\n", Want: []piecetest.Want{
			piecetest.Comment(" c"), piecetest.Value("x", "a"), piecetest.Value("Data Source=y;Fed=True", "s t.b"), piecetest.Comment(" d")}},
		{Name: "quotes", Marked: "a=\"«x y»\"\r\nb='«z»'\nc=«\"p\" q»\nd=«\"»\n", Want: []piecetest.Want{
			piecetest.Value("x y", "a"), piecetest.Value("z", "b"), piecetest.Value("\"p\" q", "c"), piecetest.Value("\"", "d")}},
		{Name: "substitutions", Marked: "a=\"«x=\"${b}\";»\" }\nc=«\"x\" y ${b}»\n", Want: []piecetest.Want{
			piecetest.Value("x=${b};", "a", "${b}"), piecetest.Value("\"x\" y ${b}", "c")}},
		{Name: "a URI without a key", Marked: "«https://x;Fed=true»\n", Want: []piecetest.Want{piecetest.Plain("https://x;Fed=true")}},
		{Name: "Fluent Bit", Marked: "[OUTPUT]\n    Name  «azure_kusto»\n    Ingestion_Endpoint «https://x»\n[OUTPUT]\n    Name «b»\n", Want: []piecetest.Want{
			piecetest.Value("azure_kusto", "OUTPUT.Name"), piecetest.Value("https://x", "OUTPUT.Ingestion_Endpoint"), piecetest.Value("b", "OUTPUT.1.Name")}},
		{Name: "Logstash", Marked: "«kusto {»\n  ingest_url => \"«https://x»\"\n«}»\n", Want: []piecetest.Want{
			piecetest.Plain("kusto {"), piecetest.Value("https://x", "ingest_url"), piecetest.Plain("}")}},
		{Name: "arrows on one line", Marked: "a { b => \"«x»\" c => '«y»' d => «https://z;Fed=true» }\na => «b c» d => «\"e»\n", Want: []piecetest.Want{
			piecetest.Value("x", "b"), piecetest.Value("y", "c"), piecetest.Value("https://z;Fed=true", "d"), piecetest.Value("b c", "a"), piecetest.Value("\"e", "d")}},
		{Name: "arrows in values", Marked: "a=«b => {c => d}»\ne: «f => g => h»\nif [i] == \"j\" { k => \"«l»\" }\n", Want: []piecetest.Want{
			piecetest.Value("b => {c => d}", "a"), piecetest.Value("f => g => h", "e"), piecetest.Value("l", "k")}},
		{Name: "empty and other text", Marked: "a=«»\n«lone»\n", Want: []piecetest.Want{piecetest.Value("", "a"), piecetest.Plain("lone")}},
	})
}

func TestReadProperties(t *testing.T) {
	piecetest.Run(t, ReadProperties, []piecetest.Case{
		{Name: "separators", Marked: "a=«1»\nb:«2»\nc «3»\nd = «4»\ne\\ f=«5»\ng«»\n", Want: []piecetest.Want{
			piecetest.Value("1", "a"), piecetest.Value("2", "b"), piecetest.Value("3", "c"), piecetest.Value("4", "d"), piecetest.Value("5", "e f"), piecetest.Value("", "g")}},
		{Name: "escapes", Marked: `a=«\u003d\ud83d\ude00\:\n\q\\»`, Want: []piecetest.Want{piecetest.Value("=😀:\nq\\", "a")}},
		{Name: "continued lines", Marked: "a=«x\\\n   y\\\r\n\tz»\nb=«v\\\\»\nc=«w»", Want: []piecetest.Want{piecetest.Value("xyz", "a"), piecetest.Value(`v\`, "b"), piecetest.Value("w", "c")}},
		{Name: "comments", Marked: "#« a»\n  !« b\\»\nc=«d#e»\n", Want: []piecetest.Want{piecetest.Comment(" a"), piecetest.Comment(` b\`), piecetest.Value("d#e", "c")}},
		{Name: "broken", Marked: "«a=\\u00g»", Want: []piecetest.Want{piecetest.Plain(`a=\u00g`)}, Notes: []string{"not valid properties: read as plain text"}},
	})
}
