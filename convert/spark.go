package convert

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"kustoconn/internal/data/tools"
)

// spark writes the options of the Spark connector as a Python dictionary.
var spark = &format{
	Tool:    tools.Get("spark"),
	literal: func(text string) (string, string) { return python.quote(text), "" },
	env:     python.env,
	layout: func(_ *tools.Tool, lines []line) string {
		var out strings.Builder
		for _, l := range lines {
			if strings.HasPrefix(l.value, "os.") {
				out.WriteString("import os\n\n")
				break
			}
		}
		out.WriteString("options = {\n")
		for _, l := range lines {
			out.WriteString("    \"" + l.Key + "\": " + l.value + ",\n")
		}
		out.WriteString("}\n")
		return out.String()
	},
	parse: func(_ *tools.Tool, text string) (entries []entry, err error) {
		for _, m := range sparkOption().FindAllStringSubmatch(text, -1) {
			value := "${" + m[3] + "}"
			if m[3] == "" {
				if value, err = strconv.Unquote(m[2]); err != nil {
					return nil, errFormat
				}
			}
			entries = append(entries, entry{m[1], value})
		}
		return entries, nil
	},
	instead: "app-key, a token or a managed identity",
}

// sparkOption is one option: of a dictionary, or a call of option.
var sparkOption = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`"(\w+)"\s*[:,]\s*(?:("(?:[^"\\\n]|\\.)*")|os\.environ\["(\w+)"\])`)
})
