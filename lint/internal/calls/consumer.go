package calls

import (
	"strings"

	"kustoconn/internal/methods"
	"kustoconn/schema"
)

// languages are those that the programs of a client's users are in.
var languages = map[schema.Client]string{
	schema.DotNet: "csharp fsharp vb powershell",
	schema.Python: "python",
	schema.Node:   "javascript typescript",
	schema.Java:   "java kotlin scala groovy clojure",
	schema.Go:     "go",
	schema.Rust:   "rust",
}

type consumerKey struct{ language, name string }

// consumers are by language and whole name; consumerNames the last parts of these, before
// which a qualifier may be asked for.
var consumers, consumerNames = func() (map[consumerKey]*methods.Consumer, map[string]bool) {
	byKey, names := map[consumerKey]*methods.Consumer{}, map[string]bool{}
	all := methods.Consumers()
	for i := range all {
		c := &all[i]
		names[c.Name[strings.LastIndexByte(c.Name, '.')+1:]] = true
		for language := range strings.FieldsSeq(languages[c.Client]) {
			byKey[consumerKey{language, c.Name}] = c
		}
	}
	return byKey, names
}()

// MayConsume reports whether a function of the name may want an endpoint for one role,
// by what stands before its name.
func MayConsume(name string) bool { return consumerNames[name] }

// ConsumerOf returns the class or function of a client that a program in the language
// calls by a name, behind a qualifier, which may be empty; nil for another one.
func ConsumerOf(language, qualifier, name string) *methods.Consumer {
	if c := consumers[consumerKey{language, name}]; c != nil {
		return c
	}
	return consumers[consumerKey{language, qualifier + "." + name}]
}
