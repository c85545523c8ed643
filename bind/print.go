package bind

import (
	"fmt"
	"strings"
)

// What follows keeps values out of everything that prints a Bound or a Property
// without meaning to: fmt and slog show names, origins and spans, and the
// encodings of the standard library the exported fields, in which there is no
// value. Package redact prints values, masked.

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

// GobEncode returns String: package gob refuses the fields of a Set of
// placeholders.
func (b Bound) GobEncode() ([]byte, error) { return []byte(b.String()), nil }

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
