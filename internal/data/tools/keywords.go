package tools

import (
	"slices"
	"strings"

	"kustoconn/internal/fold"
)

// holder is a setting of a tool that holds a whole connection string, in which the
// tool has keywords of its own.
type holder struct {
	path     string   // the last names of the path of its key, joined by dots
	keywords []string // they match as all keywords do
}

// holders. Source: influxdata/telegraf, plugins/outputs/microsoft_fabric/README.md,
// commit b272631466.
var holders = []holder{
	{"outputs.microsoft_fabric.connection_string", []string{
		"Table Name", "Create Tables", "Metrics Grouping Type", "Ingestion Type",
	}},
}

// OwnKeyword reports whether a keyword is a tool's own in the connection string that
// the key of a path holds. The path is joined by dots; an index of a list in it is
// passed over. It costs a look at a short table.
func OwnKeyword(path, keyword string) bool {
	if path == "" {
		return false
	}
	var names []string
	for name := range strings.SplitSeq(strings.ToLower(path), ".") {
		if strings.Trim(name, "0123456789") != "" {
			names = append(names, name)
		}
	}
	path = strings.Join(names, ".")
	for _, h := range holders {
		if path == h.path || strings.HasSuffix(path, "."+h.path) {
			return slices.ContainsFunc(h.keywords, func(k string) bool { return fold.Keyword(k) == fold.Keyword(keyword) })
		}
	}
	return false
}
