package schema

import (
	"fmt"
	"strings"
	"testing"

	"kustoconn/internal/golden"
)

// The tables as they stand, so that every change of what they say is seen.
func TestTables(t *testing.T) {
	var b strings.Builder
	for _, p := range Properties() {
		printProperty(&b, p)
	}
	for _, m := range Modes() {
		printMode(&b, m)
	}
	for c := range Clients() {
		fmt.Fprintf(&b, "client %v: %s\n", c, c.Title())
	}
	golden.Compare(t, "testdata/schema.txt", b.String())
}

func printProperty(b *strings.Builder, p *Property) {
	fmt.Fprintf(b, "property %s: %v, %v, %v, %v\n  %s\n", p.Name, p.Type, p.Secrecy, p.Group, p.Status, p.Doc)
	for _, s := range p.Aliases {
		fmt.Fprintf(b, "  alias %s (%v)\n", s.Name, s.Source)
	}
	for _, s := range p.Programmatic {
		fmt.Fprintf(b, "  programmatic %s (%v)\n", s.Name, s.Source)
	}
	fmt.Fprintf(b, "  synonyms %q\n", p.Synonyms)
	if p.Default != "" || p.DefaultNote != "" {
		fmt.Fprintf(b, "  default %q, note %q\n", p.Default, p.DefaultNote)
	}
	for _, v := range p.Values {
		fmt.Fprintf(b, "  value %s, documented %v\n", v.Name, v.Documented)
	}
	b.WriteString("  accepted by")
	for c := range p.Clients.All() {
		fmt.Fprintf(b, " %v", c)
	}
	b.WriteString("; refused by")
	for c := range p.Refused.All() {
		fmt.Fprintf(b, " %v", c)
	}
	b.WriteString("\n")
}

func printMode(b *strings.Builder, m *Mode) {
	fmt.Fprintf(b, "mode %s: %s\n  %s\n  rank %d, federated %v, documented %v\n", m.ID, m.Builder, m.Doc, m.Rank, m.Federated, m.Documented)
	fmt.Fprintf(b, "  mandatory %v, optional %v, selected by", m.Mandatory, m.Optional)
	for id := range m.SelectedBy.All() {
		fmt.Fprintf(b, " %v", id)
	}
	fmt.Fprintf(b, "\n  arguments in code %q\n", m.CodeArguments)
}
