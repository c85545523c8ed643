package validate

import (
	"strings"
	"sync"

	"kustoconn/internal/vocabulary"
	"kustoconn/schema"
)

// consistency returns what is known of a value of Query Consistency. Values
// are compared as they stand: the documentation says that they are case
// sensitive.
func consistency(value string) (known schema.EnumValue, ok bool) {
	for _, v := range schema.Get(schema.QueryConsistency).Values {
		if v.Name == value {
			return v, true
		}
	}
	return schema.EnumValue{}, false
}

// consistencies are the values, to suggest one.
var consistencies = sync.OnceValue(func() *vocabulary.Candidates {
	var names []string
	for _, v := range schema.Get(schema.QueryConsistency).Values {
		names = append(names, v.Name)
	}
	return vocabulary.NewCandidates(names)
})

// meantConsistency returns the value that was probably meant, and whether
// there is one.
func meantConsistency(value string) (string, bool) {
	for _, v := range schema.Get(schema.QueryConsistency).Values {
		if strings.EqualFold(v.Name, value) || strings.EqualFold(strings.TrimSuffix(v.Name, "consistency"), value) {
			return v.Name, true
		}
	}
	return consistencies().Suggest(value)
}
