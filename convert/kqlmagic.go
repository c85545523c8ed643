package convert

import (
	"strings"

	"kustoconn/schema"
)

// kqlmagic is a connection string of Kqlmagic (jupyter-Kqlmagic, help.py). Its
// look-up in the environment is a placeholder, to be filled in.
var kqlmagic = &tool{
	name: "kqlmagic", title: "Kqlmagic",
	always: []setting{of("cluster", schema.DataSource), of("database", schema.InitialCatalog)},
	modes: map[schema.ModeID][]setting{
		schema.AppKey: {
			of("tenant", schema.AuthorityID),
			of("clientid", schema.ApplicationClientID),
			of("clientsecret", schema.ApplicationKey),
		},
		schema.PasswordAuth: {
			optional("tenant", schema.AuthorityID),
			of("username", schema.UserID),
			of("password", schema.Password),
		},
		schema.DeviceCode: {fixed(kqlmagicCode, ""), optional("tenant", schema.AuthorityID)},
		schema.NoAuth:     {fixed(kqlmagicAnonymous, "")},
	},
	literal: func(text string) (string, string) {
		switch {
		case hasControl(text):
			return "", "its string holds no control character"
		case strings.Contains(text, "'"):
			return "", "its values stand in single quotation marks and cannot hold one"
		case strings.Contains(text, "${"):
			return "", "\"${\" stands for a look-up in it"
		}
		return "'" + text + "'", ""
	},
	env: "'${%s}'",
	layout: func(entries []entry) string {
		var parts []string
		for _, e := range entries {
			if e.key == kqlmagicCode || e.key == kqlmagicAnonymous {
				parts = append(parts, e.key)
			} else {
				parts = append(parts, e.key+"="+e.value)
			}
		}
		return "azureDataExplorer://" + strings.Join(parts, ";") + "\n"
	},
	parse: parseKqlmagic,

	instead: "app-key, password or device-code",
}

const kqlmagicCode, kqlmagicAnonymous = "code", "anonymous"

// parseKqlmagic reads scheme://key='value';flag. Keys ignore case, '_' and '-'.
func parseKqlmagic(text string) (entries []entry, err error) {
	scheme, rest, found := strings.Cut(strings.TrimSpace(text), "://")
	if !found || strings.ToLower(scheme) != "azuredataexplorer" && strings.ToLower(scheme) != "kusto" {
		return nil, errFormat
	}
	for rest != "" {
		end := strings.IndexAny(rest, "=;")
		if end < 0 {
			end = len(rest)
		}
		key := strings.NewReplacer("_", "", "-", "", " ", "").Replace(strings.ToLower(rest[:end]))
		value := ""
		rest = rest[end:]
		if after, has := strings.CutPrefix(rest, "="); has {
			if after == "" || after[0] != '\'' && after[0] != '"' {
				return nil, errFormat
			}
			if value, rest, found = strings.Cut(after[1:], after[:1]); !found {
				return nil, errFormat
			}
		}
		if rest != "" && rest[0] != ';' {
			return nil, errFormat
		}
		rest = strings.TrimPrefix(rest, ";")
		entries = append(entries, entry{key, value})
	}
	return entries, nil
}
