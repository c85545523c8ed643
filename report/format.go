package report

import (
	"fmt"
	"io"
	"strings"
)

// Format is a way to write findings. The zero Format is invalid.
type Format int

// The formats.
const (
	_          Format = iota
	Text              // for people: excerpts with carets, help and fixes
	Concise           // one line a finding
	JSON              // one object with the findings, their edits and a summary
	JSONL             // one object a line
	SARIF             // SARIF 2.1.0, as GitHub code scanning reads it
	GitHub            // workflow commands, which GitHub Actions turns into annotations
	HTML              // a page to look at, which needs no other file and runs no script
	GitLab            // GitLab's report of code quality
	GitLabSAST        // GitLab's report of static analysis
	JUnit             // JUnit's XML, a failed case a finding
)

// formats holds what there is to a format: its name, and what writes it.
var formats = [...]struct {
	name  string
	write func(io.Writer, []located, Options) error
}{
	Text:       {"text", writeText},
	Concise:    {"concise", writeConcise},
	JSON:       {"json", writeJSON},
	JSONL:      {"jsonl", writeJSONL},
	SARIF:      {"sarif", writeSARIF},
	GitHub:     {"github", writeGitHub},
	HTML:       {"html", writeHTML},
	GitLab:     {"gitlab", writeGitLab},
	GitLabSAST: {"gitlab-sast", writeGitLabSAST},
	JUnit:      {"junit", writeJUnit},
}

// String returns the format's name as ParseFormat reads it.
func (f Format) String() string {
	if f <= 0 || int(f) >= len(formats) {
		return fmt.Sprintf("format(%d)", int(f))
	}
	return formats[f].name
}

// FormatNames returns the names of the formats, the default one first.
func FormatNames() (names []string) {
	for _, f := range formats[1:] {
		names = append(names, f.name)
	}
	return names
}

// ParseFormat returns the format of that name, or an error that lists the
// names.
func ParseFormat(name string) (Format, error) {
	for f := range formats {
		if f > 0 && formats[f].name == name {
			return Format(f), nil
		}
	}
	return 0, fmt.Errorf("no such format; there are %s", strings.Join(FormatNames(), ", "))
}
