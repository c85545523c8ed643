package convert

import (
	"fmt"
	"strings"

	"kustoconn/schema"
)

// MissingError says that a string does not give all that its authentication
// needs.
type MissingError struct {
	Mode       schema.ModeID // empty where any would need it
	Properties []schema.ID   // in canonical order
}

func (e *MissingError) Error() string {
	names := make([]string, len(e.Properties))
	for i, id := range e.Properties {
		names[i] = schema.Get(id).Name
	}
	list := strings.Join(names, " and ")
	if e.Mode == "" {
		return "the string lacks " + list
	}
	return fmt.Sprintf("%s lacks %s; add it, or name the authentication, and what is missing is looked up in the environment", e.Mode, list)
}

// ModeError says that a target has no such authentication.
type ModeError struct {
	Target  string // as people know it
	Mode    schema.ModeID
	Instead string // what to use instead
}

func (e *ModeError) Error() string {
	return fmt.Sprintf("%s has no %s authentication; use %s", e.Target, e.Mode, e.Instead)
}

// ValueError says that a target cannot hold the value of a property, or the
// property itself. It never holds the value.
type ValueError struct {
	Target   string // as people know it; empty where it is so of every target
	Property schema.ID
	Reason   string // why, and what to do
}

func (e *ValueError) Error() string {
	name := schema.Get(e.Property).Name
	if e.Target == "" {
		return fmt.Sprintf("%s cannot be converted: %s", name, e.Reason)
	}
	return fmt.Sprintf("%s cannot take %s: %s", e.Target, name, e.Reason)
}
