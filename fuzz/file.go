package fuzz

import (
	"fmt"
	"strings"
	"unicode/utf16"

	"kustoconn/fuzz/draw"
)

// File is a configuration or source file that holds connection strings.
type File struct {
	Name    string // with the extension that tells the format
	Content string
	Strings []Found // in order
}

// Found is a string in a file.
type Found struct {
	Text       string // unescaped
	Start, End int    // bytes of the file between the quotation marks, escapes included
}

// format writes files of one kind: lines of a holder's name and a string.
type format struct {
	name   string
	head   string // before the lines
	tail   string // behind them
	line   string // %s is the holder's name, and the mark is where the string stands
	styles []literal
}

// literal is a way to write a string: between its marks, escaped.
type literal struct {
	open, close string
	escape      func(t draw.T, s string) string
	holds       func(s string) bool // nil for all
}

var formats = []format{
	{name: "appsettings.json", head: "{\n  \"version\": 1", tail: "\n}\n", line: ",\n  \"%s\": " + openMark, styles: []literal{{`"`, `"`, jsonEscape, nil}}},
	{name: "config.yaml", head: "# settings\n", line: "%s: " + openMark + "\n", styles: []literal{
		{`"`, `"`, backslashEscape, isOneLine},
		{"'", "'", func(_ draw.T, s string) string { return strings.ReplaceAll(s, "'", "''") }, isOneLine},
		{"", "", verbatim, isPlainYAML},
	}},
	{name: "settings.toml", head: "[kusto]\n", line: "%s = " + openMark + "\n", styles: []literal{
		{`"`, `"`, backslashEscape, isOneLine},
		{"'", "'", verbatim, func(s string) bool { return isOneLine(s) && !strings.Contains(s, "'") }},
	}},
	{name: ".env", head: "# settings\n", line: "%s=" + openMark + "\n", styles: []literal{
		{`"`, `"`, func(t draw.T, s string) string {
			return strings.ReplaceAll(backslashEscape(t, s), "$", `\$`)
		}, isOneLine},
		{"'", "'", verbatim, func(s string) bool { return isOneLine(s) && !strings.Contains(s, "'") }},
	}},
	{name: "Program.cs", head: "class Program\n{\n", tail: "}\n", line: "    const string %s = " + openMark + ";\n", styles: []literal{
		{`"`, `"`, backslashEscape, isOneLine},
		{`@"`, `"`, func(_ draw.T, s string) string { return strings.ReplaceAll(s, `"`, `""`) }, isOneLine},
	}},
	{name: "main.py", head: "import os\n\n", line: "%s = " + openMark + "\n", styles: []literal{
		{`"`, `"`, backslashEscape, isOneLine},
		{"'", "'", func(_ draw.T, s string) string { return strings.NewReplacer(`\`, `\\`, "'", `\'`).Replace(s) }, isOneLine},
		{`r"`, `"`, verbatim, func(s string) bool { return isOneLine(s) && !strings.ContainsAny(s, `"\`) }},
	}},
}

// Files draws files of common formats (JSON, YAML, TOML, dotenv, C#, Python)
// that hold connection strings with a Kusto endpoint, in each format's own
// ways to quote and escape, with where each string stands.
func Files() draw.Generator[File] {
	return draw.Custom(func(t draw.T) File {
		f := draw.SampledFrom(formats).Draw(t)
		file := File{Name: f.name}
		var content strings.Builder
		content.WriteString(f.head)
		for i := range draw.IntRange(1, 3).Draw(t) {
			text := inFile().Draw(t)
			style := draw.SampledFrom(f.styles).Filter(func(l literal) bool { return l.holds == nil || l.holds(text) }).Draw(t)
			before, after, _ := strings.Cut(fmt.Sprintf(f.line, fmt.Sprintf("kusto%d", i+1)), openMark)
			content.WriteString(before + style.open)
			start := content.Len()
			content.WriteString(style.escape(t, text))
			file.Strings = append(file.Strings, Found{text, start, content.Len()})
			content.WriteString(style.close + after)
		}
		content.WriteString(f.tail)
		file.Content = content.String()
		return file
	})
}

// inFile draws a string as it may stand in a file: with a Kusto endpoint and a
// pair that only Kusto has, on one line.
func inFile() draw.Generator[string] {
	return draw.Custom(func(t draw.T) string {
		first := draw.SampledFrom([]string{"https://help.kusto.windows.net/Samples", "Data Source=https://help.kusto.windows.net;Initial Catalog=Samples"})
		value := draw.SampledFrom([]string{"a", `"a;b"`, "'a b'", `"it's"`, `"C:\a"`, `"a=b"`, "é", "\U0001f600", `"say ""x"""`})
		text := first.Draw(t) + ";Fed=true"
		if draw.Bool().Draw(t) {
			text += ";Application Name for Tracing=" + value.Draw(t)
		}
		return text + draw.SampledFrom([]string{"", ";"}).Draw(t)
	})
}

func verbatim(_ draw.T, s string) string { return s }

func backslashEscape(_ draw.T, s string) string {
	return strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s)
}

// jsonEscape escapes what JSON must, and by chance other characters too.
func jsonEscape(t draw.T, s string) string {
	more := draw.SampledFrom([]string{"", "=", "é\U0001f600", "A;"}).Draw(t)
	var b strings.Builder
	for _, r := range s {
		switch {
		case strings.ContainsRune(more, r):
			for _, unit := range utf16.Encode([]rune{r}) {
				fmt.Fprintf(&b, `\u%04x`, unit)
			}
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func isOneLine(s string) bool { return !strings.ContainsAny(s, "\n\r") }

// isPlainYAML reports whether s can stand without quotation marks.
func isPlainYAML(s string) bool {
	return isOneLine(s) && !strings.Contains(s, ": ") && !strings.Contains(s, " #") && strings.TrimSpace(s) == s
}
