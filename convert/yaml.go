package convert

import (
	"strings"

	"github.com/goccy/go-yaml"
)

// yamlLiteral writes text as a double-quoted scalar for a reader that expands
// dollars and takes two for one.
func yamlLiteral(text string) (string, string) {
	return strings.ReplaceAll(escapes{cLike, utf32Escapes}.literal(text), "$", "$$"), ""
}

// yamlStrings returns the scalars of a mapping under their keys, as they were
// before expansion: before is what a look-up starts with.
func yamlStrings(mapping any, before string) (entries []entry) {
	fields, _ := mapping.(map[string]any)
	for key, value := range fields {
		if text, ok := value.(string); ok {
			text = lookUps(text, before, "}")
			entries = append(entries, entry{key, strings.ReplaceAll(text, "$$", "$")})
		}
	}
	return entries
}

func yamlDocument(text string) (document map[string]any, err error) {
	if err := yaml.Unmarshal([]byte(text), &document); err != nil {
		return nil, errFormat // the parser's own message quotes the text
	}
	return document, nil
}

// lines writes entries as lines of a mapping, indented.
func yamlLines(indent string, entries []entry) string {
	var out strings.Builder
	for _, e := range entries {
		out.WriteString(indent + e.key + ": " + e.value + "\n")
	}
	return out.String()
}
