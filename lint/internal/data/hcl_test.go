package data

import (
	"testing"

	"kustoconn/internal/piece/piecetest"
)

func TestReadHCL(t *testing.T) {
	piecetest.Run(t, ReadHCL, []piecetest.Case{
		{Name: "blocks and attributes", Marked: "resource \"t\" \"n\" {\n  a = \"«x\\u003d\\\"y»\" #« c»\n  b {\n    c = \"«z»\"\n  }\n}\nd = \"«w»\"\n", Want: []piecetest.Want{
			piecetest.Value(`x="y`, "resource.t.n.a"), piecetest.Comment(" c"), piecetest.Value("z", "resource.t.n.b.c"), piecetest.Value("w", "d")}},
		{Name: "holes", Marked: "a = \"«x${var.b}y${c}%{if d}z%{endif}»\"\n", Want: []piecetest.Want{piecetest.Value("x${var.b}y${c}%{if d}z%{endif}", "a", "${var.b}", "${c}", "%{if d}", "%{endif}")}},
		{Name: "template in a hole", Marked: "a = \"«x${f(\"«y»\")}»\"\n", Want: []piecetest.Want{piecetest.Value("x${f(\"y\")}", "a", "${f(\"y\")}"), piecetest.Value("y", "a")}},
		{Name: "escaped markers", Marked: "a = \"«$${b}%%{c}$d»\"\n", Want: []piecetest.Want{piecetest.Value("${b}%{c}$d", "a")}},
		{Name: "heredoc", Marked: "a = <<EOT\n«  one\n  \\two ${b}\n»EOT\n", Want: []piecetest.Want{piecetest.Value("  one\n  \\two ${b}\n", "a", "${b}")}},
		{Name: "indented heredoc", Marked: "a = <<-EOT\n    «one\n\n      two ${b}\n    three\n»  EOT\nc = \"«d»\"\n", Want: []piecetest.Want{
			piecetest.Value("one\n\n  two ${b}\nthree\n", "a", "${b}"), piecetest.Value("d", "c")}},
		{Name: "lists, objects, calls", Marked: "a = [\"«x»\", { k = \"«y»\", \"l m\" : f(\"«z»\", \"«w»\") }]\n", Want: []piecetest.Want{
			piecetest.Value("x", "a.0"), piecetest.Value("y", "a.1.k"), piecetest.Value("z", "a.1.l m"), piecetest.Value("w", "a.1.l m")}},
		{Name: "comments", Marked: "#« a»\n//« b»\n/*« c\n»*/\n", Want: []piecetest.Want{piecetest.Comment(" a"), piecetest.Comment(" b"), piecetest.Comment(" c\n")}},
		{Name: "empty", Marked: "a = \"«»\"\n", Want: []piecetest.Want{piecetest.Value("", "a")}},
		{Name: "condition", Marked: "a = b == \"«x»\" ? \"«y»\" : \"«z»\"\n", Want: []piecetest.Want{piecetest.Value("x", "a"), piecetest.Value("y", "a"), piecetest.Value("z", "a")}},
		{Name: "broken", Marked: "«a = \"b»\n", Want: []piecetest.Want{piecetest.Plain("a = \"b")}, Notes: []string{"not valid HCL: read as plain text"}},
	})
}
