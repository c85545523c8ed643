package extract

import (
	"strconv"
	"strings"
	"testing"

	"kustoconn/internal/fixtures"
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
	read                Reader
	write               func(string) (string, bool)
}{
	{"C# regular", `var é = new Builder("`, `");`, ReadCSharp, escapeBackslash},
	{"C# escaped", `Uri = "`, `",`, ReadCSharp, allEscaped},
	{"C# verbatim", `[InlineData(@"`, `")]`, ReadCSharp, doubled(`"`)},
	{"C# interpolated", `x = $"`, `";`, ReadCSharp, both(bracesDoubled, escapeBackslash)},
	{"C# interpolated verbatim", `x = @$"`, `";`, ReadCSharp, both(bracesDoubled, doubled(`"`))},
	{"C# raw", "x = \"\"\"\r\n\t\t", "\r\n\t\t\"\"\";", ReadCSharp,
		func(s string) (string, bool) { return s, !strings.Contains(s, `"""`) }},
	{"C# comment", "x(); // ", "\r\ny();", ReadCSharp, without("*")},
	{"Go interpreted", "\tx := \"", "\"\n", ReadGo, goQuoted},
	{"Go raw", "k.New(`", "`)\n", ReadGo, without("`")},
	{"Python double", `kcsb = Builder(f"{x}", "`, `".format(x))`, ReadPython, escapeBackslash},
	{"Python escaped", `é = '`, `'`, ReadPython, allEscaped},
	{"Python formatted", `x = F"`, `"`, ReadPython, both(bracesDoubled, escapeBackslash)},
	{"Python raw", `x = Rb'''`, `'''`, ReadPython, without(`'`)},
	{"JavaScript double", `new Builder("`, `")`, ReadJavaScript, escapeBackslash},
	{"JavaScript escaped", "`${é} ${`", "`}`", ReadJavaScript, allEscaped},
	{"JavaScript template", "a / b / `", "` / c", ReadJavaScript, both(without("$`"), escapeBackslash)},
	{"Java string", `String s = "`, `";`, ReadJava, escapeBackslash},
	{"Java escaped", `f('"', "`, `");`, ReadJava, allEscaped},
	{"Java text block", "s = \"\"\"\n    ", "\n    \"\"\";\n", ReadJava, escapeBackslash},
	{"Kotlin string", `val s = "`, `"`, ReadKotlin, both(without("$"), escapeBackslash)},
	{"Scala raw", `val s = """`, `"""`, ReadScala, without(`"`)},
	{"Rust string", `let s: &'static str = "`, `";`, ReadRust, escapeBackslash},
	{"Rust raw", `f(r#"`, `"#)`, ReadRust, asIs},
	{"Rust doc comment", "/// ", "\nfn f() {}", ReadRust, asIs},
	{"shell single", `export K='`, "'\n", ReadShell, without("'")},
	{"shell double", `tool --cs "`, "\"\n", ReadShell, both(without("$`"), escapeBackslash)},
	{"shell here-document", "cat <<'EOF'\n", "\nEOF\n", ReadShell, asIs},
	{"PowerShell single", `$x = '`, `'`, ReadPowerShell, doubled(`'`)},
	{"PowerShell double", `Tool -Uri "`, `"`, ReadPowerShell, both(without("$`"), doubled(`"`))},
	{"PowerShell here-string", "$x = @'\r\n", "\r\n'@", ReadPowerShell, asIs},
	{"batch set", `set "K=`, "\"\r\n", ReadBatch, without(`%"`)},
	{"batch argument", `LightIngest.exe "`, "\" -database:x\r\n", ReadBatch, without(`%"`)},
	{"Dockerfile ENV", "FROM a\nENV A=b \\\n  K=\"", "\"\n", ReadDockerfile, both(without("$"), escapeBackslash)},
	{"Dockerfile exec", `CMD ["tool", "`, `"]`, ReadDockerfile, escapeBackslash},
	{"Bicep string", `param x string = '`, "'\n", ReadBicep, without(`'$\`)},
	{"Bicep multi-line", "var x = '''\n", "'''\n", ReadBicep, without(`'`)},
	{"SQL string", `SET @x = N'`, `';`, ReadSQL, doubled(`'`)},
	{"KQL string", `T | where x == h"`, `"`, ReadKQL, escapeBackslash},
	{"KQL verbatim", `let x = @'`, `';`, ReadKQL, doubled(`'`)},
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
				if at, ok := find(f, s); !ok || at != want || len(f.Notes) > 0 {
					t.Errorf("%q is not found at %s (%s, %v)", text, want, at, f.Notes)
				}
			}
			if held < 50 {
				t.Errorf("only %d strings could be written", held)
			}
		})
	}
}
