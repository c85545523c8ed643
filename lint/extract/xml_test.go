package extract

import "testing"

func TestReadXML(t *testing.T) {
	runPieceCases(t, ReadXML, []pieceCase{
		{"attributes", `<c><t x="«a&amp;b&#61;&#x3D;»" y='«"q"»'/></c>`, []wantPiece{{Value, "a&b==", "c.t.x", nil}, {Value, `"q"`, "c.t.y", nil}}, nil},
		{"text, CDATA and comment", "<c>«x &lt;\r\n y»<!--« d »--><e>« z »<![CDATA[«<&amp;>»]]></e></c>", []wantPiece{
			{Value, "x <\n y", "c", nil}, {Comment, " d ", "", nil}, {Value, " z ", "c.e", nil}, {Value, "<&amp;>", "c.e", nil}}, nil},
		{"key and value", `<appSettings><add key="«ClusterUri»" value="«v»"/></appSettings>`, []wantPiece{
			{Value, "ClusterUri", "appSettings.add.key", nil}, {Value, "v", "appSettings.add.value", nil}}, nil},
		{"repeated elements", `<a><b c="«1»"/><b c="«2»"/><d>«3»</d></a>`, []wantPiece{
			{Value, "1", "a.b.c", nil}, {Value, "2", "a.b.1.c", nil}, {Value, "3", "a.d", nil}}, nil},
		{"another encoding declared", `<?xml version="1.0" encoding="utf-16"?><é ü="«ñ&#233;»"/>`, []wantPiece{{Value, "ñé", "é.ü", nil}}, nil},
		{"empty attribute", `<a b="«»"/>`, []wantPiece{{Value, "", "a.b", nil}}, nil},
		{"angle bracket in an attribute", `<a b = "«x>y»" c='«z»'>«t»</a>`, []wantPiece{{Value, "x>y", "a.b", nil}, {Value, "z", "a.c", nil}, {Value, "t", "a", nil}}, nil},
		{"namespace", `<n:a xmlns:n="«u»"><n:b>«t»</n:b></n:a>`, []wantPiece{{Value, "u", "n:a.xmlns:n", nil}, {Value, "t", "n:a.n:b", nil}}, nil},
		{"line end in an attribute", "<a b='«x\r\ny»'/>", []wantPiece{{Value, "x y", "a.b", nil}}, nil},
		{"hyphens in a comment", "<a><!--« b -- c -»--><d>«x»</d><![CDATA[«<!-- - »]]><!--« e »--></a>", []wantPiece{
			{Comment, " b -- c -", "", nil}, {Value, "x", "a.d", nil}, {Value, "<!-- - ", "a", nil}, {Comment, " e ", "", nil}}, nil},
		{"broken", "«<a b='x»\n", []wantPiece{{Plain, "<a b='x", "", nil}}, []string{"not valid XML: read as plain text"}},
	})
}
