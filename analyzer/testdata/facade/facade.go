// Package kustoconn has what the analyzer asks of the real one.
package kustoconn

type ConnectionString struct{}

func Parse(text string) (*ConnectionString, error) { return nil, nil }
func Validate(text string) error                   { return nil }

type Validator struct{}

func (v *Validator) Parse(text string) (*ConnectionString, error) { return nil, nil }
func (v *Validator) Validate(text string) error                   { return nil }
