package kustoconn

import (
	"kustoconn/internal/sealed"
	"kustoconn/internal/typed"
)

// Value is the value of one property. It prints like a ConnectionString: a
// secret shows as "****".
type Value struct{ valueBox }

type valueBox = sealed.Box[valueText]

// valueText is what a Value holds.
type valueText struct{ shown, secret string }

// Masked returns the value with its secrets masked.
func (v valueText) Masked() string { return v.shown }

func newValue(shown, secret string) Value { return Value{sealed.New(valueText{shown, secret})} }

// Reveal returns the value, secrets included.
func (v Value) Reveal() string {
	text, _ := sealed.Open(v.valueBox)
	return text.secret
}

// Bool returns the value as a boolean; ok is false where it is neither true
// nor false, in any case.
func (v Value) Bool() (value, ok bool) { return typed.Bool(v.Reveal()) }
