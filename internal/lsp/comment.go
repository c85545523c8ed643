package lsp

import (
	"path/filepath"
	"strings"
)

// comments are how a comment on a line of its own begins and ends, by the names that
// editors give languages and by the ends of files' names. A format that has none, as
// JSON, is not among them.
var comments = []struct{ before, after, languages string }{
	{"// ", "", "bicep c cpp cs csharp dart fs fsharp go groovy java javascript javascriptreact js json5 jsonc jsx kotlin " +
		"kql kt kts kusto php proto rs rust sbt scala swift ts tsx typescript typescriptreact"},
	{"# ", "", "bash cfg conf dockercompose dockerfile dotenv elixir env ex exs hcl ini jl julia make makefile perl pl " +
		"powershell properties ps1 py python r rb ruby sh shell shellscript terraform tf tfvars toml yaml yml zsh"},
	{"-- ", "", "haskell hs lua sql"},
	{"' ", "", "vb vbs"},
	{"REM ", "", "bat batch cmd dosbatch"},
	{"<!-- ", " -->", "config csproj html htm markdown md props targets xml xsd"},
}

// commentOf returns the comment of a document's language, or else of its name.
func commentOf(language, name string) (before, after string, ok bool) {
	base := strings.ToLower(filepath.Base(name))
	names := []string{strings.ToLower(language), strings.TrimPrefix(filepath.Ext(base), "."), strings.TrimPrefix(base, ".")}
	for _, wanted := range names {
		for _, c := range comments {
			for known := range strings.FieldsSeq(c.languages) {
				if known == wanted {
					return c.before, c.after, true
				}
			}
		}
	}
	return "", "", false
}
