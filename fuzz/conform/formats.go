package conform

import (
	"cmp"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
)

type jsonReport struct {
	Failed        bool               `json:"failed"`
	Suite         int                `json:"suite"`
	Open          []string           `json:"open"`
	Generated     int                `json:"generated"`
	Seed          uint64             `json:"seed"`
	Restarts      int                `json:"restarts"`
	Disagreements []jsonDisagreement `json:"disagreements"`
	Gone          []jsonGone         `json:"gone"`
}

type jsonDisagreement struct {
	Case       string      `json:"case"`
	Text       string      `json:"s"`
	Source     string      `json:"source,omitempty"`
	Clauses    []string    `json:"clauses,omitempty"`
	Known      bool        `json:"known"`
	Classes    []jsonClass `json:"classes"`
	Difference string      `json:"difference"`
}

type jsonClass struct {
	Class  string `json:"class"`
	Reason string `json:"reason,omitempty"` // of a known one
}

type jsonGone struct {
	Case  string `json:"case"`
	Class string `json:"class"`
}

// WriteJSON writes the report as one JSON object: what was compared, each
// disagreement with its classes (the kinds of WriteText) and the reason of those that
// are known, and what is gone.
func (r *Report) WriteJSON(w io.Writer) error {
	out := jsonReport{
		Failed: r.Failed(), Suite: r.Suite, Open: append([]string{}, r.open...), Generated: r.Generated, Seed: r.Seed,
		Restarts: r.Restarts, Disagreements: []jsonDisagreement{}, Gone: []jsonGone{},
	}
	for _, d := range r.Disagreements {
		item := jsonDisagreement{
			Case: d.Name, Text: d.Text, Source: d.Source, Clauses: d.Clauses, Known: d.isKnown(), Difference: d.Difference,
		}
		for _, kind := range d.Kinds {
			item.Classes = append(item.Classes, jsonClass{kind, d.reasons[kind]})
		}
		out.Disagreements = append(out.Disagreements, item)
	}
	for _, gone := range r.Gone {
		out.Gone = append(out.Gone, jsonGone(gone))
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

type junitSuite struct {
	XMLName  xml.Name    `xml:"testsuite"`
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Skipped  int         `xml:"skipped,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name    string        `xml:"name,attr"`
	Class   string        `xml:"classname,attr"`
	Failure *junitMessage `xml:"failure"`
	Skipped *junitMessage `xml:"skipped"`
}

type junitMessage struct {
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

// WriteJUnit writes the report in the JUnit format of test runners: a test for
// each case of the suite that was compared, one for all generated strings and one for each of
// them that differs. A known disagreement and a case that is left open are skipped, with
// the reason.
func (r *Report) WriteJUnit(w io.Writer) error {
	s := junitSuite{Name: "kustoconn conform"}
	for _, id := range r.asked {
		s.Cases = append(s.Cases, r.junitCase(id))
	}
	s.Cases = append(s.Cases, junitCase{Name: fmt.Sprintf("%d generated strings", r.Generated), Class: "generated"})
	for _, d := range r.Disagreements {
		if d.Name == generatedName {
			c := junitCase{Name: fmt.Sprintf("%q", d.Text), Class: generatedName}
			c.differs(d)
			s.Cases = append(s.Cases, c)
		}
	}
	for _, gone := range r.Gone {
		if !slices.Contains(r.asked, gone.Case) { // junitCase has the others
			c := junitCase{Name: gone.Case, Class: "suite"}
			c.gone(gone)
			s.Cases = append(s.Cases, c)
		}
	}
	for _, c := range s.Cases {
		s.Tests++
		if c.Failure != nil {
			s.Failures++
		} else if c.Skipped != nil {
			s.Skipped++
		}
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(s); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func (r *Report) junitCase(id string) junitCase {
	c := junitCase{Name: id, Class: "suite"}
	for _, d := range r.Disagreements {
		if d.Name == id {
			c.differs(d)
		}
	}
	for _, gone := range r.Gone {
		if gone.Case == id {
			c.gone(gone)
		}
	}
	if c.Failure == nil && slices.Contains(r.open, id) {
		c.Skipped = &junitMessage{Message: "left open: refused, but not for the syntax alone"}
	}
	return c
}

func (c *junitCase) differs(d Disagreement) {
	if d.isKnown() {
		var reasons []string
		for _, kind := range d.Kinds {
			reasons = append(reasons, d.reasons[kind])
		}
		slices.Sort(reasons)
		c.Skipped = &junitMessage{Message: "known: " + strings.Join(slices.Compact(reasons), "; ")}
		return
	}
	source := cmp.Or(d.Source, generatedName)
	c.Failure = &junitMessage{strings.Join(d.unknown(), "; "), fmt.Sprintf("%q\n%s\n%s\n", d.Text, source, d.Difference)}
}

func (c *junitCase) gone(known Known) {
	c.Skipped, c.Failure = nil, &junitMessage{Message: "no longer different: " + known.Class}
}
