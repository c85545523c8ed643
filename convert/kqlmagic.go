package convert

import (
	"slices"
	"strings"

	"kustoconn/internal/data/tools"
	"kustoconn/schema"
)

// kqlmagic writes a connection string of Kqlmagic. Its look-up in the
// environment is a placeholder, to be filled in.
var kqlmagic = &format{
	Tool:    tools.Get("kqlmagic"),
	literal: kqlmagicLiteral,
	env:     "'${%s}'",
	layout: func(_ *tools.Tool, lines []line) string {
		var parts []string
		for _, l := range lines {
			if l.Property == schema.None {
				parts = append(parts, l.Key) // the key alone selects the authentication
			} else {
				parts = append(parts, l.Key+"="+l.value)
			}
		}
		return "azureDataExplorer://" + strings.Join(parts, ";") + "\n"
	},
	parse:   parseKqlmagic,
	instead: "app-key, password or device-code",
}

func kqlmagicLiteral(text string) (string, string) {
	switch {
	case hasControl(text):
		return "", "its string holds no control character"
	case strings.Contains(text, "'"):
		return "", "its values stand in single quotation marks and cannot hold one"
	case strings.Contains(text, "${"):
		return "", "\"${\" stands for a look-up in it"
	}
	return "'" + text + "'", ""
}

// parseKqlmagic reads scheme://key='value';flag. Keys ignore case, '_' and '-'.
func parseKqlmagic(tool *tools.Tool, text string) (entries []entry, err error) {
	scheme, rest, found := strings.Cut(strings.TrimSpace(text), "://")
	if !found || !slices.Contains(tool.Schemes, tools.FoldKey(scheme)) {
		return nil, errFormat
	}
	for rest != "" {
		end := strings.IndexAny(rest, "=;")
		if end < 0 {
			end = len(rest)
		}
		key := tools.FoldKey(rest[:end])
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
