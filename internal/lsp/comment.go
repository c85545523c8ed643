package lsp

import (
	"path/filepath"
	"strings"
)

// comment is how a comment on a line of its own begins and ends.
type comment struct {
	before, after string
	// continues are the characters of which one at the end of a line says that the next
	// line belongs to it: a comment between the two would end the command.
	continues string
	// amid reports whether a comment would be none between the lines before and the one that
	// begins so; nil for never.
	amid func(before, line string) bool
	// languages are the names that editors give them, and the ends of files' names.
	languages string
}

// comments are those that there are. A format that has none, as JSON, is not among them.
var comments = []comment{
	{"// ", "", `\`, amidMarkup, "bicep c cpp cs csharp dart fs fsharp go groovy java javascript javascriptreact js json5 jsonc jsx kotlin " +
		"kql kt kts kusto php proto rs rust sbt scala swift ts tsx typescript typescriptreact"},
	{"# ", "", "\\`^", nil, "bash cfg conf dockercompose dotenv elixir env ex exs hcl ini jl julia make makefile perl pl " +
		"powershell properties ps1 py python r rb ruby sh shell shellscript terraform tf tfvars toml yaml yml zsh"},
	{"# ", "", "", nil, "dockerfile"}, // which has comments amid a command
	{"-- ", "", "", nil, "haskell hs lua sql"},
	{"' ", "", "_", nil, "vb vbs"},
	{"REM ", "", "^", nil, "bat batch cmd dosbatch"},
	{"<!-- ", " -->", "", amidTag, "config csproj htm html markdown md props targets xml xsd"},
}

// commentOf returns the comment of a document's language, or else of its name.
func commentOf(language, name string) (c comment, ok bool) {
	base := strings.ToLower(filepath.Base(name))
	names := []string{strings.ToLower(language), strings.TrimPrefix(filepath.Ext(base), "."), strings.TrimPrefix(base, ".")}
	for _, wanted := range names {
		for _, c := range comments {
			for known := range strings.FieldsSeq(c.languages) {
				if known == wanted {
					return c, true
				}
			}
		}
	}
	return comment{}, false
}

// fits reports whether a comment can stand on a line of its own between the lines before a
// string and its own, of which line is what stands before the string.
func (c *comment) fits(before, line string) bool {
	last := strings.TrimRight(before, " \t\r\n")
	continued := last != "" && strings.IndexByte(c.continues, last[len(last)-1]) >= 0
	return !continued && (c.amid == nil || !c.amid(before, line))
}

// amidMarkup reports whether a string stands in what looks like the markup that some
// languages have amid code: its line begins with a tag, or no literal and no comment does.
func amidMarkup(_, line string) bool {
	trimmed := strings.TrimLeft(line, " \t")
	return strings.HasPrefix(trimmed, "<") || !strings.ContainsAny(line, "\"'`") && !strings.Contains(line, "//") && !strings.HasPrefix(trimmed, "*")
}

// amidTag reports whether a line is within a tag that began before it, or a row of a table
// in Markdown.
func amidTag(before, line string) bool {
	if strings.HasPrefix(strings.TrimLeft(line, " \t"), "|") {
		return true
	}
	for end := len(before); ; {
		start := strings.LastIndexByte(before[:end], '<')
		if start < 0 {
			return false
		}
		if tag := before[start+1:]; tag != "" && (tag[0]|0x20 >= 'a' && tag[0]|0x20 <= 'z' || tag[0] == '_') {
			return !closes(tag)
		}
		end = start
	}
}

// closes reports whether the tag whose text this is ends in it.
func closes(tag string) bool {
	quote := rune(0)
	for _, r := range tag {
		switch {
		case r == quote:
			quote = 0
		case quote != 0:
		case r == '"' || r == '\'':
			quote = r
		case r == '>':
			return true
		}
	}
	return false
}
