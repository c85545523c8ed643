// Package convert writes what a connection string means as code for a client
// library, or as the settings of a tool, and reads such settings back.
//
//	c, err := convert.FromString(text)
//	code, err := convert.To("python", c)
//
// Builder code is written by a template for each language, settings by the
// table of package tools. No secret is ever written: code and settings look it
// up in the environment (KUSTO_APPLICATION_KEY and the like). What a target
// cannot hold is an error that says what to use instead, never a guess.
//
// Sources: the documentation's "App authentication methods", with its misprints
// put right by the public names of the clients (package schema, Methods), and
// the source of each tool (package tools).
package convert
