package lint

import (
	"strings"

	"kustoconn/internal/recognize"
	"kustoconn/lint/internal/format"
)

// GuessName returns a file name by which [Text] reads a text that has none, such as one that
// was pasted: "pasted.yaml", "pasted.cs". It is "" where the text is one connection string
// and nothing else, or a line that is like no format. The answer is told from how lines
// look, and may be wrong; it costs one pass.
func GuessName(text string) string {
	trimmed := strings.TrimSpace(text)
	found := recognize.Find(trimmed, recognize.Context{Whole: true})
	if len(found) == 1 && found[0].Span.Len() == len(trimmed) {
		return ""
	}
	name := format.Guess(text)
	if name == "" && strings.Contains(trimmed, "\n") {
		return "pasted.txt"
	}
	return name
}

// NameFor returns a file name by which [Text] reads a text of that name and language: the
// name where that says a format, or else one of a file in the language, as Markdown fences
// and editors name it; the name, too, where no such language is known.
func NameFor(name, language string) string {
	if !format.Promised(name) {
		if other := format.NameOf(language); other != "" {
			return other
		}
	}
	return name
}
