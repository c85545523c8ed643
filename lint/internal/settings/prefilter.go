package settings

import (
	"strings"

	"kustoconn/internal/data/tools"
)

// Words returns words in lower case of which each file that holds settings holds one:
// every anchor has one of two in its name or its value, stands beside a key that has,
// or needs a line that names its package; or it is a text that starts with a scheme of
// its own.
func Words() []string {
	all := []string{"kusto", "explorer"}
	for _, tool := range tools.All() {
		for _, scheme := range tool.Schemes {
			if !strings.Contains(scheme, all[0]) && !strings.Contains(scheme, all[1]) {
				all = append(all, strings.ToLower(scheme)+"://")
			}
		}
	}
	return all
}
