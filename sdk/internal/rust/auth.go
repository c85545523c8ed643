package rust

import (
	"cmp"
	"slices"
	"strings"

	"kustoconn/internal/sealed"
	"kustoconn/sdk/internal/dialect"
	"kustoconn/source"
)

// method is one authentication that a text may ask for.
type method struct {
	auth   string  // as ConnectionStringAuth names it
	asks   keyword // whose presence asks for the method
	flag   flag    // set where asks is a boolean, which has to be true
	fields []field
}

// flag is how a boolean that asks for a method is spelled: in the client's
// errors, in the recordings, and by the client when it writes.
type flag struct {
	name, seen, written string
}

// field is a part of a method: a value it takes from a keyword.
type field struct {
	from     keyword
	seen     string // as the recordings list it
	written  string // as the client writes it, which it need not read
	missing  string // as the client's error names it when absent
	secret   bool
	optional bool
}

var authority = field{from: authorityID, seen: "AuthorityId", written: "Authority Id", missing: "authority_id"}

// methods is in the order in which from_raw_connection_string asks; what none
// of them takes is Default.
var methods = []method{
	{auth: "UserAndPassword", asks: userID, fields: []field{
		{from: userID, seen: "UserId", written: "AAD User ID"},
		{from: password, seen: "Password", written: "Password", missing: "password", secret: true},
	}},
	{auth: "Token", asks: applicationToken, fields: []field{
		{from: applicationToken, seen: "Token", written: "ApplicationToken", secret: true},
	}},
	{auth: "Token", asks: userToken, fields: []field{
		{from: userToken, seen: "Token", written: "ApplicationToken", secret: true},
	}},
	{auth: "Application", asks: applicationClientID, fields: []field{
		{from: applicationClientID, seen: "ApplicationClientId", written: "Application Client Id"},
		{from: applicationKey, seen: "ApplicationKey", written: "Application Key", missing: "application_key", secret: true},
		authority,
	}},
	// The client takes the certificate's path for the client id as well.
	{auth: "ApplicationCertificate", asks: applicationCertificate, fields: []field{
		{from: applicationCertificate, seen: "ApplicationClientId", written: "Application Client Id"},
		{from: applicationCertificate, seen: "PrivateCertificatePath", written: "ApplicationCertificate"},
		{from: certificateThumbprint, seen: "ApplicationCertificateThumbprint", written: "Application Certificate Thumbprint",
			missing: "application_certificate_thumbprint", secret: true},
		authority,
	}},
	{auth: "ManagedIdentity", asks: msiAuth, flag: flag{"msi_auth", "ManagedServiceIdentity", "MSI Authentication"}, fields: []field{
		{from: msiParams, seen: "MsiParams", written: "MSI Params", optional: true},
	}},
	{auth: "AzureCli", asks: azCLI, flag: flag{"az_cli", "AzCli", "AZ CLI"}},
}

// choose asks what the pairs are good for; false ends the reading.
func (p *parser) choose() bool {
	if _, ok := p.pairs[dataSource]; !ok {
		return p.Fail("MissingValue: Missing value for key 'data_source'", source.At(len(p.text)))
	}
	p.used[dataSource] = true
	var ok bool
	if p.federated, ok = p.boolean(federatedSecurity, "federated_security"); !ok {
		return false
	}
	for _, m := range methods {
		asked := p.has(m.asks)
		if m.flag != (flag{}) {
			if asked, ok = p.boolean(m.asks, m.flag.name); !ok {
				return false
			}
		}
		if asked {
			return p.take(m)
		}
	}
	p.method = method{auth: "Default"}
	return true
}

// take chooses m, unless a part of it is missing.
func (p *parser) take(m method) bool {
	for _, f := range m.fields {
		if !p.has(f.from) && !f.optional {
			return p.Fail("MissingValue: Missing value for key '"+f.missing+"'", p.pairs[m.asks].segment)
		}
		p.used[f.from] = true
	}
	p.method = m
	return true
}

func (p *parser) has(k keyword) bool {
	_, ok := p.pairs[k]
	return ok
}

// seen lists what the client holds.
func (p *parser) seen() []dialect.Property {
	seen := []dialect.Property{{Name: "DataSource", Value: sealed.NewText(p.value(dataSource)), Source: p.pairs[dataSource].value}}
	yes := func(name string, k keyword) {
		seen = append(seen, dialect.Property{Name: name, IsBool: true, Bool: true, Source: p.pairs[k].value})
	}
	if p.federated {
		yes("FederatedSecurity", federatedSecurity)
	}
	if p.method.flag != (flag{}) {
		yes(p.method.flag.seen, p.method.asks)
	}
	for _, f := range p.method.fields {
		if p.has(f.from) {
			seen = append(seen, dialect.Property{Name: f.seen, Value: sealed.NewText(p.value(f.from)), Source: p.pairs[f.from].value})
		}
	}
	slices.SortFunc(seen, func(a, b dialect.Property) int { return cmp.Compare(a.Name, b.Name) })
	return seen
}

// build is build_with_options(safe, false). Default writes nothing after the
// last semicolon.
func (p *parser) build(safe bool) string {
	var auth []string
	if p.method.flag != (flag{}) {
		auth = append(auth, p.method.flag.written+"=True")
	}
	for _, f := range p.method.fields {
		switch {
		case !p.has(f.from):
		case f.secret && safe:
			auth = append(auth, f.written+"=******")
		default:
			auth = append(auth, f.written+"="+p.value(f.from))
		}
	}
	federated := "False"
	if p.federated {
		federated = "True"
	}
	return "Data Source=" + p.value(dataSource) + ";AAD Federated Security=" + federated + ";" + strings.Join(auth, ";")
}
