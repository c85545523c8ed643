package redact

import "strings"

// Path returns a path that stands where a message names what cannot be read, or,
// where it holds "=" or ";", what it was given as: a connection string that was put
// in a path's place would be shown else, secret and all.
func Path(path, as string) string {
	if strings.ContainsAny(path, "=;") {
		return as
	}
	return path
}
