package convert

import (
	"fmt"
	"strings"

	"kustoconn/internal/data/tools"
)

// logstash writes an output of Logstash.
var logstash = &format{
	Tool:    tools.Get("logstash"),
	literal: logstashLiteral,
	env:     `"${%s}"`,
	layout: func(_ *tools.Tool, lines []line) string {
		var out strings.Builder
		out.WriteString("output {\n  kusto {\n")
		for _, l := range lines {
			fmt.Fprintf(&out, "    %s => %s\n", l.Key, l.value)
		}
		out.WriteString("  }\n}\n")
		return out.String()
	},
	parse: func(_ *tools.Tool, text string) (entries []entry, err error) {
		for line := range strings.Lines(text) {
			key, value, found := strings.Cut(strings.TrimSpace(line), "=>")
			if !found || strings.HasPrefix(key, "#") {
				continue
			}
			if value = strings.TrimSpace(value); len(value) >= 2 && value[0] == value[len(value)-1] && strings.ContainsRune(`"'`, rune(value[0])) {
				value = value[1 : len(value)-1]
			}
			entries = append(entries, entry{strings.TrimSpace(key), value})
		}
		return entries, nil
	},
	instead: "app-key, az-cli or a managed identity",
}

// logstashLiteral quotes by the mark that text does not hold: by default a
// string of Logstash has no escapes.
func logstashLiteral(text string) (string, string) {
	switch {
	case hasControl(text):
		return "", "its strings hold no control character"
	case strings.Contains(text, "${") || strings.Contains(text, "%{"):
		return "", "it would expand \"${\" and \"%{\""
	case strings.Contains(text, `\"`) || strings.Contains(text, `\'`) || strings.HasSuffix(text, `\`):
		return "", "its strings hold no backslash before a quotation mark"
	case !strings.Contains(text, `"`):
		return `"` + text + `"`, ""
	case !strings.Contains(text, `'`):
		return `'` + text + `'`, ""
	}
	return "", "its strings hold one kind of quotation mark only"
}
