package cli

import (
	"encoding/json"

	"kustoconn/ast"
	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/grammar"
	"kustoconn/internal/typed"
	"kustoconn/normalize"
	"kustoconn/redact"
	"kustoconn/schema"
	"kustoconn/validate"
)

// answer is what the batch protocol says of one string.
type answer struct {
	ID          json.RawMessage `json:"id"`
	OK          bool            `json:"ok"`     // no diagnostic of severity error
	Syntax      bool            `json:"syntax"` // the grammar's verdict
	Pairs       []pair          `json:"pairs"`
	Prefix      *string         `json:"prefix,omitempty"`
	Properties  properties      `json:"properties"`
	Auth        string          `json:"auth"`
	Canonical   *string         `json:"canonical,omitempty"`
	Redacted    string          `json:"redacted"`
	Diagnostics []diagnostic    `json:"diagnostics"`
	Omitted     int             `json:"omitted,omitempty"` // diagnostics beyond the most that an answer holds
}

// maxDiagnostics is how many diagnostics an answer holds.
const maxDiagnostics = 1000

// memory is what one string after the other is read into (BenchmarkBatch).
type memory struct {
	tree  ast.ConnectionString
	bound bind.Bound
}

// newAnswer answers for text, which is read into m. Secrets are masked unless reveal is
// set.
func newAnswer(m *memory, id json.RawMessage, text string, v *validate.Validator, reveal bool) answer {
	tree, bound := &m.tree, &m.bound
	syntax := grammar.ParseInto(tree, text)
	*bound = bind.Bound{}
	bind.BindInto(bound, tree)
	found := v.Check(bound, syntax)
	view := redact.Of(bound)
	redacted := view.Text()
	if reveal {
		view = redact.Revealed(bound)
	}
	a := answer{
		ID: id, OK: !found.HasErrors(), Syntax: len(syntax) == 0,
		Pairs: pairs(view), Properties: propertiesOf(view),
		Auth: string(bound.AuthMode()), Redacted: redacted, Diagnostics: diagnostics(found[:min(len(found), maxDiagnostics)]),
		Omitted: max(0, len(found)-maxDiagnostics),
	}
	if p := tree.Prefix(); p != nil {
		prefix := view.Slice(p.ValueSpan())
		a.Prefix = &prefix
	}
	if canonical, ok := normalize.CanonicalView(view); ok {
		a.Canonical = &canonical
	}
	return a
}

// pair is a pair as written: keyword and value, or null where it unsets.
type pair struct {
	keyword, value string
	unset          bool
}

// pairs lists the well-formed pairs.
func pairs(v redact.View) []pair {
	list := make([]pair, 0, len(v.Tree.Segments))
	for i, s := range v.Tree.Pairs() {
		p := pair{keyword: v.Keyword(i), unset: s.Unset()}
		if !p.unset {
			p.value = v.SegmentValue(i)
		}
		list = append(list, p)
	}
	return list
}

// MarshalJSON writes a list of two.
func (p pair) MarshalJSON() ([]byte, error) { return p.append(nil), nil }

func (p pair) append(out []byte) []byte {
	out = append(appendString(append(out, '['), p.keyword), ',')
	if p.unset {
		return append(out, "null]"...)
	}
	return append(appendString(out, p.value), ']')
}

// properties is a JSON object of properties.
type properties []property

// property is a property with its value, as its type has it.
type property struct {
	name, text   string
	isBool, bool bool
}

// propertiesOf lists the properties that the text gives a value.
func propertiesOf(v redact.View) properties {
	list := make(properties, 0, len(v.Tree.Segments))
	for p := range v.Properties() {
		next := property{name: p.Name, text: v.PropertyValue(p.ID)}
		if p.Type == schema.TypeBool {
			next.bool, next.isBool = typed.Bool(next.text)
		}
		list = append(list, next)
	}
	return list
}

// MarshalJSON writes the properties in order.
func (list properties) MarshalJSON() ([]byte, error) { return list.append(nil), nil }

func (list properties) append(out []byte) []byte {
	out = append(out, '{')
	for i, p := range list {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(appendString(out, p.name), ':')
		if p.isBool {
			out = appendBool(out, p.bool)
		} else {
			out = appendString(out, p.text)
		}
	}
	return append(out, '}')
}

// object is a JSON object that keeps the order of its fields.
type object []field

type field struct {
	name  string
	value any
}

// MarshalJSON writes the fields in order.
func (o object) MarshalJSON() ([]byte, error) { return o.append(nil) }

func (o object) append(out []byte) (_ []byte, err error) {
	out = append(out, '{')
	for i, f := range o {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(appendString(out, f.name), ':')
		if out, err = appendValue(out, f.value); err != nil {
			return nil, err
		}
	}
	return append(out, '}'), nil
}

// diagnostic is a diagnostic as tools read it, with byte offsets.
type diagnostic struct {
	Code     string `json:"code"`
	Rule     string `json:"rule"`
	Severity string `json:"severity"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Message  string `json:"message"`
	Help     string `json:"help,omitempty"`
	Edits    []edit `json:"edits"`
}

type edit struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Safe  bool   `json:"safe"`
}

// listedEdits returns how many of the edits of d are listed: all, but none of very
// many, for a part of them is no fix.
func listedEdits(d *diag.Diagnostic) int {
	if len(d.Edits) > maxDiagnostics {
		return 0
	}
	return len(d.Edits)
}

func diagnostics(found diag.List) []diagnostic {
	list := make([]diagnostic, 0, len(found))
	for _, d := range found {
		out := diagnostic{
			Code: d.Code.String(), Rule: d.Rule, Severity: d.Severity.String(),
			Start: d.Span.Start, End: d.Span.End, Message: d.Message, Help: d.Help, Edits: []edit{},
		}
		for _, e := range d.Edits[:listedEdits(&d)] {
			out.Edits = append(out.Edits, edit{e.Span.Start, e.Span.End, e.NewText, e.Safe})
		}
		list = append(list, out)
	}
	return list
}
