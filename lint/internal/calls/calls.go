// Package calls knows where programs give Kusto's clients a secret: which
// arguments of which calls, and which members of a builder. Package code asks it
// while it reads; the names are data of package methods.
//
// A name such as with_aad_application_key_authentication is Kusto's alone and is
// known by itself. Others, such as with_token_auth or ApplicationKey, are common:
// who asks has to know that a builder of Kusto is called or assigned to.
package calls

import (
	"strings"

	"kustoconn/internal/methods"
	"kustoconn/schema"
)

// A Call is a function or method that takes a secret.
type Call struct {
	// Distinctive says that no other library has a function of the name.
	Distinctive bool
	of          *methods.Call
	member      schema.ID // what a setter's only argument holds; None for another call
}

// known are the calls by name, members those of a builder, and setters the methods
// that set one.
var known, members = func() (map[string]*Call, map[string]schema.ID) {
	calls, members := map[string]*Call{}, methods.SecretMembers()
	for _, c := range methods.SecretCalls() {
		name := strings.ToLower(c.Name)
		calls[c.Name] = &Call{
			Distinctive: strings.Contains(name, "aad") || strings.Contains(name, "dsts") || strings.Contains(name, "kusto"),
			of:          c,
		}
	}
	for name, id := range members {
		setter := "set" + strings.ToUpper(name[:1]) + name[1:]
		if strings.Contains(name, "_") {
			setter = "set_" + name
		}
		calls[setter] = &Call{member: id}
	}
	return calls, members
}()

// Names returns the names of all calls, in no order.
func Names() (names []string) {
	for name := range known {
		names = append(names, name)
	}
	return names
}

// Of returns the call of a name, or nil.
func Of(name string) *Call { return known[name] }

// Argument returns the secret property that an argument holds, or None. name is the
// argument's, where the program gives it; a negative position is no place.
func (c *Call) Argument(position int, name string) schema.ID {
	if c.of == nil {
		if position != 0 {
			return schema.None
		}
		return c.member
	}
	for _, a := range c.of.Secrets {
		if name == "" && a.Position == position || name != "" && strings.EqualFold(a.Name, name) {
			return a.Property
		}
	}
	return schema.None
}

// Member returns the secret property that a builder's member of the name holds, or
// None.
func Member(name string) schema.ID { return members[name] }

// Keyword returns the secret property that a builder's indexer takes the name for,
// or None: a keyword, or a member's name.
func Keyword(name string) schema.ID {
	if id, ok := schema.Lookup(name); ok && schema.Secrets().Has(id) {
		return id
	}
	return members[name]
}

// builders are the types and functions that make a builder.
var builders = []string{"KustoConnectionStringBuilder", "ConnectionStringBuilder", "NewConnectionStringBuilder", "ConnectionStringAuth"}

// IsBuilder reports whether a word names a builder of Kusto's clients.
func IsBuilder(word string) bool {
	for _, b := range builders {
		if word == b {
			return true
		}
	}
	return false
}

// MayCall reports whether a text can hold a call whose name is Kusto's alone, or give
// a member an application's key. It costs a few searches.
func MayCall(text string) bool {
	for _, part := range [...]string{"Aad", "_aad_", "pplicationKey", "pplication_key"} {
		if strings.Contains(text, part) {
			return true
		}
	}
	return false
}

// Words returns words in lower case of which each file holds one, or the name of the
// service, that holds a call told by its name alone or a builder: of a string, of a key,
// or by the name that it is usually given.
func Words() []string { return []string{"withaad", "_aad_", "kcsb", "connectionstringbuilder"} }

// MaySpeak reports whether a text can hold the name of a builder, or of a variable
// that holds one. It costs a few searches.
func MaySpeak(text string) bool {
	for _, word := range [...]string{"ConnectionString", "usto", "csb", "KUSTO", "KCSB"} {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// SpeaksOfBuilder reports whether the name of a variable says that it holds one.
func SpeaksOfBuilder(name string) bool {
	name = strings.ToLower(name)
	return strings.Contains(name, "kcsb") || strings.Contains(name, "kusto")
}

// keeping are functions that give their argument back in another type.
var keeping = wordSet("byte bytes String string str Some Ok Box from new GetBytes encode format SecureString dict Secret SecretString b64decode FromBase64String atob DecodeString")

// Keeps reports whether a function of the name returns what it is given.
func Keeps(name string) bool { return keeping[name] }

// fallbacks are functions that return an argument where there is nothing else, by
// the position of the first such argument.
var fallbacks = func() map[string]int {
	all := map[string]int{}
	for name := range wordSet("If get getenv getOrDefault fetch get_env GetValueOrDefault GetValue getProperty get_or env envOr getEnv GetEnv") {
		all[name] = 1
	}
	for name := range wordSet("Or unwrap_or unwrap_or_else orElse getOrElse ifEmpty ifBlank orElseGet unwrap_or_default") {
		all[name] = 0
	}
	return all
}()

// Fallback returns the position of the argument that a function of the name returns
// where there is nothing else.
func Fallback(name string) (position int, ok bool) {
	position, ok = fallbacks[name]
	return position, ok
}

// LooksUp reports whether the function or method of a chain of names gets a secret
// from where secrets are kept: its arguments are names.
func LooksUp(chain string) bool {
	chain = strings.ToLower(chain)
	return strings.Contains(chain, "secret") || strings.Contains(chain, "vault") || strings.Contains(chain, "credential")
}

func wordSet(words string) map[string]bool {
	all := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		all[word] = true
	}
	return all
}
