package placeholder

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Each form, and what is just not of it: what is found, separated by a bar.
func TestForms(t *testing.T) {
	a := func(n int) string { return strings.Repeat("a", n) }
	for name, rows := range map[string]map[string]string{
		"whole values": {
			"...": "...", "…": "…", "....": "", "xxx": "xxx", "XXX": "XXX", "-xxx": "-xxx", "xXx-xx": "xXx-xx",
			"xx": "", "x-x": "", "x-x-x": "", "xxxy": "", "---": "", "-": "", "./": "", "": "",
			"your-key": "your-key", "YOUR key": "YOUR key", "your_k": "your_k", "your_": "", "yourKey": "", "yourx_k": "",
			"yxxr_k": "", "your/key": "", "your_/": "", "your_<x>": "<x>",
			"your_" + a(195): "your_" + a(195), "your_" + a(196): "",
		},
		"angle brackets": {
			"<a>": "<a>", "<>": "<>", "< >": "", "<a": "", "<a=b>": "", "<a;b>": "", "<'a'>": "", `<"a">`: "", "<a<b>": "<b>",
			"<%= a %>": "<%= a %>", "<%=a;'b'%>": "<%=a;'b'%>", "<a\nb>": "", "<\na>": "", "<a\vb>": "<a\vb>",
			"<" + a(199) + ">": "<" + a(199) + ">", "<" + a(200) + ">": "",
		},
		"stars": {
			"***": "***", "****": "****", "**": "", "*": "", "*a*": "*a*", "**a*": "*a*", "*a/b*": "", "*1*": "", "*a b*": "*a b*", "*a": "",
		},
		"square brackets": {
			"[a]": "[a]", "[a1]": "[a1]", "[é]": "[é]", "[1]": "", "[ a]": "", "[a_b-c.d'e f]": "[a_b-c.d'e f]", "[a/b]": "",
			"[concat('a', 'b')]": "[concat('a', 'b')]", "[f()]": "[f()]", "[(x)]": "", "[1a(x)]": "", "[a b(x)]": "", "[a(]": "", "[a]b": "[a]",
		},
		"dollars": {
			"$": "", "$a": "$a", "$z": "$z", "$A": "$A", "$Z": "$Z", "$_x": "$_x", "$1": "", "$á": "",
			"${x}": "${x}", "${}": "${}", "${x": "", "$(x)": "$(x)", "$()": "", "$( )": "", "$(x;y)": "$(x;y)", "${x}y": "${x}", "$(x)y": "$(x)",
			"$env:x": "$env:x", "$ENV:K1": "$ENV:K1", "$env:": "$env", "$env": "$env", "$env:1": "$env", "$enx:KEY": "$enx", "$env.KEY": "$env",
			"$a1": "", "$A1": "$A1", "$A0": "$A0", "$A9": "$A9", "$KEY_1": "$KEY_1", "$x;y": "$x", "$x{": "$x", "$X1:": "$X1", "$X1/": "$X1",
			"$x@": "$x", "$x[": "$x", "$x`": "$x", "$" + a(250): "$" + a(200),
		},
		"percents": {
			"%s": "%s", "%d": "%d", "%v": "%v", "%q": "%q", "%i": "%i", "%f": "%f", "%@": "%@", "%x": "", "%": "", "a%": "", "%5d": "", "%5": "",
			"%1$s": "%1$s", "%12$s": "%12$s", "%0$s": "%0$s", "%9$s": "%9$s", "%1$": "", "%1$x": "$x", "%:$s": "$s", "%/$s": "$s", "%1a": "",
			"%(a)s": "%(a)s", "%(a)": "", "%(a)x": "", "%(1)s": "", "%(a b)s": "", "%()s": "", "%(a)sb": "%(a)s",
			"%da": "", "%dF": "", "%d9": "", "%d0": "", "%dg": "%d", "%dG": "%d", "%d:": "%d", "%d/": "%d", "%d`": "%d", "%d@": "%d", "%sa": "%s", "%fa": "",
			"%KEY%": "%KEY%", "%A%": "%A%", "%AB%": "", "%AG%": "%AG%", "%GA%": "%GA%", "%ABC%": "%ABC%", "%a9%": "", "%9a%": "", "%KEY": "", "%%": "", "%%s": "%s", "%KEY%b": "%KEY%",
		},
		"braces": {
			"{a}": "{a}", "{": "", "{}": "{}", "{ }": "", "{a": "", "{a;}": "", "{a\nb}": "", "{a\vb}": "{a\vb}", "{a}{b}": "{a}|{b}", "{a}b": "{a}",
			"{{a}}": "{{a}}", "{a{b}c}": "{a{b}c}", "{a{}b}": "{a{}b}", "{a{b}c": "{b}",
			"{{{{a}}}}": "{{{{a}}}}", "{{{{{a}}}}}": "{{{{{a}}}}}", "{{{{{{a}}}}}}": "{{{{{a}}}}}",
			"${{{{{a}}}}}": "${{{{{a}}}}}", "${{{{{{a}}}}}}": "{{{{{a}}}}}", "#{{{{{a}}}}}": "#{{{{{a}}}}}", "#{{{{{{a}}}}}}": "{{{{{a}}}}}",
			"{" + a(198) + "}": "{" + a(198) + "}", "{" + a(199) + "}": "",
			"#{a}": "#{a}", "#{a}#": "#{a}#", "#{a}b": "#{a}", "#{}": "#{}", "#a": "", "#": "", "#ab}": "", "#a{b}": "{b}",
		},
		"key vaults": {
			"@Microsoft.KeyVault(a)": "@Microsoft.KeyVault(a)", "@MICROSOFT.KEYVAULT(a;b)": "@MICROSOFT.KEYVAULT(a;b)",
			"@Microsoft.KeyVault(a)b": "@Microsoft.KeyVault(a)", "@Microsoft.KeyVault()": "@Microsoft.KeyVault()",
			"@Microsoft.KeyVault(": "", "@Microsoft.KeyVault(a": "", "@Microsoft.KeyVaults(a)": "", "@something.else.entirely(a)": "", "@a": "",
		},
	} {
		for text, want := range rows {
			var found []string
			for _, s := range Find(text) {
				found = append(found, s.Slice(text))
			}
			if d := cmp.Diff(want, strings.Join(found, "|")); d != "" {
				t.Errorf("%s: Find(%q) (-want +got)\n%s", name, text, d)
			}
			if In(text) != (want != "") {
				t.Errorf("%s: In(%q) = %v", name, text, want == "")
			}
			rest := text
			for _, f := range found {
				rest = strings.Replace(rest, f, "", 1)
			}
			if Whole(text) != (want != "" && strings.Trim(rest, ":/") == "") {
				t.Errorf("%s: Whole(%q) = %v", name, text, Whole(text))
			}
		}
	}
}

// Punctuation between placeholders is nothing to hide; anything else is.
func TestWholeBetween(t *testing.T) {
	for text, want := range map[string]bool{
		" {a} \t-_./:|,{b}.": true, "{a};{b}": false, "{a}b": false, "b{a}": false, "{a}é{b}": false, "{a}={b}": false,
	} {
		if got := Whole(text); got != want {
			t.Errorf("Whole(%q) = %v", text, got)
		}
	}
}
