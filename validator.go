package kustoconn

import (
	"kustoconn/diag"
	"kustoconn/validate"
)

// Validator judges many strings by one policy. It does not change after
// NewValidator and is safe for concurrent use. The zero Validator, and a nil one,
// are that of no options.
type Validator struct {
	// Two sets of the same rules: errors has those alone that can report one.
	everything, errors *validate.Validator
}

// NewValidator returns a validator for the options, or an *OptionError for a
// mistake in them. Without options every rule runs at its own severity and the
// hosts that the service issues are trusted; a nil Option changes nothing.
func NewValidator(options ...Option) (*Validator, error) {
	var o validate.Options
	for _, option := range options {
		if option == nil {
			continue
		}
		if err := option(&o); err != nil {
			return nil, err
		}
	}
	everything, err := validate.New(o)
	if err != nil {
		return nil, &OptionError{"NewValidator", err.Error()}
	}
	o.Least = diag.Error
	errors, err := validate.New(o)
	if err != nil {
		return nil, &OptionError{"NewValidator", err.Error()}
	}
	return &Validator{everything, errors}, nil
}

// standard is the validator for calls without options.
var standard = func() *Validator {
	v, err := NewValidator()
	if err != nil {
		panic(err) // no options, so nothing can be wrong with them
	}
	return v
}()

func validatorFor(options []Option) (*Validator, error) {
	if len(options) == 0 {
		return standard, nil
	}
	return NewValidator(options...)
}

// orStandard returns v, or the standard validator where v was not made by
// NewValidator.
func (v *Validator) orStandard() *Validator {
	if v == nil || v.errors == nil {
		return standard
	}
	return v
}

func (v *Validator) err(p *parsed) error {
	return v.orStandard().errors.Check(p.bound, p.syntax).Err()
}

// Parse is the function Parse with the validator's options.
func (v *Validator) Parse(text string) (*ConnectionString, error) {
	c := newConnectionString(text)
	return c, v.err(c.parsed())
}

// Validate is the function Validate with the validator's options.
func (v *Validator) Validate(text string) error { return v.orStandard().errors.CheckText(text).Err() }

// Diagnostics is ConnectionString.Diagnostics with the validator's options.
func (v *Validator) Diagnostics(c *ConnectionString) diag.List {
	p := c.parsed()
	return v.orStandard().everything.Check(p.bound, p.syntax)
}

// Validate returns the error that Parse returns, and keeps nothing of the text:
// for a string of usual size without errors it allocates nothing.
func Validate(text string, options ...Option) error {
	v, err := validatorFor(options)
	if err != nil {
		return err
	}
	return v.Validate(text)
}
