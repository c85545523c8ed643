package cli

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"

	"kustoconn/endpoint"
	"kustoconn/internal/vocabulary"
	"kustoconn/schema"
)

// textMateScope ends the names of all scopes of the grammar, and is that of its own.
const textMateScope = "kusto-connection-string"

// textMateInto are the scopes into which the grammar is injected: literals, and files in
// which a value has no quotes.
var textMateInto = []string{"string", "source.ini", "source.properties", "source.dotenv", "source.shell", "text.xml"}

// textMateRun is the rest of a string on its line. It ends before what may close the
// literal around it, for an injected rule must not take that, and before a comment.
const textMateRun = `(?:\\.|<[A-Za-z][\w -]*>|(?!\s+#\s)[^"'` + "`" + `<>\\])*`

// The commonest placeholders, and the labels of a host, in which they stand too.
const (
	textMatePlaceholder = `\$\{[^}]*\}|\$\([^)]*\)|\{\{.*?\}\}|<[A-Za-z][\w -]*>|\{[\w.]*\}|%\w+%`
	textMateLabels      = `(?:[a-z0-9.-]|` + textMatePlaceholder + `)+`
)

// textMateGrammar is an injection grammar by which editors colour connection strings in
// code and configuration: whatever starts with a host of the service, or with a keyword
// that only Kusto has. It is made of the tables, and an approximation by its nature: a
// grammar of regular expressions knows neither escapes nor values in quotes. The language
// server's tokens are exact.
func textMateGrammar() object {
	host := `(?:` + alternatives(hostPatterns()) + `)(?![\w.-])`
	selector := ""
	for i, scope := range textMateInto {
		if i > 0 {
			selector += ", "
		}
		// A string within one that is coloured would be looked for without an end.
		selector += "L:" + scope + " -comment -meta." + textMateScope
	}
	dataSource := keywordPattern(schema.Get(schema.DataSource).Keywords())
	start := func(pattern string) object {
		return object{
			{"name", "meta." + textMateScope},
			{"match", `(?i)(?<![\w-])(?=` + pattern + `)` + textMateRun},
			{"captures", object{{"0", object{{"patterns", includes("pair", "uri", "placeholder", "separator")}}}}},
		}
	}
	return object{
		{"$comment", `Printed by "kustoconn schema --format textmate".`},
		{"name", "Kusto connection string"},
		{"scopeName", textMateScope + ".injection"},
		{"injectionSelector", selector},
		{"patterns", includes("fromHost", "fromDataSource", "fromKeyword")},
		{"repository", object{
			{"fromHost", start(`https?://` + host)},
			{"fromDataSource", start(dataSource + `\s*=\s*(?:https?://)?` + host)},
			{"fromKeyword", start(keywordPattern(vocabulary.KustoOnlyKeywords()) + `\s*=(?!=)`)},
			{"pair", object{{"patterns", pairRules()}}},
			{"uri", endpointRule(`(https?)(://)`)},
			{"endpoint", endpointRule(`(?:(https?)(://))?`)},
			{"placeholder", object{{"name", scoped("variable.other.placeholder")}, {"match", textMatePlaceholder}}},
			{"separator", object{{"name", scoped("punctuation.separator.pair")}, {"match", ";"}}},
		}},
	}
}

// endpointRule is the rule of what a Data Source holds, behind a scheme of some form.
func endpointRule(scheme string) object {
	return object{
		{"match", `(?i)` + scheme + `(` + textMateLabels + `)(:\d+)?(?:(/)([^/;?#\s]*))?`},
		{"captures", captures("keyword.other.scheme", "punctuation.separator.scheme", "entity.name.namespace.host",
			"constant.numeric.port", "punctuation.separator.path", "entity.name.section.database")},
	}
}

// pairRules are the rules of pairs, the more telling ones first.
func pairRules() []object {
	var secret, boolean, enumerated, uri, other []string
	var values []string
	for _, p := range schema.Properties() {
		kind := &other
		switch {
		case schema.Secrets().Has(p.ID):
			kind = &secret
		case p.Type == schema.TypeBool:
			kind = &boolean
		case p.Type == schema.TypeEnum:
			kind = &enumerated
			values = append(values, enumNames(p)...)
		case p.Type == schema.TypeURI:
			kind = &uri
		}
		*kind = append(*kind, p.Keywords()...)
	}
	return []object{
		pairRule(secret, `[^;]*`, object{{"name", scoped("constant.other.secret")}, {"patterns", includes("placeholder")}}),
		pairRule(boolean, `(?:true|false)(?=\s*(?:;|$))`, object{{"name", scoped("constant.language.boolean")}}),
		pairRule(enumerated, `(?:`+alternatives(values)+`)(?=\s*(?:;|$))`, object{{"name", scoped("support.constant")}}),
		pairRule(uri, `[^;]*`, object{{"patterns", includes("endpoint")}}),
		pairRule(slices.Concat(other, boolean, enumerated), `[^;]*`, object{{"name", scoped("string.unquoted.value")}, {"patterns", includes("placeholder")}}),
	}
}

// pairRule is the rule of pairs with these keywords and a value of a form.
func pairRule(keywords []string, form string, value object) object {
	parts := captures("support.type.property-name", "keyword.operator.assignment")
	return object{
		{"match", `(?i)(?<![\w-])(` + keywordPattern(keywords) + `)\s*(=)(?!=)\s*(` + form + `)`},
		{"captures", append(parts, field{"3", value})},
	}
}

// keywordPattern matches any of the keywords, which are compared without blanks.
func keywordPattern(keywords []string) string {
	texts := map[string]string{} // by what they are without blanks
	for _, k := range keywords {
		k = strings.ToLower(k)
		if joined := strings.ReplaceAll(k, " ", ""); len(k) > len(texts[joined]) {
			texts[joined] = k
		}
	}
	return strings.ReplaceAll("(?:"+alternatives(slices.Collect(maps.Values(texts)))+")", " ", " *")
}

// hostPatterns are the hosts of the built-in list, and any host below its suffixes.
func hostPatterns() (patterns []string) {
	for _, p := range endpoint.BuiltinHosts() {
		if strings.HasPrefix(p, ".") {
			patterns = append(patterns, `\*`+p)
			continue
		}
		patterns = append(patterns, p)
	}
	return patterns
}

// alternatives matches any of some texts, the longest that fits; what starts with \* any
// labels of a host before the rest.
func alternatives(texts []string) string {
	texts = slices.Clone(texts)
	slices.SortFunc(texts, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	var all []string
	for _, text := range slices.Compact(texts) {
		rest, below := strings.CutPrefix(text, `\*`)
		pattern := regexp.QuoteMeta(rest)
		if below {
			pattern = textMateLabels + pattern
		}
		all = append(all, pattern)
	}
	return strings.Join(all, "|")
}

// captures names the scopes of groups, from 1.
func captures(names ...string) (groups object) {
	for i, name := range names {
		groups = append(groups, field{string(rune('1' + i)), object{{"name", scoped(name)}}})
	}
	return groups
}

func includes(rules ...string) (list []object) {
	for _, name := range rules {
		list = append(list, object{{"include", "#" + name}})
	}
	return list
}

func scoped(name string) string { return name + "." + textMateScope }
