// Package typed reads the values of properties as their types.
//
// It stands after package schema in the flow.
package typed

import (
	"strings"

	"kustoconn/schema"
)

// Bool reads a boolean as the documentation writes them: true or false,
// in any case.
func Bool(text string) (value, ok bool) {
	switch len(text) {
	case len("true"):
		ok = strings.EqualFold(text, "true")
		return ok, ok
	case len("false"):
		return false, strings.EqualFold(text, "false")
	}
	return false, false
}

// Value returns the value of a property of p's type: a bool for a boolean with a
// valid value, else the text itself.
func Value(p *schema.Property, value string) any {
	if p.Type == schema.TypeBool {
		if v, ok := Bool(value); ok {
			return v
		}
	}
	return value
}
