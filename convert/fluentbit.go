package convert

import (
	"fmt"
	"strings"

	"kustoconn/internal/data/tools"
)

// fluentbit writes an output of Fluent Bit in its classic format.
var fluentbit = &format{
	Tool:    tools.Get("fluent-bit"),
	literal: fluentBitLiteral,
	env:     "${%s}",
	layout: func(tool *tools.Tool, lines []line) string {
		var out strings.Builder
		sign := tool.Signs[0]
		fmt.Fprintf(&out, "[OUTPUT]\n    %-18s %s\n", sign.Beside, sign.Value)
		for _, l := range lines {
			fmt.Fprintf(&out, "    %-18s %s\n", l.Key, l.value)
		}
		return out.String()
	},
	parse:   parseFluentBit,
	instead: "app-key or a managed identity",
}

func fluentBitLiteral(text string) (string, string) {
	switch {
	case strings.TrimSpace(text) != text:
		return "", "its format drops the white space around it"
	case hasControl(text):
		return "", "its format holds no line end or control character"
	case strings.Contains(text, "${"):
		return "", "it would look \"${\" up in the environment"
	}
	return text, ""
}

// parseFluentBit returns the settings of the first section that bears the
// tool's sign. Keys ignore case.
func parseFluentBit(tool *tools.Tool, text string) ([]entry, error) {
	sign := tool.Signs[0]
	var entries []entry
	named := false
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			if named {
				break
			}
			entries = nil
			continue
		}
		at := strings.IndexAny(line, " \t")
		if at < 0 || line[0] == '#' {
			continue
		}
		e := entry{strings.ToLower(line[:at]), strings.TrimSpace(line[at:])}
		named = named || e.key == sign.Beside && strings.EqualFold(e.value, sign.Value)
		entries = append(entries, e)
	}
	if !named {
		return nil, errFormat
	}
	return entries, nil
}
