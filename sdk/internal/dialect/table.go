package dialect

import "strings"

// Keyword is one row of a client's keyword table.
type Keyword struct {
	Name     string   // as the client writes it
	Property string   // as the recordings name what it sets
	Aliases  []string // its other spellings
	Bool     bool     // its value is a boolean
	Secret   bool     // its value is masked in a text without secrets
	// Unwritten marks a keyword that the client reads but never writes.
	Unwritten bool
}

// Table is a client's keywords in the order in which it writes them. It is
// read-only once made.
type Table struct {
	keywords   []Keyword
	bySpelling map[string]Keyword
	fold       func(string) string
	yes, no    string
}

// NewTable makes the table of a client that tells keywords apart by their
// folded spelling and writes booleans as yes and no.
func NewTable(fold func(string) string, yes, no string, keywords ...Keyword) *Table {
	t := &Table{keywords: keywords, bySpelling: map[string]Keyword{}, fold: fold, yes: yes, no: no}
	for _, k := range keywords {
		t.bySpelling[fold(k.Name)] = k
		for _, alias := range k.Aliases {
			t.bySpelling[fold(alias)] = k
		}
	}
	return t
}

// Find returns the keyword that the client takes spelling for.
func (t *Table) Find(spelling string) (Keyword, bool) {
	k, ok := t.bySpelling[t.fold(spelling)]
	return k, ok
}

// Write serialises h as clients without any quoting do: name=value in the
// table's order, joined by semicolons. Where masked is set, a secret is
// written as ****, an empty one too.
func (t *Table) Write(h Held, masked bool) string {
	var parts []string
	for _, k := range t.keywords {
		p, ok := h[k.Property]
		if !ok || k.Unwritten {
			continue
		}
		value := p.Value.Open()
		switch {
		case masked && k.Secret:
			value = "****"
		case p.IsBool && p.Bool:
			value = t.yes
		case p.IsBool:
			value = t.no
		}
		parts = append(parts, k.Name+"="+value)
	}
	return strings.Join(parts, ";")
}
