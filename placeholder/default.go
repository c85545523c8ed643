package placeholder

import (
	"slices"
	"strings"

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
				found = append(found, literalDefaults(text, inside)...)
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
	for n < len(body) && (isWordByte(body[n]) || body[n] == '.' || body[n] == '-' && n+1 < len(body) && isLetter(body[n+1])) {
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
		return literalDefaults(text, inside)
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
		return literalDefaults(text, inside)
	}
	if start >= inside.End {
		return nil
	}
	return []source.Span{{Start: start, End: inside.End}}
}

// fallbacks are the names of what takes a default value, in lower case: a
// function or filter, with the default as its last argument.
var fallbacks = []string{"default", "coalesce", "lookup", "try", "get", "getenv", "env", "d", "fetch", "getordefault", "ifnull", "if_null", "or"}

// literalDefaults returns the literals in an expression of a template that are a
// default: behind "??", "||", "?:" or a function that takes one.
func literalDefaults(text string, inside source.Span) (found []source.Span) {
	body := inside.Slice(text)
	for at := 0; at < len(body); {
		n := strings.IndexAny(body[at:], "\"'`")
		if n < 0 {
			break
		}
		open := at + n
		length := strings.IndexByte(body[open+1:], body[open])
		if length < 0 {
			break
		}
		if length > 0 && followsFallback(body[:open]) {
			found = append(found, source.Span{Start: inside.Start + open + 1, End: inside.Start + open + 1 + length})
		}
		at = open + length + 2
	}
	return found
}

// followsFallback reports whether what stands behind text is a default value.
func followsFallback(text string) bool {
	text = strings.TrimRight(text, " \t\\")
	for _, operator := range []string{"??", "||", "?:"} {
		if strings.HasSuffix(text, operator) {
			return true
		}
	}
	if call, ok := strings.CutSuffix(text, ","); ok {
		const longest = 512 // bytes of a call up to its last argument
		call = call[max(0, len(call)-longest):]
		open := strings.LastIndexByte(call, '(')
		return open > 0 && slices.Contains(fallbacks, lastName(call[:open]))
	}
	return slices.Contains(fallbacks[:1], lastName(strings.TrimSuffix(text, "("))) ||
		slices.Contains([]string{"d", "or", "coalesce"}, lastName(strings.TrimSuffix(text, "(")))
}

// lastName returns the name that ends text, in lower case.
func lastName(text string) string {
	at := len(text)
	for at > 0 && isWordByte(text[at-1]) {
		at--
	}
	return strings.ToLower(text[at:])
}

// lookUps are the functions of programming languages that take the value of an
// environment variable or of a key, with another for the case that there is none
// as the last argument: names that mean nothing else, in lower case.
var lookUps = []string{"getenv", "getordefault", "fetch", "env", "getenvordefault", "env_or"}

// Fallback returns the literal that an expression of a programming language gives
// where a look-up finds nothing: behind "??", "||", "?:" and "or", and the last
// argument of such a function. It is empty where there is none.
func Fallback(code string) string {
	closing := strings.TrimRight(code, " \t)}]")
	if closing == "" || strings.IndexByte("\"'`", closing[len(closing)-1]) < 0 {
		return ""
	}
	end := len(closing) - 1
	open := strings.LastIndexByte(closing[:end], closing[end])
	if open < 0 {
		return ""
	}
	before := strings.TrimRight(closing[:open], " \t")
	for _, operator := range []string{"??", "||", "?:", " or"} {
		if strings.HasSuffix(before, operator) {
			return closing[open+1 : end]
		}
	}
	call, ok := strings.CutSuffix(before, ",")
	bracket := strings.LastIndexByte(call, '(')
	if !ok || bracket < 0 {
		return ""
	}
	if name := lastName(call[:bracket]); slices.Contains(lookUps, name) || name == "get" && strings.HasSuffix(strings.ToLower(call[:bracket]), "environ.get") {
		return closing[open+1 : end]
	}
	return ""
}
