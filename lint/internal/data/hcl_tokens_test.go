package data

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"kustoconn/internal/exhaust"
	"kustoconn/source"
)

// hclsyntaxTokens are the tokens of hclsyntax, as those of lexHCL.
func hclsyntaxTokens(text string) (tokens []hclToken, fault int) {
	kinds := map[hclsyntax.TokenType]hclKind{
		hclsyntax.TokenComment: hclComment, hclsyntax.TokenNewline: hclNewline, hclsyntax.TokenIdent: hclIdent,
		hclsyntax.TokenComma: hclComma, hclsyntax.TokenEqual: hclEqual, hclsyntax.TokenColon: hclColon,
		hclsyntax.TokenOBrace: hclOpen, hclsyntax.TokenOBrack: hclOpen, hclsyntax.TokenOParen: hclOpen,
		hclsyntax.TokenCBrace: hclClose, hclsyntax.TokenCBrack: hclClose, hclsyntax.TokenCParen: hclClose,
		hclsyntax.TokenOQuote: hclOpenQuote, hclsyntax.TokenCQuote: hclCloseQuote,
		hclsyntax.TokenOHeredoc: hclOpenHeredoc, hclsyntax.TokenCHeredoc: hclCloseHeredoc,
		hclsyntax.TokenQuotedLit: hclLiteral, hclsyntax.TokenStringLit: hclLiteral,
		hclsyntax.TokenTemplateInterp: hclOpenSequence, hclsyntax.TokenTemplateControl: hclOpenSequence,
		hclsyntax.TokenTemplateSeqEnd: hclCloseSequence,
	}
	read, diags := hclsyntax.LexConfig([]byte(text), "", hcl.InitialPos)
	if diags.HasErrors() {
		return nil, diags[0].Subject.Start.Byte
	}
	for _, t := range read[:len(read)-1] { // the last is the text's end
		kind, ok := kinds[t.Type]
		if !ok {
			kind = hclOperator
		}
		tokens = append(tokens, hclToken{kind, source.Span{Start: t.Range.Start.Byte, End: t.Range.End.Byte}})
	}
	return tokens, -1
}

// joined makes one token of literals, or operators, beside each other.
func joined(tokens []hclToken) (out []hclToken) {
	for _, t := range tokens {
		if k := len(out) - 1; k >= 0 && t.kind == hclLiteral && out[k].kind == t.kind && out[k].span.End == t.span.Start {
			out[k].span.End = t.span.End
			continue
		}
		out = append(out, t)
	}
	return out
}

func diffHCLTokens(text string) string {
	if strings.Contains(text, "$\r\r") || strings.Contains(text, "%\r\r") {
		return "" // hclsyntax takes the first two together in a heredoc
	}
	want, wantFault := hclsyntaxTokens(text)
	got, fault := lexHCL(text)
	if fault != wantFault {
		return cmp.Diff(wantFault, fault)
	}
	if fault >= 0 {
		return ""
	}
	return cmp.Diff(joined(want), joined(got), cmp.AllowUnexported(hclToken{}))
}

func FuzzHCLTokens(f *testing.F) {
	for _, text := range []string{
		"resource \"t\" \"n\" {\n  a = \"x\\u003d\\\"y\" # c\n  b = 1.5e+3 // d\n}\n", "a = <<-EOT\n x ${f(\"y\")} $${z}\n  EOT\n",
		"\ufeffa = \"${~ b ~}%{ if c }\"", "a = b == c ? d : !e && f[*].g::h(...) => 1.", "/* a */ ü-1 = <<E\r\nE\r\n",
		"a = <<E\n${b}E\nE\n", "a = <<E\n${ <<F\nx\nF\n}E\nE\n", "a = {b = \"%{ {} }\"}", "a = \"$", "a = <<E\n\r", "'", "\"\\", "a = \"%%{b}\"\n}~}",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || strings.ContainsFunc(text, isUnsettled) {
			return // hclsyntax takes some bytes with whatever follows for a letter
		}
		if diff := diffHCLTokens(text); diff != "" {
			t.Errorf("%q (-hclsyntax +own):\n%s", text, diff)
		}
	})
}

// A name has all letters that hclsyntax knows, and besides those that no version of Unicode
// has yet, as far as package unicode knows.
func TestHCLNames(t *testing.T) {
	for r := range rune(utf8.MaxRune + 1) {
		if r%rune(exhaust.Sample(31)) != 0 {
			continue
		}
		for _, text := range []string{string(r), "a" + string(r)} {
			_, want := hclsyntaxTokens(text)
			if _, fault := lexHCL(text); fault != want && (!isUnsettled(r) || want < 0) {
				t.Errorf("%U: %q has a fault at %d, want %d", r, text, fault, want)
			}
		}
	}
}

// isUnsettled reports whether it is up to the version of Unicode whether r is a letter, or
// r is one that signs of patterns are made of.
func isUnsettled(r rune) bool { return unicode.Is(unicode.Cn, r) || r == '\u2e2f' }

func TestSmallHCLTokens(t *testing.T) {
	for _, letters := range []string{`a1."${~}%\ ` + "\n", "={}[]<-#/*\n", "é\r\n\"$\\e+-1", "<!>=&|:,.~"} {
		for text := range exhaust.Texts(strings.Split(letters, ""), exhaust.Length(t, 4, 5)) {
			for _, text := range []string{text, "\"" + text, "<<a\n" + text} {
				if diff := diffHCLTokens(text); diff != "" {
					t.Fatalf("%q (-hclsyntax +own):\n%s", text, diff)
				}
			}
		}
	}
}
