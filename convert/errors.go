package convert

import (
	"fmt"
	"strings"

	"kustoconn/schema"
)

// missingError says that a string does not give all that its authentication
// needs.
type missingError struct {
	mode       schema.ModeID // empty where any would need it
	properties []schema.ID   // in canonical order
}

func (e *missingError) Error() string {
	names := make([]string, len(e.properties))
	for i, id := range e.properties {
		names[i] = schema.Get(id).Name
	}
	list := strings.Join(names, " and ")
	if e.mode == "" {
		return "the string lacks " + list
	}
	return fmt.Sprintf("%s lacks %s; add it, or name the authentication, and what is missing is looked up in the environment", e.mode, list)
}

// modeError says that a target has no such authentication.
type modeError struct {
	target  string // as people know it
	mode    schema.ModeID
	instead string // what to use instead
}

func (e *modeError) Error() string {
	return fmt.Sprintf("%s has no %s authentication; use %s", e.target, e.mode, e.instead)
}

// valueError says that a target cannot hold the value of a property, or the
// property itself. It never holds the value.
type valueError struct {
	target   string // as people know it; empty where it is so of every target
	property schema.ID
	reason   string // why, and what to do
}

func (e *valueError) Error() string {
	name := schema.Get(e.property).Name
	if e.target == "" {
		return fmt.Sprintf("%s cannot be converted: %s", name, e.reason)
	}
	return fmt.Sprintf("%s cannot take %s: %s", e.target, name, e.reason)
}
