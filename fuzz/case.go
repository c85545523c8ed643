package fuzz

import (
	"encoding/json"
	"errors"

	"kustoconn/schema"
)

// Case is a string with the answer that a parser must give. It marshals as a
// line that the batch protocol of "check --jsonl" reads: the text is "s", and
// what that protocol does not know is ignored by it.
type Case struct {
	Kind   Kind   `json:"kind"`
	Text   string `json:"s"`
	Expect Answer `json:"expect"`
}

// Answer is what a parser says of a string, in the terms of the batch
// protocol, secrets not masked. As an expectation, a zero field but Syntax is
// not compared, and Diagnostics are those that must be among the parser's.
type Answer struct {
	Syntax      bool           `json:"syntax"`              // no syntax error
	Prefix      *string        `json:"prefix,omitempty"`    // as written; nil for none, or not compared where Pairs is nil
	Pairs       []Pair         `json:"pairs,omitzero"`      // as written, decoded, in order
	Properties  map[string]any `json:"properties,omitzero"` // effective ones by canonical name: string or bool
	Auth        schema.ModeID  `json:"auth,omitempty"`
	Canonical   *string        `json:"canonical,omitempty"`
	Redacted    *string        `json:"redacted,omitempty"` // the text with its secrets masked
	Diagnostics []Diagnostic   `json:"diagnostics,omitempty"`
}

// Diagnostic names a rule and where it speaks: half-open byte offsets in the
// text, equal ones for an insertion point.
type Diagnostic struct {
	Code  string `json:"code"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Pair is a keyword and its value as a parser must see them: without white
// space and quotation marks around, with doubled characters undone.
type Pair struct {
	Keyword string
	Value   string
	Unset   bool // "Keyword=", which has no value, not even an empty one
}

// MarshalJSON writes ["keyword","value"], or ["keyword",null] for a pair
// without a value.
func (p Pair) MarshalJSON() ([]byte, error) {
	if p.Unset {
		return json.Marshal([2]any{p.Keyword, nil})
	}
	return json.Marshal([2]string{p.Keyword, p.Value})
}

// UnmarshalJSON reads what MarshalJSON writes.
func (p *Pair) UnmarshalJSON(data []byte) error {
	var parts []*string
	if err := json.Unmarshal(data, &parts); err != nil {
		return errors.New("a pair is not an array of strings")
	}
	if len(parts) != 2 || parts[0] == nil {
		return errors.New("a pair is not a keyword and a value")
	}
	*p = Pair{Keyword: *parts[0], Unset: parts[1] == nil}
	if !p.Unset {
		p.Value = *parts[1]
	}
	return nil
}
