package recognize

import (
	"strings"

	"kustoconn/endpoint"
)

// isShorthandFor reports whether text is a shorthand, "@cluster/database", and
// key a tool or a setting that takes one. Elsewhere "@a/b" is a team, a
// package or a mention.
func isShorthandFor(text, key string) bool {
	if !strings.HasPrefix(text, "@") || !isKustoSetting(key) {
		return false
	}
	e := endpoint.AnalyzePrefix(text)
	return e.Form == endpoint.Shorthand && len(e.Faults) == 0
}

// isKustoSetting reports whether key names a Kusto tool, or a setting for a
// connection to Kusto.
func isKustoSetting(key string) bool {
	key = strings.ToLower(key)
	if strings.Contains(key, "lightingest") {
		return true
	}
	before, after, found := strings.Cut(key, "kusto")
	if !found {
		return false
	}
	if strings.Contains(before, "connection") { // ConnectionStrings:kusto
		return true
	}
	for _, word := range []string{".cli", "cli.", ".explorer", "conn", "cluster", "uri", "url", "endpoint"} {
		if strings.Contains(after, word) {
			return true
		}
	}
	return after == "cli" || strings.HasPrefix(after, "cli ")
}
