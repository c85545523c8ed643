package railroad

import (
	"fmt"
	"html"
	"strings"
	"unicode/utf8"
)

// Measures of a diagram, in pixels.
const (
	charWidth = 8
	boxHeight = 24
	gap       = 12 // of track between shapes, and between rows
	bend      = 8  // radius of a bend
)

// shape is a piece of a railroad diagram, which a track enters at the left
// and leaves at the right, both at one height.
type shape interface {
	// size returns the width, and the height above and below the track.
	size() (width, up, down int)
	// draw draws the shape with its left end at x, y.
	draw(b *strings.Builder, x, y int)
}

func svg(s shape) string {
	width, up, down := s.size()
	var b strings.Builder
	fmt.Fprintf(&b, `<svg width="%d" height="%d">`, width+4*gap, up+down+2*gap)
	y := up + gap
	line(&b, gap, y, 2*gap)
	s.draw(&b, 2*gap, y)
	line(&b, 2*gap+width, y, 3*gap+width)
	for _, x := range []int{gap, 3*gap + width} {
		fmt.Fprintf(&b, `<path d="M%d %dv%d"/>`, x, y-bend, 2*bend)
	}
	b.WriteString("</svg>")
	return b.String()
}

// line draws a level track.
func line(b *strings.Builder, x, y, end int) {
	if x != end {
		fmt.Fprintf(b, `<path d="M%d %dH%d"/>`, x, y, end)
	}
}

// turn draws a track from x, y that bends to the height to and runs on level,
// over two bends' width.
func turn(b *strings.Builder, x, y, to int) {
	sign := 1
	if to < y {
		sign = -1
	}
	fmt.Fprintf(b, `<path d="M%d %dq%d 0 %d %dV%dq0 %d %d %d"/>`,
		x, y, bend, bend, sign*bend, to-sign*bend, sign*bend, bend, sign*bend)
}

// box is a literal, or the name of a production or class.
type box struct {
	label, class string
	link         string // the name of what it stands for; "" for a literal
}

func (s box) size() (width, up, down int) {
	return utf8.RuneCountInString(s.label)*charWidth + 2*gap, boxHeight / 2, boxHeight / 2
}

func (s box) draw(b *strings.Builder, x, y int) {
	width, up, _ := s.size()
	rounding := 0
	if s.class != "production" {
		rounding = boxHeight / 2
	}
	drawn := fmt.Sprintf(`<rect class="%s" x="%d" y="%d" width="%d" height="%d" rx="%d"/><text x="%d" y="%d">%s</text>`,
		s.class, x, y-up, width, boxHeight, rounding, x+width/2, y+4, html.EscapeString(s.label))
	if s.link != "" {
		drawn = fmt.Sprintf(`<a href="#%s">%s</a>`, html.EscapeString(s.link), drawn)
	}
	b.WriteString(drawn)
}

// skip is a track without anything on it.
type skip struct{}

func (skip) size() (width, up, down int) { return 0, 0, 0 }

func (skip) draw(*strings.Builder, int, int) {}

// sequence is shapes one after the other.
type sequence []shape

func (s sequence) size() (width, up, down int) {
	for i, part := range s {
		w, u, d := part.size()
		if i > 0 {
			width += gap
		}
		width, up, down = width+w, max(up, u), max(down, d)
	}
	return width, up, down
}

func (s sequence) draw(b *strings.Builder, x, y int) {
	for i, part := range s {
		if i > 0 {
			line(b, x, y, x+gap)
			x += gap
		}
		part.draw(b, x, y)
		width, _, _ := part.size()
		x += width
	}
}

// choice is shapes one below the other, of which a train takes one.
type choice []shape

func (s choice) size() (width, up, down int) {
	for i, part := range s {
		w, u, d := part.size()
		width = max(width, w)
		if i == 0 {
			up, down = u, d
			continue
		}
		down += s.row(u, d)
	}
	return width + 4*bend, up, down
}

// row returns the height of a row but the first.
func (choice) row(up, down int) int { return max(gap+up, 2*bend) + down }

func (s choice) draw(b *strings.Builder, x, y int) {
	width, _, _ := s.size()
	inner, end := x+2*bend, x+width-2*bend
	at := y
	for i, part := range s {
		w, u, d := part.size()
		if i == 0 {
			line(b, x, y, inner)
			line(b, end, y, x+width)
		} else {
			at += s.row(u, d) - d
			turn(b, x, y, at)
			turn(b, end, at, y)
		}
		part.draw(b, inner, at)
		line(b, inner+w, at, end)
		at += d
	}
}

// loop is a shape that a train passes at least once.
type loop struct{ body shape }

func (s loop) size() (width, up, down int) {
	width, up, down = s.body.size()
	return width + 4*bend, up, down + gap
}

func (s loop) draw(b *strings.Builder, x, y int) {
	width, _, down := s.size()
	line(b, x, y, x+2*bend)
	s.body.draw(b, x+2*bend, y)
	line(b, x+width-2*bend, y, x+width)
	// The way back: from the right end of the body, below it, to its left.
	fmt.Fprintf(b, `<path d="M%d %dq%d 0 %d %dV%dq0 %d %d %dH%dq%d 0 %d %dV%dq0 %d %d %d"/>`,
		x+width-2*bend, y, bend, bend, bend, y+down-bend, bend, -bend, bend,
		x+2*bend, -bend, -bend, -bend, y+bend, -bend, bend, -bend)
}
