package redact_test

import (
	"bytes"
	"encoding/base64"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"mime/quotedprintable"
	"net/url"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/goccy/go-yaml"

	"kustoconn/internal/exhaust"
	"kustoconn/redact"
)

// encoders write a text into containers as their own writers do: what stands before
// the text, and behind it, may be told apart by a reader of the container alone.
var encoders = map[string]func(string) string{
	"JSON":       func(s string) string { return jsonObject(s) },
	"JSON twice": func(s string) string { return jsonObject(jsonObject(s)) },
	"JSON in a URL": func(s string) string {
		return "GET /log?m=" + url.QueryEscape(jsonObject(s)) + "&x=1 HTTP/1.1 200"
	},
	"XML attribute": func(s string) string { return `<add name="kusto" value="` + xmlText(s) + `" level="info"/>` },
	"XML element": func(s string) string {
		return "<entry><message>" + xmlText(s) + "</message><level>info</level></entry>"
	},
	"numeric entities": func(s string) string {
		var b strings.Builder
		for _, r := range s {
			fmt.Fprintf(&b, "&#%d;", r)
		}
		return "<p>" + b.String() + "</p>"
	},
	"hexadecimal entities": func(s string) string {
		var b strings.Builder
		for _, r := range s {
			fmt.Fprintf(&b, "&#x%x;", r)
		}
		return "said: " + b.String()
	},
	"URL":         func(s string) string { return "GET /q?c=" + url.PathEscape(s) + " HTTP/1.1 200" },
	"URL line":    func(s string) string { return url.PathEscape("INFO " + s) },
	"URL query":   func(s string) string { return "GET /q?c=" + url.QueryEscape(s) + "&x=1 HTTP/1.1 200" },
	"URL twice":   func(s string) string { return "GET /q?c=" + url.QueryEscape(url.QueryEscape(s)) + "&x=1 HTTP/1.1 200" },
	"CSV":         func(s string) string { return csvLine("1", s, "info") },
	"C# verbatim": func(s string) string { return `var c = @"` + strings.ReplaceAll(s, `"`, `""`) + `"; // c` },
	"SQL":         func(s string) string { return "exec open N'" + strings.ReplaceAll(s, "'", "''") + "', 1" },
	"VB":          func(s string) string { return `Dim c = "` + strings.ReplaceAll(s, `"`, `""`) + `"` },
	"batch":       func(s string) string { return `set "KUSTO=` + s + `"` },
	"YAML":        yamlLine,
	"YAML single": func(s string) string { return "  message: '" + strings.ReplaceAll(s, "'", "''") + "'" },
	"shell":       func(s string) string { return "export KUSTO='" + strings.ReplaceAll(s, "'", `'\''`) + "' LEVEL=info" },
	"shlex":       func(s string) string { return "run -c '" + strings.ReplaceAll(s, "'", `'"'"'`) + "' -v" },
	"shell double": func(s string) string {
		return `export KUSTO="` + strings.NewReplacer(`"`, `\"`, `\`, `\\`, "$", `\$`, "`", "\\`").Replace(s) + `" LEVEL=info`
	},
	"PowerShell": func(s string) string {
		return `$c = "` + strings.NewReplacer("`", "``", `"`, "`\"", "$", "`$").Replace(s) + `" # c`
	},
	"PowerShell single": func(s string) string { return "$c = 'to " + strings.ReplaceAll(s, "'", "''") + "' # c" },
	"properties": func(s string) string {
		return "message=" + strings.NewReplacer(`\`, `\\`, "=", `\=`, ":", `\:`).Replace(s)
	},
	"CDATA": func(s string) string { return "<m><![CDATA[" + s + "]]></m><level>info</level>" },
	"basic": func(s string) string {
		return "Authorization: Basic " + base64.StdEncoding.EncodeToString([]byte(s)) + " 200"
	},
	"printf %q": func(s string) string { return "run " + shellEscaped(s) + " -v" },
	"repr":      func(s string) string { return "{'message': " + repr(s) + ", 'level': 'info'}" },
	"Go %q":     func(s string) string { return fmt.Sprintf("level=info msg=%q took=35ms", s) },
	"coloured": func(s string) string {
		return "\x1b[32mINFO\x1b[0m " + strings.ReplaceAll(s, "=", "\x1b[2m=\x1b[0m") + "\x1b[0m"
	},
	"printable": printable,
	"base64": func(s string) string {
		return "data:text/plain;base64," + base64.StdEncoding.EncodeToString([]byte(s)) + " 200"
	},
	"UTF-16 LE": func(s string) string { return inUTF16(s, false) },
	"UTF-16 BE": func(s string) string { return inUTF16(s, true) },
}

func jsonObject(s string) string {
	object, err := json.Marshal(map[string]any{"a": s, "level": "info"})
	if err != nil {
		panic(err)
	}
	return string(object)
}

func xmlText(s string) string {
	var b bytes.Buffer
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		panic(err)
	}
	return b.String()
}

func csvLine(fields ...string) string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	if err := w.Write(fields); err != nil {
		panic(err)
	}
	w.Flush()
	return strings.TrimSuffix(b.String(), "\n")
}

func yamlLine(s string) string {
	out, err := yaml.Marshal(map[string]string{"message": s})
	if err != nil {
		panic(err)
	}
	return strings.TrimSuffix(string(out), "\n")
}

func shellEscaped(s string) string {
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune(" ;&|()<>$!*'\"\\`=", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// repr writes s as Python's repr does.
func repr(s string) string {
	quote := "'"
	if strings.Contains(s, "'") && !strings.Contains(s, `"`) {
		quote = `"`
	}
	s = strings.ReplaceAll(s, `\`, `\\`)
	if quote == "'" {
		s = strings.ReplaceAll(s, "'", `\'`)
	}
	return quote + s + quote
}

func printable(s string) string {
	var b strings.Builder
	w := quotedprintable.NewWriter(&b)
	if _, err := w.Write([]byte(s)); err != nil {
		panic(err)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return strings.ReplaceAll(b.String(), "\r\n", "\n")
}

func inUTF16(s string, big bool) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		if big {
			b = append(b, byte(u>>8), byte(u))
		} else {
			b = append(b, byte(u), byte(u>>8))
		}
	}
	return string(b)
}

// Whatever writes a line, no piece of a secret in it is shown, and the rest of the
// line stays.
func TestEveryContainer(t *testing.T) {
	secrets := around(smallMarker, 2)
	step := exhaust.Length(t, 60, 1) * exhaust.Sample(80)
	for name, encode := range encoders {
		t.Run(name, func(t *testing.T) {
			shown, changed := 0, 0
			for n, place := range places {
				before, behind := rest(encode)
				var lines []string
				for i := n; i < len(secrets); i += step {
					lines = append(lines, encode(place.before+secrets[i]+place.behind))
				}
				out := copiedLines(t, lines)
				for i, line := range lines {
					out := out[i]
					if showsMarker(strings.ReplaceAll(out, "\x00", "")) {
						if shown++; shown < 6 {
							t.Errorf("place %d: of %q is shown: %s", n, line, out)
						}
					}
					if (name == "batch" || name == "CSV" && toEndOfLine(place.behind, line)) && strings.HasSuffix(out, redact.Mask) {
						out = strings.TrimSuffix(out, redact.Mask) + behind
					}
					if !strings.HasPrefix(out, before) || !strings.HasSuffix(out, behind) {
						if changed++; changed < 6 {
							t.Errorf("place %d: of %s\nchanged: %s\nwanted: %s…%s", n, line, out, before, behind)
						}
					}
				}
			}
			if shown+changed > 0 {
				t.Errorf("%d shown, %d changed", shown, changed)
			}
		})
	}
}

// toEndOfLine reports whether a line, a cell of which stands without quotation marks around
// it, may be masked to its end. Its writer ends the cell at the comma; but in a line, of
// which nobody says that it is of CSV, the comma is the secret's where that comes last, or
// where a single mark that nothing closes begins it.
func toEndOfLine(behind, line string) bool {
	return !strings.Contains(line, `"`) && (behind == "" || strings.Contains(line, "'"))
}

// copiedLines returns lines copied, as those of one stream where none of them holds a
// line end.
func copiedLines(t *testing.T, lines []string) []string {
	t.Helper()
	if all := strings.Join(lines, "\n"); strings.Count(all, "\n") == len(lines)-1 && !strings.Contains(all, "\x00") {
		if out := strings.Split(copied(t, all), "\n"); len(out) == len(lines) {
			return out
		}
		t.Error("the number of lines changed")
	}
	var out []string
	for _, line := range lines {
		out = append(out, strings.TrimSuffix(copied(t, line+"\n"), "\n"))
	}
	return out
}

// rest returns what of a line, at least, stands before and behind a text in it: the
// container's own.
func rest(encode func(string) string) (prefix, suffix string) {
	prefix = encode("Q")
	suffix = prefix
	for _, s := range []string{"7", "é", "'", `"`, "'\"", ";", "~~", "~~~"} {
		text := encode(s)
		for !strings.HasPrefix(text, prefix) {
			prefix = prefix[:len(prefix)-1]
		}
		for !strings.HasSuffix(text, suffix) {
			suffix = suffix[1:]
		}
	}
	return prefix, strings.TrimLeft(suffix, ";") // of the last reference
}
