package code_test

import (
	"testing"

	"kustoconn/internal/piece"
	"kustoconn/internal/piece/piecetest"
	"kustoconn/lint/internal/format"
)

// TestReadForms reads literals whose form a manual describes and no other test
// here has. The laws of package format hold what is written into them.
func TestReadForms(t *testing.T) {
	for _, c := range []struct {
		language, name, marked string
		want                   []piecetest.Want
	}{
		{"c", "raw", "x = u8R\"d(«a)\"b)d\" \"c»\";", []piecetest.Want{piecetest.Literal(`a)"bc`, "x")}},
		{"cmake", "brackets", "set(x [=[\n«a]]b»]=]) #[[ «c»\n]] # «d»", []piecetest.Want{
			piecetest.Literal("a]]b"), piecetest.Comment("c"), piecetest.Comment("d")}},
		{"cmake", "quoted", "set(x \"«a\\\"\\${b}${c}$ENV{d}»\")", []piecetest.Want{
			piecetest.Literal(`a"${b}${c}$ENV{d}`, "", "${c}", "$ENV{d}")}},
		{"clojure", "string", `(f \" "«a\"b»") ; «c»`, []piecetest.Want{piecetest.Literal(`a"b`), piecetest.Comment("c")}},
		{"dart", "lines", "x = r'''\n«a$b»''';", []piecetest.Want{piecetest.Literal("a$b", "x")}},
		{"elixir", "sigils", "x = ~s(«a#{b}) <> ~S|c#{d}»| # «e»", []piecetest.Want{piecetest.Literal("a#{b}c#{d}", "x", "#{b}"), piecetest.Comment("e")}},
		{"elixir", "lines", "x = \"\"\"\n  «a\n    b»\n  \"\"\"", []piecetest.Want{piecetest.Literal("a\n  b", "x")}},
		{"elixir", "character", `x = [?", "«a»"]`, []piecetest.Want{piecetest.Literal("a")}},
		{"fsharp", "dollars", `let x = $$"""«a{b}{{c}}»"""`, []piecetest.Want{piecetest.Literal("a{b}{{c}}", "x", "{{c}}")}},
		{"fsharp", "continued", "let x = \"«a\\\n   b\\065»\"", []piecetest.Want{piecetest.Literal("abA", "x")}},
		{"graphql", "block", "{ f(a: \"\"\"\n  «a \"b\\\"\"\"\n  »\"\"\") }", []piecetest.Want{piecetest.Literal("a \"b\"\"\"\n", "a")}},
		{"groovy", "slashy", `def x = /«a\/b${c}»/`, []piecetest.Want{piecetest.Literal("a/b${c}", "x", "${c}")}},
		{"groovy", "dollar slashy", `def x = $/«a/b$$c$/$d»/$`, []piecetest.Want{piecetest.Literal("a/b$c/$d", "x", "$d")}},
		{"haskell", "string", "x' = \"«a\\\n  \\b\\61\\&1\" <> y»\nz = '«c»' -- «d»", []piecetest.Want{piecetest.Literal("ab=1{y}", "x'", "{y}"), piecetest.Literal("c", "z"), piecetest.Comment("d")}},
		{"julia", "string", "x = \"«a$b$(c[\"«d»\"])\\$\" * \"e»\" # «f»", []piecetest.Want{
			piecetest.Literal(`a$b$(c["d"])$e`, "x", "$b", `$(c["d"])`), piecetest.Literal("d"), piecetest.Comment("f")}},
		{"julia", "raw", `x = raw"«a\b$c\"d»"`, []piecetest.Want{piecetest.Literal(`a\b$c"d`, "x")}},
		{"kql", "directive", "#connect «https://a;b=c»\nT | f(h@'«d»') // «e»\n", []piecetest.Want{
			piecetest.Plain("https://a;b=c"), piecetest.Literal("d"), piecetest.Comment("e")}},
		{"lua", "levels", "x = [==[\n«a]]b]==] .. '\\61\\z \n e»' --[=[ «c]]\nd» ]=]", []piecetest.Want{piecetest.Literal("a]]b=e", "x"), piecetest.Comment("c]]\nd")}},
		{"nix", "lines", "{ x = ''\n  «a\n    ''${b}'''${c}\n»'';}", []piecetest.Want{piecetest.Literal("a\n  ${b}''${c}\n", "x", "${c}")}},
		{"perl", "quote-like", `my $x = q{«a{b}} . qq|$c->{d}\|»|, s/"/'/g, $y = "«e@f.g»"`, []piecetest.Want{
			piecetest.Literal("a{b}$c->{d}|", "x", "$c->{d}"), piecetest.Literal("e@f.g", "y")}},
		{"perl", "here-documents", "f(<<A, <<'B', '«c»');\n«a$d»\nA\n«b$e»\nB\n$x = '«f»';\n=«pod\n\ng»\n\n=cut\n", []piecetest.Want{
			piecetest.Literal("c"), piecetest.Literal("a$d", "", "$d"), piecetest.Literal("b$e"), piecetest.Literal("f", "x"), piecetest.Comment("pod\n\ng")}},
		{"php", "heredoc", "<?php\nf(<<<A\n  «a{$b}»\n  A, '«c»') ?> it's <?= '«d»' ?>", []piecetest.Want{
			piecetest.Literal("a{$b}", "", "$b"), piecetest.Literal("c"), piecetest.Literal("d")}},
		{"php", "nowdoc", "<?php $x = <<<'A'\n«a$b»\nA;\n$y = '«c»';", []piecetest.Want{piecetest.Literal("a$b", "x"), piecetest.Literal("c", "y")}},
		{"proto", "text", "a: \"«b\\x3d\" 'c»' # «d»\n", []piecetest.Want{piecetest.Literal("b=c", "a"), piecetest.Comment("d")}},
		{"r", "raw", "x <- r\"--[«a]-b»]--\"", []piecetest.Want{{Kind: piece.Literal, Text: "a]-b", Key: "x"}}},
		{"ruby", "percent", `x = %q(«a(b)#{c}) + %Q[d#{e}»], 7 %q`, []piecetest.Want{piecetest.Literal("a(b)#{c}d#{e}", "x", "#{e}")}},
		{"ruby", "heredocs", "f(<<~A, <<-'B')\n  «a\n    #{c}»\n  A\n«b#{d}»\n  B\nx = '«e»'", []piecetest.Want{
			piecetest.Literal("a\n  #{c}", "", "#{c}"), piecetest.Literal("b#{d}"), piecetest.Literal("e", "x")}},
		{"sql", "dollars", "x := $a$«b»$a$; y := E'«c\\'d»'; $$ z := '«e»'; $$", []piecetest.Want{
			piecetest.Literal("b", "x"), piecetest.Literal("c'd", "y"), piecetest.Literal("e", "z")}},
		{"sql", "dollars around quotes", "x := $$«Server=https://a;Database='b';c=d»$$;", []piecetest.Want{piecetest.Literal("Server=https://a;Database='b';c=d", "x")}},
		{"swift", "hashes", `let x = #"«a\n\#n\(b)\#(c)»"#`, []piecetest.Want{piecetest.Literal("a\\n\n\\(b)\\#(c)", "x", `\#(c)`)}},
		{"swift", "continued", "let x = \"\"\"\n  «a;\\\n  b»\n  \"\"\"", []piecetest.Want{piecetest.Literal("a;b", "x")}},
		{"ada", "string", "X : constant String := \"«a\"\"b\" & C»; -- «it's»", []piecetest.Want{
			piecetest.Literal("a\"b{C}", "X", "{C}"), piecetest.Comment("it's")}},
		{"sas", "macros", "x = \"«a&b.\"\"&&c&d%e(f)»\"\n%let y = %str(«a(b);&c.»)\nz = '«&d''»' /* «it's» */", []piecetest.Want{
			piecetest.Literal("a&b.\"&&c&d%e(f)", "x", "&b.", "&&c", "&d", "%e(f)"), piecetest.Literal("a(b);&c.", "y", "&c."),
			piecetest.Literal("&d'", "z"), piecetest.Comment("it's")}},
		{"stata", "macros", "* «it's»\nlocal x \"«a`b'$c${d}»\" // «e»\nlocal y `\"«f \"g\"»\"'\n", []piecetest.Want{
			piecetest.Comment("it's"), piecetest.Literal("a`b'$c${d}", "", "`b'", "$c", "${d}"), piecetest.Comment("e"), piecetest.Literal("f \"g\"")}},
		{"css", "string", "a { b: \"«c»\" } /* «it's» */", []piecetest.Want{piecetest.Literal("c", "b"), piecetest.Comment("it's")}},
		{"d", "strings", "x = r\"«a\\\" ~ `b»`; /+ «it's» +/", []piecetest.Want{piecetest.Literal(`a\b`, "x"), piecetest.Comment("it's")}},
		{"erlang", "strings", "X = [$\", \"«a\\x{3d}\" \"b»\"]. % «it's»", []piecetest.Want{piecetest.Literal("a=b"), piecetest.Comment("it's")}},
		{"nim", "strings", "x = r\"«a\"\"b\\\" & c & \"\\61»\" # «it's»", []piecetest.Want{piecetest.Literal(`a"b\{c}=`, "x", "{c}"), piecetest.Comment("it's")}},
		{"ocaml", "strings", "let x = {q|«a|}\"|q} ^ \"\\061\\\n  b»\" (* «it's» *)", []piecetest.Want{piecetest.Literal(`a|}"=b`, "x"), piecetest.Comment("it's")}},
		{"pascal", "strings", "x := '«a''b' + c»; { «it's» }", []piecetest.Want{piecetest.Literal("a'b{c}", "x", "{c}"), piecetest.Comment("it's")}},
		{"solidity", "strings", "x = unicode\"«a\\u003d\" 'b»';", []piecetest.Want{piecetest.Literal("a=b", "x")}},
		{"tcl", "variables", "f \"«$::env(K) $a::b $c(»\"", []piecetest.Want{piecetest.Literal("$::env(K) $a::b $c(", "", "$::env(K)", "$a::b", "$c")}},
		{"tcl", "words", "set x {«a b»} ;# «it's»\nf \"«c$d\\[»\"", []piecetest.Want{piecetest.Literal("a b", "x"), piecetest.Comment("it's"), piecetest.Literal("c$d[", "", "$d")}},
		{"vala", "template", "x = @\"«a$b$$$(c)»\";", []piecetest.Want{piecetest.Literal("a$b$$(c)", "x", "$b", "$(c)")}},
		{"zig", "lines", "const x =\n    \\\\«a\\b \"c»\n;", []piecetest.Want{piecetest.Literal(`a\b "c`, "x")}},
		{"vb", "continued", "x = \"«a\" & _\n  \"b»\"\nREM «it's»\n", []piecetest.Want{piecetest.Literal("ab", "x"), piecetest.Comment("it's")}},
	} {
		piecetest.Run(t, format.Reader(c.language), []piecetest.Case{{Name: c.language + " " + c.name, Marked: c.marked, Want: c.want}})
	}
}
