package convert

import (
	"strings"

	"kustoconn/internal/data/tools"
)

// telegraf writes an output of Telegraf. That signs in by the variables of its
// environment, so that its file holds no full connection.
var telegraf = &format{
	Tool: tools.Get("telegraf"),
	literal: func(text string) (string, string) {
		if strings.Contains(text, "$") {
			return "", "it would expand the dollar in it"
		}
		return escapes{cLike, utf32Escapes}.literal(text), ""
	},
	env: `"${%s}"`,
	layout: func(tool *tools.Tool, lines []line) string {
		var comments, settings strings.Builder
		for _, l := range lines {
			if l.Env != "" {
				comments.WriteString("# " + l.Env + "=" + l.value + "\n")
			} else {
				settings.WriteString("  " + l.Key + " = " + l.value + "\n")
			}
		}
		head := ""
		if comments.Len() > 0 {
			head = "# Telegraf signs in by its environment, to be set to:\n" + comments.String()
		}
		return head + "[[" + tool.Signs[0].Within + "]]\n" + settings.String()
	},
	instead: "app-key or system-managed-identity",
}
