package format

import (
	"strconv"
	"strings"
	"testing"

	"kustoconn/internal/escape"
	"kustoconn/internal/fixtures"
	"kustoconn/internal/piece"
	"kustoconn/source"
)

func goQuoted(s string) (string, bool) {
	quoted := strconv.Quote(s)
	return quoted[1 : len(quoted)-1], true
}

// both writes with two functions, one after the other.
func both(first, second func(string) (string, bool)) func(string) (string, bool) {
	return func(s string) (string, bool) {
		s, ok := first(s)
		if !ok {
			return "", false
		}
		return second(s)
	}
}

func bracesDoubled(s string) (string, bool) {
	return strings.NewReplacer("{", "{{", "}", "}}").Replace(s), true
}

// codeContainers write strings by the languages' own rules, not by what the
// readers' Escape functions know of them.
var codeContainers = []struct {
	name, before, after string
	read                piece.Reader
	write               func(string) (string, bool)
}{
	{"C# regular", `var é = new Builder("`, `");`, Reader("csharp"), escape.Backslash},
	{"C# escaped", `Uri = "`, `",`, Reader("csharp"), allEscaped},
	{"C# verbatim", `[InlineData(@"`, `")]`, Reader("csharp"), doubled(`"`)},
	{"C# interpolated", `x = $"`, `";`, Reader("csharp"), both(bracesDoubled, escape.Backslash)},
	{"C# interpolated verbatim", `x = @$"`, `";`, Reader("csharp"), both(bracesDoubled, doubled(`"`))},
	{"C# raw", "x = \"\"\"\r\n\t\t", "\r\n\t\t\"\"\";", Reader("csharp"),
		func(s string) (string, bool) { return s, !strings.Contains(s, `"""`) }},
	{"C# comment", "x(); // ", "\r\ny();", Reader("csharp"), without("*")},
	{"Go interpreted", "\tx := \"", "\"\n", Reader("go"), goQuoted},
	{"Go raw", "k.New(`", "`)\n", Reader("go"), without("`")},
	{"Python double", `kcsb = Builder(f"{x}", "`, `".format(x))`, Reader("python"), escape.Backslash},
	{"Python escaped", `é = '`, `'`, Reader("python"), allEscaped},
	{"Python formatted", `x = F"`, `"`, Reader("python"), both(bracesDoubled, escape.Backslash)},
	{"Python raw", `x = Rb'''`, `'''`, Reader("python"), without(`'`)},
	{"JavaScript double", `new Builder("`, `")`, Reader("javascript"), escape.Backslash},
	{"JavaScript escaped", "`${é} ${`", "`}`", Reader("javascript"), allEscaped},
	{"JavaScript template", "a / b / `", "` / c", Reader("javascript"), both(without("$`"), escape.Backslash)},
	{"Java string", `String s = "`, `";`, Reader("java"), escape.Backslash},
	{"Java escaped", `f('"', "`, `");`, Reader("java"), allEscaped},
	{"Java text block", "s = \"\"\"\n    ", "\n    \"\"\";\n", Reader("java"), escape.Backslash},
	{"Kotlin string", `val s = "`, `"`, Reader("kotlin"), both(without("$"), escape.Backslash)},
	{"Scala raw", `val s = """`, `"""`, Reader("scala"), without(`"`)},
	{"Rust string", `let s: &'static str = "`, `";`, Reader("rust"), escape.Backslash},
	{"Rust raw", `f(r#"`, `"#)`, Reader("rust"), asIs},
	{"Rust doc comment", "/// ", "\nfn f() {}", Reader("rust"), asIs},
	{"shell single", `export K='`, "'\n", Reader("shell"), without("'")},
	{"shell double", `tool --cs "`, "\"\n", Reader("shell"), both(without("$`"), escape.Backslash)},
	{"shell here-document", "cat <<'EOF'\n", "\nEOF\n", Reader("shell"), asIs},
	{"PowerShell single", `$x = '`, `'`, Reader("powershell"), doubled(`'`)},
	{"PowerShell double", `Tool -Uri "`, `"`, Reader("powershell"), both(without("$`"), doubled(`"`))},
	{"PowerShell here-string", "$x = @'\r\n", "\r\n'@", Reader("powershell"), asIs},
	{"batch set", `set "K=`, "\"\r\n", Reader("batch"), without(`%"`)},
	{"batch argument", `LightIngest.exe "`, "\" -database:x\r\n", Reader("batch"), without(`%"`)},
	{"Dockerfile ENV", "FROM a\nENV A=b \\\n  K=\"", "\"\n", Reader("dockerfile"), both(without("$"), escape.Backslash)},
	{"Dockerfile exec", `CMD ["tool", "`, `"]`, Reader("dockerfile"), escape.Backslash},
	{"Bicep string", `param x string = '`, "'\n", Reader("bicep"), without(`'$\`)},
	{"Bicep multi-line", "var x = '''\n", "'''\n", Reader("bicep"), without(`'`)},
	{"SQL string", `SET @x = N'`, `';`, Reader("sql"), doubled(`'`)},
	{"KQL string", `T | where x == h"`, `"`, Reader("kql"), escape.Backslash},
	{"KQL verbatim", `let x = @'`, `';`, Reader("kql"), doubled(`'`)},
}

// TestCorpusInCode holds that strings from public files come out of each form
// of literal whole, at the exact place.
func TestCorpusInCode(t *testing.T) {
	texts := fixtures.Strings(t)
	for _, c := range codeContainers {
		t.Run(c.name, func(t *testing.T) {
			held := 0
			for _, s := range texts {
				written, ok := c.write(s)
				if !ok || s != strings.TrimSpace(s) {
					continue
				}
				held++
				text := c.before + written + c.after
				f := c.read(text)
				want := source.Span{Start: len(c.before), End: len(c.before) + len(written)}
				if at, ok := findPiece(f, s); !ok || at != want || len(f.Notes) > 0 {
					t.Errorf("%q is not found at %s (%s, %v)", text, want, at, f.Notes)
				}
			}
			if held < 50 {
				t.Errorf("only %d strings could be written", held)
			}
		})
	}
}
