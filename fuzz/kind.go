package fuzz

import (
	"slices"

	"kustoconn/fuzz/draw"
	"kustoconn/rule"
)

// Kind names what a generated string is to show: KindValid, or the name of the
// rule that it breaks, such as "unterminated-quote".
type Kind string

// KindValid is the kind of strings without syntax errors.
const KindValid Kind = "valid"

// Kinds returns every kind: KindValid, then the faults by the code of their
// rule, one for each rule that speaks of a string alone. The rules on
// portability (601 to 606) have none: they speak of the clients that a user
// names, and what those answer is recorded, version by version, and cannot be
// known by construction. Those on linting (701 to 703) speak of files. A text
// too long to be read (009) is 4 GiB of memory. The slice is the caller's own.
func Kinds() []Kind {
	kinds := []Kind{KindValid}
	for i := range faults {
		kinds = append(kinds, faults[i].kind())
	}
	return kinds
}

// IsSyntax reports whether strings of the kind have a syntax error.
func (k Kind) IsSyntax() bool {
	f := faultOf(k)
	return f != nil && f.code < firstRule
}

// InText reports whether strings of the kind are UTF-8 and can stand in JSON.
func (k Kind) InText() bool {
	f := faultOf(k)
	return f == nil || f.code != rule.InvalidUTF8
}

// Code returns the code that a string of the kind raises, such as "KCS001";
// empty for KindValid and for what is no kind.
func (k Kind) Code() string {
	if f := faultOf(k); f != nil {
		return f.code.String()
	}
	return ""
}

func faultOf(k Kind) *fault {
	i := slices.IndexFunc(faults, func(f fault) bool { return f.kind() == k })
	if i < 0 {
		return nil
	}
	return &faults[i]
}

// Of returns the generator of a kind: Valid, or one of strings with a fault of
// the kind and, among well-formed pairs, nothing that bears on it. Of such a case
// Expect.Diagnostics holds the code of the rule and where it must speak; a parser
// may say more. ok is false for what is no kind.
func Of(kind Kind) (g draw.Generator[Case], ok bool) {
	if kind == KindValid {
		return Valid(), true
	}
	f := faultOf(kind)
	if f == nil {
		return nil, false
	}
	return faulty(f), true
}

// Generate returns the case of a kind that seed stands for, always the same
// with the same version of this module. ok is false for what is no kind. It is
// for use outside tests; in tests, draw from Of, which shrinks with rapidgen.
func Generate(seed uint64, kind Kind) (c Case, ok bool) {
	g, ok := Of(kind)
	if !ok {
		return Case{}, false
	}
	return g.Example(int(seed)), true
}
