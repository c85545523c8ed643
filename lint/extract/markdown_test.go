package extract

import "testing"

func TestReadMarkdown(t *testing.T) {
	runPieceCases(t, ReadMarkdown, []pieceCase{
		{"prose and inline code", "«# Title»\n\n«Use» `«a=b\\c»` «or \\*x\\* &lt;y&gt;.»\n", []wantPiece{
			{Plain, "# Title", "", nil}, {Plain, "Use", "", nil}, {Plain, `a=b\c`, "", nil}, {Plain, "or *x* <y>.", "", nil}}, nil},
		{"longer marks", "`` «a`b» ``\n", []wantPiece{{Plain, "a`b", "", nil}}, nil},
		{"code over two lines", "`«a\nb»`\n", []wantPiece{{Plain, "a b", "", nil}}, nil},
		{"mark that is not closed", "«it`s»\n\n`«x»`\n", []wantPiece{{Plain, "it`s", "", nil}, {Plain, "x", "", nil}}, nil},
		{"escaped mark", "«\\`a`»\n", []wantPiece{{Plain, "`a`", "", nil}}, nil},
		{"code joined by emphasis", "`«https://`*Cluster*`/;Key=`*Key*» «here»\n", []wantPiece{
			{Plain, "https://*Cluster*/;Key=*Key*", "", nil}, {Plain, "here", "", nil}}, nil},
		{"comment", "«a»<!--« b\n c »-->«d»\n<!--« e »-->\n", []wantPiece{
			{Plain, "a", "", nil}, {Comment, " b\n c ", "", nil}, {Plain, "d", "", nil}, {Comment, " e ", "", nil}}, nil},
		{"fence", "```json title\n{\"a\": \"«b\\u003dc»\"}\n```\n«d»\n", []wantPiece{{Value, "b=c", "a", nil}, {Plain, "d", "", nil}}, nil},
		{"fence in a list", "«- one»\n\n  ```yaml\n  a: |\n    «x\n    y\n»  ```\n", []wantPiece{{Plain, "- one", "", nil}, {Value, "x\ny\n", "a", nil}}, nil},
		{"fence in a block quote", "> ~~~toml\n> a = \"\"\"\n> «x\n> y»\"\"\"\n> ~~~\n«z»\n", []wantPiece{{Value, "x\ny", "a", nil}, {Plain, "z", "", nil}}, nil},
		{"fence without a language", "````\n«a `b`»\n«```»\n«c»\n````\n", []wantPiece{{Plain, "a `b`", "", nil}, {Plain, "```", "", nil}, {Plain, "c", "", nil}}, nil},
		{"part of a file", "```json\n«\"a\": \"b\"»\n```\n", []wantPiece{{Plain, `"a": "b"`, "", nil}}, nil},
		{"fence that is not closed", "```\n«a»", []wantPiece{{Plain, "a", "", nil}}, nil},
		{"front matter", "---\na: «b»\n---\n«c»\n", []wantPiece{{Value, "b", "a", nil}, {Plain, "c", "", nil}}, nil},
		{"rule at the top", "«---»\n\n«a»\n", []wantPiece{{Plain, "---", "", nil}, {Plain, "a", "", nil}}, nil},
	})
}
