package format

import (
	"path"
	"strings"

	"kustoconn/internal/ascii"
)

// of returns the name of a file's format, from its path, else from how its text
// starts; guessed says that only that suggests it.
func of(name, head string) (format string, guessed bool) {
	base := strings.ToLower(path.Base(strings.ReplaceAll(name, `\`, "/")))
	switch format := ofName(base); format {
	case "":
		return ofHead(head), true
	case config:
		if format := ofHead(head); format != "plain" {
			return format, true
		}
		head = strings.TrimSpace(head)
		if strings.HasPrefix(head, "<!--") || strings.HasSuffix(base, ".config") && len(head) > 1 && head[0] == '<' && ascii.IsLetter(head[1]) { // <connectionStrings>
			return "xml", true
		}
		return "ini", false
	default:
		return format, false
	}
}

// Promised reports whether a file's name says what format it has. Of another
// file the text is no more than a hint, and what its reader cannot read is no
// fault of the file.
func Promised(name string) bool {
	format := ofName(strings.ToLower(path.Base(strings.ReplaceAll(name, `\`, "/"))))
	return format != "" && format != config
}

// suffixes are extensions of files that are the template or a sample of what the
// rest of the name says.
var suffixes = map[string]bool{
	".j2": true, ".jinja": true, ".jinja2": true, ".erb": true, ".ejs": true, ".epp": true, ".tmpl": true, ".tpl": true, ".tftpl": true, ".gotmpl": true,
	".mustache": true, ".hbs": true, ".liquid": true, ".template": true, ".in": true, ".dist": true, ".example": true, ".sample": true,
	".bak": true, ".orig": true, ".old": true, ".default": true,
}

// config is what names say that only say that a file holds a configuration.
const config = "config"

// ofName returns the format that a file's base name in lower case says, config,
// or "".
func ofName(base string) string {
	if format, ok := known.byFile[base]; ok {
		return format.name
	}
	if base == ".env" || strings.HasPrefix(base, ".env.") {
		return "dotenv"
	}
	if strings.HasPrefix(base, "dockerfile.") {
		return "dockerfile"
	}
	extension := path.Ext(base)
	if suffixes[extension] {
		inner := strings.TrimSuffix(base, extension)
		format, own := ofName(inner), known.byExtension[extension]
		switch {
		case format == "html" && own != nil:
			return own.name // markup with code in it
		case format != "":
			return format
		case own != nil && path.Ext(inner) != "":
			return "" // a template of something else
		}
	}
	if format, ok := known.byExtension[extension]; ok {
		return format.name
	}
	if extension == ".conf" || extension == ".config" {
		return config
	}
	return ""
}

// ofHead tells a file's format from how its text starts.
func ofHead(head string) string {
	first, _, _ := strings.Cut(head, "\n")
	if command, ok := strings.CutPrefix(first, "#!"); ok {
		for _, word := range strings.Fields(command) {
			program := strings.TrimRight(path.Base(word), ".0123456789")
			if format, ok := known.byInterpreter[program]; ok {
				return format.name
			}
		}
	}
	trimmed := strings.TrimSpace(head)
	switch {
	case strings.HasPrefix(trimmed, "<?xml"), strings.HasPrefix(trimmed, "<configuration"), strings.HasPrefix(trimmed, "<nlog"):
		return "xml"
	case strings.HasPrefix(trimmed, "{") && !strings.HasPrefix(trimmed, "{{") && !strings.HasPrefix(trimmed, "{%"):
		return "json"
	case strings.HasPrefix(trimmed, "[[") || strings.Contains(head, "\n[["):
		return "toml"
	}
	return "plain"
}
