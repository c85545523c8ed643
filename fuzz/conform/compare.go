package conform

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"kustoconn/fuzz"
	"kustoconn/grammar"
)

// finding is one thing that the other parser answers differently.
type finding struct {
	kind       string // the same for all strings with this difference
	difference string // as fuzz.Compare writes it
}

// verdict is what comparing the answers for one string comes to.
type verdict struct {
	findings []finding
	open     bool // refused, which for this string says nothing of the syntax
}

// has reports whether v has a finding of the kind.
func (v verdict) has(kind string) bool {
	return slices.ContainsFunc(v.findings, func(f finding) bool { return f.kind == kind })
}

// disagreement returns v as one about text, or false where there is none.
func (v verdict) disagreement(name, source, text string) (Disagreement, bool) {
	d := Disagreement{Name: name, Source: source, Text: text}
	var differences []string
	for _, f := range v.findings {
		d.Kinds = append(d.Kinds, f.kind)
		differences = append(differences, f.difference)
	}
	d.Difference = strings.Join(differences, "\n")
	return d, len(v.findings) > 0
}

// judge compares the other parser's answer for text with the one wanted.
func (s strictness) judge(text string, want fuzz.Answer, o outcome) verdict {
	if o.fault != nil {
		return verdict{findings: []finding{{"no answer", o.fault.Error()}}}
	}
	got := *o.answer
	if got.overall && !got.Syntax && want.Syntax && s.excuses(text) {
		return verdict{open: true}
	}
	got.Properties = given(want, got)
	got.Answer = presenter{text, want}.answer(got.Answer)
	c := comparison{want: want, got: got}
	if want.Syntax != got.Syntax {
		c.findings = append(c.findings, verdictFinding(text, want.Syntax, got))
	}
	if got.Syntax && !got.overall {
		c.compare("pairs", func(a *fuzz.Answer, from fuzz.Answer) { a.Prefix, a.Pairs = from.Prefix, from.Pairs })
	}
	c.compareProperties()
	c.compare(fmt.Sprintf("auth is %s, not %s", got.Auth, want.Auth), func(a *fuzz.Answer, from fuzz.Answer) { a.Auth = from.Auth })
	c.compare("canonical", func(a *fuzz.Answer, from fuzz.Answer) { a.Canonical = from.Canonical })
	c.compare("redacted", func(a *fuzz.Answer, from fuzz.Answer) { a.Redacted = from.Redacted })
	c.compare("diagnostics", func(a *fuzz.Answer, from fuzz.Answer) { a.Diagnostics = from.Diagnostics })
	return verdict{findings: c.findings}
}

// comparison gathers what is different between two answers.
type comparison struct {
	want     fuzz.Answer
	got      answer
	findings []finding
}

// compare compares a part of the answers, which fill copies, whatever the other
// parser says of the syntax.
func (c *comparison) compare(kind string, fill func(a *fuzz.Answer, from fuzz.Answer)) {
	want, got := fuzz.Answer{Syntax: c.want.Syntax}, fuzz.Answer{Syntax: c.want.Syntax}
	fill(&want, c.want)
	fill(&got, c.got.Answer)
	if difference := fuzz.Compare(want, got); difference != "" {
		c.findings = append(c.findings, finding{kind, difference})
	}
}

// compareProperties compares property by property: each is a kind of its own.
func (c *comparison) compareProperties() {
	if c.want.Properties == nil || c.got.Properties == nil {
		return
	}
	names := maps.Clone(c.want.Properties)
	maps.Copy(names, c.got.Properties)
	for _, name := range slices.Sorted(maps.Keys(names)) {
		c.compare(propertyKind(name, c.want, c.got.Answer), func(a *fuzz.Answer, from fuzz.Answer) {
			a.Properties = map[string]any{}
			if value, ok := from.Properties[name]; ok {
				a.Properties[name] = value
			}
		})
	}
}

// verdictFinding is the finding where the parsers do not agree on whether text
// is valid.
func verdictFinding(text string, valid bool, got answer) finding {
	field := "syntax"
	if got.overall {
		field = "ok"
	}
	f := finding{"refuses a valid string", field + ":\n\t- true\n\t+ false"}
	why := got.reason
	if !valid {
		_, faults := grammar.Parse(text)
		f = finding{"accepts an invalid string", field + ":\n\t- false\n\t+ true"}
		why = fmt.Sprintf("%v", faults[0].Code)
	}
	if why != "" {
		f.kind += ": " + why
		f.difference += fmt.Sprintf(" (%s)", why)
	}
	return f
}

// given returns the properties of got without the defaults that are not wanted;
// nil where they are not compared.
func given(want fuzz.Answer, got answer) map[string]any {
	if want.Properties == nil {
		return nil
	}
	properties := maps.Clone(got.Properties)
	for name, value := range got.defaults {
		if _, wanted := want.Properties[name]; !wanted && reflect.DeepEqual(properties[name], value) {
			delete(properties, name)
		}
	}
	return properties
}

func propertyKind(name string, want, got fuzz.Answer) string {
	_, wanted := want.Properties[name]
	_, answered := got.Properties[name]
	switch {
	case !answered:
		return name + " is missing"
	case !wanted:
		return name + " is not expected"
	}
	return name + " differs"
}
