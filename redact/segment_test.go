package redact_test

import (
	"strings"
	"testing"

	"kustoconn/internal/exhaust"
)

// A secret that no equals sign joins to its keyword is one all the same in a string of ours,
// whatever malformed segments stand between it and the host; what is around stays.
func TestSecretsInMalformedSegments(t *testing.T) {
	const host = "https://c.kusto.windows.net"
	joiners := []string{":", "/", "://", ":/", "->", "=>", " ", "=", "==", " : ", " -> ", "→", ":=", " / ", "\t"}
	step := exhaust.Sample(31)
	var lines []string
	for _, keyword := range []string{"AppKey", "Application Key", "Client Secret", "ClientSecret", "SharedAccessKey", "User Token", "AppKye", "Password"} {
		for _, joiner := range joiners {
			secret := keyword + joiner + smallMarker
			for _, malformed := range []string{"", "foo;", "foo bar;", "x:y;foo;"} {
				for _, start := range []string{host + ";", host + "/Db;Fed=true;", "Data Source=" + host + ";", "Data Source=mycluster;Fed=true;"} {
					for _, behind := range []string{"", ";Fed=true", ";foo;Database=x"} {
						lines = append(lines, start+malformed+secret+behind)
					}
				}
				lines = append(lines, secret+";"+malformed+"Data Source="+host+";Fed=true", secret+"; "+malformed+"Server="+host+";Database=a")
			}
		}
	}
	for name, encode := range map[string]func(string) string{"plain": func(s string) string { return "7 INFO to " + s + " for bob" }, "JSON": jsonObject, "URL": encoders["URL query"], "shell": encoders["shell"]} {
		t.Run(name, func(t *testing.T) {
			var written []string
			for i := 0; i < len(lines); i += step {
				written = append(written, encode(lines[i]))
			}
			before, behind := rest(encode)
			failed := 0
			for i, out := range copiedLines(t, written) {
				if (showsMarker(out) || !strings.HasPrefix(out, before) || !strings.HasSuffix(out, behind)) && failed < 20 {
					failed++
					t.Errorf("%s\nbecomes %s\nin %s…%s", written[i], out, before, behind)
				}
			}
		})
	}
}
