package sdk

import (
	"strings"
	"sync"

	"kustoconn/ast"
	"kustoconn/bind"
	"kustoconn/diag"
	"kustoconn/internal/signin"
	"kustoconn/redact"
	"kustoconn/rule"
	"kustoconn/schema"
	"kustoconn/sdk/internal/dialect"
	"kustoconn/source"
)

// Reading is one client's answer about a string, held against what the
// documentation means by it.
type Reading struct {
	Client   dialect.Client
	Answer   dialect.Answer
	Findings []Finding // in the order of rules 601, 603, 604, 602, 605 and 606
}

// Finding is one way in which a client departs from the documentation. It
// holds no text of the string.
type Finding struct {
	Rule     diag.Code   // one of 601 to 606
	Span     source.Span // in the string
	Property schema.ID   // None where it is about no one property
	How      string      // what is said of the property, or else a whole clause
}

// clause says the finding in a few words.
func (f *Finding) clause() string {
	if f.Property == schema.None {
		return f.How
	}
	return f.Property.String() + " " + f.How
}

// Read asks the client about the string and compares. What the client's answer
// leaves unverified is no finding. It costs one reading by the client and a
// pass over the properties.
func Read(b *bind.Bound, client dialect.Client) Reading {
	return read(b, client, func() []source.Span { return redact.Secrets(b) })
}

// ReadAll is Read for several clients.
func ReadAll(b *bind.Bound, clients []dialect.Client) []Reading {
	secrets := sync.OnceValue(func() []source.Span { return redact.Secrets(b) })
	all := make([]Reading, len(clients))
	for i, c := range clients {
		all[i] = read(b, c, secrets)
	}
	return all
}

// read is Read for a string whose secrets are asked for where a client's error
// repeats a part of it.
func read(b *bind.Bound, client dialect.Client, secrets func() []source.Span) Reading {
	c := comparison{Bound: b, secrets: secrets, Reading: Reading{Client: client, Answer: client.Read(b.Tree.Text())}}
	a := &c.Answer
	switch {
	case a.Unknown:
		return c.Reading
	case !a.OK:
		code := rule.RejectedByClient
		if a.Crash {
			code = rule.CrashesClient
		}
		at, id, how := refusal(b, client.ID, a)
		c.report(code, at, id, how)
		c.leaks()
		return c.Reading
	}
	c.leaks()
	for id := schema.None + 1; id < schema.NumIDs; id++ {
		c.property(id)
	}
	if how, differs := authDiffers(b, a); differs {
		c.report(rule.ReadDifferentlyByClient, authSpan(b), schema.None, how)
	}
	c.trust()
	return c.Reading
}

// Tells reports whether the client's answer tells of the property: it says what
// the client holds, or that it holds nothing.
func (r *Reading) Tells(id schema.ID) bool {
	name := recordedName(r.Client, id)
	return name != "" && !unverified(&r.Answer, name)
}

// comparison is Read at work.
type comparison struct {
	*bind.Bound
	Reading
	secrets     func() []source.Span // of the string
	otherSource bool                 // the Data Source differs
}

func (c *comparison) report(code diag.Code, span source.Span, id schema.ID, how string) {
	c.Findings = append(c.Findings, Finding{code, span, id, how})
}

// leaks finds the secrets that the client's error repeats.
func (c *comparison) leaks() {
	if len(c.Answer.Echoes) == 0 {
		return
	}
	for _, secret := range c.secrets() {
		for _, echo := range c.Answer.Echoes {
			if secret.Overlaps(echo) {
				c.report(rule.LeakedByClientError, secret, schema.None, "the error repeats a secret")
				break
			}
		}
	}
}

// property compares one property.
func (c *comparison) property(id schema.ID) {
	i := c.Segment(id)
	implied := i >= 0 && (c.Origin(id) == bind.Path || c.Origin(id) == bind.Shorthand)
	if implied && id != schema.DataSource && c.otherSource {
		return // told with the Data Source, which implies it
	}
	if i >= 0 && c.dropped(id, i) {
		return
	}
	name := recordedName(c.Client, id)
	got := c.seen(name)
	switch {
	case i < 0 && got.Name == "":
		return
	case !c.Tells(id) || PropertyNamed(c.Bound, c.Client, name) != id:
		return // where two share a name, the other one is to compare
	case i < 0 && c.inMalformed(got):
		return // no pair to us: a syntax error says so
	}
	how := ""
	if schema.Get(id).Type == schema.TypeBool {
		how = c.boolDiffers(id, got)
	} else {
		how = c.textDiffers(id, got)
	}
	if how != "" {
		c.otherSource = c.otherSource || id == schema.DataSource
		c.report(rule.ReadDifferentlyByClient, c.valueSpan(i, got), id, how)
	}
}

// dropped reports whether the client passes over the pair that gives the
// property its value, and says so.
func (c *comparison) dropped(id schema.ID, i int) bool {
	if off, ok := c.Bool(id); ok && !off || !c.Specified.Has(id) {
		return false // it would do nothing
	}
	s := &c.Tree.Segments[i]
	at := pairSpan(s)
	if isUnused(c.Client.ID, id, c.Answer.Auth) {
		if value, _ := c.Value(id); strings.EqualFold(value, schema.Get(id).Default) {
			return false
		}
		c.report(rule.IgnoredByClient, at, id, "is ignored")
		return false // and may be read differently besides
	}
	if s.Kind != ast.Pair || !covered(at, c.Answer.Ignored) {
		return false
	}
	switch {
	case signin.Unused(c.Specified, c.AuthMode()).Has(id): // by the documentation too
	case c.Duplicated.Has(id):
		c.report(rule.ReadDifferentlyByClient, at, id, "comes from an earlier pair")
	default:
		c.report(rule.IgnoredByClient, at, id, "is ignored")
	}
	return true
}

func covered(s source.Span, by []source.Span) bool {
	for _, t := range by {
		if t.Covers(s) {
			return true
		}
	}
	return false
}

// seen returns what the client holds under the name, the zero Property where
// that is nothing, or a default of its own.
func (c *comparison) seen(name string) dialect.Property {
	for _, p := range c.Answer.Seen {
		if p.Name == name && (p.IsBool || !p.Source.Empty()) {
			return p
		}
	}
	return dialect.Property{}
}

func (c *comparison) inMalformed(p dialect.Property) bool {
	return !p.Source.Empty() && c.Tree.Segments[c.Tree.SegmentAt(p.Source.Start)].Kind == ast.Malformed
}

// valueSpan is where the value stands that is read differently: ours or, where
// we have none, the client's.
func (c *comparison) valueSpan(i int, got dialect.Property) source.Span {
	if i >= 0 {
		return c.Tree.Segments[i].ValueSpan()
	}
	return got.Source
}

// unverified reports whether the answer leaves open what it says of a property.
func unverified(a *dialect.Answer, name string) bool {
	for _, question := range a.Unverified {
		if strings.HasPrefix(question, name+":") {
			return true
		}
	}
	return false
}
