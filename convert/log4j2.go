package convert

import (
	"encoding/xml"
	"strings"

	"kustoconn/internal/data/tools"
)

// log4j2 writes the strategy element of the Log4j2 appender.
var log4j2 = &format{
	Tool: tools.Get("log4j2"),
	literal: func(text string) (string, string) {
		if hasControl(text) {
			return "", "an attribute holds no line end or control character"
		}
		var out strings.Builder
		if err := xml.EscapeText(&out, []byte(strings.ReplaceAll(text, "${", "$${"))); err != nil {
			return "", "an attribute cannot hold it"
		}
		return out.String(), ""
	},
	env: "${env:%s}",
	layout: func(tool *tools.Tool, lines []line) string {
		out := "<" + tool.Signs[0].Within
		for _, l := range lines {
			out += "\n        " + l.Key + "=\"" + l.value + "\""
		}
		return out + "/>\n"
	},
	parse: func(tool *tools.Tool, text string) (entries []entry, err error) {
		for decoder := xml.NewDecoder(strings.NewReader(text)); ; {
			token, err := decoder.Token()
			if err != nil {
				return nil, errFormat
			}
			start, ok := token.(xml.StartElement)
			if !ok || start.Name.Local != tool.Signs[0].Within {
				continue
			}
			for _, a := range start.Attr {
				value := strings.ReplaceAll(lookUps(a.Value, "${env:", "}"), "$${", "${")
				entries = append(entries, entry{a.Name.Local, value})
			}
			return entries, nil
		}
	},
	instead: "app-key, user-prompt, az-cli or a managed identity",
}
