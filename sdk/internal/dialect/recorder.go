package dialect

import "kustoconn/source"

// Recorder keeps how a reading went, for a dialect to embed in its builder. Of
// Answer it fills in how the reading ended and what it passed over; the dialect
// does the rest.
type Recorder struct{ Answer Answer }

// Fail makes the answer that of a text refused by an error about the part at,
// whose message repeats the parts echoes; empty ones do not count. It returns
// false, for its callers to return.
func (r *Recorder) Fail(class string, at source.Span, echoes ...source.Span) bool {
	r.Answer = Answer{ErrorClass: class, ErrorSpan: at}
	for _, echo := range echoes {
		if !echo.Empty() {
			r.Answer.Echoes = append(r.Answer.Echoes, echo)
		}
	}
	return false
}

// Crash is Fail for an error that the client does not mean to give.
func (r *Recorder) Crash(class string, at source.Span, echoes ...source.Span) bool {
	r.Fail(class, at, echoes...)
	r.Answer.Crash = true
	return false
}

// Ignore notes a part of the text that the client drops, if it is not empty.
func (r *Recorder) Ignore(s source.Span) {
	if !s.Empty() {
		r.Answer.Ignored = append(r.Answer.Ignored, s)
	}
}
