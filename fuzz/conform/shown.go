package conform

import (
	"bytes"
	"fmt"
	"strings"

	"kustoconn/redact"
)

// masker masks what the other program wrote: unlike the strings it is asked
// about, its own words may hold anything.
type masker struct {
	command []string // what was started, which may be a connection string by mistake
}

// fewest is the length from which on an argument is not repeated: less says
// nothing, and is part of many words.
const fewest = 4

// shown returns the start of words, quoted, with the arguments of the command
// named by their numbers and the secrets of connection strings masked.
func (m masker) shown(words []byte) string {
	for i, argument := range m.command {
		if len(argument) >= fewest {
			words = bytes.ReplaceAll(words, []byte(argument), fmt.Appendf(nil, "(argument %d)", i+1))
		}
	}
	const most = 200
	var masked strings.Builder
	if err := redact.Copy(&masked, bytes.NewReader(words)); err != nil {
		panic(err) // neither reading nor writing memory fails
	}
	if text := masked.String(); len(text) > most {
		return fmt.Sprintf("%q…", text[:most])
	}
	return fmt.Sprintf("%q", masked.String())
}
