package kustoconn

import (
	"encoding"
	"flag"
)

var (
	_ flag.Value                           = (*ConnectionString)(nil)
	_ encoding.TextUnmarshaler             = (*ConnectionString)(nil)
	_ interface{ GobDecode([]byte) error } = (*ConnectionString)(nil)
)

// UnmarshalText reads any text without an error, so that a ConnectionString can
// be a field of a configuration struct: what decodes configuration prints the
// text that it could not, secrets included. Ask Err afterwards.
func (c *ConnectionString) UnmarshalText(text []byte) error { return c.Set(string(text)) }

// GobDecode reads any text without an error, as UnmarshalText does. What GobEncode
// wrote is masked.
func (c *ConnectionString) GobDecode(text []byte) error { return c.UnmarshalText(text) }

// Set reads any text without an error, so that a ConnectionString can be a
// command-line flag of package flag, pflag or kong: they print the text that a
// flag refuses. Ask Err afterwards.
func (c *ConnectionString) Set(text string) error {
	*c = *newConnectionString(text)
	return nil
}

// Type returns the word for a flag's value in the usage text of pflag.
func (c *ConnectionString) Type() string { return "connection-string" }
