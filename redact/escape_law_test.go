package redact_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"kustoconn/internal/exhaust"
	"kustoconn/redact"
)

// withoutEscapes are more containers, in which a backslash is a sign like any other, and
// escapes inside of those.
var withoutEscapes = map[string]func(string) string{
	"nothing":         func(s string) string { return "2024-05-01 INFO opening " + s },
	"brackets":        func(s string) string { return "opened (" + s + ")" },
	"INI":             func(s string) string { return "kusto = " + s },
	"CSV in quotes":   func(s string) string { return `"1",` + doubled(s, `"`) + `,"info"` },
	"CSV, semicolon":  func(s string) string { return "1;" + doubled(s, `"`) + ";info" },
	"CSV, tab":        func(s string) string { return "1\t" + doubled(s, `"`) + "\tinfo" },
	"HTML":            func(s string) string { return "<td>" + xmlText(s) + "</td><td>info</td>" },
	"VB with more":    func(s string) string { return "c = " + doubled(s, `"`) + " & d" },
	"JSON in CSV":     func(s string) string { return csvLine("1", jsonObject(s), "x") },
	"JSON in a shell": func(s string) string { return "curl -d '" + strings.ReplaceAll(jsonObject(s), "'", `'\''`) + "' x" },
	"CSV in JSON":     func(s string) string { return jsonObject(csvLine("1", s, "x")) },
	"shell in JSON":   func(s string) string { return jsonObject(encoders["shell"](s)) },
	"SQL in JSON":     func(s string) string { return jsonObject(encoders["SQL"](s)) },
	"XML in JSON":     func(s string) string { return jsonObject(encoders["XML attribute"](s)) },
}

func doubled(s, mark string) string { return mark + strings.ReplaceAll(s, mark, mark+mark) + mark }

// likeEscapes are what one container reads as an escape and another one as it stands: of
// one sign, by number, doubled, of line ends beside what ends a value.
func likeEscapes() []string {
	all := []string{
		`\u0041`, `\u000a`, `\u000d`, `\u0009`, `\u0020`, `\u003b`, `\u0022`, `\u0027`, `\u{a}`, `\U0000000a`, `\x3b`, `\x0a`, `\x41`, `\x22`, `\x20`, `\x09`, `\0`, `\012`, `\073`, `\101`, `\N{LF}`,
		`\`, `\\`, `\\n`, `\\\n`, `\r\n`, `\n\n`, `\n;`, `;\n`, `\n=`, `\u0022;`, `\x22;`, "`n", "`t", "``n", "%0a", "%20", "=0A", "&#10;", "&#32;", "&amp;#10;",
	}
	for c := byte('!'); c <= '~'; c++ {
		all = append(all, `\`+string(c))
	}
	return all
}

// A secret in which something stands that reads as an escape is hidden whole, in containers
// that have such escapes and in those that have not. No three bytes of it are shown.
func TestWhatReadsAsAnEscapeIsHidden(t *testing.T) {
	const start = "Data Source=https://c.kusto.windows.net;Application Client Id=8e1ea6a0-7b1c-4c5f-9a53-6f6d9b6f2d11;AppKey="
	around := []struct{ before, behind, quote string }{
		{start, ";Authority Id=contoso.com", ""}, {start, "", ""}, {start + `"`, `";Authority Id=contoso.com`, `"`}, {start + "'", "'", "'"},
		{"AppKey=", "", ""}, {"using AppKey=", " now for bob", ""}, {"AppKey=", ";Data Source=https://c.kusto.windows.net;Fed=true", ""},
	}
	var secrets []string
	for _, escape := range likeEscapes() {
		secrets = append(secrets, "Zq7Yw9"+escape+"Kx2Vb8", "Zq7Yw9"+escape+"fin", "Zq7Yw9"+escape+"fin-WQ.kx", "Zq7Yw9"+escape, escape+"Zq7Yw9")
	}
	step := exhaust.Length(t, 32, 1) * exhaust.Sample(16)
	n := 0
	all := maps.Clone(encoders)
	maps.Copy(all, withoutEscapes)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		t.Run(name, func(t *testing.T) {
			shows := newShows(all[name])
			for _, a := range around {
				for _, secret := range secrets {
					if n++; n%step != 0 {
						continue
					}
					if a.quote != "" {
						secret = strings.ReplaceAll(secret, a.quote, a.quote+a.quote)
					}
					line := all[name](a.before + secret + a.behind)
					for way, out := range map[string]string{"stream": copied(t, line+"\nINFO next\n"), "text": redact.Text(line)} {
						if piece := shows(out, secret, a.before+a.behind); piece != "" {
							t.Errorf("%s: of the secret %q is shown %q:\n%s\n%s", way, secret, piece, line, out)
						}
					}
				}
			}
		})
	}
}

// newShows returns what returns a piece of three bytes of a secret that out, which encode
// wrote, shows and that does not stand around the secret; empty for none.
func newShows(encode func(string) string) func(out, secret, around string) string {
	before, behind := rest(encode)
	written := func(s string) string { return strings.TrimSuffix(strings.TrimPrefix(encode(s), before), behind) }
	isPlain := written("Zq7") == "Zq7"
	return func(out, secret, around string) string {
		around = encode(around)
		for i := 0; i+3 <= len(secret); i++ {
			piece := secret[i : i+3]
			for _, piece := range []string{piece, written(piece)} {
				if (isPlain || piece != secret[i:i+3]) && strings.Contains(out, piece) && !strings.Contains(around, piece) {
					return piece
				}
			}
		}
		return ""
	}
}
