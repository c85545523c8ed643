package endpoint

import (
	"slices"
	"strings"

	"kustoconn/internal/sealed"
	"kustoconn/rule"
	"kustoconn/source"
)

// readTemplate is Read where there are placeholders.
func (e *Endpoint) readTemplate(text string, prefix bool, placeholders []source.Span) {
	e.read(blanked(text, placeholders), prefix)
	blank := e.Text()
	e.text, e.placeholders = sealed.NewText(text), placeholders
	e.forgiveFaults()
	if e.Form == Shorthand {
		name := e.HostSpan.Slice(blank)
		e.dataSource = sealed.NewText("https://" + e.HostSpan.Slice(text) + completion(strings.ToLower(name)))
	} else {
		e.dataSource = sealed.NewText(text[:len(e.DataSource())])
	}
	if e.HasDatabase {
		e.database = sealed.NewText(e.templateDatabase())
	}
	if e.Form == BareName && placeholders[0].Start == 0 {
		e.Form = Placeholder
	}
	e.host = sealed.NewText(e.templateHost(blank))
}

// blanked returns text with its placeholders replaced, byte for byte, by what
// may stand where they do: letters before "://", else zeros, which are good in
// a host and in a port, and no letters of any script.
func blanked(text string, placeholders []source.Span) string {
	blank := []byte(text)
	for _, p := range placeholders {
		fill := byte('0')
		if strings.HasPrefix(text[p.End:], "://") {
			fill = 'a'
		}
		for i := p.Start; i < p.End; i++ {
			blank[i] = fill
		}
	}
	return string(blank)
}

// forgiveFaults drops the faults that the text in place of a placeholder may
// not have.
func (e *Endpoint) forgiveFaults() {
	e.Faults = slices.DeleteFunc(e.Faults, func(f Fault) bool {
		return (f.Code == rule.BadURI || f.Code == rule.UnsupportedScheme) && e.holdsPlaceholder(f.Span) ||
			f.Code == rule.PathTooDeep && e.followsScheme(f.Span)
	})
	e.broken = e.broken && e.Has(rule.BadURI)
	for i := range e.Faults {
		if f := &e.Faults[i]; f.Code == rule.QueryOrFragment && f.Fixable {
			fix := f.Fix.Open()
			value := strings.TrimPrefix(fix, "/")
			f.Fix = sealed.NewText(fix[:len(fix)-len(value)] + e.Text()[f.Span.End-len(value):f.Span.End])
		}
	}
}

// followsScheme reports whether the path may be an authority, for a placeholder right
// before it may hold the scheme with its colon: ${url.protocol}//${url.hostname}.
func (e *Endpoint) followsScheme(path source.Span) bool {
	first := e.placeholders[0]
	return first.Start == 0 && first.End == path.Start && strings.HasPrefix(path.Slice(e.Text()), "//")
}

// templateDatabase returns the path's segment, decoded unless a placeholder
// stands in it.
func (e *Endpoint) templateDatabase() string {
	if !e.holdsPlaceholder(e.PathSpan) {
		return e.Database()
	}
	return strings.TrimSuffix(e.PathSpan.Slice(e.Text())[1:], "/")
}

// templateHost returns the host with its placeholders as written and the rest
// in lower case. blank is the text without them.
func (e *Endpoint) templateHost(blank string) string {
	if e.broken || e.HostSpan.Empty() || e.Form == Placeholder && e.HostSpan.End == e.lastPlaceholderIn(e.HostSpan).End {
		return ""
	}
	var host strings.Builder
	at := e.HostSpan.Start
	for _, p := range append(slices.Clone(e.placeholders), source.At(e.HostSpan.End)) {
		if !e.HostSpan.Covers(p) {
			continue
		}
		host.WriteString(strings.Map(lowerRune, e.Text()[at:p.Start]))
		host.WriteString(p.Slice(e.Text()))
		at = p.End
	}
	if e.Form == BareName || e.Form == Shorthand {
		host.WriteString(completion(strings.ToLower(e.HostSpan.Slice(blank))))
	}
	if blank[e.HostSpan.Start] == '[' {
		return strings.Trim(host.String(), "[]")
	}
	return host.String()
}

func (e *Endpoint) holdsPlaceholder(span source.Span) bool {
	return slices.ContainsFunc(e.placeholders, span.Overlaps)
}

// lastPlaceholderIn returns the last placeholder in span, or the empty span.
func (e *Endpoint) lastPlaceholderIn(span source.Span) (last source.Span) {
	for _, p := range e.placeholders {
		if span.Covers(p) {
			last = p
		}
	}
	return last
}

// openHost reports whether a placeholder stands in the host, and returns the
// constant end of the host behind it: empty where that is not certain.
func (e *Endpoint) openHost() (tail string, open bool) {
	last := e.lastPlaceholderIn(e.HostSpan)
	if last.Empty() {
		return "", false
	}
	tail = strings.ToLower(e.Text()[last.End:e.HostSpan.End])
	if e.Form == BareName || e.Form == Shorthand {
		tail = "" // what completes the name depends on the placeholder's dots
	}
	if e.Form == Placeholder && !strings.HasPrefix(tail, ".") {
		tail = ""
	}
	return tail, true
}

// OpenHost reports whether a placeholder stands in the host, or may hold it.
func (e *Endpoint) OpenHost() bool {
	_, open := e.openHost()
	return open
}

// MayBeLoopback is Loopback where no placeholder stands in the host, else
// whether it may be true of what the placeholder stands for.
func (e *Endpoint) MayBeLoopback() bool {
	tail, open := e.openHost()
	if !open {
		return e.loopback()
	}
	return strings.HasSuffix("localhost", tail) || strings.Trim(tail, "0123456789abcdef:.]") == ""
}

// constant returns e without its placeholders, to look at the constant parts of
// the host alone.
func (e *Endpoint) constant() *Endpoint {
	c := *e
	c.text, c.placeholders = sealed.NewText(blanked(e.Text(), e.placeholders)), nil
	c.host = sealed.NewText(strings.Map(lowerRune, c.HostSpan.Slice(c.Text())))
	return &c
}

// MayTrust reports whether p trusts the host of e, or may trust what its
// placeholders stand for. An override is not asked about a host that is not
// whole.
func (p Policy) MayTrust(e *Endpoint, login string) bool {
	tail, open := e.openHost()
	if !open || e.broken {
		return p.Judge(e, login).Trusted
	}
	return p.override != nil || e.MayBeLoopback() || p.Judge(e, login).Trusted ||
		builtin.mayMatch(tail, login) || p.added.mayMatch(tail, "")
}

// mayMatch reports whether a host that ends with tail can match a rule that
// holds for login.
func (set *hostSet) mayMatch(tail, login string) bool {
	for _, r := range set.all() {
		if strings.HasSuffix(r.pattern, tail) && issuedFor(r.cloud, login) {
			return true
		}
	}
	return false
}
