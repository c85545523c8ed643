package validate

import (
	"strings"

	"kustoconn/endpoint"
	"kustoconn/internal/ascii"
	"kustoconn/internal/signin"
	"kustoconn/internal/typed"
	"kustoconn/schema"
)

// isPlain reports whether it shows at first sight, without a tree, that no rule
// finds an error in text: it is a URI, or a Data Source with one, of a host that the
// service issues, and known keywords, each once, whose values need no quotation marks
// and are all that the sign-in takes. Most strings are such, and are judged in less
// than half of the time (BenchmarkValidate). Of others it says no at the first doubt,
// right or wrong as they may be. FuzzPlain holds it against the rules.
func isPlain(text string) bool {
	var given schema.Set
	federated := false
	for at := 0; at < len(text); at += len(";") {
		id := schema.DataSource
		if at > 0 || !strings.HasPrefix(text, secureScheme) {
			n := strings.IndexByte(text[at:], '=')
			if n < 0 {
				return false
			}
			id, _ = schema.Lookup(text[at : at+n])
			at += n + len("=")
		}
		end := at
		switch {
		case given.Has(id):
			return false
		case id == schema.DataSource:
			end = plainURIEnd(text, at)
		case freeTexts.Has(id):
			end = endOf(&plainValue, text, at)
		case booleans.Has(id):
			end = endOf(&plainValue, text, at)
			on, ok := typed.Bool(text[at:end])
			if !ok {
				return false
			}
			federated = federated || on && id == schema.FederatedSecurity
		}
		if end == at || end < len(text) && text[end] != ';' {
			return false
		}
		given = given.With(id)
		at = end
	}
	if !given.Has(schema.DataSource) {
		return false
	}
	return !given.Intersects(signin.Credentials) || federated && suffices(given)
}

// suffices reports whether credentials are all that the sign-in that they select takes.
func suffices(given schema.Set) bool {
	mode := signin.Select(given)
	return mode != schema.UserPrompt && signin.Missing(given, mode) == 0
}

const secureScheme = "https://"

// plainURIEnd returns where the URI at offset at ends, with or without a database, or at
// where there is none of a host, in lower case, that the service issues.
func plainURIEnd(text string, at int) int {
	const longest = 63 // bytes of a host, so that no label is longer
	if !strings.HasPrefix(text[at:], secureScheme) {
		return at
	}
	start := at + len(secureScheme)
	end := endOf(&plainHost, text, start)
	host := text[start:end]
	if len(host) > longest || strings.HasPrefix(host, ".") || strings.Contains(host, "..") || endpoint.IssuingCloud(host) == "" {
		return at
	}
	if end < len(text) && text[end] == '/' {
		end = endOf(&plainDatabase, text, end+1)
	}
	return end
}

// freeTexts are the properties of which no rule calls a value an error.
var freeTexts = func() (set schema.Set) {
	for _, property := range schema.Properties() {
		switch property.Type {
		case schema.TypeBool, schema.TypeEnum, schema.TypeURI:
		default:
			if property.Settable() {
				set = set.With(property.ID)
			}
		}
	}
	return set
}()

// The bytes of values that mean themselves, of hosts, and of databases in a path.
var (
	plainValue    = ascii.Set(lowerAndDigits + capitals + "!#$%&()*+,-./:<>?@[\\]^_`{|}~")
	plainHost     = ascii.Set(lowerAndDigits + "-.")
	plainDatabase = ascii.Set(lowerAndDigits + capitals + "-._")
)

const lowerAndDigits, capitals = "abcdefghijklmnopqrstuvwxyz0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

// endOf returns the offset of the first byte of text from at on that is not in the set.
func endOf(set *[256]bool, text string, at int) int {
	for at < len(text) && set[text[at]] {
		at++
	}
	return at
}
