package convert

import (
	"net/url"
	"strings"

	"kustoconn/schema"
)

// sqlalchemy is a URL of sqlalchemy-kusto (dialect_base.py). Its look-up in the
// environment is a placeholder, for the shell or the program to fill in,
// percent-encoded.
var sqlalchemy = &tool{
	name: "sqlalchemy", title: "sqlalchemy-kusto",
	always: []setting{of(sqlalchemyCluster, schema.DataSource), of(sqlalchemyDatabase, schema.InitialCatalog)},
	modes: map[schema.ModeID][]setting{
		schema.AppKey: {
			of("azure_ad_client_id", schema.ApplicationClientID),
			of("azure_ad_client_secret", schema.ApplicationKey),
			of("azure_ad_tenant_id", schema.AuthorityID),
			fixed("msi", "False"),
		},
		schema.SystemManagedIdentity: {fixed("msi", "True")},
		schema.UserManagedIdentity:   {fixed("msi", "True"), of("user_msi", schema.ManagedServiceIdentity)},
	},
	literal: func(text string) (string, string) {
		return strings.ReplaceAll(url.QueryEscape(text), "+", "%20"), ""
	},
	cluster: func(uri string) (string, string) {
		u, err := url.Parse(uri)
		if err != nil || u.Scheme != "https" || u.User != nil || u.Port() != "" && u.Port() != "443" ||
			strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.Fragment != "" {
			return "", "it holds the host alone, and means https and port 443"
		}
		return strings.TrimSuffix(u.Host, ":443"), ""
	},
	env: "${%s}",
	layout: func(entries []entry) string {
		var cluster, database string
		var query []string
		for _, e := range entries {
			switch e.key {
			case sqlalchemyCluster:
				cluster = e.value
			case sqlalchemyDatabase:
				database = e.value
			default:
				query = append(query, e.key+"="+e.value)
			}
		}
		return "kustokql+https://" + cluster + "/" + database + "?" + strings.Join(query, "&") + "\n"
	},
	parse: func(text string) ([]entry, error) {
		scheme, rest, found := strings.Cut(strings.TrimSpace(text), "+https://")
		if !found || scheme != "kustokql" && scheme != "kustosql" {
			return nil, errFormat
		}
		path, query, _ := strings.Cut(rest, "?")
		host, database, _ := strings.Cut(path, "/")
		database, err := url.PathUnescape(database)
		if err != nil {
			return nil, errFormat
		}
		entries := []entry{{sqlalchemyCluster, "https://" + host}, {sqlalchemyDatabase, database}}
		for pair := range strings.SplitSeq(query, "&") {
			key, value, _ := strings.Cut(pair, "=")
			if value, err = url.QueryUnescape(value); err != nil {
				return nil, errFormat
			}
			entries = append(entries, entry{key, value})
		}
		return entries, nil
	},
	instead: "app-key or a managed identity",
}

const sqlalchemyCluster, sqlalchemyDatabase = "cluster", "database"
