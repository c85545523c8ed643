package data

import (
	"testing"

	"kustoconn/internal/piece/piecetest"
)

func TestReadXML(t *testing.T) {
	piecetest.Run(t, ReadXML, []piecetest.Case{
		{Name: "attributes", Marked: `<c><t x="«a&amp;b&#61;&#x3D;»" y='«"q"»'/></c>`, Want: []piecetest.Want{piecetest.Value("a&b==", "c.t.x"), piecetest.Value(`"q"`, "c.t.y")}},
		{Name: "text, CDATA and comment", Marked: "<c>«x &lt;\r\n y»<!--« d »--><e>« z »<![CDATA[«<&amp;>»]]></e></c>", Want: []piecetest.Want{
			piecetest.Value("x <\n y", "c"), piecetest.Comment(" d "), piecetest.Value(" z ", "c.e"), piecetest.Value("<&amp;>", "c.e")}},
		{Name: "key and value", Marked: `<appSettings><add key="«ClusterUri»" value="«v»"/></appSettings>`, Want: []piecetest.Want{
			piecetest.Value("ClusterUri", "appSettings.add.key"), piecetest.Value("v", "appSettings.add.value")}},
		{Name: "repeated elements", Marked: `<a><b c="«1»"/><b c="«2»"/><d>«3»</d></a>`, Want: []piecetest.Want{
			piecetest.Value("1", "a.b.c"), piecetest.Value("2", "a.b.1.c"), piecetest.Value("3", "a.d")}},
		{Name: "another encoding declared", Marked: `<?xml version="1.0" encoding="utf-16"?><é ü="«ñ&#233;»"/>`, Want: []piecetest.Want{piecetest.Value("ñé", "é.ü")}},
		{Name: "empty attribute", Marked: `<a b="«»"/>`, Want: []piecetest.Want{piecetest.Value("", "a.b")}},
		{Name: "angle bracket in an attribute", Marked: `<a b = "«x>y»" c='«z»'>«t»</a>`, Want: []piecetest.Want{piecetest.Value("x>y", "a.b"), piecetest.Value("z", "a.c"), piecetest.Value("t", "a")}},
		{Name: "namespace", Marked: `<n:a xmlns:n="«u»"><n:b>«t»</n:b></n:a>`, Want: []piecetest.Want{piecetest.Value("u", "n:a.xmlns:n"), piecetest.Value("t", "n:a.n:b")}},
		{Name: "line end in an attribute", Marked: "<a b='«x\r\ny»'/>", Want: []piecetest.Want{piecetest.Value("x y", "a.b")}},
		{Name: "hyphens in a comment", Marked: "<a><!--« b -- c -»--><d>«x»</d><![CDATA[«<!-- - »]]><!--« e »--></a>", Want: []piecetest.Want{
			piecetest.Comment(" b -- c -"), piecetest.Value("x", "a.d"), piecetest.Value("<!-- - ", "a"), piecetest.Comment(" e ")}},
		{Name: "broken", Marked: "«<a b='x»\n", Want: []piecetest.Want{piecetest.Plain("<a b='x")}, Notes: []string{"not valid XML: read as plain text"}},
	})
}
