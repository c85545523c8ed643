package redact

import (
	"sort"
	"strings"

	"kustoconn/source"
)

// ellipsis stands in an excerpt for bytes of which it is not certain that they
// are the string's.
const ellipsis = "…"

// Excerpt is a string as reports show it: its secrets masked, and, where it is not
// certain how far the string goes, an ellipsis and keywords alone behind the last
// byte that is. It holds nothing of the string but what it shows, and the way there
// from the string's bytes. The zero Excerpt is that of the empty text.
type Excerpt struct {
	text   string
	covers []cover
	cut    bool
}

// cover is a part of a string, and the part of the excerpt that stands for it.
type cover struct{ of, shown source.Span }

// NewExcerpt returns text with its secrets masked. These are in order and do not
// overlap, as Secrets returns them.
func NewExcerpt(text string, secrets []source.Span) *Excerpt {
	return NewExcerptUpTo(text, secrets, len(text), nil)
}

// NewExcerptUpTo is NewExcerpt for a string that is certain up to an offset. Behind
// it only keywords are shown, which are in order and of the schema.
func NewExcerptUpTo(text string, secrets []source.Span, certain int, keywords []source.Span) *Excerpt {
	w := excerptWriter{text: text}
	for _, s := range secrets {
		w.cover(source.Span{Start: s.Start, End: min(s.End, certain)}, Mask)
	}
	for _, k := range keywords {
		w.cover(source.Span{Start: certain, End: k.Start}, ellipsis)
		w.copyTo(k.End)
	}
	w.cover(source.Span{Start: certain, End: len(text)}, ellipsis)
	w.copyTo(len(text))
	return &Excerpt{w.out.String(), w.covers, certain < len(text)}
}

// excerptWriter writes an excerpt from left to right.
type excerptWriter struct {
	text   string
	at     int // what is written, in bytes of text
	out    strings.Builder
	covers []cover
}

func (w *excerptWriter) copyTo(end int) {
	if end > w.at {
		w.out.WriteString(w.text[w.at:end])
		w.at = end
	}
}

// cover writes instead in place of a span that is not before what is written.
func (w *excerptWriter) cover(of source.Span, instead string) {
	if of.Start = max(of.Start, w.at); of.Empty() {
		return
	}
	w.copyTo(of.Start)
	shown := source.At(w.out.Len())
	w.out.WriteString(instead)
	shown.End = w.out.Len()
	w.covers = append(w.covers, cover{of, shown})
	w.at = of.End
}

// Text returns what is shown.
func (e *Excerpt) Text() string { return e.text }

// IsCut reports whether it is not certain how far the string goes.
func (e *Excerpt) IsCut() bool { return e.cut }

// Span returns the part of Text that stands for the bytes of the string at s; what
// is masked is one place. The cost is a search.
func (e *Excerpt) Span(s source.Span) source.Span {
	start := e.offset(s.Start, false)
	if s.Empty() {
		return source.At(start)
	}
	return source.Span{Start: start, End: max(start, e.offset(s.End, true))}
}

// offset leads from a byte of the string to one of Text. One amid what is covered
// leads to the end of what stands for that, or else to its start.
func (e *Excerpt) offset(at int, end bool) int {
	i := sort.Search(len(e.covers), func(i int) bool { return e.covers[i].of.End > at })
	if i < len(e.covers) && e.covers[i].of.Start < at {
		if end {
			return e.covers[i].shown.End
		}
		return e.covers[i].shown.Start
	}
	if i > 0 {
		return at - e.covers[i-1].of.End + e.covers[i-1].shown.End
	}
	return at
}
