package code

import (
	"fmt"
	"slices"
	"testing"

	"kustoconn/internal/piece"
)

// Each literal is written as its text and what stands before and behind it: closed
// "|", unknown "?" or joined "+".
func TestEnds(t *testing.T) {
	marks := map[piece.End]string{piece.Closed: "|", piece.Unknown: "?", piece.Joined: "+"}
	for _, row := range []struct {
		language *Language
		text     string
		want     []string
	}{
		{&csharp, `var c = "a";`, []string{"|a|"}},
		{&csharp, `var c = "a" + b;`, []string{"|a{b}+"}},
		{&csharp, `return "a";`, []string{"|a|"}},
		{&csharp, `Foo("a");`, []string{"?a?"}},
		{&csharp, `Foo("a") + b;`, []string{"?a+"}},
		{&csharp, `var c = string.Concat("a", b, "c");`, []string{"|a{b}c|"}},
		{&csharp, `var c = String.Join(";", "a", b);`, []string{"+;+", "|a;{b}+"}},
		{&csharp, `sb.Append("a").Append(b);`, []string{"+a+"}},
		{&csharp, `var d = new D { ["k"] = "v", X = "w" };`, []string{"?k?", "|v|", "|w|"}},
		{&csharp, `var k = new KustoConnectionStringBuilder("a");`, []string{"|a|"}},
		{&csharp, `var k = new KustoConnectionStringBuilder("a", "b");`, []string{"|a?", "?b?"}},
		{&csharp, `var k = new SqlConnectionStringBuilder("a");`, []string{"?a?"}},
		{&csharp, `var c = string.Format("a{0}", "b");`, []string{"?a{0}?", "+b+"}},
		{&csharp, `var c = x ?? "a";`, []string{"|a|"}},
		{&csharp, `var c = "a"u8;`, []string{"|a|"}},
		{&csharp, `c += "a";`, []string{"+a|"}},
		{&java, `String s = new StringBuilder("a").append(b).toString();`, []string{"?a+"}},
		{&java, `String s = "a".concat(b);`, []string{"|a{b}+"}},
		{&java, `String s = "a".trim();`, []string{"|a|"}},
		{&golang, `var c = strings.Join([]string{"a", b}, ";")`, []string{"|a;{b}+", "+;+"}},
		{&golang, `func f() { log.Println("a", b) }`, []string{"?a+"}},
		{&golang, `func f() { b.WriteString("a") }`, []string{"+a+"}},
		{&python, "c = ''.join(['a', b])", []string{"|a{b}+"}},
		{&python, "c = ';'.join(['a', 'b'])", []string{"|;?", "|a;b|"}},
		{&python, "c = {'k': 'a'}", []string{"?k?", "|a|"}},
		{&python, "c = 'a' if b else 'd'", []string{"|a|", "|d|"}},
		{&javascript, `const c = ["a", "b"].join(";");`, []string{"|a;b|", "+;+"}},
		{&javascript, `const c = ["a", "b"].join(";") + d;`, []string{"|a;b+", "+;+"}},
		{&javascript, `const c = d || "a";`, []string{"|a|"}},
		{&javascript, "x = <T a=\"b\" c={`d`} e=\"f\">g</T>;", []string{"?d?", "|b|", "|f?"}},
		{&c, `auto c = std::string("a") + b;`, []string{"?a+"}},
		{&c, `char *c = "a" B;`, []string{"|a+"}},
		{&rust, `let c = ["a", b].concat();`, []string{"|a{b}+"}},
		{&rust, `let c = concat!("a", "b");`, []string{"|ab|"}},
		{&rust, `let c = "a".to_string();`, []string{"|a|"}},
		{&rLanguage, `c <- paste0("a", b)`, []string{"|a{b}+"}},
		{&rLanguage, `c <- paste("a", "b", sep = ";")`, []string{"|a;b|", "+;+"}},
		{&rLanguage, `c <- paste("a", "b", sep = s)`, []string{"+a+", "+b+"}},
		{&lua, "local c = table.concat({'a', b}, ';')", []string{"|a;{b}+", "+;+"}},
		{&kotlin, `val c = listOf("a", b).joinToString(";")`, []string{"|a;{b}+", "?;?"}},
		{&visualBasic, "Dim c = \"a\" & _\n  \"b\"\n", []string{"|ab|"}},
		{&visualBasic, "c &= \"a\"\n", []string{"+a|"}},
		{&sql, `SET @s = CONCAT('a', @t);`, []string{"|a{@t}+"}},
		{&kql, `print strcat("a", b)`, []string{"?a{b}+"}},
		{&bicep, "var c = concat('a', b, 'c')\n", []string{"|a{b}c|"}},
		{&powershell, `$x = [string]::Concat("a", $b)`, []string{"|a{$b}+"}},
	} {
		var got []string
		for _, p := range row.language.Read(row.text).Pieces {
			if p.Kind == piece.Literal {
				got = append(got, fmt.Sprint(marks[p.Front], p.Text, marks[p.Back]))
			}
		}
		slices.Sort(got)
		slices.Sort(row.want)
		if !slices.Equal(got, row.want) {
			t.Errorf("%s: %s: %q, want %q", row.language.Name, row.text, got, row.want)
		}
	}
}

func TestTemplateExpressions(t *testing.T) {
	const text = `[concat('a=', parameters('b'), ';c')]`
	if !IsTemplateExpression(text) {
		t.Fatal("is none")
	}
	var got []string
	for _, p := range ReadTemplateExpression(text).Pieces {
		got = append(got, p.Text)
	}
	if want := []string{"a={parameters('b')};c", "b"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	for _, none := range []string{`[[concat('a')]`, `[a]`, `[f('a')];b=c]`, `[f('a]`, `f('a')`} {
		if IsTemplateExpression(none) {
			t.Errorf("%s is one", none)
		}
	}
}
