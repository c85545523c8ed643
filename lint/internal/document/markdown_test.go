package document_test

import (
	"testing"

	"kustoconn/internal/piece/piecetest"
	"kustoconn/lint/internal/format"
)

func TestReadMarkdown(t *testing.T) {
	piecetest.Run(t, format.Reader("markdown"), []piecetest.Case{
		{Name: "prose and inline code", Marked: "«# Title»\n\n«Use» `«a=b\\c»` «or \\*x\\* &lt;y&gt;.»\n", Want: []piecetest.Want{
			piecetest.Plain("# Title"), piecetest.Plain("Use"), piecetest.Plain(`a=b\c`), piecetest.Plain("or *x* <y>.")}},
		{Name: "longer marks", Marked: "`` «a`b» ``\n", Want: []piecetest.Want{piecetest.Plain("a`b")}},
		{Name: "code over two lines", Marked: "`«a\nb»`\n", Want: []piecetest.Want{piecetest.Plain("a b")}},
		{Name: "mark that is not closed", Marked: "«it`s»\n\n`«x»`\n", Want: []piecetest.Want{piecetest.Plain("it`s"), piecetest.Plain("x")}},
		{Name: "escaped mark", Marked: "«\\`a`»\n", Want: []piecetest.Want{piecetest.Plain("`a`")}},
		{Name: "code joined by emphasis", Marked: "`«https://`*Cluster*`/;Key=`*Key*» «here»\n", Want: []piecetest.Want{
			piecetest.Plain("https://*Cluster*/;Key=*Key*"), piecetest.Plain("here")}},
		{Name: "comment", Marked: "«a»<!--« b\n c »-->«d»\n<!--« e »-->\n", Want: []piecetest.Want{
			piecetest.Plain("a"), piecetest.Comment(" b\n c "), piecetest.Plain("d"), piecetest.Comment(" e ")}},
		{Name: "fence", Marked: "```json title\n{\"a\": \"«b\\u003dc»\"}\n```\n«d»\n", Want: []piecetest.Want{piecetest.Value("b=c", "a"), piecetest.Plain("d")}},
		{Name: "fence in a list", Marked: "«- one»\n\n  ```yaml\n  a: |\n    «x\n    y\n»  ```\n", Want: []piecetest.Want{piecetest.Plain("- one"), piecetest.Value("x\ny\n", "a")}},
		{Name: "fence in a block quote", Marked: "> ~~~toml\n> a = \"\"\"\n> «x\n> y»\"\"\"\n> ~~~\n«z»\n", Want: []piecetest.Want{piecetest.Value("x\ny", "a"), piecetest.Plain("z")}},
		{Name: "fence without a language", Marked: "````\n«a `b`»\n«```»\n«c»\n````\n", Want: []piecetest.Want{piecetest.Plain("a `b`"), piecetest.Plain("```"), piecetest.Plain("c")}},
		{Name: "part of a file", Marked: "```json\n«\"a\": \"b\"»\n```\n", Want: []piecetest.Want{piecetest.Plain(`"a": "b"`)}},
		{Name: "fence that is not closed", Marked: "```\n«a»", Want: []piecetest.Want{piecetest.Plain("a")}},
		{Name: "front matter", Marked: "---\na: «b»\n---\n«c»\n", Want: []piecetest.Want{piecetest.Value("b", "a"), piecetest.Plain("c")}},
		{Name: "rule at the top", Marked: "«---»\n\n«a»\n", Want: []piecetest.Want{piecetest.Plain("---"), piecetest.Plain("a")}},
	})
}
