package validate

import (
	"kustoconn/diag"
	"kustoconn/placeholder"
	"kustoconn/rule"
)

// maxTrials bounds the fixes that are tried for one string, so that judging it
// stays linear, and maxTried the bytes of a string that any are tried for: each reads
// and judges the whole of it.
const (
	maxTrials = 8
	maxTried  = 64 << 10
)

// tryFixes takes back the fixes that do not leave the string better off.
// Fixing one thing can bring to light what it has hidden: the host of a
// faulty URI may turn out untrusted, a fixed keyword to ask for more. So
// each fix that is not safe is made, and the outcome judged. A string with
// very many such fixes keeps the first ones, a very long one none.
func (v *Validator) tryFixes(p *pass) {
	trials := 0
	before := weigh(p.found)
	for i := range p.found {
		d := &p.found[i]
		if fixable, safe := d.Fixable(); !fixable || safe || d.Code == rule.MissingSeparator {
			continue // what a forgotten separator hid is there whether it is fixed or not
		}
		if trials++; trials > maxTrials || len(p.Tree.Text()) > maxTried {
			d.Edits = nil
			continue
		}
		fixed, err := diag.Apply(p.Tree.Text(), d.Edits)
		if err != nil || !v.weigh(fixed, p.Placeholders).less(before) {
			d.Edits = nil
		}
	}
}

// weigh weighs what the rules say of text.
func (v *Validator) weigh(text string, placeholders *placeholder.Set) weight {
	m := v.acquire()
	defer v.release(m)
	b, syntax := m.read(text, placeholders)
	m.pass.found = m.found
	v.run(&m.pass, b, syntax)
	v.dropExplained(&m.pass)
	w := weigh(m.pass.found)
	m.keepFound(m.pass.found)
	return w
}

// weight counts diagnostics. Those of severity Information count only between
// strings with as many others.
type weight struct{ problems, notes int }

func weigh(found diag.List) (w weight) {
	for i := range found {
		if found[i].Severity.AtLeast(diag.Warning) {
			w.problems++
		} else {
			w.notes++
		}
	}
	return w
}

func (w weight) less(than weight) bool {
	return w.problems < than.problems || w.problems == than.problems && w.notes < than.notes
}
