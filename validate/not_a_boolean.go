package validate

import (
	"strings"

	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/schema"
)

var notABoolean = Rule{
	ID:    diag.ID{Code: 201, Name: "not-a-boolean", Severity: diag.Error},
	Since: "0.1.0",
	Fix:   UnsafeFix,
	Doc: `A boolean property is neither ` + "`true` nor `false`" + `.

The documentation ("Connection string properties") knows these two values, which
are read in any case. Other spellings (` + "`yes`, `1`, `on`" + `) are accepted by
some clients and rejected by others.`,
	Bad:   "https://help.kusto.windows.net/Samples;Fed=yes",
	Good:  "https://help.kusto.windows.net/Samples;Fed=true",
	Needs: booleans,
	Check: checkBooleans,
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

func checkBooleans(p *Pass) {
	for id := range (p.Present & booleans).All() {
		if _, ok := p.Bool(id); ok || p.Wild(id) || p.Origin(id) != bind.Pair {
			continue
		}
		d := p.Report(p.ValueSpan(id), schema.Get(id).Name+" is neither true nor false")
		d.Help = "write true or false"
		value, _ := p.Value(id)
		meant := strings.ToLower(strings.TrimSpace(value))
		if m, ok := meantBooleans[meant]; ok {
			meant = m
		}
		if _, ok := bind.ParseBool(meant); ok {
			d.Help = "write " + meant
			d.Edits = []diag.Edit{{Span: d.Span, NewText: meant}}
		}
	}
}
