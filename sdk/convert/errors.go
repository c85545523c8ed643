package convert

import (
	"fmt"
	"strings"

	"kustoconn/schema"
)

// MissingError says that a string does not give all that its authentication
// needs.
type MissingError struct {
	Mode       schema.ModeID
	Properties []schema.ID // in canonical order
}

func (e *MissingError) Error() string {
	names := make([]string, len(e.Properties))
	for i, id := range e.Properties {
		names[i] = schema.Get(id).Name
	}
	list := strings.Join(names, " and ")
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
	Target   string // as people know it
	Property schema.ID
	Reason   string // why, and what to do
}

func (e *ValueError) Error() string {
	return fmt.Sprintf("%s cannot take %s: %s", e.Target, schema.Get(e.Property).Name, e.Reason)
}
