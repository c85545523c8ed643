package extract

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"kustoconn/source"
)

// codeReaders are the readers of program text.
var codeReaders = []struct {
	name string
	read Reader
}{
	{"csharp", ReadCSharp}, {"go", ReadGo}, {"python", ReadPython}, {"javascript", ReadJavaScript},
	{"java", ReadJava}, {"kotlin", ReadKotlin}, {"scala", ReadScala}, {"rust", ReadRust},
	{"shell", ReadShell}, {"powershell", ReadPowerShell}, {"batch", ReadBatch}, {"dockerfile", ReadDockerfile},
	{"bicep", ReadBicep}, {"sql", ReadSQL}, {"kql", ReadKQL},
	{"c", LanguageReader("c")}, {"dart", LanguageReader("dart")}, {"fsharp", LanguageReader("fsharp")}, {"groovy", LanguageReader("groovy")},
	{"lua", LanguageReader("lua")}, {"php", LanguageReader("php")}, {"r", LanguageReader("r")}, {"ruby", LanguageReader("ruby")},
	{"swift", LanguageReader("swift")}, {"vb", LanguageReader("vb")},
}

// codeHosts are programs whose first literal holds seed, one for each form
// that a literal can have.
var codeHosts = []struct {
	read Reader
	name string
	text string
}{
	{ReadCSharp, "regular", `x = "seed";`},
	{ReadCSharp, "verbatim", `x = @"seed";`},
	{ReadCSharp, "interpolated", `x = $"{a}seed{b}";`},
	{ReadCSharp, "interpolated verbatim", `x = $@"{a}seed{b}";`},
	{ReadCSharp, "raw", `x = """seed""";`},
	{ReadCSharp, "raw lines", "x = \"\"\"\n    seed\n    \"\"\";"},
	{ReadCSharp, "raw interpolated", "x = $$\"\"\"\n  a{{b}}seed\n  \"\"\";"},
	{ReadCSharp, "joined", `x = "a" + b + "seed";`},
	{ReadCSharp, "joined forms", `x = @"a" + "seed";`},
	{ReadGo, "interpreted", "x := \"seed\"\n"},
	{ReadGo, "raw", "x := `seed`\n"},
	{ReadPython, "single", "x = 'seed'\n"},
	{ReadPython, "double", "x = \"seed\"\n"},
	{ReadPython, "triple", "x = \"\"\"seed\"\"\"\n"},
	{ReadPython, "raw", "x = r'seed'\n"},
	{ReadPython, "raw triple", "x = r'''seed'''\n"},
	{ReadPython, "bytes", "x = b'seed'\n"},
	{ReadPython, "formatted", "x = f'{a}seed{b}'\n"},
	{ReadPython, "raw formatted", "x = rf'{a}seed{b}'\n"},
	{ReadPython, "adjacent", "x = ('a'\n 'seed')\n"},
	{ReadPython, "adjacent forms", "x = (r'a' f\"seed\")\n"},
	{ReadJavaScript, "single", `x = 'seed';`},
	{ReadJavaScript, "double", `x = "seed";`},
	{ReadJavaScript, "template", "x = `${a}seed${b}`;"},
	{ReadJava, "string", `x = "seed";`},
	{ReadJava, "text block", "x = \"\"\"\n    a\n     seed\n    \"\"\";"},
	{ReadJava, "text block, short", "x = \"\"\"\n    seed\"\"\";"},
	{ReadKotlin, "string", `val x = "${a}seed$b"`},
	{ReadKotlin, "raw", `val x = """seed"""`},
	{ReadScala, "string", `val x = "seed"`},
	{ReadScala, "raw", `val x = """seed"""`},
	{ReadScala, "interpolated", `val x = s"seed$a"`},
	{ReadRust, "string", `let x = "seed";`},
	{ReadRust, "continued", "let x = \"a\\\n  seed\";"},
	{ReadRust, "raw", `let x = r"seed";`},
	{ReadRust, "raw hash", `let x = r##"seed"##;`},
	{ReadRust, "bytes", `let x = b"seed";`},
	{ReadShell, "single", "x='seed'\n"},
	{ReadShell, "double", "x=\"$a seed\"\n"},
	{ReadShell, "bare", "x=seed\n"},
	{ReadShell, "dollar", "x=$'seed'\n"},
	{ReadShell, "mixed", "x=a\"seed\"'b'\n"},
	{ReadShell, "default", "x=\"${y:-seed}\"\n"},
	{ReadPowerShell, "single", "$x = 'seed'\n"},
	{ReadPowerShell, "double", "$x = \"$a seed$($b)\"\n"},
	{ReadPowerShell, "here single", "$x = @'\nseed\n'@\n"},
	{ReadPowerShell, "here double", "$x = @\"\nseed\n\"@\n"},
	{ReadBatch, "set", "set X=seed\r\n"},
	{ReadBatch, "set quoted", "set \"X=seed\"\r\n"},
	{ReadBatch, "argument", "tool.exe \"seed\"\r\n"},
	{ReadDockerfile, "env", "ENV X=\"seed\"\n"},
	{ReadDockerfile, "env single", "ENV X='seed'\n"},
	{ReadDockerfile, "exec", "CMD [\"seed\"]\n"},
	{ReadDockerfile, "run", "RUN x='seed'\n"},
	{ReadBicep, "string", "var x = '${a}seed'\n"},
	{ReadBicep, "lines", "var x = '''\nseed'''\n"},
	{ReadSQL, "string", "SET @x = 'seed';"},
	{ReadKQL, "double", `let x = "seed";`},
	{ReadKQL, "verbatim", `let x = @'seed';`},
	{ReadKQL, "obfuscated", `let x = h"seed";`},
	{ReadKQL, "lines", "let x = ```seed```;"},
	{ReadJavaScript, "raw template", "x = String.raw`${a}seed${b}`;"},
	{LanguageReader("c"), "string", `x = "a" L"seed";`},
	{LanguageReader("c"), "raw", `x = R"(seed)";`},
	{LanguageReader("dart"), "string", `x = '$a seed${b}';`},
	{LanguageReader("dart"), "lines", "x = '''seed''';"},
	{LanguageReader("dart"), "raw", `x = r'seed';`},
	{LanguageReader("fsharp"), "string", `let x = "seed"`},
	{LanguageReader("fsharp"), "interpolated", `let x = $"{a}seed{b}"`},
	{LanguageReader("fsharp"), "lines", `let x = """seed"""`},
	{LanguageReader("groovy"), "string", `x = "${a}seed$b"`},
	{LanguageReader("groovy"), "single", `x = 'seed'`},
	{LanguageReader("lua"), "string", `x = "a" .. "seed"`},
	{LanguageReader("lua"), "lines", `x = [[seed]]`},
	{LanguageReader("php"), "double", `$x = "{$a}seed$b->c";`},
	{LanguageReader("php"), "single", `$x = 'a' . 'seed';`},
	{LanguageReader("r"), "string", `x <- "seed"`},
	{LanguageReader("r"), "raw", `x <- r"(seed)"`},
	{LanguageReader("ruby"), "double", `x = "#{a}seed#{b}"`},
	{LanguageReader("ruby"), "single", `x = 'seed'`},
	{LanguageReader("swift"), "string", `let x = "\(a)seed\(b)"`},
	{LanguageReader("swift"), "lines", "let x = \"\"\"\nseed\n\"\"\""},
	{LanguageReader("swift"), "raw", `let x = #"seed"#`},
	{LanguageReader("vb"), "string", `Dim x = "a" & "seed"`},
	{LanguageReader("vb"), "interpolated", `Dim x = $"{a}seed{b}"`},
}

// seedPiece returns the piece of a host that holds seed, and where.
func seedPiece(t failer, f File) (int, source.Span) {
	for i, p := range f.Pieces {
		if at := strings.Index(p.Text, "seed"); at >= 0 {
			return i, source.Span{Start: at, End: at + len("seed")}
		}
	}
	t.Fatalf("no piece holds the seed: %+v", f.Pieces)
	return 0, source.Span{}
}

// replace writes x in place of s of piece p in file.
func replace(file string, p Piece, s source.Span, x string) (string, bool) {
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
					if crossesQuotes(p, s) {
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
					checkFile(t, file, f)
					s = drawSpan(t, source.Span{Start: s.Start, End: s.Start + len(x)}, want)
				}
			})
		})
	}
}

// crossesQuotes reports whether s is written in several literals, or in
// several ways of quoting: an edit of it would take away quotes.
func crossesQuotes(p Piece, s source.Span) bool {
	end := -1
	for _, r := range p.Map.runs {
		if r.text < s.End && r.text+r.n > s.Start {
			if end >= 0 && end != r.file {
				return true
			}
			end = r.file + r.m
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

// checkFile is the law that holds for whatever text a reader is given.
func checkFile(t failer, text string, f File) {
	t.Helper()
	checkMaps(t, text, f)
	for _, p := range f.Pieces {
		if p.Text == "" || p.Kind == 0 || p.Escape == nil {
			t.Fatalf("incomplete piece: %+v", p)
		}
	}
}

// TestAnyText reads texts made of what the languages give a meaning.
func TestAnyText(t *testing.T) {
	tokens := []string{
		`"`, `'`, "`", `"""`, `'''`, "```", `\`, "\n", "\r\n", "\r", "$", "{", "}", "(", ")", "[", "]", "${", "$(", "{{", "}}",
		"+", "=", ":", ":=", "?", ",", ";", ".", "#", "//", "/*", "*/", "/", "--", "<#", "#>", "@", `@"`, `$"`, `$$"""`, `@'`, "'@", "\"@",
		"r#\"", "\"#", "f'", "b\"", "<<EOF", "EOF", "<<", "%", "%%", "^", "set ", "rem ", "::", "ENV ", "RUN ", "a", "b1", "return ", "u0041",
		"\\u0041", "\\x4", "\\07", " ", "\t", "é", "\xff", "\x00", "&", "|", "!", "-f", "h@'", "~~~", "in ", "await ", ">", "-",
	}
	for _, reader := range codeReaders {
		t.Run(reader.name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				text := strings.Join(rapid.SliceOf(rapid.SampledFrom(tokens)).Draw(t, "tokens"), "")
				checkFile(t, text, reader.read(text))
			})
		})
	}
}

// TestLongText reads long texts of one shape; a reader that was not linear
// would not come back.
func TestLongText(t *testing.T) {
	const size = 1 << 16
	for _, shape := range adversarial {
		text := shape.head + strings.Repeat(shape.repeat, size/len(shape.repeat)) + shape.tail
		for _, reader := range codeReaders {
			checkFile(t, text, reader.read(text))
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
}

func FuzzCodeReaders(f *testing.F) {
	for _, host := range codeHosts {
		f.Add(host.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, reader := range codeReaders {
			checkFile(t, text, reader.read(text))
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
