package conform

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
)

// expectationVersion is that of the file's format.
const expectationVersion = 1

// generatedName stands for generated strings where a disagreement is named by its
// case.
const generatedName = "generated"

// Expectation lists the disagreements that are known, each with a reason. As a
// file it is JSON:
//
//	{
//	  "version": 1,
//	  "known": [
//	    {"class": "Data Source differs", "reason": "the shorthand is for tools", "cases": ["intro-02", "generated"]}
//	  ]
//	}
//
// A class is a kind of disagreement as reports name it. A case is an id of the
// suite, or "generated" for all generated strings. The zero Expectation knows none.
type Expectation struct{ groups []group }

// group is the cases of one class that have one reason.
type group struct {
	Class  string   `json:"class"`
	Reason string   `json:"reason"`
	Cases  []string `json:"cases"`
}

// Known is a known disagreement of one case.
type Known struct {
	Case  string // an id of the suite
	Class string
}

type expectationFile struct {
	Version int     `json:"version"`
	Known   []group `json:"known"`
}

// ParseExpectation reads an expectation's file. The error is made of our own
// words; the reason of a group may be empty, and its disagreements are not known.
func ParseExpectation(data []byte) (*Expectation, error) {
	var file expectationFile
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&file); err != nil || d.More() {
		return nil, errors.New("no expectation: it is not JSON of the documented form")
	}
	if file.Version != expectationVersion {
		return nil, fmt.Errorf("an expectation of another version than %d", expectationVersion)
	}
	for i, g := range file.Known {
		if g.Class == "" || len(g.Cases) == 0 {
			return nil, fmt.Errorf("known disagreement %d has no class, or no cases", i+1)
		}
	}
	return &Expectation{file.Known}, nil
}

// JSON writes the file that ParseExpectation reads.
func (e *Expectation) JSON() []byte {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	groups := e.groups
	if groups == nil {
		groups = []group{}
	}
	if err := encoder.Encode(expectationFile{expectationVersion, groups}); err != nil {
		panic(err) // numbers and strings
	}
	return b.Bytes()
}

// reason returns why a case differs in the class; empty where that is not known.
func (e *Expectation) reason(name, class string) string {
	for _, g := range e.groups {
		if g.Class == class && g.Reason != "" && slices.Contains(g.Cases, name) {
			return g.Reason
		}
	}
	return ""
}

// Apply marks in the report what is known, and lists what is known of a compared
// case and is not found any more. What the budget did not let it find again among
// generated strings is not gone.
func (e *Expectation) Apply(r *Report) {
	r.expected, r.Gone = true, nil
	for i := range r.Disagreements {
		d := &r.Disagreements[i]
		d.reasons = map[string]string{}
		for _, kind := range d.Kinds {
			d.reasons[kind] = e.reason(d.Name, kind)
		}
	}
	for _, g := range e.groups {
		for _, name := range g.Cases {
			if name != generatedName && r.isGone(name, g.Class) {
				r.Gone = append(r.Gone, Known{name, g.Class})
			}
		}
	}
}

// isGone reports whether the case does not differ in the class. A case that the
// parser did not live to be asked about is not gone.
func (r *Report) isGone(name, class string) bool {
	if !slices.Contains(r.asked, name) {
		return !r.cut
	}
	return !slices.ContainsFunc(r.Disagreements, func(d Disagreement) bool {
		return d.Name == name && slices.Contains(d.Kinds, class)
	})
}

// Update makes the expectation list the disagreements of the report, and no others
// of the cases that were compared. What is new gets groups without a reason, which
// somebody has to write: until then it is not known.
func (e *Expectation) Update(r *Report) {
	var groups []group
	for _, g := range e.groups {
		g.Cases = slices.DeleteFunc(slices.Clone(g.Cases), func(name string) bool {
			return name != generatedName && r.isGone(name, g.Class)
		})
		if len(g.Cases) > 0 {
			groups = append(groups, g)
		}
	}
	for _, d := range r.Disagreements {
		for _, kind := range d.Kinds {
			groups = addKnown(groups, d.Name, kind)
		}
	}
	e.groups = groups
}

func addKnown(groups []group, name, class string) []group {
	empty := -1
	for i, g := range groups {
		if g.Class != class {
			continue
		}
		if slices.Contains(g.Cases, name) {
			return groups
		}
		if g.Reason == "" {
			empty = i
		}
	}
	if empty < 0 {
		return append(groups, group{Class: class, Cases: []string{name}})
	}
	groups[empty].Cases = append(groups[empty].Cases, name)
	return groups
}
