package sdk

import (
	"net/url"
	"strings"

	"kustoconn/bind"
	"kustoconn/endpoint"
	"kustoconn/schema"
	"kustoconn/sdk/internal/dialect"
)

// boolDiffers says how a boolean that the client holds differs from ours;
// nothing where it does not. An absent one counts as false, and so does a
// value that is no boolean.
func (c *comparison) boolDiffers(id schema.ID, got dialect.Property) string {
	want, _ := c.Bool(id)
	switch {
	case got.Bool == want:
		return ""
	case want:
		return "is false"
	}
	return "is true"
}

// textDiffers is boolDiffers for any other value. An absent one counts as
// empty.
func (c *comparison) textDiffers(id schema.ID, got dialect.Property) string {
	want, _ := c.Value(id)
	switch {
	case got.Value.Open() == want, id == schema.DataSource && sameEndpoint(got.Value.Open(), want):
		return ""
	case want == "" && !c.Present.Has(id):
		return "is set"
	}
	s := &c.Tree.Segments[c.Segment(id)]
	switch {
	case s.Quote != 0 && strings.HasPrefix(got.Value.Open(), string(s.Quote)):
		return "keeps the quotation marks"
	case got.Value.Open() == "":
		return "is not set"
	case id == schema.DataSource && c.Origin(id) == bind.Shorthand:
		return "is the shorthand as it stands"
	case id == schema.DataSource && want != s.Value() && sameEndpoint(got.Value.Open(), s.Value()):
		return "keeps the database"
	case c.isEarlier(id, got):
		return "comes from an earlier pair"
	}
	return textDifference(got.Value.Open(), want)
}

// textDifference says in general terms how a value differs from what is
// wanted.
func textDifference(got, want string) string {
	if rest, cut := strings.CutPrefix(want, got); cut {
		switch {
		case strings.TrimSpace(rest) == "":
			return "loses white space at its end"
		case strings.TrimSpace(rest)[0] == '=':
			return "loses what follows the second '='"
		case strings.Trim(rest, `/\`) == "":
			return "loses a slash at its end"
		}
	}
	if strings.TrimSpace(got) == strings.TrimSpace(want) {
		return "differs in the white space around it"
	}
	if decoded, err := url.PathUnescape(got); err == nil && decoded == want {
		return "is not percent-decoded"
	}
	return "is another value"
}

// isEarlier reports whether got is from an earlier pair of the property.
func (c *comparison) isEarlier(id schema.ID, got dialect.Property) bool {
	for i := range c.Occurrences(id) {
		if i < c.Segment(id) && c.Tree.Segments[i].Span().Covers(got.Source) {
			return true
		}
	}
	return false
}

// sameEndpoint reports whether two Data Sources lead to the same place: case
// in scheme and host, a final slash and the completion of a bare name make no
// difference.
func sameEndpoint(a, b string) bool {
	if strings.TrimRight(a, "/") == strings.TrimRight(b, "/") {
		return true
	}
	x, y := endpoint.Analyze(a), endpoint.Analyze(b)
	return x.Host() != "" && x.Host() == y.Host() && scheme(&x) == scheme(&y) && rest(&x) == rest(&y)
}

func scheme(e *endpoint.Endpoint) string {
	if e.Scheme() == "" {
		return "https"
	}
	return strings.ToLower(e.Scheme())
}

// rest is what an endpoint holds besides scheme and host.
func rest(e *endpoint.Endpoint) string {
	return e.Userinfo.Slice(e.Text()) + "@" + strings.TrimRight(e.Text()[e.HostSpan.End:], "/")
}
