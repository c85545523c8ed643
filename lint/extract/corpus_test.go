package extract

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"kustoconn/internal/fixtures"
	"kustoconn/source"
)

// container is a file around one string, and how the string is written there;
// ok is false where it cannot be.
type container struct {
	name, path    string
	before, after string
	write         func(s string) (written string, ok bool)
}

func asIs(s string) (string, bool) { return s, true }

// allEscaped writes every UTF-16 unit as \uXXXX.
func allEscaped(s string) (string, bool) {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, `\u%04x`, u)
	}
	return b.String(), true
}

func without(chars string) func(string) (string, bool) {
	return func(s string) (string, bool) { return s, !strings.ContainsAny(s, chars) }
}

func doubled(quote string) func(string) (string, bool) {
	return func(s string) (string, bool) { return strings.ReplaceAll(s, quote, quote+quote), true }
}

var containers = []container{
	{"JSON", "appsettings.json", `{"K": {"Kusto": "`, `"}} // c`, escapeBackslash},
	{"JSON, escaped", "local.settings.json", `{"é": ["`, `"]}`, allEscaped},
	{"notebook", "a.ipynb", `{"cells": [{"cell_type": "raw", "source": ["x\n", "`, `"]}]}`, escapeBackslash},
	{"YAML, double quotes", "a.yaml", "a:\r\n  - \"", "\"\r\n", escapeBackslash},
	{"YAML, escaped", "a.yaml", `é: "`, `"`, allEscaped},
	{"YAML, single quotes", "a.yml", "env: {K: '", "'}\n", doubled("'")},
	{"YAML, literal", "a.yml", "a:\n  - k: |-\n      ", "\nb: c\n", notBesideLineBreak(escapeBlock)},
	{"YAML, folded", "a.yml", "a: >-\n    ", "\n\n# c\n", notBesideLineBreak(escapeBlock)},
	{"YAML, plain", "a.yml", "- é: ", " # c\n", escapePlain(false)},
	{"TOML, basic", "a.toml", "[[a]]\nk = \"", "\" # c\n", escapeBackslash},
	{"TOML, literal", "a.toml", "k = '", "'\n", without("'")},
	{"TOML, long", "telegraf.conf", "[[o]]\nk = \"\"\"\n", "\"\"\"\n", escapeBackslash},
	{"XML, attribute", "nlog.config", `<nlog><t connectionString="`, `"/></nlog>`, escapeAttribute},
	{"XML, text", "a.xml", "<a>é<b>", "</b></a>", escapeXMLText},
	{"XML, CDATA", "a.xml", "<a><![CDATA[", "]]></a>", without("]")},
	{"HCL, quoted", "main.tf", "a \"b\" {\n  k = \"", "\"\n}\n", escapeHCLQuoted},
	{"HCL, heredoc", "main.tf", "k = <<EOT\n", "\nEOT\n", escapeHCLHeredoc},
	{"dotenv, bare", ".env", "export K=", " # c\n", escapeBare},
	{"dotenv, double quotes", ".env", "K=\"", "\"\n", escapeDotenvQuoted},
	{"dotenv, single quotes", ".env", "K='", "'\n", without("'")},
	{"INI", "a.ini", "[s]\nk = ", "\n", escapeINI},
	{"properties", "a.properties", "a.b : ", "\n", escapeProperty},
	{"properties, escaped", "a.properties", "a=", "\n", allEscaped},
	{"Markdown, inline code", "a.md", "Use `", "` here.\n", without("`")},
	{"Markdown, fence", "a.md", "```\n", "\n```\n", asIs},
	{"Markdown, JSON in a list", "a.md", "1. x\n\n   ```json\n   [\"", "\"]\n   ```\n", escapeBackslash},
	{"Markdown, YAML in a quote", "a.md", "> ```yaml\n> a: |-\n>   ", "\n> ```\n", notBesideLineBreak(escapeBlock)},
	{"plain", "a.txt", "x\n", "\ny", asIs},
}

// TestCorpusInContainers holds that strings from public files come out of each
// format whole, at the exact place.
func TestCorpusInContainers(t *testing.T) {
	texts := fixtures.Strings(t)
	for _, c := range containers {
		t.Run(c.name, func(t *testing.T) {
			held := 0
			for _, s := range texts {
				written, ok := c.write(s)
				if !ok {
					continue
				}
				held++
				text := c.before + written + c.after
				_, read := ReaderFor(c.path, text)
				f := read(text)
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

// find returns where the piece whose text, but for a final line end, is s
// stands.
func find(f File, s string) (source.Span, bool) {
	for _, p := range f.Pieces {
		if strings.TrimSuffix(p.Text, "\n") == s {
			return p.Map.Span(source.Span{End: len(s)}), true
		}
	}
	return source.Span{}, false
}
