// Package dotnet reads a connection string as the .NET client does:
// Microsoft.Azure.Kusto.Data 14.x (KustoConnectionStringBuilder).
//
// That client could not be recorded. What is answered here rests on the
// documentation, on public tests and changelogs, and on the recorded
// behaviour of its base class, System.Data.Common.DbConnectionStringBuilder
// (.NET 10.0.12), which ParseADONET and Builder reproduce. Whatever none of
// them settles is listed in Answer.Unverified instead.
//
// Deliberate gaps:
//   - The client's own texts (ToString, ToSecureString) are not modelled: which
//     of them masks, and the order of the keywords, is not public.
//   - The guard PreventAccessToLocalSecretsViaKeywords is on, as it is unless
//     a program turns it off.
//   - Whether the host is trusted is judged when a client is made, and is no
//     part of the answer.
package dotnet

import (
	"slices"

	"kustoconn/internal/sealed"
	"kustoconn/schema"
	"kustoconn/sdk/internal/dialect"
	"kustoconn/source"
)

// Client returns the .NET client's reading. Where nothing public tells, an
// answer is Unknown (Seen then lists what an accepted text would give), or
// leaves out properties that Unverified names.
func Client() dialect.Client {
	return dialect.Client{
		ID:       schema.DotNet,
		Name:     schema.DotNet.String(),
		Title:    ".NET (Kusto.Data)",
		Version:  "14.x, from public sources",
		Releases: []string{"14"},
		Source:   "the documentation, public tests and changelogs of Microsoft.Azure.Kusto.Data; recordings of its base class",
		Gaps: []string{
			"the client's own serialisations",
			"a program that turns PreventAccessToLocalSecretsViaKeywords off",
			"whether the endpoint is trusted",
		},
		Trust: trustCheck,
		Read:  read,
	}
}

func read(text string) dialect.Answer {
	prefix, pairsAt := cutPrefix(text)
	// The base class's grammar: the documentation's strings are "modeled after
	// the ADO.NET connection strings", and it says that validation throws.
	pairs, err := ParseADONET(text[pairsAt:])
	if err != nil {
		return dialect.Answer{ErrorSpan: err.Span.Shift(pairsAt), Unverified: []string{string(errorText)}}
	}
	b := &builder{text: text, held: dialect.Held{}, setBy: map[string]string{}}
	switch {
	case !prefix.Empty():
		b.prefix(prefix)
	case len(pairs) == 0:
		b.doubt(emptyText)
	}
	for _, pair := range pairs {
		b.assign(pair, pairsAt)
	}
	return b.finish()
}

// builder is a KustoConnectionStringBuilder at work on text.
type builder struct {
	text   string
	held   dialect.Held
	setBy  map[string]string // properties to the keywords they were last set by
	doubts []question
}

// doubt notes a question that nothing public answers for this text. The
// property that it is about is not asserted.
func (b *builder) doubt(q question) {
	if !slices.Contains(b.doubts, q) {
		b.doubts = append(b.doubts, q)
	}
}

// set holds p, which keyword gave, or the prefix where it is empty.
func (b *builder) set(keyword string, p dialect.Property) {
	if last, ok := b.setBy[p.Name]; ok && last != keyword {
		b.doubt(severalSpellings(p.Name))
	}
	b.setBy[p.Name] = keyword
	b.held.Put(p)
}

// assign is the effect of one pair of the text that starts at pairsAt.
func (b *builder) assign(pair Pair, pairsAt int) {
	k, documented := keywords.Find(pair.Keyword)
	if !documented {
		b.doubt(undocumentedKeyword)
		return
	}
	p := dialect.Property{Name: k.Property, Value: sealed.NewText(pair.Value), Source: pair.ValueSpan.Shift(pairsAt)}
	switch {
	case pair.Unset:
	case k.Bool:
		lower := foldKeyword(pair.Value)
		if lower != "true" && lower != "false" {
			b.doubt(otherBoolean)
		}
		p.Value, p.IsBool, p.Bool = sealed.Text{}, true, lower == "true"
	case k.Property == "QueryConsistency" && pair.Value != "strongconsistency" && pair.Value != "weakconsistency":
		b.doubt(otherConsistency)
	}
	b.set(pair.Keyword, p)
	if pair.Unset { // as in the base class
		delete(b.held, k.Property)
	}
}

// finish judges what is held in the end.
func (b *builder) finish() dialect.Answer {
	scheme := b.judgeDataSource()
	switch catalog, ok := b.held["InitialCatalog"]; {
	case !ok:
		b.doubt(defaultCatalog)
	case catalog.Value.Open() == "":
		b.doubt(emptyCatalog)
	}
	if secret, found := b.localSecret(); found && !b.verdictOpen() {
		return dialect.Answer{
			ErrorClass: "KustoClientLocalSecretAuthenticationAccessDisabledException",
			ErrorSpan:  secret,
		}
	}
	a := dialect.Answer{Auth: b.chooseAuth(scheme)}
	a.Unknown = b.verdictOpen()
	a.OK = !a.Unknown
	for _, q := range b.doubts {
		a.Unverified = append(a.Unverified, string(q))
		delete(b.held, q.subject())
	}
	a.Seen = b.held.Seen()
	return a
}

func (b *builder) verdictOpen() bool {
	return slices.ContainsFunc(b.doubts, func(q question) bool { return q.subject() == "verdict" })
}

// localSecret finds a keyword that reaches for a certificate of the machine,
// which the changelog of 12.0.0 forbids to a text.
func (b *builder) localSecret() (at source.Span, found bool) {
	for _, name := range []string{
		"ApplicationCertificateThumbprint",
		"ApplicationCertificateSubjectDistinguishedName",
		"ApplicationCertificateIssuerDistinguishedName",
	} {
		switch p, ok := b.held[name]; {
		case !ok:
		case p.Value.Open() == "" || !guardedKeywords[b.setBy[name]]:
			b.doubt(otherGuarded)
		case !found:
			at, found = p.Source, true
		}
	}
	return at, found
}
