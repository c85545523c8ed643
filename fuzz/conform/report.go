package conform

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// Report is the outcome of a comparison.
type Report struct {
	Suite         int // cases of the suite
	Open          int // those of them that "ok" leaves open: it may be false for another reason than the syntax
	Generated     int // generated strings compared
	Seed          uint64
	Restarts      int            // how often the other parser failed and was started anew
	Gone          []Known        // what Apply found listed, and the suite not
	Disagreements []Disagreement // those of the suite, then the smallest generated string of each kind

	expected bool     // an Expectation was applied
	cut      bool     // the suite was left before its end
	asked    []string // ids of the suite's cases that were compared, in order
	open     []string // those of them that are left open
}

// Failed reports whether there is a disagreement that is not known, or a known
// one that is gone.
func (r *Report) Failed() bool {
	return len(r.Gone) > 0 || slices.ContainsFunc(r.Disagreements, func(d Disagreement) bool { return !d.isKnown() })
}

// Disagreement is a string that the two parsers answer differently. It and the
// values in Difference come from the suite or a generator: the secrets in them
// are invented, and shown.
type Disagreement struct {
	Name       string   // the id in the suite; "generated" for a generated string
	Source     string   // where the suite has its answer from
	Clauses    []string // of docs/spec.md, in the suite
	Text       string   // the string itself
	Kinds      []string // what is different, in the words that are the same for all such strings
	Difference string   // lines; "-" is the answer wanted, "+" the other parser's

	reasons map[string]string // by kind, of those that an Expectation knows
}

// isKnown reports whether an Expectation knows all that is different.
func (d *Disagreement) isKnown() bool { return len(d.unknown()) == 0 }

// unknown returns the kinds that no Expectation knows.
func (d *Disagreement) unknown() []string {
	return slices.DeleteFunc(slices.Clone(d.Kinds), func(kind string) bool { return d.reasons[kind] != "" })
}

// addGenerated adds the disagreements on generated strings, by kind, each
// string once.
func (r *Report) addGenerated(found []Disagreement) {
	slices.SortFunc(found, func(a, b Disagreement) int {
		return cmp.Or(slices.Compare(a.Kinds, b.Kinds), cmp.Compare(a.Text, b.Text))
	})
	r.Disagreements = append(r.Disagreements, slices.CompactFunc(found, func(a, b Disagreement) bool { return a.Text == b.Text })...)
}

// WriteText prints the report for people. Strings are quoted as in Go. What an
// Expectation knows is counted alone.
func (r *Report) WriteText(w io.Writer) error {
	var b strings.Builder
	kinds := map[string]int{}
	known := 0
	for _, d := range r.Disagreements {
		if d.isKnown() {
			known++
			continue
		}
		fmt.Fprintf(&b, "%s: %q\n", d.Name, d.Text)
		if d.Source != "" {
			fmt.Fprintf(&b, "\tsource: %s\n", d.Source)
		}
		if len(d.Clauses) > 0 {
			fmt.Fprintf(&b, "\tclauses: %s\n", strings.Join(d.Clauses, ", "))
		}
		fmt.Fprintf(&b, "\t%s\n", strings.ReplaceAll(d.Difference, "\n", "\n\t"))
		for _, kind := range d.unknown() {
			kinds[kind]++
		}
	}
	for _, gone := range r.Gone {
		fmt.Fprintf(&b, "%s: no longer different: %s\n", gone.Case, gone.Class)
	}
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		fmt.Fprintf(&b, "%4d %s\n", kinds[kind], kind)
	}
	if r.Restarts > 0 {
		fmt.Fprintf(&b, "the parser failed %d times and was started anew\n", r.Restarts)
	}
	fmt.Fprintf(&b, "%d cases of the suite", r.Suite)
	if r.Open > 0 {
		fmt.Fprintf(&b, " (%d left open: refused, but not for the syntax alone)", r.Open)
	}
	fmt.Fprintf(&b, ", %d generated strings (seed %d): ", r.Generated, r.Seed)
	switch n := len(r.Disagreements); {
	case r.expected:
		fmt.Fprintf(&b, "%d new disagreements, %d known, %d gone\n", n-known, known, len(r.Gone))
	case n > 0:
		fmt.Fprintf(&b, "%d disagreements\n", n)
	default:
		b.WriteString("agreed\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}
