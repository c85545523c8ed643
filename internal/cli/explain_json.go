package cli

import (
	"cmp"

	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/schema"
)

// explanationDocument is what explain says, as tools read it.
type explanationDocument struct {
	Summary    string             `json:"summary"`
	Properties []explainedValue   `json:"properties"`
	Defaults   []explainedDefault `json:"defaults"`
	Unknown    []unknownValue     `json:"unknown"`
	Endpoint   *endpointAnswer    `json:"endpoint,omitempty"`
	Auth       explainedAuth      `json:"authentication"`
	Findings   []diagnostic       `json:"diagnostics"`
	// Omitted counts the diagnostics and MoreUnknown the unknown keywords that are
	// too many to be listed.
	Omitted     int `json:"omitted,omitempty"`
	MoreUnknown int `json:"moreUnknown,omitempty"`
}

type explainedValue struct {
	Name       string   `json:"name"`
	Value      any      `json:"value"` // masked
	Origin     string   `json:"origin"`
	Pair       int      `json:"pair,omitempty"` // which one gives it, from 1
	Overridden []string `json:"overrides,omitempty"`
	More       int      `json:"moreOverrides,omitempty"` // those that are too many to be listed
}

type explainedDefault struct {
	Name  string `json:"name"`
	Value string `json:"value"`
	Note  string `json:"note,omitempty"`
}

type unknownValue struct {
	Keyword string `json:"keyword"`
	Value   string `json:"value"` // masked
}

type explainedAuth struct {
	Mode    string          `json:"mode"`
	Steps   []explainedStep `json:"steps"`
	Missing []string        `json:"missing"`
	Ignored []ignoredValue  `json:"ignored"`
	Notes   []string        `json:"notes"` // of the documentation, on the mode or the one of --auth
}

type explainedStep struct {
	Number string `json:"number"`
	Reason string `json:"reason"`
	Chosen bool   `json:"chosen"`
}

type ignoredValue struct {
	Name   string `json:"name"`
	Reason string `json:"reason"`
}

// document is all of it for tools.
func (e *explanation) document(found diag.List) explanationDocument {
	d := explanationDocument{
		Summary: e.sentence(), Properties: []explainedValue{}, Defaults: []explainedDefault{}, Unknown: []unknownValue{},
		Auth: e.authDocument(), Findings: diagnostics(found[:min(len(found), maxDiagnostics)]),
		Omitted: max(0, len(found)-maxDiagnostics),
	}
	for _, p := range schema.Properties() {
		property := e.Property(p.ID)
		switch property.Origin {
		case bind.None:
		case bind.Default:
			d.Defaults = append(d.Defaults, explainedDefault{p.Name, property.Value(), p.DefaultNote})
		default:
			d.Properties = append(d.Properties, e.valueDocument(p, &property))
		}
	}
	for i := range e.Unknown() {
		if len(d.Unknown) == maxDiagnostics {
			d.MoreUnknown++
			continue
		}
		d.Unknown = append(d.Unknown, unknownValue{e.Keyword(i), e.SegmentValue(i)})
	}
	if e.Endpoint.Form != 0 {
		answer := endpointDocument(&e.Endpoint, e.verdict)
		d.Endpoint = &answer
	}
	return d
}

func (e *explanation) valueDocument(p *schema.Property, property *bind.Property) explainedValue {
	v := explainedValue{Name: p.Name, Value: e.PropertyValue(p.ID)}
	if value, ok := e.Bool(p.ID); ok && p.Type == schema.TypeBool {
		v.Value = value
	}
	switch property.Origin {
	case bind.Prefix:
		v.Origin = "prefix"
	case bind.Shorthand:
		v.Origin = "shorthand"
	case bind.Path:
		v.Origin = "path"
	case bind.Pair:
		v.Origin = "pair"
		e.pairName(property.Segment)
		v.Pair = e.numbers[property.Segment]
	}
	v.Overridden, v.More = e.overridden(property)
	return v
}

func (e *explanation) authDocument() explainedAuth {
	decision := e.Authenticate()
	auth := explainedAuth{Mode: string(decision.Auth), Steps: []explainedStep{}, Missing: []string{}, Ignored: []ignoredValue{}}
	for _, s := range decision.Steps {
		auth.Steps = append(auth.Steps, explainedStep{s.Number, s.Reason, s.Chosen})
	}
	for id := range decision.Missing.All() {
		auth.Missing = append(auth.Missing, schema.Get(id).Name)
	}
	for _, i := range decision.Ignored {
		auth.Ignored = append(auth.Ignored, ignoredValue{schema.Get(i.ID).Name, i.Reason})
	}
	auth.Notes = list(e.notes(cmp.Or(e.named, string(decision.Auth))))
	return auth
}
