package convert

import (
	"regexp"
	"strings"
	"sync"

	"kustoconn/placeholder"
	"kustoconn/schema"
)

// remark says why a property that a target has no place for can be left out;
// harmless is false where it cannot. It never holds a value.
func (c *Connection) remark(id schema.ID) (text string, harmless bool) {
	value, name := c.values[id], schema.Get(id).Name
	switch {
	case id == schema.Accept && value == "true":
		return name + " is left out: it asks for detailed errors, and there is nothing like it here.", true
	case id == schema.Streaming && value == "true", (id == schema.Accept || id == schema.Uncompressed) && value == "false":
		return name + " is left out: it has its default.", true
	}
	return "", false
}

var guid = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile("^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$")
})

// isResourceID reports whether s looks like the id of an Azure resource.
func isResourceID(s string) bool {
	const start = "/subscriptions/"
	return len(s) > len(start) && strings.EqualFold(s[:len(start)], start)
}

// checkIdentity refuses a managed identity that is named by something else than
// its client id or, where byResource is set, its resource id.
func (c *Connection) checkIdentity(target string, byResource bool) error {
	id := c.values[schema.ManagedServiceIdentity]
	if !c.given.Has(schema.ManagedServiceIdentity) || guid().MatchString(id) || placeholder.Find(id) != nil {
		return nil
	}
	if isResourceID(id) {
		if byResource {
			return nil
		}
		return &valueError{target, schema.ManagedServiceIdentity, "it is a resource id; give the client id of the identity"}
	}
	return &valueError{target, schema.ManagedServiceIdentity, "it is no client id, which is a GUID; give that of the identity"}
}
