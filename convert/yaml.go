package convert

import (
	"strings"

	"kustoconn/internal/data/tools"
)

// yamlLiteral writes text as a double-quoted scalar for a reader that expands
// dollars and takes two for one.
func yamlLiteral(text string) (string, string) {
	return strings.ReplaceAll(escapes{cLike, utf32Escapes}.literal(text), "$", "$$"), ""
}

// yamlEntries returns what a mapping holds of the tool's settings, as it was
// before expansion: before is what a look-up starts with.
func yamlEntries(tool *tools.Tool, mapping any, before string) (entries []entry) {
	for _, s := range everySetting(tool) {
		for _, key := range s.Keys() {
			value := mapping
			for name := range strings.SplitSeq(key, ".") {
				fields, _ := value.(map[string]any)
				value = fields[name]
			}
			if text, ok := value.(string); ok {
				text = lookUps(text, before, "}")
				entries = append(entries, entry{key, strings.ReplaceAll(text, "$$", "$")})
			}
		}
	}
	return entries
}

// yamlLines writes settings as lines of a mapping, each under the names of its
// path, indented. Settings under the same names follow each other.
func yamlLines(indent string, lines []line) string {
	var out strings.Builder
	var open []string
	for _, l := range lines {
		path := strings.Split(l.Key, ".")
		last := len(path) - 1
		for depth, name := range path {
			switch {
			case depth < last && depth < len(open) && open[depth] == name:
			case depth < last:
				open = append(open[:depth], name)
				out.WriteString(indent + strings.Repeat("  ", depth) + name + ":\n")
			default:
				out.WriteString(indent + strings.Repeat("  ", depth) + name + ": " + l.value + "\n")
			}
		}
	}
	return out.String()
}
