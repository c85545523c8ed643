package endpoint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kustoconn/internal/sealed"
	"kustoconn/source"
)

// parseShorthand judges a Text that starts with "@". The documentation gives
// its form as @ClusterName/InitialCatalog. With any fault it means nothing.
func (e *Endpoint) parseShorthand() {
	nameEnd := len(e.Text())
	if i := strings.IndexByte(e.Text(), '/'); i >= 0 {
		nameEnd = i
	}
	e.PathSpan = source.Span{Start: nameEnd, End: len(e.Text())}
	e.parseShorthandName(source.Span{Start: 1, End: nameEnd})
	e.parseShorthandPath()
	if len(e.Faults) > 0 {
		e.broken, e.host = true, sealed.Text{}
		e.database, e.HasDatabase = sealed.Text{}, false
		return
	}
	name := e.HostSpan.Slice(e.Text())
	e.Form = Shorthand
	e.dataSource = sealed.NewText("https://" + name + completion(strings.ToLower(name)))
}

func (e *Endpoint) parseShorthandName(span source.Span) {
	if span.Empty() {
		e.bad(badShorthand, source.Span{Start: 0, End: 1})
		return
	}
	e.parseName(span.Start, span.End)
	if e.broken {
		return
	}
	for i, r := range span.Slice(e.Text()) {
		if r != '-' && r != '.' && !unicode.In(r, unicode.L, unicode.M, unicode.Nd) {
			start := span.Start + i
			e.bad(badShorthand, source.Span{Start: start, End: start + utf8.RuneLen(r)})
		}
	}
}

func (e *Endpoint) parseShorthandPath() {
	if e.PathSpan.Len() <= 1 {
		return
	}
	e.checkChars(e.PathSpan.Start, e.PathSpan.End, inTail)
	segment := strings.TrimSuffix(e.PathSpan.Slice(e.Text())[1:], "/")
	span := source.Span{Start: e.PathSpan.Start + 1, End: e.PathSpan.Start + 1 + len(segment)}
	if i := strings.IndexAny(segment, "/?#"); i >= 0 || segment == "" {
		e.bad(badShorthand, source.Span{Start: span.Start + max(i, 0), End: e.PathSpan.End})
		return
	}
	database, reason := unescape(segment)
	if reason != 0 {
		e.bad(reason, span)
		return
	}
	e.database, e.HasDatabase = sealed.NewText(database), true
}
