package bind

import (
	"fmt"
	"io"
	"strings"
)

// What follows keeps values out of everything that prints a Bound or a Property
// without meaning to: fmt (every verb), slog, JSON, XML and gob show names,
// origins and spans. Package redact prints values, masked.

// String lists the properties that the text gives a value, each with its origin
// and the span of the segment that gives it, in bytes.
func (b Bound) String() string {
	var out strings.Builder
	for p := range b.Properties() {
		if out.Len() > 0 {
			out.WriteString(", ")
		}
		fmt.Fprintf(&out, "%s from the %s at %v", p.Name, p.Origin, b.Tree.Segments[p.Segment].Span())
	}
	return out.String()
}

// Format prints String for every verb.
func (b Bound) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, b.String()) }

// MarshalText returns String.
func (b Bound) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// GobEncode returns String.
func (b Bound) GobEncode() ([]byte, error) { return b.MarshalText() }

// String returns the property's name and where its value comes from, not the
// value: "Data Source from the prefix, segment 0".
func (p Property) String() string {
	switch {
	case p.Property == nil:
		return None.String()
	case p.Segment < 0 || p.Origin == None:
		return p.Name + " from the " + p.Origin.String()
	}
	return fmt.Sprintf("%s from the %s, segment %d", p.Name, p.Origin, p.Segment)
}

// Format prints String for every verb.
func (p Property) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, p.String()) }

// MarshalText returns String.
func (p Property) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// GobEncode returns String.
func (p Property) GobEncode() ([]byte, error) { return p.MarshalText() }
