package kustoconn

import (
	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/validate"
)

// Option changes how Check and Validate judge.
type Option func(*validate.Options)

// WithPolicy trusts the hosts that policy trusts, in place of those the
// service issues.
func WithPolicy(policy endpoint.Policy) Option {
	return func(o *validate.Options) { o.Policy = policy }
}

// WithLogin names the login endpoint that clients will use, such as
// https://login.microsoftonline.us, so that only hosts of its cloud are
// trusted.
func WithLogin(uri string) Option {
	return func(o *validate.Options) { o.Login = uri }
}

// WithSeverity gives a rule another severity; diag.Off switches it off.
func WithSeverity(code diag.Code, severity diag.Severity) Option {
	return func(o *validate.Options) {
		if o.Severities == nil {
			o.Severities = map[diag.Code]diag.Severity{}
		}
		o.Severities[code] = severity
	}
}

// WithRules runs only the rules that a selector names: a code ("KCS101"), a
// name ("unknown-keyword") or the start of a code ("KCS1").
func WithRules(selectors ...string) Option {
	return func(o *validate.Options) { o.Select = append(o.Select, selectors...) }
}

// WithoutRules leaves out the rules that a selector names.
func WithoutRules(selectors ...string) Option {
	return func(o *validate.Options) { o.Ignore = append(o.Ignore, selectors...) }
}

// The validators for calls without options: one that runs every rule, and one
// that runs those that can report an error.
var (
	everything = mustValidator(validate.Options{})
	errorsOnly = mustValidator(validate.Options{Least: diag.Error})
)

func mustValidator(o validate.Options) *validate.Validator {
	v, err := validate.New(o)
	if err != nil {
		panic(err) // no selectors, so nothing can be wrong with them
	}
	return v
}

// configured returns a validator for options that start from base.
func configured(base validate.Options, options []Option) (*validate.Validator, error) {
	for _, option := range options {
		option(&base)
	}
	return validate.New(base)
}

// Check returns what all rules say of the string, syntax errors included,
// sorted by where they are; spans are bytes of the text. The error is about
// the options alone: a selector that no rule answers to.
func (c *Conn) Check(options ...Option) (diag.List, error) {
	v := everything
	if len(options) > 0 {
		var err error
		if v, err = configured(validate.Options{}, options); err != nil {
			return nil, err
		}
	}
	return v.Check(c.get().bound, c.get().syntax), nil
}

// Validate returns nil where nothing in text is an error, else a
// *diag.ListError that lists the errors by code, byte span and message,
// without a value of the text. Warnings do not count: see Check.
func Validate(text string, options ...Option) error {
	v := errorsOnly
	if len(options) > 0 {
		var err error
		if v, err = configured(validate.Options{Least: diag.Error}, options); err != nil {
			return err
		}
	}
	return v.CheckText(text).Err()
}
