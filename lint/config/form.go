package config

import (
	"math"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"kustoconn/rule"
)

// A form is the JSON schema of a value. What the schema for editors says is
// what the parser asks for: accepts reads the same form. It uses these members
// alone: type, enum, pattern, maxLength, minimum, maximum, anyOf, items,
// minItems, properties, propertyNames, additionalProperties, required and
// minProperties.
type form = map[string]any

// The forms of values that several keys have. Those that take long to make are made when a
// configuration is read.
var (
	stringForm = form{"type": "string"}
	ruleForm   = sync.OnceValue(func() form {
		return form{"type": "string", "pattern": rulePattern(), "examples": []string{"KCS501", "secret-in-text", "KCS3"}}
	})
	ruleNameForm = sync.OnceValue(func() form { return form{"type": "string", "pattern": anyCase(rule.Names())} })
	levelForm    = form{"enum": []any{"error", "warning", "information"}}
	// YAML 1.1 reads off as false.
	severityForm = form{"enum": []any{"error", "warning", "information", "off", false}}
	sizeForm     = form{"anyOf": []any{
		form{"type": "integer", "minimum": 1, "maximum": maxBytes},
		form{"type": "string", "pattern": sizePattern},
	}}
	hostForm = sync.OnceValue(func() form {
		return form{"type": "string", "pattern": hostPattern(), "maxLength": 240, "examples": []string{".adx.example.com", "adx.example.com", "http://kustainer:8080"}}
	})
	loginForm = form{"type": "string", "pattern": `^(https?://[A-Za-z0-9.-]*[A-Za-z0-9](/[A-Za-z0-9./_-]*)?)?$`}
	globForm  = sync.OnceValue(func() form { return form{"type": "string", "pattern": globPattern()} })
	// A pattern that is no regular expression, or that does nothing, is an error
	// all the same: no form can say that.
	patternForm = form{"type": "string", "pattern": `.`}
)

const (
	maxBytes    = 999_999_999_999
	sizePattern = `^([1-9][0-9]{0,11}( *B)?|[1-9][0-9]{0,8} *(KiB|MiB|GiB))$`
)

func severitiesForm() form {
	return form{"type": "object", "propertyNames": ruleNameForm(), "additionalProperties": severityForm}
}

func clientForm() form {
	var names []any
	for _, name := range clientNames() {
		names = append(names, name)
	}
	return form{"enum": names}
}

// listOf is the form of a list, of which a single item may stand for itself.
func listOf(item form) form {
	return form{"anyOf": []any{item, form{"type": "array", "items": item}}}
}

// someOf is listOf, but of one item at least.
func someOf(item form) form {
	return form{"anyOf": []any{item, form{"type": "array", "items": item, "minItems": 1}}}
}

// rulePattern matches what selects rules: codes, names and starts of codes.
func rulePattern() string {
	starts := []string{"KCS"}
	for _, r := range rule.All() {
		code := r.Code.String()
		for n := len("KCS") + 1; n < len(code); n++ {
			if !slices.Contains(starts, code[:n]) {
				starts = append(starts, code[:n])
			}
		}
	}
	return anyCase(append(starts, rule.Names()...))
}

// anyCase matches the words, in any case. (Regular expressions of JSON schemas
// have no flags.)
func anyCase(words []string) string {
	var b strings.Builder
	b.WriteString("^(")
	for i, word := range words {
		if i > 0 {
			b.WriteByte('|')
		}
		for _, r := range word {
			lower, upper := unicode.ToLower(r), unicode.ToUpper(r)
			if lower == upper {
				b.WriteRune(r)
				continue
			}
			b.WriteByte('[')
			b.WriteRune(upper)
			b.WriteRune(lower)
			b.WriteByte(']')
		}
	}
	return b.String() + ")$"
}

// hostPattern matches a suffix that begins with a dot, and a host, which may
// stand in a URI with a port.
func hostPattern() string {
	const (
		alnum = `A-Za-z0-9À-ÖØ-öø-ɏЀ-ӿ一-鿿`
		label = `[` + alnum + `]([` + alnum + `-]{0,18}[` + alnum + `])?`
		ascii = `[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?`
		name  = `(` + ascii + `|` + label + `)(\.(` + ascii + `|` + label + `))*`
		port  = `(:[0-9]{1,5})?`
	)
	return `^(\.` + name + `|(https?://)?(` + name + `|\[` + ipv6Pattern() + `\])` + port + `/?)$`
}

// ipv6Pattern matches an IPv6 address without an IPv4 one in it: eight groups,
// or fewer with "::" somewhere among them.
func ipv6Pattern() string {
	const group = `[0-9A-Fa-f]{1,4}`
	forms := []string{`(` + group + `:){7}` + group, `(` + group + `:){1,7}:`, `:(:` + group + `){1,7}`, `::`}
	for before := 1; before <= 6; before++ {
		n := string(rune('0' + before))
		m := string(rune('0' + 7 - before))
		forms = append(forms, `(`+group+`:){`+n+`}(:`+group+`){1,`+m+`}`)
	}
	return `(` + strings.Join(forms, "|") + `)`
}

// globPattern matches the patterns that can select a file: see Patterns. One
// that begins with "!" would negate in gitignore, and one with ".." in it leads
// out of the directory; a backslash takes the meaning from a sign, not from a
// letter, so that a Windows path is none.
func globPattern() string {
	const (
		escape  = `\\[^/A-Za-z0-9]`
		inClass = `([^\\\]/-]|` + escape + `)`
		ranges  = inClass + `(-` + inClass + `)?`
		class   = `\[(\^(` + ranges + `)+|([^\\\]/^-]|` + escape + `)(-` + inClass + `)?(` + ranges + `)*)\]`
		unit    = `([^\\\[/]|` + escape + `|` + class + `)`
		noDot   = `([^\\\[/.]|` + escape + `|` + class + `)`
		first   = `([^\\\[/.!]|` + escape + `|` + class + `)`
		dotted  = `\.` + noDot + unit + `*|\.\.` + unit + `+`
		name    = `(` + noDot + unit + `*|` + dotted + `)`
		start   = `(` + first + unit + `*|` + dotted + `)`
	)
	return `^(` + start + `|(\./|/)` + name + `)(/` + name + `)*/?$`
}

// compiled holds the regular expressions of the forms.
var compiled sync.Map // from the pattern to its *regexp.Regexp

func matches(pattern, text string) bool {
	re, ok := compiled.Load(pattern)
	if !ok {
		re, _ = compiled.LoadOrStore(pattern, regexp.MustCompile(pattern))
	}
	return re.(*regexp.Regexp).MatchString(text)
}

// accepts reports whether value, as a YAML or TOML reader gives it, has the
// form.
func accepts(f form, value any) bool {
	if values, ok := f["enum"].([]any); ok && !slices.Contains(values, plain(value)) {
		return false
	}
	if wanted, ok := f["type"].(string); ok && wanted != typeOf(value) {
		return false
	}
	if forms, ok := f["anyOf"].([]any); ok && !slices.ContainsFunc(forms, func(one any) bool { return accepts(one.(form), value) }) {
		return false
	}
	switch value := value.(type) {
	case string:
		pattern, ok := f["pattern"].(string)
		longest, bounded := f["maxLength"].(int)
		return (!ok || matches(pattern, value)) && (!bounded || utf8.RuneCountInString(value) <= longest)
	case []any:
		return acceptsList(f, value)
	case map[string]any:
		return acceptsObject(f, value)
	}
	if number, ok := numberOf(value); ok {
		least, low := f["minimum"].(int)
		most, high := f["maximum"].(int)
		return (!low || number >= float64(least)) && (!high || number <= float64(most))
	}
	return true
}

func acceptsList(f form, list []any) bool {
	if least, ok := f["minItems"].(int); ok && len(list) < least {
		return false
	}
	item, ok := f["items"].(form)
	return !ok || !slices.ContainsFunc(list, func(v any) bool { return !accepts(item, v) })
}

func acceptsObject(f form, object map[string]any) bool {
	if least, ok := f["minProperties"].(int); ok && len(object) < least {
		return false
	}
	required, _ := f["required"].([]string)
	for _, name := range required {
		if _, ok := object[name]; !ok {
			return false
		}
	}
	properties, _ := f["properties"].(form)
	for name, value := range object {
		if names, ok := f["propertyNames"].(form); ok && !accepts(names, name) {
			return false
		}
		if property, known := properties[name].(form); known {
			if !accepts(property, value) {
				return false
			}
			continue
		}
		switch further := f["additionalProperties"].(type) {
		case bool:
			return further
		case form:
			if !accepts(further, value) {
				return false
			}
		}
	}
	return true
}

// plain returns value, or nil in place of what can't be compared.
func plain(value any) any {
	if value != nil && !reflect.TypeOf(value).Comparable() {
		return nil
	}
	return value
}

// typeOf returns the JSON schema's name of the type of value.
func typeOf(value any) string {
	switch value.(type) {
	case string:
		return "string"
	case bool:
		return "boolean"
	case []any:
		return "array"
	case map[string]any:
		return "object"
	case nil:
		return "null"
	}
	if number, ok := numberOf(value); ok {
		if number == math.Trunc(number) {
			return "integer"
		}
		return "number"
	}
	return "other" // a date of TOML
}

func numberOf(value any) (float64, bool) {
	v := reflect.ValueOf(value)
	switch {
	case !v.IsValid():
		return 0, false
	case v.CanInt():
		return float64(v.Int()), true
	case v.CanUint():
		return float64(v.Uint()), true
	case v.CanFloat():
		return v.Float(), true
	}
	return 0, false
}
