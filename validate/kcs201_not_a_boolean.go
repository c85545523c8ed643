package validate

import (
	"strings"

	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/internal/typed"
	"kustoconn/rule"
	"kustoconn/schema"
)

var notABoolean = check{
	rule:  rule.NotABoolean,
	needs: booleans,
	look:  checkBooleans,
}

// booleans are the properties of type boolean.
var booleans = func() (set schema.Set) {
	for _, property := range schema.Properties() {
		if property.Type == schema.TypeBool {
			set = set.With(property.ID)
		}
	}
	return set
}()

// meantBooleans are spellings whose intent is plain, by their lower case.
var meantBooleans = map[string]string{
	"yes": "true", "y": "true", "1": "true", "on": "true", "t": "true",
	"no": "false", "n": "false", "0": "false", "off": "false", "f": "false",
}

func checkBooleans(p *pass) {
	for id := range (p.Present & booleans).All() {
		if _, ok := p.Bool(id); ok || p.hasPlaceholder(id) || p.Origin(id) != bind.Pair {
			continue
		}
		d := p.report(p.valueSpan(id), schema.Get(id).Name+" is neither true nor false")
		d.Help = "write true or false"
		value, _ := p.Value(id)
		meant := strings.ToLower(strings.TrimSpace(value))
		if m, ok := meantBooleans[meant]; ok {
			meant = m
		}
		if _, ok := typed.Bool(meant); ok {
			d.Help = "write " + meant
			d.Edits = []diag.Edit{{Span: d.Span, NewText: meant}}
		}
	}
}
