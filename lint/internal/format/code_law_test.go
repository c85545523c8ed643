package format

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"kustoconn/internal/exhaust"
	"kustoconn/internal/piece"
	"kustoconn/internal/piece/piecetest"
	"kustoconn/lint/internal/code"
	"kustoconn/lint/internal/document"
	"kustoconn/source"
)

// codeReaders are the readers of program text.
var codeReaders = func() (all []namedReader) {
	for _, l := range code.Languages {
		all = append(all, namedReader{l.Name, Reader(l.Name)})
	}
	for _, name := range scripts {
		all = append(all, namedReader{name, Reader(name)})
	}
	return all
}()

type namedReader struct {
	name string
	read piece.Reader
}

// check holds what the reader makes of text against the laws of programs. What a
// terminal showed, which the reader of shells takes too, is none: what was printed
// stands there as it is.
func (r namedReader) check(t piecetest.T, text string) {
	f := r.read(text)
	if r.name == "shell" && document.IsConsole(text) {
		piecetest.CheckMaps(t, text, f)
		return
	}
	piecetest.CheckFile(t, text, f)
}

// codeHosts are programs whose first literal holds seed, one for each form
// that a literal can have.
var codeHosts = []struct {
	read piece.Reader
	name string
	text string
}{
	{Reader("csharp"), "regular", `x = "seed";`},
	{Reader("csharp"), "verbatim", `x = @"seed";`},
	{Reader("csharp"), "interpolated", `x = $"{a}seed{b}";`},
	{Reader("csharp"), "interpolated verbatim", `x = $@"{a}seed{b}";`},
	{Reader("csharp"), "raw", `x = """seed""";`},
	{Reader("csharp"), "raw lines", "x = \"\"\"\n    seed\n    \"\"\";"},
	{Reader("csharp"), "raw interpolated", "x = $$\"\"\"\n  a{{b}}seed\n  \"\"\";"},
	{Reader("csharp"), "joined", `x = "a" + b + "seed";`},
	{Reader("csharp"), "joined forms", `x = @"a" + "seed";`},
	{Reader("go"), "interpreted", "x := \"seed\"\n"},
	{Reader("go"), "raw", "x := `seed`\n"},
	{Reader("python"), "single", "x = 'seed'\n"},
	{Reader("python"), "double", "x = \"seed\"\n"},
	{Reader("python"), "triple", "x = \"\"\"seed\"\"\"\n"},
	{Reader("python"), "raw", "x = r'seed'\n"},
	{Reader("python"), "raw triple", "x = r'''seed'''\n"},
	{Reader("python"), "bytes", "x = b'seed'\n"},
	{Reader("python"), "formatted", "x = f'{a}seed{b}'\n"},
	{Reader("python"), "raw formatted", "x = rf'{a}seed{b}'\n"},
	{Reader("python"), "adjacent", "x = ('a'\n 'seed')\n"},
	{Reader("python"), "adjacent forms", "x = (r'a' f\"seed\")\n"},
	{Reader("javascript"), "attribute", `x = <A b="seed"/>;`},
	{Reader("csharp"), "documentation", "/// &lt;a seed b\nx"},
	{Reader("makefile"), "recipe", "a:\n\t@x 'seed'\n"},
	{Reader("makefile"), "recipe, double", "a:\n\tx \"$${a}seed\"\n"},
	{Reader("makefile"), "value", "A := $(B)seed # c\n"},
	{Reader("erlang"), "string", `X = "a" "seed".`},
	{Reader("erlang"), "lines", "X = \"\"\"\n  seed\n  \"\"\"."},
	{Reader("ocaml"), "string", `let x = "a" ^ "seed"`},
	{Reader("ocaml"), "quoted", `let x = {a|seed|a}`},
	{Reader("jsonnet"), "double", `local x = "seed";`},
	{Reader("jsonnet"), "single", `{ x: 'seed' + 'b' }`},
	{Reader("jsonnet"), "verbatim", `local x = @"seed";`},
	{Reader("jsonnet"), "verbatim single", `local x = @'seed';`},
	{Reader("jsonnet"), "lines", "local x = |||\n  seed\n|||;"},
	{Reader("zig"), "string", `const x = "seed";`},
	{Reader("zig"), "lines", "const x =\n    \\\\seed\n;"},
	{Reader("nim"), "string", `let x = "seed"`},
	{Reader("nim"), "raw", `let x = r"seed"`},
	{Reader("nim"), "lines", `let x = """seed"""`},
	{Reader("d"), "string", `auto x = "seed";`},
	{Reader("d"), "raw", "auto x = `seed`;"},
	{Reader("d"), "delimited", `auto x = q"(seed)";`},
	{Reader("d"), "named delimiter", "auto x = q\"CS\nseed\nCS\";"},
	{Reader("pascal"), "string", `x := 'seed';`},
	{Reader("solidity"), "string", `string x = "seed";`},
	{Reader("vala"), "template", `x = @"$a seed";`},
	{Reader("css"), "string", `a { b: "seed" }`},
	{Reader("tcl"), "double", `set x "seed $a"`},
	{Reader("tcl"), "braces", `set x {seed}`},
	{Reader("javascript"), "single", `x = 'seed';`},
	{Reader("javascript"), "double", `x = "seed";`},
	{Reader("javascript"), "template", "x = `${a}seed${b}`;"},
	{Reader("java"), "string", `x = "seed";`},
	{Reader("java"), "text block", "x = \"\"\"\n    a\n     seed\n    \"\"\";"},
	{Reader("java"), "text block, short", "x = \"\"\"\n    seed\"\"\";"},
	{Reader("kotlin"), "string", `val x = "${a}seed$b"`},
	{Reader("kotlin"), "raw", `val x = """seed"""`},
	{Reader("scala"), "string", `val x = "seed"`},
	{Reader("scala"), "raw", `val x = """seed"""`},
	{Reader("scala"), "interpolated", `val x = s"seed$a"`},
	{Reader("rust"), "string", `let x = "seed";`},
	{Reader("rust"), "continued", "let x = \"a\\\n  seed\";"},
	{Reader("rust"), "raw", `let x = r"seed";`},
	{Reader("rust"), "raw hash", `let x = r##"seed"##;`},
	{Reader("rust"), "bytes", `let x = b"seed";`},
	{Reader("shell"), "single", "x='seed'\n"},
	{Reader("shell"), "double", "x=\"$a seed\"\n"},
	{Reader("shell"), "bare", "x=seed\n"},
	{Reader("shell"), "dollar", "x=$'seed'\n"},
	{Reader("shell"), "mixed", "x=a\"seed\"'b'\n"},
	{Reader("shell"), "default", "x=\"${y:-seed}\"\n"},
	{Reader("powershell"), "single", "$x = 'seed'\n"},
	{Reader("powershell"), "double", "$x = \"$a seed$($b)\"\n"},
	{Reader("powershell"), "here single", "$x = @'\nseed\n'@\n"},
	{Reader("powershell"), "here double", "$x = @\"\nseed\n\"@\n"},
	{Reader("batch"), "set", "set X=seed\r\n"},
	{Reader("batch"), "set quoted", "set \"X=seed\"\r\n"},
	{Reader("batch"), "argument", "tool.exe \"seed\"\r\n"},
	{Reader("dockerfile"), "env", "ENV X=\"seed\"\n"},
	{Reader("dockerfile"), "env single", "ENV X='seed'\n"},
	{Reader("dockerfile"), "exec", "CMD [\"seed\"]\n"},
	{Reader("dockerfile"), "run", "RUN x='seed'\n"},
	{Reader("bicep"), "string", "var x = '${a}seed'\n"},
	{Reader("bicep"), "lines", "var x = '''\nseed'''\n"},
	{Reader("sql"), "string", "SET @x = 'seed';"},
	{Reader("kql"), "directive", "#connect seed\nT"},
	{Reader("sql"), "dollars", "SET x = $a$seed$a$;"},
	{Reader("sql"), "escaped", "SET x = E'seed';"},
	{Reader("html"), "attribute", `<a b="x seed y">`},
	{Reader("html"), "text", "<p>x seed y</p>"},
	{Reader("html"), "script", "<script>x = 'seed'</script>"},
	{Reader("vue"), "attribute", `<a b="x seed y">`},
	{Reader("vue"), "bound", `<a :b="'seed'">`},
	{Reader("vue"), "text", "<p>x seed {{ y }}</p>"},
	{Reader("svelte"), "text", "<p>x seed {y}</p>"},
	{Reader("template"), "text", "<p>x seed {{ y }}{% z %}</p>"},
	{Reader("razor"), "text", "<p>x seed @y</p>"},
	{Reader("razor"), "attribute", "<p x='y seed @y'>"},
	{Reader("razor"), "block", "@code {\n  x = \"seed\";\n}"},
	{Reader("kql"), "double", `let x = "seed";`},
	{Reader("kql"), "verbatim", `let x = @'seed';`},
	{Reader("kql"), "obfuscated", `let x = h"seed";`},
	{Reader("kql"), "lines", "let x = ```seed```;"},
	{Reader("javascript"), "raw template", "x = String.raw`${a}seed${b}`;"},
	{Reader("c"), "string", `x = "a" L"seed";`},
	{Reader("c"), "raw", `x = R"(seed)";`},
	{Reader("dart"), "string", `x = '$a seed${b}';`},
	{Reader("dart"), "lines", "x = '''seed''';"},
	{Reader("dart"), "raw", `x = r'seed';`},
	{Reader("fsharp"), "string", `let x = "seed"`},
	{Reader("fsharp"), "interpolated", `let x = $"{a}seed{b}"`},
	{Reader("fsharp"), "lines", `let x = """seed"""`},
	{Reader("groovy"), "string", `x = "${a}seed$b"`},
	{Reader("groovy"), "single", `x = 'seed'`},
	{Reader("lua"), "string", `x = "a" .. "seed"`},
	{Reader("lua"), "lines", `x = [[seed]]`},
	{Reader("lua"), "continued", "x = 'a\\z\n  seed'"},
	{Reader("php"), "double", `$x = "{$a}seed$b->c";`},
	{Reader("php"), "single", `$x = 'a' . 'seed';`},
	{Reader("r"), "string", `x <- "seed"`},
	{Reader("r"), "raw", `x <- r"(seed)"`},
	{Reader("ruby"), "double", `x = "#{a}seed#{b}"`},
	{Reader("ruby"), "single", `x = 'seed'`},
	{Reader("c"), "raw with a delimiter", `x = u8R"x(seed)x";`},
	{Reader("dart"), "lines below", "x = \"\"\"\nseed\"\"\";"},
	{Reader("fsharp"), "lines of two dollars", `let x = $$"""{a}{{b}}seed"""`},
	{Reader("fsharp"), "continued", "let x = \"a\\\n  seed\""},
	{Reader("groovy"), "slashy", `x = /${a}seed$b/`},
	{Reader("groovy"), "dollar slashy", `x = $/${a}seed/$`},
	{Reader("lua"), "level", "x = [==[\nseed]==]"},
	{Reader("php"), "heredoc", "<?php\n$x = <<<EOT\n  {$a}seed$b\n  EOT;\n"},
	{Reader("php"), "nowdoc", "<?php\n$x = <<<'EOT'\nseed\nEOT;\n"},
	{Reader("r"), "raw with dashes", `x <- R"--[seed]--"`},
	{Reader("ruby"), "percent", `x = %Q(#{a}(b)seed)`},
	{Reader("ruby"), "percent single", `x = %q[seed]`},
	{Reader("ruby"), "heredoc", "x = <<~EOS.strip\n  #{a}seed\nEOS\n"},
	{Reader("ruby"), "heredoc single", "x = f(<<-'EOS', 1)\n  seed\n  EOS\n"},
	{Reader("swift"), "hashes", `let x = ##"\##(a)seed"##`},
	{Reader("perl"), "double", `my $x = "${a}seed$b->{c}";`},
	{Reader("perl"), "single", `my $x = 'a' . 'seed';`},
	{Reader("perl"), "q", `my $x = q{a{b}seed};`},
	{Reader("perl"), "qq", `my $x = qq|$a seed|;`},
	{Reader("perl"), "here-document", "my $x = <<\"EOT\";\nseed $a\nEOT\n"},
	{Reader("elixir"), "double", `x = "#{a}seed"`},
	{Reader("elixir"), "lines", "x = \"\"\"\n  seed\n  \"\"\""},
	{Reader("elixir"), "sigil", `x = ~s(#{a}seed)`},
	{Reader("elixir"), "sigil in upper case", `x = ~S|seed|`},
	{Reader("haskell"), "string", `x = "a" ++ "seed"`},
	{Reader("haskell"), "gap", "x = \"a\\\n  \\seed\""},
	{Reader("haskell"), "quotation", `x = [r|seed|]`},
	{Reader("clojure"), "string", `(def x "seed")`},
	{Reader("ada"), "string", `X := "seed" & A;`},
	{Reader("sas"), "double", `x = "&a.seed";`},
	{Reader("sas"), "single", `x = 'seed';`},
	{Reader("sas"), "macro", `%let x = %str(seed);`},
	{Reader("stata"), "double", "local x \"`a'seed$b\"\n"},
	{Reader("stata"), "compound", "local x `\"seed\"'\n"},
	{Reader("julia"), "string", `x = "$(a)seed$b"`},
	{Reader("julia"), "lines", "x = \"\"\"\n  seed\n  \"\"\""},
	{Reader("julia"), "raw", `x = raw"seed"`},
	{Reader("nix"), "string", `x = "${a}seed";`},
	{Reader("nix"), "lines", "x = ''\n  ${a}seed\n'';"},
	{Reader("nushell"), "string", `let x = "seed"`},
	{Reader("nushell"), "interpolated", `let x = $"($a)seed($b)"`},
	{Reader("nushell"), "interpolated, raw", `let x = $'($a)seed'`},
	{Reader("nushell"), "raw", `let x = r##'seed'##`},
	{Reader("nushell"), "bare", "let x = `seed`"},
	{Reader("cmake"), "quoted", `set(x "${a}seed")`},
	{Reader("cmake"), "brackets", `set(x [=[seed]=])`},
	{Reader("proto"), "string", `x: "a" 'seed'`},
	{Reader("graphql"), "string", `{ f(x: "seed") }`},
	{Reader("graphql"), "block", "{ f(x: \"\"\"\n  seed\n  \"\"\") }"},
	{Reader("swift"), "string", `let x = "\(a)seed\(b)"`},
	{Reader("swift"), "lines", "let x = \"\"\"\nseed\n\"\"\""},
	{Reader("swift"), "raw", `let x = #"seed"#`},
	{Reader("swift"), "raw lines", "let x = #\"\"\"\n  \\#(a)seed\n  \"\"\"#"},
	{Reader("swift"), "raw with a hash", `let x = #"seed \n #1"#`},
	{Reader("haskell"), "applied", `x = printf "seed" a`},
	{Reader("ocaml"), "applied", `let x = Printf.sprintf "seed" (f a)`},
	{Reader("vb"), "string", `Dim x = "a" & "seed"`},
	{Reader("vb"), "interpolated", `Dim x = $"{a}seed{b}"`},
}

// seedPiece returns the piece of a host that holds seed, and where.
func seedPiece(t piecetest.T, f piece.File) (int, source.Span) {
	for i, p := range f.Pieces {
		if at := strings.Index(p.Text, "seed"); at >= 0 {
			return i, source.Span{Start: at, End: at + len("seed")}
		}
	}
	t.Fatalf("no piece holds the seed: %+v", f.Pieces)
	return 0, source.Span{}
}

// replace writes x in place of s of piece p in file.
func replace(file string, p piece.Piece, s source.Span, x string) (string, bool) {
	escaped, ok := p.Escape(x)
	if !ok {
		return "", false
	}
	at := p.Map.Span(s)
	return file[:at.Start] + escaped + file[at.End:], true
}

var awkwardText = rapid.StringOf(rapid.SampledFrom([]rune("ab0f;= \"'\\`${}()<>|&%^@#\n\r\té€😀\x01/*-!~\"'\\$\x00�")))

// TestEscapeIsReadBack writes text in place of a literal's, then in place of
// a part of that, and finds it there and nothing else changed.
func TestEscapeIsReadBack(t *testing.T) {
	for _, host := range codeHosts {
		t.Run(host.name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				file, f := host.text, host.read(host.text)
				i, s := seedPiece(t, f)
				for range 2 {
					p := f.Pieces[i]
					if crossesQuotes(p, s) || cutsEscape(p, s) {
						return
					}
					x := awkwardText.Filter(func(s string) bool { return s != "" }).Draw(t, "x")
					want := p.Text[:s.Start] + x + p.Text[s.End:]
					edited, ok := replace(file, p, s, x)
					if !ok {
						return
					}
					file, f = edited, host.read(edited)
					if i >= len(f.Pieces) || f.Pieces[i].Text != want {
						t.Fatalf("%q reads as %+v, want piece %d %q", file, f.Pieces, i, want)
					}
					piecetest.CheckFile(t, file, f)
					s = drawSpan(t, source.Span{Start: s.Start, End: s.Start + len(x)}, want)
				}
			})
		})
	}
}

// crossesQuotes reports whether s is written in several literals, or in
// several ways of quoting: an edit of it would take away quotes.
func crossesQuotes(p piece.Piece, s source.Span) bool {
	end := -1
	for r := range p.Map.Runs() {
		if r.Text.Start < s.End && r.Text.End > s.Start {
			if end >= 0 && end != r.File.Start {
				return true
			}
			end = r.File.End
		}
	}
	return false
}

// cutsEscape reports whether s takes a part of what one escape stands for, as half of
// Nix's ”'. What it leaves of it goes with the escape, so that lint, which reads
// again what a fix made, offers none.
func cutsEscape(p piece.Piece, s source.Span) bool {
	for r := range p.Map.Runs() {
		if !r.Exact && (r.Text.Start < s.Start && s.Start < r.Text.End || r.Text.Start < s.End && s.End < r.Text.End) {
			return true
		}
	}
	return false
}

// drawSpan draws a part of s, at least a character, on rune boundaries.
func drawSpan(t *rapid.T, s source.Span, text string) source.Span {
	start := source.RuneBoundary(text, rapid.IntRange(s.Start, s.End-1).Draw(t, "start"))
	_, size := utf8.DecodeRuneInString(text[start:])
	end := source.RuneBoundary(text, rapid.IntRange(start+size, s.End).Draw(t, "end"))
	return source.Span{Start: start, End: end}
}

// TestPlainTextCanBeWritten writes text without special characters everywhere.
func TestPlainTextCanBeWritten(t *testing.T) {
	const x = "Data.Source/https://help.kusto.windows.net"
	for _, host := range codeHosts {
		f := host.read(host.text)
		i, s := seedPiece(t, f)
		edited, ok := replace(host.text, f.Pieces[i], s, x)
		if !ok {
			t.Errorf("%s: refused", host.text)
		}
		if got := host.read(edited).Pieces[i].Text; !strings.Contains(got, x) {
			t.Errorf("%s: reads as %q", edited, got)
		}
	}
}

// TestAnyText reads texts made of what the languages give a meaning.
func TestAnyText(t *testing.T) {
	tokens := []string{
		`"`, `'`, "`", `"""`, `'''`, "```", `\`, "\n", "\r\n", "\r", "$", "{", "}", "(", ")", "[", "]", "${", "$(", "{{", "}}",
		"+", "=", ":", ":=", "?", ",", ";", ".", "#", "//", "/*", "*/", "/", "--", "<#", "#>", "@", `@"`, `$"`, `$$"""`, `@'`, "'@", "\"@",
		"r#\"", "\"#", "f'", "b\"", "<<EOF", "EOF", "<<", "%", "%%", "^", "set ", "rem ", "::", "ENV ", "RUN ", "a", "b1", "return ", "u0041",
		"\\u0041", "\\x4", "\\07", " ", "\t", "é", "\xff", "\x00", "&", "|", "!", "-f", "h@'", "~~~", "R\"(", ")\"", "[=[", "]=]", "--[", "''", "''${", "$/", "/$", "%q(", "%Q[", "q{", "s{", "~s(", "<<~EOF", "<<<'EOF'", "[r|", "|]", "raw\"", "_\n", "<?php", "?>", "<a ", "<p>", "</p>", "<script>", "</script>", "@{", "@if (", "@code {", "@:", "{{", "<%", "%>", "&lt;", "in ", "await ", ">", "-",
	}
	for _, reader := range codeReaders {
		t.Run(reader.name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				text := strings.Join(rapid.SliceOf(rapid.SampledFrom(tokens)).Draw(t, "tokens"), "")
				reader.check(t, text)
			})
		})
	}
}

// TestLongText reads long texts of one shape; a reader that was not linear
// would not come back.
func TestLongText(t *testing.T) {
	size := exhaust.Size(1<<9, 1<<13, 1<<16)
	for i, shape := range adversarial {
		text := shape.head + strings.Repeat(shape.repeat, size/len(shape.repeat)) + shape.tail
		for k, reader := range codeReaders {
			if (i+k)%exhaust.Sample(4) == 0 {
				reader.check(t, text)
			}
		}
	}
}

var adversarial = []struct{ head, repeat, tail string }{
	{"", "a", ""}, {"", "\"", ""}, {"", "'", ""}, {"", "`", ""}, {"", "`${", ""}, {"", "\"${", ""}, {"", "$\"{", ""}, {"", "f'{", ""}, {"", "\"$(", ""},
	{"", "(\"a\"+", ""}, {"\"\"\"\"", "\"\"\" ", ""}, {"", "\"a\"+", "x"}, {"", "/*", ""}, {"", "/", ""}, {"", "<<A ", "\nA"},
	{"", "<<A\n", ""}, {"", "#", ""}, {"", "   #", ""}, {"r", "#", "\""}, {"r#\"", "\"", ""}, {"$", "$", "\"\"\"{{"}, {"", "\\", ""}, {"", "${", ""}, {"", "%", ""},
	{"", "{", strings.Repeat("}", 1000)}, {"", ")", ""}, {"x = '", "\\\n", ""}, {"", "x=", ""}, {"", "-a ", ""}, {"\"", "{{", ""}, {"$\"", "{a:", ""},
	{"", "\"\"\"\n", ""}, {"", "https://", ""}, {"ENV a \\\n", "#\\\n", ""}, {"", "RUN <<A\n", ""}, {"", "/* a\n * b\n", ""}, {"", "'a' ", ""},
	{"", "set \"X=", ""}, {"", "set X=a&", ""}, {"", "a?", ""}, {"", "\r", ""}, {"@\"\n", "\"@ ", ""}, {"", "(", ""}, {"", "/[", ""}, {"", "'\\", ""},
	{"", "<<A \"\n", ""}, {"", "<<A,", ""}, {"", "x = <<~A\n#{", ""}, {"", "<<<A\n", ""}, {"", "[=", ""}, {"", "[==[", ""}, {"", "--[[", ""}, {"", "[a|", ""},
	{"", "~s(", ""}, {"", "q{", ""}, {"", "s{", ""}, {"", "%q(", ""}, {"", "''", ""}, {"", "''${", ""}, {"", "$/", ""}, {"", "R\"(", ""}, {"", "#\"", ""},
	{"", "#\"\\#(", ""}, {"", "=begin\n", ""}, {"", "\"$a->{", ""}, {"", "\"$a{", ""}, {"", "?\"", ""}, {"", "raw\"", ""}, {"", "<?", ""}, {"", "x=/", ""}, {"", "$$", ""},
	{"", "@{", ""}, {"", "@{\n<a>", ""}, {"", "@(", ""}, {"", "@a(", ""}, {"", "@if ", ""}, {"", "@if (", ""}, {"", "<a ", ""}, {"", "<a b='{", ""}, {"", "<script>", ""},
	{"", "<!", ""}, {"", "{a}", ""}, {"", "{'", ""}, {"", "{{", ""}, {"", "<%", ""}, {"", "&amp;", ""}, {"", "<script></script>", ""}, {"", "@*", ""}, {"", "@code {", ""},
	{"s = \"KEY\"", " |> paste0(k)", ""}, {"(-> \"KEY\"", " (str k)", ")"}, {"s = \"%s\"", " % x", ""}, {"s = \"KEY\"", "; s =~ s/KEY/$k/", ""}, {"x = printf \"%s\"", " $ x", ""},
	{"s = \"KEY\"\n", "s = s.replace(\"KEY\", k)\n", ""}, {"s='KEY'\n", "echo $s | sed s/KEY/$k/ | ", ""},
}

func FuzzCodeReaders(f *testing.F) {
	for _, host := range codeHosts {
		f.Add(host.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, reader := range codeReaders {
			reader.check(t, text)
		}
	})
}

// BenchmarkCodeReaders shows that the cost grows as the text does.
func BenchmarkCodeReaders(b *testing.B) {
	for _, size := range []int{1 << 18, 1 << 20, 1 << 22} {
		for _, reader := range codeReaders {
			for _, shape := range []string{"x = foo(\"Data Source=a\" + b + \";Fed=True\", 'c');\n", "\"${("} {
				text := strings.Repeat(shape, size/len(shape))
				b.Run(fmt.Sprintf("%s/%q/%d", reader.name, shape[:4], size), func(b *testing.B) {
					b.SetBytes(int64(len(text)))
					for b.Loop() {
						reader.read(text)
					}
				})
			}
		}
	}
}
