package extract

import "testing"

func TestReadHCL(t *testing.T) {
	runPieceCases(t, ReadHCL, []pieceCase{
		{"blocks and attributes", "resource \"t\" \"n\" {\n  a = \"«x\\u003d\\\"y»\" #« c»\n  b {\n    c = \"«z»\"\n  }\n}\nd = \"«w»\"\n", []wantPiece{
			{Value, `x="y`, "resource.t.n.a", nil}, {Comment, " c", "", nil}, {Value, "z", "resource.t.n.b.c", nil}, {Value, "w", "d", nil}}, nil},
		{"holes", "a = \"«x${var.b}y${c}%{if d}z%{endif}»\"\n", []wantPiece{{Value, "x${var.b}y${c}%{if d}z%{endif}", "a", []string{"${var.b}", "${c}", "%{if d}", "%{endif}"}}}, nil},
		{"template in a hole", "a = \"«x${f(\"«y»\")}»\"\n", []wantPiece{{Value, "x${f(\"y\")}", "a", []string{"${f(\"y\")}"}}, {Value, "y", "a", nil}}, nil},
		{"escaped markers", "a = \"«$${b}%%{c}$d»\"\n", []wantPiece{{Value, "${b}%{c}$d", "a", nil}}, nil},
		{"heredoc", "a = <<EOT\n«  one\n  \\two ${b}\n»EOT\n", []wantPiece{{Value, "  one\n  \\two ${b}\n", "a", []string{"${b}"}}}, nil},
		{"indented heredoc", "a = <<-EOT\n    «one\n\n      two ${b}\n    three\n»  EOT\nc = \"«d»\"\n", []wantPiece{
			{Value, "one\n\n  two ${b}\nthree\n", "a", []string{"${b}"}}, {Value, "d", "c", nil}}, nil},
		{"lists, objects, calls", "a = [\"«x»\", { k = \"«y»\", \"l m\" : f(\"«z»\", \"«w»\") }]\n", []wantPiece{
			{Value, "x", "a.0", nil}, {Value, "y", "a.1.k", nil}, {Value, "z", "a.1.l m", nil}, {Value, "w", "a.1.l m", nil}}, nil},
		{"comments", "#« a»\n//« b»\n/*« c\n»*/\n", []wantPiece{{Comment, " a", "", nil}, {Comment, " b", "", nil}, {Comment, " c\n", "", nil}}, nil},
		{"empty", "a = \"«»\"\n", []wantPiece{{Value, "", "a", nil}}, nil},
		{"condition", "a = b == \"«x»\" ? \"«y»\" : \"«z»\"\n", []wantPiece{{Value, "x", "a", nil}, {Value, "y", "a", nil}, {Value, "z", "a", nil}}, nil},
		{"broken", "«a = \"b»\n", []wantPiece{{Plain, "a = \"b", "", nil}}, []string{"not valid HCL: read as plain text"}},
	})
}
