package bind

import (
	"iter"

	"kustoconn/schema"
)

// Property is one property with its effective value and where that comes
// from.
type Property struct {
	*schema.Property
	Value      string // secret where the property is
	Origin     Origin
	Segment    int   // the segment the value comes from, or -1
	Overridden []int // earlier segments that named the property, in order
}

// Typed returns a bool for a boolean property with a valid value, else the
// value's text.
func (p *Property) Typed() any {
	if p.Type == schema.TypeBool {
		if v, ok := ParseBool(p.Value); ok {
			return v
		}
	}
	return p.Value
}

// Property returns what is known of one property. Where the text gives no
// value, that is the documented default, with the origin Default, or nothing,
// with the origin None.
func (b *Bound) Property(id schema.ID) Property {
	p := Property{Property: schema.Get(id), Origin: b.Origin(id), Segment: b.Segment(id)}
	if p.Origin == None {
		if p.Default != "" {
			p.Origin, p.Value = Default, p.Default
		}
	} else {
		p.Value, _ = b.Value(id)
	}
	for i := range b.Occurrences(id) {
		if i != p.Segment {
			p.Overridden = append(p.Overridden, i)
		}
	}
	return p
}

// Properties walks over the properties that the text gives a value, in
// canonical order.
func (b *Bound) Properties() iter.Seq[Property] {
	return func(yield func(Property) bool) {
		for id := range b.Present.All() {
			if !yield(b.Property(id)) {
				return
			}
		}
	}
}
