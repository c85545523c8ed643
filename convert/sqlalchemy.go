package convert

import (
	"net/url"
	"slices"
	"strings"

	"kustoconn/internal/data/tools"
	"kustoconn/schema"
)

// sqlalchemy writes a URL of sqlalchemy-kusto. Its look-up in the environment
// is a placeholder, for the shell or the program to fill in, percent-encoded.
var sqlalchemy = &format{
	Tool: tools.Get("sqlalchemy"),
	literal: func(text string) (string, string) {
		return strings.ReplaceAll(url.QueryEscape(text), "+", "%20"), ""
	},
	cluster: sqlalchemyHost,
	env:     "${%s}",
	layout: func(_ *tools.Tool, lines []line) string {
		var cluster, database string
		var query []string
		for _, l := range lines {
			switch l.Property {
			case schema.DataSource:
				cluster = l.value
			case schema.InitialCatalog:
				database = l.value
			default:
				query = append(query, l.Key+"="+l.value)
			}
		}
		return "kustokql+https://" + cluster + "/" + database + "?" + strings.Join(query, "&") + "\n"
	},
	parse:   parseSQLAlchemy,
	instead: "app-key or a managed identity",
}

func sqlalchemyHost(uri string) (string, string) {
	u, err := url.Parse(uri)
	if err != nil || u.Scheme != "https" || u.User != nil || u.Port() != "" && u.Port() != "443" ||
		strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.Fragment != "" {
		return "", "it holds the host alone, and means https and port 443"
	}
	return strings.TrimSuffix(u.Host, ":443"), ""
}

// parseSQLAlchemy reads dialect+https://cluster/database?key=value.
func parseSQLAlchemy(tool *tools.Tool, text string) (entries []entry, err error) {
	scheme, rest, found := strings.Cut(strings.TrimSpace(text), "+https://")
	if !found || !slices.Contains(tool.Schemes, scheme+"+https") {
		return nil, errFormat
	}
	path, query, _ := strings.Cut(rest, "?")
	host, database, _ := strings.Cut(path, "/")
	if database, err = url.PathUnescape(database); err != nil {
		return nil, errFormat
	}
	for _, s := range tool.Settings {
		if s.Property == schema.DataSource {
			entries = append(entries, entry{s.Key, "https://" + host})
		} else {
			entries = append(entries, entry{s.Key, database})
		}
	}
	for pair := range strings.SplitSeq(query, "&") {
		key, value, _ := strings.Cut(pair, "=")
		if value, err = url.QueryUnescape(value); err != nil {
			return nil, errFormat
		}
		entries = append(entries, entry{key, value})
	}
	return entries, nil
}
