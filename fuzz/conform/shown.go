package conform

import (
	"bytes"
	"fmt"
	"strings"

	"kustoconn/redact"
)

// shown returns the start of what the other program wrote, quoted, with the
// secrets of connection strings masked: unlike the strings it is asked about,
// its own words may hold anything.
func shown(words []byte) string {
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
