package kustoconn

import (
	"slices"

	"kustoconn/diag"
	"kustoconn/endpoint"
	"kustoconn/placeholder"
	"kustoconn/rule"
	"kustoconn/validate"
)

// Option changes how a string is judged.
type Option func(*validate.Options) *OptionError

// OptionError is a mistake in an option: the program's, not the string's. It
// repeats nothing that was given to the option.
type OptionError struct {
	Option string // the name of the function that made the option
	Reason string // what is wrong and what to give, lower case
}

// Error prints the option and the reason.
func (e *OptionError) Error() string { return "kustoconn: " + e.Option + ": " + e.Reason }

// WithPolicy trusts the hosts that policy trusts, in place of those the
// service issues.
func WithPolicy(policy endpoint.Policy) Option {
	return func(o *validate.Options) *OptionError {
		o.Policy = policy
		return nil
	}
}

// WithLogin names the login endpoint that clients will use, such as
// https://login.microsoftonline.us, so that only hosts of its cloud are
// trusted. The empty text stands for any cloud's. What is no https or http URI is
// an *OptionError; of a login endpoint that is no known cloud's, only this
// machine is trusted.
func WithLogin(uri string) Option {
	return func(o *validate.Options) *OptionError {
		if e := endpoint.Analyze(uri); uri != "" && (e.Form != endpoint.URI || e.Host() == "" || e.Has(rule.UnsupportedScheme)) {
			return &OptionError{"WithLogin", "no URI of a login endpoint; give one such as https://login.microsoftonline.com"}
		}
		o.Login = uri
		return nil
	}
}

// WithPlaceholders adds own patterns, regular expressions of package regexp, to
// what is taken for a placeholder, and so for no fault and no secret. Printing
// masks a secret that is one all the same. A pattern that is no expression, can
// match nothing or matches everything is an *OptionError.
func WithPlaceholders(patterns ...string) Option {
	return func(o *validate.Options) *OptionError {
		set, err := placeholder.New(patterns...)
		if err != nil {
			return &OptionError{"WithPlaceholders", err.Error()}
		}
		o.Placeholders = set
		return nil
	}
}

// WithSeverity gives a rule another severity; diag.Off switches it off. The
// codes are constants of package rule. A code that is no rule's, or a severity
// that is none, is an *OptionError.
func WithSeverity(code diag.Code, severity diag.Severity) Option {
	return func(o *validate.Options) *OptionError {
		switch {
		case rule.Get(code) == nil:
			return &OptionError{"WithSeverity", "no rule has this code; take one of the constants of package rule"}
		case severity < diag.Off || severity > diag.Error:
			return &OptionError{"WithSeverity", "no severity; give diag.Off, diag.Information, diag.Warning or diag.Error"}
		}
		if o.Severities == nil {
			o.Severities = map[diag.Code]diag.Severity{}
		}
		o.Severities[code] = severity
		return nil
	}
}

// WithRules runs only the rules that a selector names: a code ("KCS101"), a
// name ("unknown-keyword") or the start of a code ("KCS1"). A selector that
// names none is an *OptionError, and so is one that names none that judges a
// string alone: package sdk runs KCS6, given the clients, and package lint KCS7,
// given the file.
func WithRules(selectors ...string) Option {
	return func(o *validate.Options) *OptionError {
		o.Select = append(o.Select, selectors...)
		if mistake := checkSelectors("WithRules", selectors); mistake != nil {
			return mistake
		}
		for _, selector := range selectors {
			if !slices.ContainsFunc(rule.Select(selector), judgesStrings) {
				return &OptionError{"WithRules", "a selector names rules that do not run here: package sdk runs KCS6, package lint the others"}
			}
		}
		return nil
	}
}

// judgesStrings reports whether a rule is of those that the façade runs, which
// need no more than the string.
func judgesStrings(code diag.Code) bool {
	area := rule.Get(code).Area()
	return area != "portability" && area != "linting"
}

// WithoutRules leaves out the rules that a selector names; see WithRules. One
// that does not run here may be left out: options can be shared with package lint.
func WithoutRules(selectors ...string) Option {
	return func(o *validate.Options) *OptionError {
		o.Ignore = append(o.Ignore, selectors...)
		return checkSelectors("WithoutRules", selectors)
	}
}

func checkSelectors(option string, selectors []string) *OptionError {
	for _, selector := range selectors {
		if len(rule.Select(selector)) == 0 {
			return &OptionError{option, "no rule answers to a selector; give a code, a name or the start of a code, as docs/rules lists them"}
		}
	}
	return nil
}
