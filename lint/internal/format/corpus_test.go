package format

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"kustoconn/internal/escape"
	"kustoconn/internal/fixtures"
	"kustoconn/internal/piece"
	"kustoconn/source"
)

// container is a file around one string, and how the string is written there;
// ok is false where it cannot be. Where write is nil the Escape function of a
// piece that stands there is meant.
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
	{"JSON", "appsettings.json", `{"K": {"Kusto": "`, `"}} // c`, escape.Backslash},
	{"JSON, escaped", "local.settings.json", `{"é": ["`, `"]}`, allEscaped},
	{"notebook", "a.ipynb", `{"cells": [{"cell_type": "raw", "source": ["x\n", "`, `"]}]}`, escape.Backslash},
	{"YAML, double quotes", "a.yaml", "a:\r\n  - \"", "\"\r\n", escape.Backslash},
	{"YAML, escaped", "a.yaml", `é: "`, `"`, allEscaped},
	{"YAML, single quotes", "a.yml", "env: {K: '", "'}\n", doubled("'")},
	{"YAML, literal", "a.yml", "a:\n  - k: |-\n      ", "\nb: c\n", nil},
	{"YAML, folded", "a.yml", "a: >-\n    ", "\n\n# c\n", nil},
	{"YAML, plain", "a.yml", "- é: ", " # c\n", nil},
	{"TOML, basic", "a.toml", "[[a]]\nk = \"", "\" # c\n", escape.Backslash},
	{"TOML, literal", "a.toml", "k = '", "'\n", without("'")},
	{"TOML, long", "telegraf.conf", "[[o]]\nk = \"\"\"\n", "\"\"\"\n", escape.Backslash},
	{"XML, attribute", "nlog.config", `<nlog><t connectionString="`, `"/></nlog>`, escape.XMLAttribute},
	{"XML, text", "a.xml", "<a>é<b>", "</b></a>", escape.XMLText},
	{"XML, CDATA", "a.xml", "<a><![CDATA[", "]]></a>", without("]")},
	{"HCL, quoted", "main.tf", "a \"b\" {\n  k = \"", "\"\n}\n", nil},
	{"HCL, heredoc", "main.tf", "k = <<EOT\n", "\nEOT\n", nil},
	{"dotenv, bare", ".env", "export K=", " # c\n", nil},
	{"dotenv, double quotes", ".env", "K=\"", "\"\n", nil},
	{"dotenv, single quotes", ".env", "K='", "'\n", without("'")},
	{"INI", "a.ini", "[s]\nk = ", "\n", nil},
	{"properties", "a.properties", "a.b : ", "\n", nil},
	{"properties, escaped", "a.properties", "a=", "\n", allEscaped},
	{"Markdown, inline code", "a.md", "Use `", "` here.\n", without("`")},
	{"Markdown, fence", "a.md", "```\n", "\n```\n", asIs},
	{"Markdown, JSON in a list", "a.md", "1. x\n\n   ```json\n   [\"", "\"]\n   ```\n", escape.Backslash},
	{"Markdown, YAML in a quote", "a.md", "> ```yaml\n> a: |-\n>   ", "\n> ```\n", nil},
	{"console, output", "a.md", "```console\n$ show\n", "\n$ x\n```\n", asIs},
	{"console, JSON", "a.md", "```console\n$ show\n{\n\"k\": \"", "\"\n}\n```\n", escape.Backslash},
	{"Org, verbatim", "a.org", "Use ~", "~ here.\n", without("~")},
	{"plain", "a.txt", "x\n", "\ny", asIs},
}

// TestCorpusInContainers holds that strings from public files come out of each
// format whole, at the exact place.
func TestCorpusInContainers(t *testing.T) {
	texts := fixtures.Strings(t)
	for _, c := range containers {
		t.Run(c.name, func(t *testing.T) {
			held := 0
			write := c.write
			if write == nil {
				write = c.escape(t)
			}
			for _, s := range texts {
				written, ok := write(s)
				if !ok {
					continue
				}
				held++
				text := c.before + written + c.after
				_, read := ReaderFor(c.path, text)
				f := read(text)
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

// escape returns how the reader writes into a piece that stands in c.
func (c container) escape(t *testing.T) escape.Writer {
	text := c.before + "x" + c.after
	_, read := ReaderFor(c.path, text)
	for _, p := range read(text).Pieces {
		if p.Span().Start == len(c.before) {
			return p.Escape
		}
	}
	t.Fatalf("nothing is found in %q", text)
	return nil
}

// findPiece returns where the piece whose text, but for a final line end, is s
// stands.
func findPiece(f piece.File, s string) (source.Span, bool) {
	for _, p := range f.Pieces {
		if strings.TrimSuffix(p.Text, "\n") == s {
			return p.Map.Span(source.Span{End: len(s)}), true
		}
	}
	return source.Span{}, false
}
