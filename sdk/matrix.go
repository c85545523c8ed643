package sdk

import (
	"slices"
	"sync"

	"kustoconn/schema"
	"kustoconn/sdk/internal/dialect"
)

// Support says what a client does with a keyword. The zero Support is invalid.
type Support int

// The kinds of support, as the client answers to a string with the keyword.
const (
	_                 Support = iota
	supportTaken              // it takes the keyword
	supportUnused             // it takes the keyword and has no use for its value
	supportGuarded            // it refuses the keyword unless the program allows it
	supportRefused            // it knows the keyword and refuses it
	supportUnknown            // it does not know the keyword
	supportUnverified         // nothing tells
	supportDocumented         // the documentation lists it, and nothing tells whether the client then refuses it
	supportCodeOnly           // the documentation says that only code sets the property
)

var supportNames = []string{"invalid", "yes", "ignored", "guarded", "refused", "unknown", "not verified",
	"documented, not verified", "code only"}

// String returns the kind's name.
func (s Support) String() string {
	if s <= 0 || int(s) >= len(supportNames) {
		return supportNames[0]
	}
	return supportNames[s]
}

// KeywordRow is what every client makes of one keyword.
type KeywordRow struct {
	Property *schema.Property
	Keyword  string
	Support  []Support // one for each of Clients
}

// Keywords returns a row for each keyword of each property, in canonical order.
// The clients are asked once; the rows are shared and must not be modified.
func Keywords() []KeywordRow { return keywordRows() }

var keywordRows = sync.OnceValue(func() (rows []KeywordRow) {
	for _, p := range schema.Properties() {
		for _, keyword := range p.Keywords() {
			row := KeywordRow{Property: p, Keyword: keyword}
			for _, c := range clients {
				row.Support = append(row.Support, probe(c, p, keyword))
			}
			rows = append(rows, row)
		}
	}
	return rows
})

// probe asks what the client makes of the keyword, by a string that it has
// nothing else to complain of: its other keywords are every client's.
func probe(c dialect.Client, p *schema.Property, keyword string) Support {
	const (
		server = "https://help.kusto.windows.net"
		rest   = ";Fed=true;AppClientId=x;AppKey=x;TenantId=x"
	)
	text := "Server=" + server + rest + ";" + keyword + "="
	switch {
	case p.ID == schema.DataSource:
		text = keyword + "=" + server + rest
	case p.Type == schema.TypeBool:
		text += "true"
	case len(p.Values) > 0:
		text += p.Values[0].Name
	default:
		text += "x"
	}
	a := c.Read(text)
	why := reasonOf(&a)
	switch {
	case a.Unknown:
		return documentedSupport(p, keyword)
	case !a.OK && why == unknownKeyword:
		return supportUnknown
	case !a.OK && why == unsupportedKeyword:
		return supportRefused
	case !a.OK && why == localSecret:
		return supportGuarded
	case neverUsed(c.ID, p.ID):
		return supportUnused
	}
	return supportTaken // some are refused for want of another property
}

// documentedSupport says what the documentation tells of a keyword where no test or
// recording of the client does.
func documentedSupport(p *schema.Property, keyword string) Support {
	alias := slices.IndexFunc(p.Aliases, func(s schema.Spelling) bool { return s.Name == keyword })
	switch {
	case alias >= 0 && !p.Aliases[alias].Documented():
	case !p.Settable():
		return supportCodeOnly
	case p.Status == schema.Documented:
		return supportDocumented
	}
	return supportUnverified
}
