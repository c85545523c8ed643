package convert

import (
	"encoding/json"
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
		option := ""
		for _, l := range lines {
			switch {
			case l.Key == tryAzCli:
				option = " -try_azcli_login"
			case l.Key == tryMSI && l.Property == schema.None:
				option = " -try_msi={}"
			case l.Key == tryMSI:
				option = ` -try_msi={"client_id":"` + strings.Trim(l.value, "'") + `"}`
			case l.Property == schema.None:
				parts = append(parts, l.Key) // the key alone selects the authentication
			default:
				parts = append(parts, l.Key+"="+l.value)
			}
		}
		return "azureDataExplorer://" + strings.Join(parts, ";") + option + "\n"
	},
	parse:   parseKqlmagic,
	instead: "app-key, password, device-code, az-cli or a managed identity",
}

// The options behind the string that sign in otherwise than it says, as FoldKey has them.
const (
	tryAzCli = "tryazclilogin"
	tryMSI   = "trymsi"
)

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
		if option := strings.Index(rest[:end], " -"); option >= 0 { // behind a flag
			end = option
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
		entries = append(entries, entry{key, value})
		if strings.HasPrefix(rest, " ") {
			option, err := parseOption(strings.TrimSpace(rest))
			return append(entries, option), err
		}
		if rest != "" && rest[0] != ';' {
			return nil, errFormat
		}
		rest = strings.TrimPrefix(rest, ";")
	}
	return entries, nil
}

// parseOption reads the one option that may stand behind a string: -try_azcli_login, or
// -try_msi={"client_id":"…"}, whose value is then the id. Another one may sign in by
// something else, or hold a token.
func parseOption(text string) (entry, error) {
	name, value, _ := strings.Cut(text, "=")
	if name, ok := strings.CutPrefix(name, "-"); ok {
		switch key := tools.FoldKey(name); {
		case key == tryAzCli && (value == "" || strings.EqualFold(value, "true")):
			return entry{key, ""}, nil
		case key == tryMSI:
			if id, ok := identityOf(value); ok {
				return entry{key, id}, nil
			}
		}
	}
	return entry{}, errFormat
}

// identityOf returns the client id of a managed identity in the value of -try_msi, or
// "{}" for that of the system.
func identityOf(value string) (id string, ok bool) {
	var parameters map[string]string
	if err := json.Unmarshal([]byte(value), &parameters); err != nil {
		return "", false
	}
	switch id = parameters["client_id"]; {
	case parameters != nil && len(parameters) == 0:
		return "{}", true
	case len(parameters) == 1 && id != "":
		return id, true
	}
	return "", false
}
