package piece

// End says what stands beside a piece at one of its ends: whether the text goes
// on there is what decides which of its faults are its own, and which fixes keep
// its meaning. The greater of two is the more open. The zero End is invalid.
type End int

// The kinds of ends.
const (
	_       End = iota
	Closed      // nothing is joined there: it is assigned, returned, a value of its own
	Unknown     // nothing shows whether something is joined there, as in a call of any function
	Joined      // something is joined there: an operator, an append, a hole
)

// Ends returns what a piece of the kind has at both ends where its reader knows
// nothing more: a literal may be a part of something, all else is whole.
func (k Kind) Ends() End {
	if k == Literal {
		return Unknown
	}
	return Closed
}

// SetEnds says what the reader of p knows of the places before and behind it. A
// hole at an end joins something there all the same.
func (p *Piece) SetEnds(front, back End) {
	if n := len(p.Holes); n > 0 {
		if p.Holes[0].Start == 0 {
			front = Joined
		}
		if p.Holes[n-1].End == len(p.Text) {
			back = Joined
		}
	}
	p.Front, p.Back = front, back
}
