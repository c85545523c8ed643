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
	_       Format = iota
	Text           // for people: excerpts with carets, help and fixes
	Concise        // one line a finding
	JSON           // one object with the findings, their edits and a summary
	JSONL          // one object a line
	SARIF          // SARIF 2.1.0, as GitHub code scanning reads it
	GitHub         // workflow commands, which GitHub Actions turns into annotations
)

var formatNames = []string{"", "text", "concise", "json", "jsonl", "sarif", "github"}

var writers = map[Format]func(io.Writer, []located, Options) error{
	Text: writeText, Concise: writeConcise, JSON: writeJSON, JSONL: writeJSONL,
	SARIF: writeSARIF, GitHub: writeGitHub,
}

// String returns the format's name as ParseFormat reads it.
func (f Format) String() string {
	if f <= 0 || int(f) >= len(formatNames) {
		return fmt.Sprintf("format(%d)", int(f))
	}
	return formatNames[f]
}

// FormatNames returns the names of the formats, the default one first.
func FormatNames() []string { return append([]string(nil), formatNames[1:]...) }

// ParseFormat returns the format of that name, or an error that lists the
// names.
func ParseFormat(name string) (Format, error) {
	for f := Text; f <= GitHub; f++ {
		if f.String() == name {
			return f, nil
		}
	}
	return 0, fmt.Errorf("no such format; there are %s", strings.Join(FormatNames(), ", "))
}
