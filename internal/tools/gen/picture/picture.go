package main

import (
	"fmt"
	"html"
	"io"
	"strings"
	"unicode/utf8"

	"kustoconn/internal/cli"
)

// file is what is linted.
const file = `{
  "Kusto": "https://help.kusto.windows.net/Samples;Fed=true;Fed=true;UserToken=eyJ0eXAiOiJKV1Qi"
}
`

// screen returns what a terminal shows, with its colours: each command, and what it prints.
func screen() string {
	var b strings.Builder
	show := func(typed, input string, args ...string) {
		fmt.Fprintf(&b, "$ \x1b[1m%s\x1b[0m\n", typed)
		cli.Main(args, strings.NewReader(input), &b, io.Discard)
	}
	show("kustoconn lint appsettings.json", file, "lint", "--no-config", "--quiet", "--color", "always", "--stdin-filename", "appsettings.json")
	b.WriteString("\n")
	const line = "https://help.kusto.windows.net/Samples;Fed=true;UserToken=eyJ0eXAiOiJKV1Qi"
	show("kustoconn redact < service.log", "connecting to "+line+"\n", "redact", "--no-config")
	return b.String()
}

// Measures, in pixels.
const (
	charWidth  = 8.4
	lineHeight = 20
	margin     = 16
)

// classes are the styles of the picture, by the codes that a terminal takes.
var classes = map[string]string{"1": "b", "1;31": "b r", "1;33": "b y", "1;34": "b l", "1;36": "b l"}

const style = `text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;fill:#1f2328;white-space:pre}
rect{fill:#f6f8fa;stroke:#d1d9e0}.b{font-weight:600}.r{fill:#b3141f}.y{fill:#7a4a00}.l{fill:#0550ae}
@media(prefers-color-scheme:dark){text{fill:#e6edf3}rect{fill:#161b22;stroke:#3d444d}.r{fill:#ff9492}.y{fill:#e3b341}.l{fill:#79c0ff}}`

// draw returns a picture of a terminal's screen.
func draw(screen string) string {
	lines := strings.Split(strings.TrimRight(screen, "\n"), "\n")
	var b strings.Builder
	widest := 0
	for i, line := range lines {
		text, width := spans(line)
		widest = max(widest, width)
		fmt.Fprintf(&b, "<text x=\"%d\" y=\"%d\" xml:space=\"preserve\">%s</text>\n", margin, margin+lineHeight*(i+1)-6, text)
	}
	width, height := 2*margin+int(float64(widest)*charWidth), 2*margin+lineHeight*len(lines)
	return fmt.Sprintf("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%[1]d\" height=\"%[2]d\">\n<style>%s</style>\n"+
		"<rect x=\".5\" y=\".5\" width=\"%d\" height=\"%d\" rx=\"8\"/>\n%s</svg>\n", width, height, style, width-1, height-1, b.String())
}

// spans returns a line of a terminal as SVG, and how many characters it shows.
func spans(line string) (svg string, width int) {
	var b strings.Builder
	for i, part := range strings.Split(line, "\x1b[") {
		code, text, colored := strings.Cut(part, "m")
		if i == 0 || !colored {
			code, text = "0", part
		}
		width += utf8.RuneCountInString(text)
		switch class, known := classes[code]; {
		case text == "":
		case known:
			fmt.Fprintf(&b, `<tspan class="%s">%s</tspan>`, class, html.EscapeString(text))
		default:
			b.WriteString(html.EscapeString(text))
		}
	}
	return b.String(), width
}
