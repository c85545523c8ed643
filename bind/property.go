package bind

import (
	"iter"

	"kustoconn/internal/sealed"
	"kustoconn/schema"
)

// Property is one property with its effective value and where that comes
// from.
type Property struct {
	*schema.Property
	Origin     Origin
	Segment    int   // the segment the value comes from, or -1
	Overridden []int // earlier segments that named the property, in order

	value sealed.Text
}

// Value returns the value, which is secret where the property is.
func (p *Property) Value() string { return p.value.Open() }

// Property returns what is known of one property. Where the text gives no
// value, that is the documented default, with the origin Default, or nothing,
// with the origin None.
func (b *Bound) Property(id schema.ID) Property {
	p := Property{Property: schema.Get(id), Origin: b.Origin(id), Segment: b.Segment(id)}
	if p.Origin == None {
		if p.Default != "" {
			p.Origin, p.value = Default, sealed.NewText(p.Default)
		}
	} else {
		value, _ := b.Value(id)
		p.value = sealed.NewText(value)
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
