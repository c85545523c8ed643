package oracles

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
	"pgregory.net/rapid"

	"kustoconn/source"
)

// yamlPlaces returns the scalars of a stream; ok is false where the oracle
// cannot parse it. The oracle says where a scalar starts: it is taken to reach
// to the next one, or to the end.
func yamlPlaces(document string) (places []place, ok bool) {
	defer func() {
		if recover() != nil {
			places, ok = nil, false
		}
	}()
	starts := lineStarts(document)
	var visit func(n *yaml.Node, code bool)
	visit = func(n *yaml.Node, code bool) {
		if n.Kind == yaml.ScalarNode && n.Line > 0 && n.Line <= len(starts) {
			at := starts[n.Line-1]
			for range n.Column - 1 {
				_, size := utf8.DecodeRuneInString(document[at:])
				at += size
			}
			places = append(places, place{span: source.Span{Start: at, End: len(document)}, text: n.Value, code: code})
			if len(places) > 1 {
				places[len(places)-2].span.End = max(at, places[len(places)-2].span.Start)
			}
		}
		for i, c := range n.Content {
			switch {
			case n.Kind != yaml.MappingNode:
				visit(c, code)
			case i%2 == 0: // keys are no strings to lint
				visit(c, true)
			default: // and scripts are a shell's
				visit(c, code || scripts[n.Content[i-1].Value])
			}
		}
	}
	decoder := yaml.NewDecoder(strings.NewReader(document))
	for {
		var n yaml.Node
		err := decoder.Decode(&n)
		if err != nil {
			return places, err.Error() == "EOF"
		}
		visit(&n, false)
	}
}

// scripts are keys of workflows and pipelines whose values are scripts.
var scripts = map[string]bool{
	"run": true, "script": true, "before_script": true, "after_script": true, "bash": true, "powershell": true,
	"pwsh": true, "inlineScript": true, "Inline": true,
}

func lineStarts(text string) []int {
	starts := []int{0}
	for i := range len(text) {
		if text[i] == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// yamlScalar writes a text as a scalar at an indentation; block scalars only
// where block holds.
func yamlScalar(t *rapid.T, text string, indent int, block bool) string {
	pad := strings.Repeat(" ", indent)
	styles := 4
	if block {
		styles = 9
	}
	switch rapid.IntRange(0, styles-1).Draw(t, "style") {
	case 0:
		if plain(text) {
			return text
		}
		fallthrough
	case 1:
		return "'" + strings.ReplaceAll(text, "'", "''") + "'"
	case 2:
		return doubleQuoted(t, text, pad, false)
	case 3:
		return doubleQuoted(t, text, pad, true)
	case 4:
		return "|\n" + pad + text
	case 5:
		return ">-\n" + pad + text + "\n"
	case 6:
		return "|2-\n" + pad + text
	case 7:
		return "!!str |+ # comment\n" + pad + text + "\n\n"
	default:
		if i := strings.Index(text, " "); i > 0 && text[i+1] != ' ' {
			return ">\n" + pad + text[:i] + "\n" + pad + text[i+1:]
		}
		return "&anchor >-\n\n" + pad + text
	}
}

func plain(text string) bool {
	return !strings.ContainsAny(text, "\"'#{}[],&*!|>%@`\t") && !strings.Contains(text, ": ") && text == strings.TrimSpace(text)
}

// doubleQuoted escapes what it must, and with odd set some of what it need not.
func doubleQuoted(t *rapid.T, text, pad string, odd bool) string {
	var b strings.Builder
	b.WriteByte('"')
	for i, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteRune('\\')
			b.WriteRune(r)
		case odd && rapid.IntRange(0, 9).Draw(t, "escape") == 0:
			switch rapid.IntRange(0, 3).Draw(t, "how") {
			case 0:
				fmt.Fprintf(&b, `\u%04x`, r)
			case 1:
				fmt.Fprintf(&b, `\U%08X`, r)
			case 2:
				if r != ' ' && i > 0 {
					b.WriteString("\\\n" + pad) // an escaped line break is nothing
				}
				b.WriteRune(r)
			default:
				if r == '/' {
					b.WriteByte('\\')
				}
				b.WriteRune(r)
			}
		case odd && r == ' ' && i > 0 && i < len(text)-1 && text[i-1] != ' ' && text[i+1] != ' ':
			b.WriteString("  \n" + pad + " ") // a line break is a space
		default:
			b.WriteRune(r)
		}
	}
	return b.String() + `"`
}

// yamlLines are entries of a mapping, with the indentation of what stands in
// them and whether a block scalar may.
var yamlLines = []struct {
	format string
	indent int
	block  bool
}{
	{"k%d: %s\n", 2, true},
	{"k%d:   %s\n", 2, true},
	{"k%d:\n  - a\n  - %s\n", 4, true},
	{"k%d:\n- x: 1\n  y: %s\n", 4, true},
	{"k%d: {a: b, c: %s, d: [1]}\n", 2, false},
	{"k%d: [a, %s, 'it''s']\n", 2, false},
	{"k%d:\n  %s\n", 2, false},
	{"k%d: !!str %s\n", 2, false},
	{"? k%d\n: %s\n", 2, true},
	{"k%d: &a%[1]d %s\n", 2, false},
	{"# it's a comment: \"\nk%d: %s # it's another\n", 2, false},
	{"k%d: |\n  it's\n   \"a\n\nj%[1]d: %s\n", 2, true},
	{"k%d: \"a\n  'b\"\nj%[1]d: %s\n", 2, true},
	{"k%d: a\n  # no comment's end\nj%[1]d: %s\n", 2, true},
	{"k%d:\n  é😀: %s\n", 4, true},
	{"k%d: [\n  [\"\"], # it's\n  %s\n]\n", 4, false},
	{"k%d:\n  - - - %s\n", 8, true},
	{"k%d:\n  a: ~\n  \"b\": %s\n", 4, true},
}

func TestYAML(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var planted []string
		var document strings.Builder
		for i := range rapid.IntRange(1, 4).Draw(t, "entries") {
			value := rapid.SampledFrom(texts()).Draw(t, "text")
			planted = append(planted, value, value+"\n", value+"\n\n")
			line := rapid.SampledFrom(yamlLines).Draw(t, "entry")
			fmt.Fprintf(&document, line.format, i, yamlScalar(t, value, line.indent, line.block))
			if rapid.IntRange(0, 9).Draw(t, "next") == 0 {
				document.WriteString("---\n")
			}
		}
		text, clean := noisy(t, document.String(), "\n", " ", "  ", "\t", "#", " #", "'", "\"", "\\", ":", ": ", "-", "- ", ",", "[", "]", "{", "}", "|", ">", "\n\n", "&a ", "!t ", "? ", "---\n", "...\n", "%", "é")
		if rapid.IntRange(0, 4).Draw(t, "CRLF") == 0 {
			text = strings.ReplaceAll(text, "\n", "\r\n")
		}
		places, ok := yamlPlaces(text)
		if !ok {
			t.Skipf("the oracle cannot parse %q", text)
		}
		if why := yamlDisagreement(text, planted, places, clean); why != "" {
			t.Fatalf("%q\n%s", text, why)
		}
	})
}

// yamlDisagreement is disagreement on scalars, whose line breaks at the end are
// none of a connection string.
func yamlDisagreement(text string, planted []string, places []place, all bool) string {
	trimmed := make([]place, len(places))
	for i, p := range places {
		trimmed[i] = p
		trimmed[i].text = strings.TrimRight(p.text, "\n")
	}
	comments := place{span: source.Span{End: len(text)}, text: strings.Join(commentsOf(text), "\n"), code: true}
	return disagreement("a.yaml", text, planted, append(trimmed, comments), all)
}

// commentsOf lists what may be comments: lint reads them, too.
func commentsOf(text string) (all []string) {
	for line := range strings.Lines(text) {
		if _, comment, ok := strings.Cut(line, "#"); ok {
			all = append(all, comment)
		}
	}
	return all
}

// TestYAMLFiles plants a connection string in scalars of real files.
func TestYAMLFiles(t *testing.T) {
	const value = "https://c.kusto.windows.net/Db;Fed=true"
	n, failures := 0, 0
	for path, text := range files(t, 300, ".yaml", ".yml") {
		places, ok := yamlPlaces(text)
		if !ok {
			continue
		}
		for i := 0; i < len(places); i += max(1, len(places)/25) {
			p := places[i]
			written := p.text
			if rest := text[p.span.Start:p.span.End]; rest != "" && (rest[0] == '"' || rest[0] == '\'') {
				written = rest[:1] + p.text + rest[:1]
			}
			if p.code || p.text == "" || !strings.HasPrefix(text[p.span.Start:], written) {
				continue
			}
			changed := text[:p.span.Start] + `"` + value + `"` + text[p.span.Start+len(written):]
			again, ok := yamlPlaces(changed)
			if !ok {
				continue
			}
			n++
			if why := yamlDisagreement(changed, []string{value}, again, true); why != "" && failures < 20 {
				failures++
				t.Errorf("%s: at %d: %.120q: %s", path, p.span.Start, changed[max(0, p.span.Start-60):], why)
			}
		}
	}
	t.Logf("%d scalars", n)
	if n < 100 {
		t.Errorf("only %d scalars", n)
	}
}
