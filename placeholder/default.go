package placeholder

import (
	"slices"
	"strings"

	"kustoconn/internal/ascii"
	"kustoconn/source"
)

// maxDefault bounds a placeholder with a default value, in bytes.
const maxDefault = 8 << 10

// openings start the placeholders that may give a default value.
var openings = []struct{ open, close string }{
	{"${{", "}}"}, {"{{", "}}"}, {"${", "}"}, {"#{", "}"}, {"$[", "]"}, {"<%", "%>"},
}

// Defaults returns the texts that placeholders in text give for the case that
// nothing is filled in, in order, in bytes: the default of ${name:-text}, of
// Spring's ${name:text}, and the literals that template languages and Terraform
// give to default, coalesce, lookup and the like. They may hold semicolons: each
// can be a connection string of its own. An empty one is left out. The cost is
// one pass; a placeholder of more than 8 KiB gives none.
func Defaults(text string) (found []source.Span) {
	const maxUnclosed = 64 // brackets of a line that nothing closes, so that the cost stays linear
	unclosed, line := 0, 0 // of the line that ends at line
	for at := 0; at < len(text); {
		n := strings.IndexAny(text[at:], "$#{<")
		if n < 0 {
			break
		}
		at += n
		if at >= line {
			unclosed = 0
			line, _ = source.LineEnd(text, at)
		}
		if unclosed == maxUnclosed {
			at = line
			continue
		}
		end := at + 1
		for _, o := range openings {
			if text[at] != o.open[0] || !strings.HasPrefix(text[at:], o.open) {
				continue
			}
			inside, ok := insideOf(text, at+len(o.open), o.close)
			if !ok {
				unclosed++
				continue
			}
			if o.open == "${" {
				found = append(found, variableDefault(text, inside)...)
			} else {
				found = append(found, fallbacks(text, inside, false)...)
			}
			end = inside.End
			break
		}
		at = end
	}
	return found
}

// insideOf returns what stands from start on before close, with brackets inside
// matched.
func insideOf(text string, start int, close string) (source.Span, bool) {
	depth := 0
	limit := min(len(text), start+maxDefault)
	for i := start; i < limit; i++ {
		switch text[i] {
		case '\n':
			return source.Span{}, false
		case '{', '[':
			depth++
		case '}', ']':
			if depth == 0 && strings.HasPrefix(text[i:], close) {
				return source.Span{Start: start, End: i}, true
			}
			depth = max(0, depth-1)
		case '%':
			if strings.HasPrefix(text[i:], close) {
				return source.Span{Start: start, End: i}, true
			}
		}
	}
	return source.Span{}, false
}

// lookups are what stands before the colon in ${env:X} and the like: where the
// value comes from, and no variable with a default.
var lookups = []string{
	"env", "sys", "ctx", "map", "main", "date", "java", "docker", "k8s", "kubernetes", "spring", "web", "bundle", "lower", "upper",
	"input", "config", "command", "var", "variable", "environment", "gdc", "mdc", "mdlc", "ndlc", "event-properties", "configsetting",
	"appsetting", "appsettings", "file", "fileread", "secret", "secrets", "vault", "ssm", "aws-ssm", "keyvault", "azurekeyvault",
	"opt", "self", "custom", "param", "sls", "cf", "stage", "secretkeyref", "configmapkeyref",
}

// variableDefault returns the default of what ${…} holds: that of a shell, behind
// ":-", "-", ":=" or "=" and the name, and Spring's, behind ":" and the name. A
// call is searched for literals.
func variableDefault(text string, inside source.Span) []source.Span {
	body := inside.Slice(text)
	n := 0
	for n < len(body) && (isWordByte(body[n]) || body[n] == '.' || body[n] == '-' && n+1 < len(body) && ascii.IsLetter(body[n+1])) {
		n++
	}
	// A hyphen belongs to a name like those of Spring, but ends a shell's, which has
	// capitals.
	if hyphen := strings.IndexByte(body[:n], '-'); hyphen > 0 && body[:hyphen] == strings.ToUpper(body[:hyphen]) {
		n = hyphen
	}
	name, rest := body[:n], body[n:]
	start := inside.Start + n
	switch {
	case name == "":
		return fallbacks(text, inside, false)
	case strings.HasPrefix(rest, ":-"), strings.HasPrefix(rest, ":="), strings.HasPrefix(rest, ":+"):
		start += 2
		if i := strings.Index(rest, ":-"); i > 0 { // ${env:X:-text}
			start = inside.Start + n + i + 2
		}
	case strings.HasPrefix(rest, "-"), strings.HasPrefix(rest, "="), strings.HasPrefix(rest, "+"):
		start++
	case strings.HasPrefix(rest, ":?"), strings.HasPrefix(rest, "?"):
		return nil
	case strings.HasPrefix(rest, ":"):
		if slices.Contains(lookups, strings.ToLower(name)) {
			i := strings.Index(rest, ":-")
			if i < 0 {
				return nil
			}
			start += i + 1
		}
		start++
	default:
		return fallbacks(text, inside, false)
	}
	if start >= inside.End {
		return nil
	}
	return []source.Span{{Start: start, End: inside.End}}
}
